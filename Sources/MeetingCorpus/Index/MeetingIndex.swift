import CSQLite
import Foundation
import GRDB
import MeetingParser

/// The records of a corpus in one SQLite file, so that questions are answered without reading the reports again.
///
/// Every page has a checksum, so that damage is seen and never answered from.
public struct MeetingIndex: Sendable {
    /// Its name in the folder of the corpus; hidden, so that it is not taken for a report.
    public static let fileName = ".meetings.sqlite"

    let database: DatabaseQueue
    /// The path of the SQLite file.
    public let file: String

    /// Opens an index of this version.
    ///
    /// - Throws: `IndexProblem` where the file is none, is damaged, or cannot be written.
    public init(file: String, isReadOnly: Bool = false) throws {
        self.file = file
        do {
            var configuration = isReadOnly ? Self.readOnly : Self.configuration
            configuration.busyMode = .timeout(30)
            _ = Self.hasChecksums
            database = try DatabaseQueue(path: file, configuration: configuration)
        } catch {
            throw IndexProblem(file: file, error)
        }
        guard try reading(IndexSchema.isExact) else { throw IndexProblem(file: file, reason: "its tables are not those of an index") }
    }

    /// Makes an empty index in a file that nobody reads before it is complete, so that nothing needs to be undone.
    public init(draft file: String) throws {
        self.file = file
        var configuration = Self.configuration
        configuration.prepareDatabase { db in
            meetings_reserve_checksums(db.sqliteConnection)
            // A defended connection refuses OFF; in memory the journal of a new file is empty and leaves no file behind.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA page_size = 65536")
        }
        do {
            _ = Self.hasChecksums
            database = try DatabaseQueue(path: file, configuration: configuration)
            try database.write { db in
                try db.execute(sql: "PRAGMA application_id = \(IndexFile.mark); PRAGMA user_version = \(IndexSchema.version)")
                try IndexSchema.create(in: db)
            }
        } catch {
            throw IndexProblem(file: file, error)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            meetings_defend(db.sqliteConnection)
            try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON")
        }
        return configuration
    }

    private static var readOnly: Configuration {
        var configuration = configuration
        configuration.readonly = true
        return configuration
    }

    /// A connection that only reads, to whatever database there is.
    static func reader(of file: String) throws -> DatabaseQueue { try DatabaseQueue(path: file, configuration: readOnly) }

    private static let hasChecksums = meetings_register_checksums() == SQLITE_OK

    /// Whether a file is a SQLite database, by its first bytes.
    public static func isDatabase(_ path: String) -> Bool {
        guard case .success(let head) = FileReader.read(path, most: 16, isWhole: false) else { return false }
        return head.starts(with: "SQLite format 3\0".utf8)
    }

    /// The corpus that was indexed, an absolute path; nil in an index that holds nothing yet.
    public var root: String? {
        get throws {
            try reading { db in try Self.about("root", db) }.map { RelativePath.resolve($0, from: RelativePath.folder(of: file)) }
        }
    }

    static func about(_ key: String, _ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM about WHERE key = ?", arguments: [key])
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws -> Value { try telling { try database.read(body) } }
    func writing<Value>(_ body: (Database) throws -> Value) throws -> Value { try telling { try database.write(body) } }

    /// What is wrong with the file, or with a value in it, is a problem of the index.
    private func telling<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            switch error {
            case is DatabaseError, is RowDecodingError, is JSONProblem: throw IndexProblem(file: file, error)
            default: throw error
            }
        }
    }
}

/// Why an index cannot be used.
public struct IndexProblem: Error {
    /// The path of the index.
    public var file: String
    /// In English, for people.
    public var reason: String

    init(file: String, _ error: any Error) {
        self.file = file
        switch error {
        case let error as DatabaseError where error.extendedResultCode == .SQLITE_IOERR_DATA: reason = "it is damaged"
        case let error as DatabaseError: reason = error.message ?? "\(error.resultCode)"
        default: reason = "it is damaged"
        }
    }

    /// What is wrong with an index.
    public init(file: String, reason: String) {
        self.file = file
        self.reason = reason
    }
}

/// Paths that say where one thing lies from another, so that both can move together.
enum RelativePath {
    static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "." }
        return slash == file.startIndex ? "/" : String(file[..<slash])
    }

    /// `../reports` for /a/reports from /a/index; both absolute.
    static func from(_ folder: String, to target: String) -> String {
        let from = parts(folder), to = parts(target)
        let shared = zip(from, to).prefix { $0 == $1 }.count
        let path = Array(repeating: "..", count: from.count - shared) + to[shared...]
        return path.isEmpty ? "." : path.joined(separator: "/")
    }

    static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : "/" + parts(folder + "/" + path).joined(separator: "/")
    }

    private static func parts(_ path: String) -> [String] {
        var parts: [String] = []
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
        }
        return parts
    }
}
