import Foundation

/// A tokenizer after the WHATWG HTML standard (section 13.2.5), over UTF-8 bytes, in one pass.
///
/// It never fails: every input is some sequence of tokens. What the standard calls parse errors is not reported.
/// The states are methods, grouped by what they read: characters here, tags in `HTMLTokenizer+Tags`, comments and
/// DOCTYPEs in `HTMLTokenizer+Markup`, scripts in `HTMLTokenizer+Script`, references in `CharacterReferences`.
struct HTMLTokenizer<Sink: HTMLTokenSink> {
    let input: UnsafeBufferPointer<UInt8>
    var sink: Sink
    var position: Int
    var model: ContentModel
    /// Name of the start tag that an end tag must match in RCDATA, RAWTEXT and scripts.
    var lastStartTag: [UInt8]
    var tag: HTMLTag
    /// Whether `<![CDATA[` opens a section of text, as in XML.
    var isXML = false

    init(
        _ input: UnsafeBufferPointer<UInt8>, from position: Int = 0, sink: Sink,
        model: ContentModel = .data, lastStartTag: [UInt8] = []
    ) {
        self.input = input
        self.position = position
        self.sink = sink
        self.model = model
        self.lastStartTag = lastStartTag
        tag = HTMLTag(input)
    }

    var atEnd: Bool { position >= input.count }

    /// The byte at `position + ahead`, or nil behind the end.
    func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < input.count ? input[position + ahead] : nil
    }

    mutating func run() {
        while !atEnd {
            switch model {
            case .data: readCharacters(references: true) { $0.readMarkup() }
            case .rcdata: readCharacters(references: true) { $0.readAppropriateEndTag() }
            case .rawtext: readCharacters(references: false) { $0.readAppropriateEndTag() }
            case .scriptData: readScript()
            case .plaintext: readCharacters(references: false) { $0.emitLiteral(1) }
            case .cdata: readCDATA()
            }
        }
    }

    /// Reads up to the next `<` and hands it to `markup`.
    private mutating func readCharacters(references: Bool, markup: (inout Self) -> Void) {
        let start = position
        skipCharacters()
        if position > start { sink.text(start..<position) }
        switch peek() {
        case UInt8(ascii: "<"): markup(&self)
        case UInt8(ascii: "&"):
            if references { readReferenceInText() } else { emitLiteral(1) }
        case 0x0D: emitLineBreak()
        case 0: model == .data ? emitLiteral(1) : emitReplacement()
        default: break
        }
    }

    /// Goes to the next `<`, `&`, CR or NUL.
    private mutating func skipCharacters() {
        let start = UnsafeRawPointer(input.baseAddress!)
        var i = position
        defer { position = i }
        while i < input.count {
            if i + 8 <= input.count {
                // The lowest of eight bytes that is at most `<`, as nearly no byte of a text is (Warren, Hacker's Delight, 6–1).
                let bytes = (start + i).loadUnaligned(as: UInt64.self)
                let low = (bytes &- 0x3D3D_3D3D_3D3D_3D3D) & ~bytes & 0x8080_8080_8080_8080
                if low == 0 {
                    i += 8
                    continue
                }
                i += low.trailingZeroBitCount / 8
            }
            switch input[i] {
            case UInt8(ascii: "<"), UInt8(ascii: "&"), 0x0D, 0: return
            default: i += 1
            }
        }
    }

    // MARK: Emitting characters

    /// Emits the next `count` bytes as they stand.
    mutating func emitLiteral(_ count: Int) {
        sink.text(position..<position + count)
        position += count
    }

    /// A CR, or CR LF, is one LF (13.2.3.5).
    mutating func emitLineBreak() {
        let start = position
        position += peek(1) == 0x0A ? 2 : 1
        sink.text([0x0A], from: start..<position)
    }

    /// A NUL becomes U+FFFD.
    mutating func emitReplacement() {
        sink.text(HTMLText.replacement, from: position..<position + 1)
        position += 1
    }

    private mutating func readReferenceInText() {
        let start = position
        if let reference = CharacterReferences.read(input, at: position, inAttribute: false) {
            position = reference.end
            sink.text(reference.bytes, from: start..<position)
        } else {
            emitLiteral(1)
        }
    }

    private mutating func readCDATA() {
        let start = position
        while !atEnd, peek() != 0x0D, !follows("]]>") { position += 1 }
        if position > start { sink.text(start..<position) }
        if atEnd { return }
        if peek() == 0x0D { return emitLineBreak() }
        position += 3
        model = .data
    }

    // MARK: Looking ahead

    /// Whether the word (lower case) comes next, in any case if asked.
    func follows(_ word: StaticString, anyCase: Bool = false, ahead: Int = 0) -> Bool {
        let n = word.utf8CodeUnitCount, at = position + ahead
        guard at + n <= input.count else { return false }
        for i in 0..<n {
            let byte = input[at + i]
            if (anyCase ? byte.lowercased : byte) != word.utf8Start[i] { return false }
        }
        return true
    }

    /// Appends the next character to a buffer, with line breaks and NUL as the standard has them.
    mutating func take(into bytes: inout [UInt8], lowercase: Bool = false) {
        position = HTMLText.append(input, at: position, to: &bytes, lowercase: lowercase)
    }
}

extension UInt8 {
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
    var isASCIILetter: Bool { lowercased >= 0x61 && lowercased <= 0x7A }
    var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// Tab, LF, FF, CR or space.
    var isHTMLSpace: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}
