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
    /// Where a byte occurs first, or nil.
    func offset(of byte: UInt8) -> Int? {
        guard let base = baseAddress, let hit = memchr(base, Int32(byte), count) else { return nil }
        return UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base
    }

    /// Whether a byte occurs.
    func holds(_ byte: UInt8) -> Bool { baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false }
}

/// The name of a tag or an attribute, in any case, where it stands in the input.
struct TagName {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Its first eight bytes in lower case as a number, by which names are compared.
    private let code: UInt64

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        code = Self.code(bytes)
    }
    init(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) { self.init(UnsafeBufferPointer(rebasing: input[range])) }

    private static func code(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var code: UInt64 = 0
        for i in 0..<min(8, bytes.count) { code = code << 8 | UInt64(bytes[i].lowercased) }
        return code
    }

    /// Whether it is a lower-case word known at compile time.
    @inline(__always)
    func `is`(_ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && self == TagName(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    static func == (a: TagName, b: TagName) -> Bool {
        guard a.code == b.code, a.bytes.count == b.bytes.count else { return false }
        var i = 8
        while i < a.bytes.count {
            if a.bytes[i].lowercased != b.bytes[i].lowercased { return false }
            i += 1
        }
        return true
    }

    /// The place in a table of a power of two of entries.
    func bucket(_ size: Int) -> Int { Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 40) & (size - 1) }

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
