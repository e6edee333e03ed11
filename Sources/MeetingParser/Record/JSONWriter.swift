import Foundation

/// Writes compact JSON as UTF-8 into a buffer.
public struct JSONWriter {
    /// The bytes, in memory that lives as long as the writer.
    private final class Memory {
        var base: UnsafeMutablePointer<UInt8>
        init(_ capacity: Int) { base = .allocate(capacity: capacity) }
        deinit { base.deallocate() }
    }

    private let memory: Memory
    /// `memory.base`, and how much of it is written.
    private var base: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var capacity: Int
    private var needsComma = false

    /// `capacity` is a guess of the bytes to come.
    public init(capacity: Int = 256) {
        self.capacity = max(64, capacity)
        memory = Memory(self.capacity)
        base = memory.base
    }

    /// What has been written so far.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Hands over what has been written and begins anew.
    mutating func take() -> [UInt8] {
        defer { removeAll() }
        return bytes
    }

    /// Ends the record with a line feed.
    public mutating func endLine() {
        append(1) { $0[0] = 0x0A }
        needsComma = false
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() {
        count = 0
        needsComma = false
    }

    // MARK: Shape

    /// Writes `{`, behind a comma where one is due.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }
    /// Writes `}`.
    public mutating func endObject() { end(UInt8(ascii: "}")) }
    /// Writes `[`, behind a comma where one is due.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }
    /// Writes `]`.
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

    /// A key that needs no escapes.
    public mutating func key(_ name: StaticString) {
        quote(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), isKey: true)
    }

    /// A key that is JSON already, with its quotation marks and colon.
    mutating func key(label: [UInt8]) {
        let comma = needsComma ? 1 : 0, n = label.count
        append(comma + n) { memory in
            memory[0] = UInt8(ascii: ",")
            label.withUnsafeBufferPointer { _ = memcpy(memory + comma, $0.baseAddress!, n) }
        }
        needsComma = false
    }

    /// A key of any characters.
    public mutating func key(named name: String) {
        string(name)
        append(1) { $0[0] = UInt8(ascii: ":") }
        needsComma = false
    }

    // MARK: Values

    /// A whole number.
    public mutating func integer(_ value: Int) {
        guard (0..<10).contains(value) else { return json(String(value).utf8) }
        separate()
        append(1) { $0[0] = 0x30 + UInt8(value) }
    }

    /// A finite number.
    public mutating func decimal(_ value: Double) { json("\(value)".utf8) }
    /// `true` or `false`.
    public mutating func boolean(_ value: Bool) { write(value ? "true" : "false") }
    /// `null`.
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

    /// A string, escaped as RFC 8259 demands.
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

    /// The first byte that must be escaped, looked for sixteen at a time.
    private static func special(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
        let raw = UnsafeRawBufferPointer(bytes)
        var i = start
        while i + 16 <= bytes.count {
            let here = raw.loadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
            let hits = unsafeBitCast(
                (here .< all(0x20)) .| (here .== all(0x22)) .| (here .== all(0x5C)) .| (here .== all(0x7F)), to: SIMD2<UInt64>.self)
            if hits[0] | hits[1] != 0 { break }
            i += 16
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

    // MARK: Values that may be missing, and lists

    /// A string, or null.
    public mutating func string(_ value: String?) { if let value { string(value) } else { null() } }
    /// A whole number, or null.
    public mutating func integer(_ value: Int?) { if let value { integer(value) } else { null() } }

    /// Writes an object whose members `content` writes.
    @inline(__always) public mutating func object(_ content: (inout Self) throws -> Void) rethrows {
        beginObject()
        try content(&self)
        endObject()
    }

    /// Writes an array, each element by `write`.
    @inline(__always) public mutating func array<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        beginArray()
        for i in elements.indices { write(&self, elements[i]) }
        endArray()
    }

    /// A list of strings.
    public mutating func strings(_ values: [String]) { array(values) { $0.string($1) } }

    // MARK: The buffer

    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard let start = bytes.baseAddress else { return }
        append(range.count) { _ = memcpy($0, start + range.lowerBound, range.count) }
    }

    /// Appends `n` bytes that `write` fills in.
    @inline(__always)
    private mutating func append(_ n: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void) {
        if count + n > capacity { grow(n) }
        write(base + count)
        count += n
    }

    @inline(never)
    private mutating func grow(_ n: Int) {
        capacity = max(2 * capacity, count + n)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        memory.base = larger
        base = larger
    }
}
