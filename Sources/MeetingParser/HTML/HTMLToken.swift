import Foundation

/// How the tokenizer reads characters: the WHATWG content models.
enum ContentModel: Sendable {
    case data, rcdata, rawtext, scriptData, plaintext, cdata
}

/// A tag as it stands in the input; its parts are decoded when they are asked for.
struct HTMLTag {
    let input: UnsafeBufferPointer<UInt8>
    var name: TagName
    /// Names and values, in order; of an attribute that occurs twice the first counts, as the standard says.
    var attributes: [Attribute] = []
    var isSelfClosing = false

    /// Places in the input, quotation marks aside.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    init(_ input: UnsafeBufferPointer<UInt8>) {
        self.input = input
        name = TagName(UnsafeBufferPointer(rebasing: input[..<0]))
    }

    /// Runs a closure over the decoded value of an attribute with a lower-case name, or returns nil where there is none.
    func withValue<R>(of name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
        guard let found = attributes.first(where: { TagName(input, $0.name).is(name) }) else { return nil }
        let raw = UnsafeBufferPointer(rebasing: input[found.value])
        let isPlain = !raw.holds(UInt8(ascii: "&")) && !raw.holds(0x0D) && !raw.holds(0)
        return isPlain ? body(raw) : HTMLText.attributeValue(input, found.value).withUnsafeBufferPointer(body)
    }

    func has(_ name: StaticString) -> Bool { attributes.contains { TagName(input, $0.name).is(name) } }

    /// The decoded value of an attribute with a lower-case name, or nil.
    func attribute(_ name: StaticString) -> [UInt8]? { withValue(of: name) { Array($0) } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a byte occurs.
    func holds(_ byte: UInt8) -> Bool { baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false }
}

/// The name of a tag or an attribute, in any case, where it stands in the input.
struct TagName {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
    init(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) { bytes = UnsafeBufferPointer(rebasing: input[range]) }

    /// Whether it is a lower-case word known at compile time.
    func `is`(_ word: StaticString) -> Bool {
        let n = word.utf8CodeUnitCount
        guard bytes.count == n else { return false }
        for i in 0..<n where bytes[i].lowercased != word.utf8Start[i] { return false }
        return true
    }

    static func == (a: TagName, b: TagName) -> Bool {
        guard a.bytes.count == b.bytes.count else { return false }
        for i in 0..<a.bytes.count where a.bytes[i].lowercased != b.bytes[i].lowercased { return false }
        return true
    }

    var count: Int { bytes.count }
    /// The first letter in lower case, and the last; 0 where there is none.
    var first: UInt8 { bytes.first?.lowercased ?? 0 }
    var last: UInt8 { bytes.last?.lowercased ?? 0 }

    /// In lower case, with U+FFFD for NUL, as the standard has it.
    var decoded: [UInt8] { HTMLText.name(bytes) }
}

/// What receives the tokens of an `HTMLTokenizer`, in the order of the input.
protocol HTMLTokenSink {
    /// Bytes of the input that stand for themselves: `range` is their place in the input.
    mutating func text(_ range: Range<Int>)
    /// Characters that the input spells differently (a reference, a line break, NUL).
    mutating func text(_ bytes: [UInt8], from range: Range<Int>)
    /// Returns how the characters behind the tag are to be read.
    mutating func startTag(_ tag: HTMLTag, at range: Range<Int>) -> ContentModel
    mutating func endTag(_ name: TagName, at range: Range<Int>)
    /// The text of a comment; `range` is its place in the input, delimiters aside.
    mutating func comment(_ bytes: [UInt8], at range: Range<Int>)
    mutating func doctype(_ doctype: HTMLDoctype)
}

/// A DOCTYPE as the standard's tokenizer reports it; a missing part is nil.
struct HTMLDoctype: Equatable {
    var name: [UInt8]?
    var publicIdentifier: [UInt8]?
    var systemIdentifier: [UInt8]?
    var forcesQuirks = false
}
