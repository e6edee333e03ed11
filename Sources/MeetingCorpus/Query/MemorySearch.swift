import Foundation

/// The offset of some bytes in others at or after `start`, or nil; no bytes are everywhere.
///
/// Two of the bytes are looked for at thirty-two places at a time (Muła, SIMD-friendly algorithms for substring
/// searching): the last, and the last of the first character, which vary most in Chinese.
func memoryOffset(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let n = needle.count
    guard n > 0 else { return start }
    guard let base = bytes.baseAddress else { return nil }
    return needle.withUnsafeBytes { needle in
        let early = n > 3 ? 2 : max(0, n - 2), late = n - 1
        func isAt(_ i: Int) -> Bool { bytes[i + late] == needle[late] && memcmp(base + i, needle.baseAddress!, n) == 0 }
        let first = SIMD32(repeating: needle[early]), last = SIMD32(repeating: needle[late])
        var i = start
        let end = bytes.count - n - 31
        while i <= end {
            let here = (base + i + early).loadUnaligned(as: SIMD32<UInt8>.self) .== first
            let there = (base + i + late).loadUnaligned(as: SIMD32<UInt8>.self) .== last
            let both = unsafeBitCast(here .& there, to: SIMD4<UInt64>.self)
            if both[0] | both[1] | both[2] | both[3] != 0, let hit = (i..<i + 32).first(where: isAt) { return hit }
            i &+= 32
        }
        while i + n <= bytes.count {
            if isAt(i) { return i }
            i += 1
        }
        return nil
    }
}

/// The offset of a byte at or after `start`, or nil.
func memoryOffset(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
}
