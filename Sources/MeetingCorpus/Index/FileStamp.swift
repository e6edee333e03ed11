import Algorithms
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

/// A number for a content: FNV-1a over words of eight bytes.
struct ContentHash {
    private var hash: UInt64 = 14_695_981_039_346_656_037

    static func of(_ bytes: [UInt8]) -> Int {
        var hash = ContentHash()
        for block in bytes.chunks(ofCount: block) { hash.add(block) }
        return hash.value
    }

    /// Of a file, read piece by piece; nil where it cannot be read.
    static func of(file location: [UInt8]) -> Int? {
        let descriptor = location.open(O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = ContentHash(), block = [UInt8](repeating: 0, count: block)
        while true {
            var filled = 0
            while filled < block.count {
                let n = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + filled, $0.count - filled) }
                if n < 0, errno == EINTR { continue }
                guard n >= 0 else { return nil }
                if n == 0 { break }
                filled += n
            }
            if filled > 0 { hash.add(block[..<filled]) }
            if filled < block.count { return hash.value }
        }
    }

    /// Bytes that are taken at a time, so that the words are the same however a content comes.
    private static let block = 1 << 18
    var value: Int { Int(bitPattern: UInt(hash)) }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
        var hash = hash ^ UInt64(bytes.count)
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
        self.hash = hash
    }
}
