import Foundation

/// The offset of `needle` in `bytes`, or nil. The last byte of a Chinese character varies most, so memchr skips furthest on it.
func memoryOffset(of needle: UnsafeRawBufferPointer, in bytes: UnsafeRawBufferPointer) -> Int? {
    let n = needle.count
    guard n > 0, let base = bytes.baseAddress, let word = needle.baseAddress else { return nil }
    var i = 0
    while i + n <= bytes.count {
        guard let hit = memchr(base + i + n - 1, Int32(needle[n - 1]), bytes.count - i - n + 1) else { return nil }
        let at = hit - UnsafeMutableRawPointer(mutating: base) - n + 1
        if memcmp(base + at, word, n) == 0 { return at }
        i = at + 1
    }
    return nil
}
