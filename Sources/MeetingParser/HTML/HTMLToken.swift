/// How the tokenizer reads characters: the WHATWG content models.
enum ContentModel: Sendable {
    case data, rcdata, rawtext, scriptData, plaintext, cdata
}

/// A start tag with its attributes; duplicate attributes are dropped, as the standard says.
struct HTMLTag {
    /// Lower-case name.
    var name: [UInt8] = []
    var attributes: [(name: [UInt8], value: [UInt8])] = []
    var isSelfClosing = false

    /// The value of an attribute, or nil.
    func attribute(_ name: StaticString) -> [UInt8]? {
        attributes.first { $0.name.is(name) }?.value
    }
}

extension [UInt8] {
    /// Whether the bytes are those of a word known at compile time.
    func `is`(_ word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: count))
    }
    /// Whether the bytes hold a word known at compile time.
    func contains(_ word: StaticString) -> Bool {
        withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            return Text(base: base, start: 0, end: count).contains(Literal(stringLiteral: word))
        }
    }
}

/// What receives the tokens of an `HTMLTokenizer`, in the order of the input.
protocol HTMLTokenSink {
    /// Bytes of the input that stand for themselves: `range` is their place in the input.
    mutating func text(_ range: Range<Int>)
    /// Characters that the input spells differently (a reference, a line break, NUL).
    mutating func text(_ bytes: [UInt8], from range: Range<Int>)
    /// Returns how the characters behind the tag are to be read.
    mutating func startTag(_ tag: HTMLTag, at range: Range<Int>) -> ContentModel
    mutating func endTag(_ name: [UInt8], at range: Range<Int>)
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
