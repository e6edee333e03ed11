import Foundation
import MeetingParser

/// Reads whole files with `read(2)`, which is the fastest way for many small ones.
enum FileReader {
    /// The bytes of a regular file, or why there are none. It is only ever opened for reading, never waited for, and read as
    /// far as it was long when it was opened: a file that grows is not followed.
    ///
    /// - Parameters:
    ///   - most: bytes beyond which it is not read.
    ///   - isWhole: whether a longer file is a problem; else its first bytes are enough.
    static func read(_ location: some FileLocation, most: Int = largest, isWhole: Bool = true) -> Result<[UInt8], FileProblem> {
        let descriptor = location.open(O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(FileProblem(String(cString: strerror(errno)))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(FileProblem(String(cString: strerror(errno)))) }
        if let special = SpecialFile.name(of: status.st_mode) { return .failure(FileProblem(special)) }
        if isWhole, status.st_size > most { return .failure(FileProblem("larger than \(most >> 20) MiB")) }
        // Files of /proc say that they are empty.
        let size = min(Int(status.st_size), most), expected = size > 0 ? size : min(most, 1 << 20)
        var problem: FileProblem?
        let bytes = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
            while count < expected {
                let n = Foundation.read(descriptor, buffer.baseAddress! + count, expected - count)
                if n < 0, errno == EINTR { continue }
                if n < 0 { problem = FileProblem(String(cString: strerror(errno))) }
                if n <= 0 { break }
                count += n
            }
        }
        return problem.map { .failure($0) } ?? .success(bytes)
    }

    static let largest = 1 << 30
}

/// The name of a file: a text, or the bytes that a file system has, which may be no text.
protocol FileLocation {
    func open(_ flags: Int32) -> Int32
}

extension String: FileLocation {
    func open(_ flags: Int32) -> Int32 { Foundation.open(self, flags) }
}

extension [UInt8]: FileLocation {
    func open(_ flags: Int32) -> Int32 { withCString { Foundation.open($0, flags) } }

    /// The bytes with a NUL behind them.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (self + [0]).withUnsafeBufferPointer { $0.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) } }
    }
}

struct FileProblem: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}
