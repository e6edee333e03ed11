/// Which characters a text may hold: one bit for each, of which few characters share one (Bloom 1970).
///
/// Most words that rules look for do not occur in most sentences; their characters tell so without a look at the text.
struct CharacterFilter: @unchecked Sendable {
    /// Bits; a power of two, so that the lowest bits of a character's number are its place.
    static let size = 2048
    static let words = size / 64
    private let bits: UnsafeMutablePointer<UInt64>

    /// The filter of no character, in memory of `words` zeros that outlives it.
    init(_ memory: UnsafeMutablePointer<UInt64>) { bits = memory }

    /// Adds the character with a place.
    @inline(__always)
    func add(_ place: Int) { bits[place >> 6] |= 1 << UInt64(place & 63) }

    /// Adds the characters of another filter.
    func add(_ other: CharacterFilter) {
        for i in 0..<Self.words { bits[i] |= other.bits[i] }
    }

    /// Whether all characters of a word may occur; false is certain.
    @inline(__always)
    func mayHold(_ word: Literal) -> Bool {
        let bytes = word.text.utf8Start, n = word.count
        var i = 0
        // Nearly all words are Chinese.
        while i + 2 < n, bytes[i] >= 0xE0, bytes[i] < 0xF0 {
            if !mayHold(Self.place(wide: bytes[i + 1], bytes[i + 2])) { return false }
            i += 3
        }
        while i < n {
            let place = Self.place(bytes + i, n - i)
            if bits[place >> 6] & 1 << UInt64(place & 63) == 0 { return false }
            i += Self.width(bytes[i])
        }
        return true
    }

    /// Whether the character with a place may be one of the filter's.
    @inline(__always)
    func mayHold(_ place: Int) -> Bool {
        bits[place >> 6] & 1 << UInt64(place & 63) != 0
    }

    /// The place of the character at the start of `count` bytes.
    @inline(__always)
    static func place(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let a = bytes[0]
        if a < 0x80 { return Int(a) }
        return place(a, count > 1 ? bytes[1] : 0, count > 2 ? bytes[2] : 0)
    }

    /// The place of the character of which `a`, `b` and `c` are the first bytes.
    @inline(__always)
    static func place(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        if a < 0x80 { return Int(a) }
        if a < 0xE0 { return (Int(a & 0x1F) << 6 | Int(b & 0x3F)) & (size - 1) }
        return place(wide: b, c)
    }

    /// The place of a character of three bytes or more, by its second and third.
    @inline(__always)
    static func place(wide b: UInt8, _ c: UInt8) -> Int { (Int(b & 0x3F) << 6 | Int(c & 0x3F)) & (size - 1) }

    /// The place of two characters that stand side by side, by their places, in a table of pairs; `size` is a power of two.
    @inline(__always)
    static func place(pair first: Int, _ second: Int, of size: Int = size) -> Int { (first &* 37 &+ second) & (size - 1) }

    /// Length in bytes of the character that begins with a byte.
    @inline(__always)
    static func width(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}
