import Foundation

/// What tells whether a file is still the one that was read.
struct FileStamp: Equatable, Sendable {
    var size = 0
    /// Nanoseconds since 1970: of the content, and of anything about the file.
    var modified = 0
    var changed = 0

    /// The stamp of a file; all zero where it cannot be had.
    init(of location: [UInt8]) {
        var status = stat()
        guard location.withCString({ stat($0, &status) }) == 0 else { return }
        size = Int(status.st_size)
        modified = Self.nanoseconds(status.st_mtim)
        changed = Self.nanoseconds(status.st_ctim)
    }

    init(size: Int, modified: Int, changed: Int) {
        (self.size, self.modified, self.changed) = (size, modified, changed)
    }

    static func nanoseconds(_ time: timespec) -> Int { time.tv_sec &* 1_000_000_000 &+ time.tv_nsec }

    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    /// Whether the file changed long enough ago that a change from now on gives it other times.
    var isSettled: Bool { changed + Self.grain < Self.now }

    /// A file that changed so shortly before it was read may have changed again with the same time.
    static let grain = 2_000_000_000
}

/// A number for the content of a file: FNV-1a over words of eight bytes.
func contentHash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 14_695_981_039_346_656_037 ^ UInt64(bytes.count)
    bytes.withUnsafeBytes { bytes in
        var i = 0
        while i + 8 <= bytes.count {
            hash = (hash ^ bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)) &* 1_099_511_628_211
            hash ^= hash >> 29
            i += 8
        }
        while i < bytes.count {
            hash = (hash ^ UInt64(bytes[i])) &* 1_099_511_628_211
            i += 1
        }
    }
    return Int(bitPattern: UInt(hash))
}
