import Foundation
import GRDB
import MeetingParser

/// The records of a corpus in one SQLite file, so that questions are answered without reading the reports again.
public struct MeetingIndex: Sendable {
    /// Its name in the folder of the corpus; hidden, so that it is not taken for a report.
    public static let fileName = ".meetings.sqlite"
    /// Of tables and rules: an index of another version is built anew.
    static let version = "5 " + MeetingParser.version

    let database: DatabaseQueue
    public let file: String

    /// Opens an index, and makes one where there is none.
    ///
    /// - Throws: `IndexProblem` where the file is no index or cannot be written.
    /// - Parameter isDraft: whether nobody reads the file before it is complete, so that nothing needs to be undone.
    public init(file: String, isReadOnly: Bool = false, isDraft: Bool = false) throws {
        self.file = file
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(30)
        configuration.prepareDatabase { db in
            // Large pages keep a record in one piece; mapped pages are read without copies.
            if isDraft { try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF") }
            if !isReadOnly { try db.execute(sql: "PRAGMA page_size = 65536; PRAGMA foreign_keys = OFF") }
            try db.execute(sql: "PRAGMA mmap_size = 1099511627776; PRAGMA temp_store = MEMORY")
        }
        do {
            database = try DatabaseQueue(path: file, configuration: configuration)
        } catch {
            throw IndexProblem(file: file, error)
        }
    }

    /// Whether a file is a SQLite database, by its first bytes.
    public static func isIndex(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
    }

    /// The corpus that was indexed last; nil in an index that holds nothing yet, or was made by another version.
    public var root: String? {
        get throws {
            try reading { db in
                guard try db.tableExists("about"), try Self.about("version", db) == Self.version else { return nil }
                return try Self.about("root", db)
            }
        }
    }

    static func about(_ key: String, _ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM about WHERE key = ?", arguments: [key])
    }

    func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try database.read(body) } catch let error as DatabaseError { throw IndexProblem(file: file, error) }
    }

    func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do { return try database.write(body) } catch let error as DatabaseError { throw IndexProblem(file: file, error) }
    }
}

/// Why an index cannot be used.
public struct IndexProblem: Error {
    public var file: String
    public var reason: String

    init(file: String, _ error: any Error) {
        self.file = file
        reason = (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
    }

    public init(file: String, reason: String) {
        self.file = file
        self.reason = reason
    }
}
