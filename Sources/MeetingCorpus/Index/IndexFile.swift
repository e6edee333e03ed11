import Foundation
import GRDB

/// What lies where an index is looked for, told without a change to it.
///
/// A corpus comes from anywhere: a file of the index's name may be a link to somebody's database, or made to harm. Only what
/// bears our mark (`application_id` and exactly our tables) is opened for writing; everything else is left alone.
public enum IndexFile: Equatable, Sendable {
    case absent
    /// One of this version.
    case ours
    /// One that another version made, to be built anew.
    case older
    /// Something else, and what it is.
    case foreign(String)

    /// `MTGS`, at byte 68 of the file.
    static let mark: UInt32 = 0x4D54_4753

    /// Looks at a path.
    ///
    /// - Parameters:
    ///   - isNamed: whether the user named the file, so that a link may lead to it and another's may be read.
    ///   - trust: whose files are believed without being named.
    ///   - path: where it lies.
    public init(at path: String, isNamed: Bool, trust: Trust = .ownFiles) {
        var status = stat()
        guard (isNamed ? stat(path, &status) : lstat(path, &status)) == 0 else {
            self = errno == ENOENT ? .absent : .foreign(String(cString: strerror(errno)))
            return
        }
        if let reason = SpecialFile.name(of: status.st_mode) {
            self = .foreign(reason)
            return
        }
        if !isNamed, !trust.covers(path, owner: status.st_uid) {
            self = .foreign("it belongs to another user; name it with -C, or name its folder in $MEETINGS_TRUST")
            return
        }
        if let reason = Self.problem(beside: path) {
            self = .foreign(reason)
            return
        }
        self = Self.kind(of: Self.header(path), path)
    }

    /// The first hundred bytes.
    private static func header(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        let count = read(descriptor, &bytes, bytes.count)
        return Array(bytes.prefix(max(count, 0)))
    }

    private static func kind(of header: [UInt8], _ path: String) -> IndexFile {
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else { return .foreign("no SQLite file") }
        // Ours keep a rollback journal; another journal could bring pages along.
        guard header[18] == 1, header[19] == 1 else { return .foreign("not made by meetings") }
        func number(_ i: Int) -> UInt32 { header[i..<i + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        if number(68) == mark { return number(60) == UInt32(IndexSchema.version) ? .ours : .older }
        return number(68) == 0 && IndexSchema.isOf030(path) ? .older : .foreign("not made by meetings")
    }

    /// What stands beside a database is part of it for SQLite, and may be made to harm.
    private static func problem(beside path: String) -> String? {
        var status = stat()
        for ending in ["-wal", "-shm"] where lstat(path + ending, &status) == 0 { return "a file \(ending) stands beside it" }
        guard lstat(path + "-journal", &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else { return "its journal is no regular file" }
        // The name of a super-journal, which SQLite would delete, stands before these bytes at the end.
        let descriptor = open(path + "-journal", O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var tail = [UInt8](repeating: 0, count: 8)
        guard status.st_size >= 8, pread(descriptor, &tail, 8, status.st_size - 8) == 8 else { return nil }
        return tail == [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7] ? "its journal names another file" : nil
    }
}
