/// What receives the shape of a record: JSON text, or a tree of values.
public protocol JSONSink {
    mutating func beginObject()
    mutating func endObject()
    mutating func beginArray()
    mutating func endArray()
    mutating func key(_ name: StaticString)
    mutating func key(named name: String)
    mutating func string(_ value: String)
    mutating func integer(_ value: Int)
    /// A finite number.
    mutating func decimal(_ value: Double)
    mutating func boolean(_ value: Bool)
    mutating func null()
}

extension JSONSink {
    public mutating func string(_ value: String?) { if let value { string(value) } else { null() } }
    public mutating func integer(_ value: Int?) { if let value { integer(value) } else { null() } }

    /// Writes an object whose members `content` writes.
    public mutating func object(_ content: (inout Self) throws -> Void) rethrows {
        beginObject()
        try content(&self)
        endObject()
    }

    /// Writes an array, each element by `write`.
    public mutating func array<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        beginArray()
        for element in elements { write(&self, element) }
        endArray()
    }

    public mutating func strings(_ values: [String]) { array(values) { $0.string($1) } }
}

/// Writes compact JSON as UTF-8 into a buffer.
public struct JSONWriter: JSONSink {
    public private(set) var bytes: [UInt8] = []
    private var needsComma = false

    public init() {}

    /// Ends the record with a line feed.
    public mutating func endLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func begin(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func end(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    public mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes += UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func key(named name: String) {
        separate()
        quote(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    public mutating func string(_ value: String) {
        separate()
        quote(value)
    }

    public mutating func integer(_ value: Int) {
        separate()
        bytes += String(value).utf8
    }

    public mutating func decimal(_ value: Double) {
        separate()
        bytes += "\(value)".utf8
    }

    public mutating func boolean(_ value: Bool) {
        separate()
        bytes += (value ? "true" : "false").utf8
    }

    public mutating func null() {
        separate()
        bytes.append(0x6E)
        bytes.append(0x75)
        bytes.append(0x6C)
        bytes.append(0x6C)
    }

    /// A value that is JSON already.
    public mutating func json(_ text: some Sequence<UInt8>) {
        separate()
        bytes += text
    }

    private mutating func quote(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { utf8 in
            var start = 0, i = 0
            while let special = Self.special(utf8, from: i) {
                bytes += UnsafeBufferPointer(rebasing: utf8[start..<special])
                escape(utf8[special])
                (start, i) = (special + 1, special + 1)
            }
            bytes += UnsafeBufferPointer(rebasing: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// The first byte that must be escaped, looked for eight at a time (the bit tricks are those of Mycroft's strlen).
    private static func special(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101, highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(bytes)
        var i = start
        while i + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            let (quote, slash, delete) = (word ^ ones &* 0x22, word ^ ones &* 0x5C, word ^ ones &* 0x7F)
            let hits =
                (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash | (delete &- ones) & ~delete
            if hits & highs != 0 { break }
            i += 8
        }
        while i < bytes.count {
            let byte = bytes[i]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F { return i }
            i += 1
        }
        return nil
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
        case 0x0A: bytes += "\\n".utf8
        case 0x0D: bytes += "\\r".utf8
        case 0x09: bytes += "\\t".utf8
        default:
            let hex = Array("0123456789abcdef".utf8)
            bytes += "\\u00".utf8
            bytes += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
    }
}
