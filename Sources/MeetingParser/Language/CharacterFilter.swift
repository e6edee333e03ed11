/// Which characters a text may hold: one bit for each, of which few characters share one (Bloom 1970).
///
/// Most words that rules look for do not occur in most sentences; their characters tell so without a look at the text.
struct CharacterFilter: @unchecked Sendable {
    /// Bits; a power of two, so that the lowest bits of a character's number are its place.
    private static let size = 2048
    static let words = size / 64
    fileprivate let bits: UnsafeMutablePointer<UInt64>

    /// The filter of no character, in memory of `words` zeros that outlives it.
    init(_ memory: UnsafeMutablePointer<UInt64>) { bits = memory }

    /// Adds the characters of UTF-8.
    func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        var i = 0
        // Nearly all of a report: Chinese characters.
        while i + 2 < bytes.count {
            let a = start[i]
            let place = Self.place(a, start[i + 1], start[i + 2])
            bits[place >> 6] |= 1 << UInt64(place & 63)
            i += a >= 0xE0 && a < 0xF0 ? 3 : Self.width(a)
        }
        while i < bytes.count {
            let place = Self.place(start + i, bytes.count - i)
            bits[place >> 6] |= 1 << UInt64(place & 63)
            i += Self.width(start[i])
        }
    }

    /// Whether all characters of a word may occur; false is certain.
    @inline(__always)
    func mayHold(_ word: Literal) -> Bool {
        let bytes = word.text.utf8Start, n = word.count
        var i = 0
        while i < n {
            let place = Self.place(bytes + i, n - i)
            if bits[place >> 6] & 1 << UInt64(place & 63) == 0 { return false }
            i += Self.width(bytes[i])
        }
        return true
    }

    /// Whether the two have a character in common, as far as their bits tell.
    func mayShare(_ other: CharacterFilter) -> Bool {
        for i in 0..<Self.words where bits[i] & other.bits[i] != 0 { return true }
        return false
    }

    /// Whether the character may be one of the filter's, of which `a`, `b` and `c` are the first bytes (0 for none).
    @inline(__always)
    func mayHold(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
        let place = Self.place(a, b, c)
        return bits[place >> 6] & 1 << UInt64(place & 63) != 0
    }

    @inline(__always)
    private static func place(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let a = bytes[0]
        if a < 0x80 { return Int(a) }
        return place(a, count > 1 ? bytes[1] : 0, count > 2 ? bytes[2] : 0)
    }

    @inline(__always)
    private static func place(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        if a < 0x80 { return Int(a) }
        if a < 0xE0 { return (Int(a & 0x1F) << 6 | Int(b & 0x3F)) & (size - 1) }
        return (Int(b & 0x3F) << 6 | Int(c & 0x3F)) & (size - 1)
    }

    @inline(__always)
    private static func width(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}

/// Memory for the filters of a document, which live as long as it does.
final class CharacterFilters {
    private var chunks: [UnsafeMutablePointer<UInt64>] = []
    private var used = CharacterFilters.chunk
    private static let chunk = 32

    deinit { for chunk in chunks { chunk.deallocate() } }

    /// The text with a filter of its characters.
    func filtered(_ text: Text) -> Text {
        if used == Self.chunk {
            let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.chunk * CharacterFilter.words)
            memory.initialize(repeating: 0, count: Self.chunk * CharacterFilter.words)
            chunks.append(memory)
            used = 0
        }
        let filter = CharacterFilter(chunks[chunks.count - 1] + used * CharacterFilter.words)
        used += 1
        text.withBytes(filter.add)
        return text.filtered(by: filter)
    }
}
