import Foundation

/// Writes compact JSON as UTF-8 into a buffer.
public struct JSONWriter: JSONSink {
    /// What has been written, and room for more.
    private var buffer: [UInt8]
    private var count = 0
    private var needsComma = false

    /// `capacity` is a guess of the bytes to come.
    public init(capacity: Int = 256) { buffer = Array(unsafeUninitializedCapacity: capacity) { $1 = capacity } }

    /// What has been written so far.
    public var bytes: [UInt8] { Array(buffer[..<count]) }

    /// Hands over what has been written and begins anew.
    mutating func take() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &buffer)
        bytes.removeSubrange(count...)
        removeAll()
        return bytes
    }

    /// Ends the record with a line feed.
    public mutating func endLine() {
        append(1) { $0[0] = 0x0A }
        needsComma = false
    }

    public mutating func removeAll() {
        count = 0
        needsComma = false
    }

    // MARK: Shape

    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    private mutating func begin(_ byte: UInt8) {
        separate()
        append(1) { $0[0] = byte }
        needsComma = false
    }

    private mutating func end(_ byte: UInt8) {
        append(1) { $0[0] = byte }
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { append(1) { $0[0] = UInt8(ascii: ",") } }
        needsComma = true
    }

    public mutating func key(_ name: StaticString) {
        quote(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), isKey: true)
    }

    public mutating func key(named name: String) {
        string(name)
        append(1) { $0[0] = UInt8(ascii: ":") }
        needsComma = false
    }

    // MARK: Values

    public mutating func integer(_ value: Int) {
        guard (0..<10).contains(value) else { return json(String(value).utf8) }
        separate()
        append(1) { $0[0] = 0x30 + UInt8(value) }
    }

    public mutating func decimal(_ value: Double) { json("\(value)".utf8) }
    public mutating func boolean(_ value: Bool) { write(value ? "true" : "false") }
    public mutating func null() { write("null") }

    private mutating func write(_ word: StaticString) {
        separate()
        append(word.utf8CodeUnitCount) { memcpy($0, word.utf8Start, word.utf8CodeUnitCount) }
    }

    /// A value that is JSON already.
    public mutating func json(_ text: some Collection<UInt8>) {
        separate()
        let n = text.count
        append(n) { _ = UnsafeMutableBufferPointer(start: $0, count: n).initialize(from: text) }
    }

    public mutating func string(_ value: String) {
        value.withBytes { write($0) }
    }

    /// Writes UTF-8 as a string.
    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard var special = Self.special(utf8, from: 0) else { return quote(utf8) }
        separate()
        append(1) { $0[0] = UInt8(ascii: "\"") }
        var start = 0
        while special < utf8.count {
            copy(utf8, start..<special)
            escape(utf8[special])
            start = special + 1
            special = Self.special(utf8, from: start) ?? utf8.count
        }
        copy(utf8, start..<utf8.count)
        append(1) { $0[0] = UInt8(ascii: "\"") }
    }

    /// Writes bytes that need no escape between quotation marks, with a comma before them where one is due.
    private mutating func quote(_ bytes: UnsafeBufferPointer<UInt8>, isKey: Bool = false) {
        let comma = needsComma ? 1 : 0, n = bytes.count
        append(comma + n + (isKey ? 3 : 2)) {
            $0[0] = UInt8(ascii: ",")
            $0[comma] = UInt8(ascii: "\"")
            if let start = bytes.baseAddress { memcpy($0 + comma + 1, start, n) }
            $0[comma + n + 1] = UInt8(ascii: "\"")
            if isKey { $0[comma + n + 2] = UInt8(ascii: ":") }
        }
        needsComma = !isKey
    }

    /// The first byte that must be escaped, looked for eight at a time (the bit tricks are those of Mycroft's strlen).
    private static func special(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101, highs: UInt64 = 0x8080_8080_8080_8080
        let raw = UnsafeRawBufferPointer(bytes)
        var i = start
        while i + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            // Nearly every byte is one of a Chinese character, and none of those is special.
            if ~word & highs != 0 {
                let (quote, slash, delete) = (word ^ ones &* 0x22, word ^ ones &* 0x5C, word ^ ones &* 0x7F)
                let hits =
                    (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash | (delete &- ones) & ~delete
                if hits & highs != 0 { break }
            }
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
        let short: UInt8? =
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            case 0x0A: UInt8(ascii: "n")
            case 0x0D: UInt8(ascii: "r")
            case 0x09: UInt8(ascii: "t")
            default: nil
            }
        if let short {
            append(2) { ($0[0], $0[1]) = (UInt8(ascii: "\\"), short) }
        } else {
            let code = Array("\\u00".utf8) + [byte >> 4, byte & 15].map { $0 < 10 ? $0 + 0x30 : $0 + 0x57 }
            code.withUnsafeBufferPointer { copy($0, 0..<6) }
        }
    }

    // MARK: The buffer

    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard let start = bytes.baseAddress else { return }
        append(range.count) { _ = memcpy($0, start + range.lowerBound, range.count) }
    }

    /// Appends `n` bytes that `write` fills in.
    @inline(__always)
    private mutating func append(_ n: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
        if count + n > buffer.count { buffer += repeatElement(0, count: max(n, buffer.count)) }
        buffer.withUnsafeMutableBufferPointer { write($0.baseAddress! + count) }
        count += n
    }
}
