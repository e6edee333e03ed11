/// Numbers of 64-bit keys: a table with open addressing and Fibonacci hashing (Knuth, vol. 3, 6.4), which the analyses ask some
/// hundred million times. With a Dictionary `compare` takes twice the time.
struct NumberTable {
    private var keys: [UInt64] = Array(repeating: empty, count: 1 << 10)
    private var values: [Int32] = Array(repeating: 0, count: 1 << 10)
    private var count = 0

    /// No key of ours: a character has 21 bits.
    private static let empty = UInt64.max

    private var shift: Int { 64 - keys.count.trailingZeroBitCount }

    /// Where a key stands, or would stand.
    private func slot(of key: UInt64) -> Int {
        var i = Int(truncatingIfNeeded: ((key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
        while keys[i] != key, keys[i] != Self.empty { i = (i + 1) & (keys.count - 1) }
        return i
    }

    subscript(key: UInt64) -> Int32? {
        let i = slot(of: key)
        return keys[i] == key ? values[i] : nil
    }

    /// The number of a key, which becomes `new` where it has none.
    mutating func number(of key: UInt64, orNew new: Int32) -> Int32 {
        let i = slot(of: key)
        if keys[i] == key { return values[i] }
        (keys[i], values[i]) = (key, new)
        count += 1
        if count * 2 > keys.count { grow() }
        return new
    }

    private mutating func grow() {
        let old = zip(keys, values).filter { $0.0 != Self.empty }
        keys = Array(repeating: Self.empty, count: keys.count * 2)
        values = Array(repeating: 0, count: keys.count)
        for (key, value) in old {
            let i = slot(of: key)
            (keys[i], values[i]) = (key, value)
        }
    }
}
