import Foundation

/// The offset of some bytes in others at or after `start`, or nil; no bytes are everywhere.
///
/// The last byte of a Chinese character varies most, so memchr skips furthest on it.
func memoryOffset(of needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let n = needle.count
    guard n > 0 else { return start }
    guard let base = bytes.baseAddress else { return nil }
    return needle.withUnsafeBytes { needle in
        var i = start
        while i + n <= bytes.count {
            guard let hit = memchr(base + i + n - 1, Int32(needle[n - 1]), bytes.count - i - n + 1) else { return nil }
            let at = UnsafeRawPointer(hit) - base - n + 1
            if memcmp(base + at, needle.baseAddress!, n) == 0 { return at }
            i = at + 1
        }
        return nil
    }
}

/// The offset of a byte at or after `start`, or nil.
func memoryOffset(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count else { return nil }
    return memchr(base + start, Int32(byte), bytes.count - start).map { UnsafeRawPointer($0) - base }
}
