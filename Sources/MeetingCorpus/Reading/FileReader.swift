import Foundation

/// Reads whole files with `read(2)`, which is the fastest way for many small ones.
enum FileReader {
    /// The bytes of a file, or why there are none. Files are only ever opened for reading.
    static func read(_ location: String) -> Result<[UInt8], FileProblem> {
        let descriptor = open(location, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(FileProblem(String(cString: strerror(errno)))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return .failure(FileProblem(String(cString: strerror(errno)))) }
        guard status.st_size <= largest else { return .failure(FileProblem("larger than 1 GiB")) }
        var bytes = [UInt8](repeating: 0, count: max(Int(status.st_size), 0) + 1)
        var length = 0
        while true {
            if length == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
            let capacity = bytes.count - length
            let count = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress! + length, capacity) }
            if count < 0 {
                if errno == EINTR { continue }
                return .failure(FileProblem(String(cString: strerror(errno))))
            }
            if count == 0 { break }
            length += count
        }
        bytes.removeSubrange(length...)
        return .success(bytes)
    }

    private static let largest = 1 << 30
}

struct FileProblem: Error {
    var reason: String
    init(_ reason: String) { self.reason = reason }
}

/// The file that a record was read from.
public enum ReportFile {
    /// Its bytes, or nil where it is gone. `root` is the corpus, a folder or the one file.
    public static func bytes(of path: String, in root: String) -> [UInt8]? {
        var status = stat()
        let isFolder = stat(root, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
        return try? FileReader.read(isFolder ? root + "/" + path : root).get()
    }
}
