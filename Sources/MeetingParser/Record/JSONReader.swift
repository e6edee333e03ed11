/// Why JSON is no record.
public enum JSONProblem: Error, Equatable {
    /// Not JSON at a byte offset.
    case malformed(Int)
    /// An object lacks a key that it must have.
    case missing(String)
    /// A value is of another type than its key wants.
    case wrongType
    /// A text is none of the words that its key allows.
    case unknownWord(String)
}

/// Reads JSON text piece by piece, in the order in which it stands; what is not wanted is skipped.
///
/// Records are read back by the thousand, for inference and from the index: no tree is built.
public struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0
    /// Arrays and objects within each other; more are an attack, not a record.
    private static let deepest = 64

    /// Reads with `body` from bytes that stay where they are.
    public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Reads one value that `body` reads, from a whole text.
    public static func read<Value>(_ bytes: [UInt8], _ body: (inout JSONReader) throws(JSONProblem) -> Value) throws(JSONProblem) -> Value {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<Value, JSONProblem> in
            var reader = JSONReader(buffer)
            do throws(JSONProblem) {
                let value = try body(&reader)
                return reader.next == 0 ? .success(value) : .failure(.malformed(reader.at))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// The next byte that is no white space, not yet taken; 0 at the end.
    private var next: UInt8 {
        mutating get {
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
            return at < bytes.count ? bytes[at] : 0
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        at += 1
        return true
    }

    /// Calls `body` with each key of an object; it must read or skip the value. Keys that must be there are `required`.
    public mutating func object(
        requiring required: [String] = [], _ body: (String, inout JSONReader) throws(JSONProblem) -> Void
    ) throws(JSONProblem) {
        let start = at
        var found = 0
        guard take(UInt8(ascii: "{")) else { throw .wrongType }
        if !take(UInt8(ascii: "}")) {
            repeat {
                let key = try string()
                guard take(UInt8(ascii: ":")) else { throw .malformed(at) }
                if required.contains(key) { found += 1 }
                try body(key, &self)
            } while take(UInt8(ascii: ","))
            guard take(UInt8(ascii: "}")) else { throw .malformed(at) }
        }
        if found < required.count { try nameMissing(of: required, from: start) }
    }

    private mutating func nameMissing(of required: [String], from start: Int) throws(JSONProblem) {
        at = start
        var keys: Set<String> = []
        try object { key, reader throws(JSONProblem) in
            keys.insert(key)
            try reader.skip()
        }
        if let missing = required.first(where: { !keys.contains($0) }) { throw .missing(missing) }
    }

    /// The elements of an array, each as `element` reads it.
    public mutating func array<Element>(
        _ element: (inout JSONReader) throws(JSONProblem) -> Element
    ) throws(JSONProblem) -> [Element] {
        guard take(UInt8(ascii: "[")) else { throw .wrongType }
        if take(UInt8(ascii: "]")) { return [] }
        var elements: [Element] = []
        repeat { elements.append(try element(&self)) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw .malformed(at) }
        return elements
    }

    /// A list of strings.
    public mutating func strings() throws(JSONProblem) -> [String] { try array { reader throws(JSONProblem) in try reader.string() } }

    /// What `read` reads, or nil for `null`.
    public mutating func optional<Value>(_ read: (inout JSONReader) throws(JSONProblem) -> Value) throws(JSONProblem) -> Value? {
        guard next == UInt8(ascii: "n") else { return try read(&self) }
        try word("null")
        return nil
    }

    /// A string, or nil for null.
    public mutating func optionalString() throws(JSONProblem) -> String? {
        try optional { reader throws(JSONProblem) in try reader.string() }
    }

    /// A whole number, or nil for null.
    public mutating func optionalInteger() throws(JSONProblem) -> Int? {
        try optional { reader throws(JSONProblem) in try reader.integer() }
    }

    /// A whole number.
    public mutating func integer() throws(JSONProblem) -> Int {
        let isNegative = take(UInt8(ascii: "-"))
        guard (0x30...0x39).contains(next) else { throw .wrongType }
        var value = 0
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, carries) = product.addingReportingOverflow(Int(bytes[at] - 0x30))
            guard !overflows, !carries else { throw .wrongType }
            value = sum
            at += 1
        }
        if at < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(bytes[at]) { throw .wrongType }
        return isNegative ? -value : value
    }

    /// A text that is one of the words of `Word`.
    public mutating func word<Word: RawRepresentable<String>>(_: Word.Type = Word.self) throws(JSONProblem) -> Word {
        let text = try string()
        guard let word = Word(rawValue: text) else { throw .unknownWord(text) }
        return word
    }

    /// A string with its escapes undone.
    public mutating func string() throws(JSONProblem) -> String {
        let plain = try plainStart()
        if take(UInt8(ascii: "\"")) { return String(decoding: plain, as: UTF8.self) }
        return String(decoding: try escaped(after: Array(plain)), as: UTF8.self)
    }

    /// A string as its bytes, for texts that are too long to be copied without need.
    public mutating func stringBytes() throws(JSONProblem) -> [UInt8] {
        let plain = Array(try plainStart())
        return take(UInt8(ascii: "\"")) ? plain : try escaped(after: plain)
    }

    /// A string up to its end or its first escape.
    private mutating func plainStart() throws(JSONProblem) -> UnsafeBufferPointer<UInt8> {
        guard take(UInt8(ascii: "\"")) else { throw .wrongType }
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
        guard at < bytes.count else { throw .malformed(at) }
        return UnsafeBufferPointer(rebasing: bytes[start..<at])
    }

    /// The next value as a tree; nothing is deeper than `deepest`.
    public mutating func tree() throws(JSONProblem) -> JSONValue { try tree(depth: 0) }

    private mutating func tree(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < Self.deepest else { throw .malformed(at) }
        switch next {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"):
            var members: [(key: String, value: JSONValue)] = []
            try object { key, reader throws(JSONProblem) in members.append((key, try reader.tree(depth: depth + 1))) }
            return .object(members)
        case UInt8(ascii: "["): return .array(try array { reader throws(JSONProblem) in try reader.tree(depth: depth + 1) })
        case UInt8(ascii: "t"):
            try word("true")
            return .boolean(true)
        case UInt8(ascii: "f"):
            try word("false")
            return .boolean(false)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return try number()
        }
    }

    private mutating func number() throws(JSONProblem) -> JSONValue {
        let start = at
        try skip()
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if let whole = Int(text) { return .integer(whole) }
        guard let number = Double(text), number.isFinite else { throw .malformed(start) }
        return .decimal(number)
    }

    // MARK: The rarer ways

    private mutating func escaped(after start: [UInt8]) throws(JSONProblem) -> [UInt8] {
        var text = start
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") { return text }
            guard byte == UInt8(ascii: "\\"), at < bytes.count else {
                text.append(byte)
                continue
            }
            at += 1
            switch bytes[at - 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "u"): text += String(try scalar()).utf8
            case let other: text.append(other)
            }
        }
        throw .malformed(at)
    }

    /// The character of `\uXXXX`, of which `\u` is taken, or of two of them; a lone surrogate becomes U+FFFD.
    private mutating func scalar() throws(JSONProblem) -> Character {
        let first = try codeUnit()
        guard first & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
        }
        at += 2
        let second = try codeUnit()
        guard second & 0xFC00 == 0xDC00 else { return "\u{FFFD}" }
        return Character(Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}")
    }

    private mutating func codeUnit() throws(JSONProblem) -> UInt32 {
        guard at + 4 <= bytes.count, let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else {
            throw .malformed(at)
        }
        at += 4
        return unit
    }

    /// Passes over a value of any type.
    public mutating func skip() throws(JSONProblem) { try skip(depth: 0) }

    private mutating func skip(depth: Int) throws(JSONProblem) {
        guard depth < Self.deepest else { throw .malformed(at) }
        switch next {
        case UInt8(ascii: "\""): _ = try string()
        case UInt8(ascii: "{"): try object { _, reader throws(JSONProblem) in try reader.skip(depth: depth + 1) }
        case UInt8(ascii: "["): _ = try array { reader throws(JSONProblem) in try reader.skip(depth: depth + 1) }
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"), 0x30...0x39: while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
        default: throw .malformed(at)
        }
    }

    private static func isOfNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONProblem) {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard at + word.count <= bytes.count, bytes[at..<at + word.count].elementsEqual(word) else { throw .malformed(at) }
        at += word.count
    }
}
