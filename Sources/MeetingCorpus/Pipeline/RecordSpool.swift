import Foundation

/// Records as JSON that wait to be written: in memory at first, then in a file without a name, which is gone with the
/// program however it ends.
///
/// It is filled by one thread; then any thread may read.
final class RecordSpool: @unchecked Sendable {
    /// Where a record stands.
    struct Place: Sendable {
        var offset: Int
        var count: Int
    }

    private var buffer: [UInt8] = []
    /// Bytes already in the file.
    private var written = 0
    private var descriptor: Int32 = -1
    private static let inMemory = 1 << 20

    deinit { if descriptor >= 0 { close(descriptor) } }

    func append(_ bytes: [UInt8]) throws -> Place {
        if buffer.count + bytes.count > Self.inMemory { try flush() }
        defer { buffer += bytes }
        return Place(offset: written + buffer.count, count: bytes.count)
    }

    func read(_ place: Place) throws -> [UInt8] {
        let count = place.count
        if place.offset >= written { return Array(buffer[place.offset - written..<place.offset - written + count]) }
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        while got < count {
            let n = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress! + got, count - got, off_t(place.offset + got)) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { throw SpoolProblem(reason: n == 0 ? "it was cut short" : String(cString: strerror(errno))) }
            got += n
        }
        return bytes
    }

    private func flush() throws {
        if descriptor < 0 { try open() }
        var done = 0
        while done < buffer.count {
            let n = buffer.withUnsafeBytes { write(descriptor, $0.baseAddress! + done, buffer.count - done) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else { throw SpoolProblem(reason: String(cString: strerror(errno))) }
            done += n
        }
        written += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    private func open() throws {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        var name = Array("\(folder)/meetings.XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw SpoolProblem(reason: "\(folder): \(String(cString: strerror(errno)))") }
        unlink(name)
    }
}

/// Why records could not be kept on disk.
public struct SpoolProblem: Error {
    /// In English, for people.
    public var reason: String
}
