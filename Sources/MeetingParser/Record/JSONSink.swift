/// What receives the shape of a record: JSON text, or a tree of values.
public protocol JSONSink {
    mutating func beginObject()
    mutating func endObject()
    mutating func beginArray()
    mutating func endArray()
    mutating func key(_ name: StaticString)
    mutating func key(_ name: String)
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
        bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
        needsComma = false
    }

    public mutating func key(_ name: String) {
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
        bytes += [0x6E, 0x75, 0x6C, 0x6C]
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
            var start = 0
            for i in utf8.indices where utf8[i] < 0x20 || utf8[i] == UInt8(ascii: "\"") || utf8[i] == UInt8(ascii: "\\") || utf8[i] == 0x7F
            {
                bytes += utf8[start..<i]
                escape(utf8[i])
                start = i + 1
            }
            bytes += utf8[start...]
        }
        bytes.append(UInt8(ascii: "\""))
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
