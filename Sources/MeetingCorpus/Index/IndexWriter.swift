import GRDB
import MeetingParser

/// Writes files and records into the tables of an index.
struct IndexWriter {
    private let db: Database
    private let insertFile: Statement
    private let insertFacts: Statement
    private let insertLists: Statement
    private let insertText: Statement
    private let insertProblem: Statement

    init(_ db: Database) throws {
        self.db = db
        insertFile = try db.makeStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
        func insert(_ table: String, _ columns: Int) throws -> Statement {
            let places = Array(repeating: "?", count: columns).joined(separator: ", ")
            return try db.makeStatement(sql: "INSERT OR REPLACE INTO \(table) VALUES (\(places))")
        }
        // Behind the keys of the record stand `items` and `kept`.
        insertFacts = try insert("fact", IndexSchema.facts.count + 3)
        insertLists = try insert("list", IndexSchema.lists.count + 1)
        insertText = try db.makeStatement(sql: "INSERT INTO text VALUES (?, ?, ?, ?)")
        insertProblem = try db.makeStatement(sql: "INSERT INTO problem VALUES (?, ?, ?)")
    }

    /// Writes a file that is new, or in place of what was known of it.
    func write(_ parsed: ParsedFile, at known: Int?) throws {
        if let known { try remove(known) }
        let file = parsed.file, stamp = file.stamp
        try insertFile.execute(arguments: [
            known, file.entry.path, file.entry.id, stamp.size, stamp.modified, stamp.changed, parsed.isSettled, parsed.content,
            file.correction, parsed.rows?.trace,
        ])
        let number = Int(db.lastInsertedRowID)
        for problem in parsed.problems { try add(problem, of: number) }
        guard let rows = parsed.rows else { return }
        try insertText.execute(arguments: [number, rows.text, rows.folded, rows.foldedTitle])
        try write(rows.record, at: number)
    }

    /// Writes a record, also over an older one.
    func write(_ record: IndexedRecord, at number: Int) throws {
        for (statement, values) in [(insertFacts, record.facts), (insertLists, record.lists)] {
            statement.setUncheckedArguments(StatementArguments([number.databaseValue] + values))
            try statement.execute()
        }
    }

    func remove(_ number: Int) throws {
        for table in ["file", "fact", "list", "text", "parsed"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE number = ?", arguments: [number])
        }
        try db.execute(sql: "DELETE FROM problem WHERE file = ?", arguments: [number])
    }

    func stamp(_ number: Int, _ stamp: FileStamp, isSettled: Bool) throws {
        try db.execute(
            sql: "UPDATE file SET size = ?, modified = ?, changed = ?, settled = ? WHERE number = ?",
            arguments: [stamp.size, stamp.modified, stamp.changed, isSettled, number])
    }

    func add(_ problem: CorpusProblem, of file: Int?) throws {
        try insertProblem.execute(arguments: [file, problem.path, problem.reason])
    }
}

/// The values of a record in the tables of an index.
struct IndexedRecord: Sendable {
    var facts: [DatabaseValue]
    var lists: [DatabaseValue]

    init(_ meeting: Meeting) {
        var meeting = meeting
        meeting.writesClues = true
        facts = IndexSchema.facts.map(meeting.column) + [meeting.items.databaseValue, 1.databaseValue]
        lists = IndexSchema.lists.map(meeting.column)
    }
}

extension Meeting {
    /// The value of a key: texts and numbers as they are, the others as JSON.
    fileprivate func column(_ field: String) -> DatabaseValue {
        if IndexSchema.structured.contains(field) {
            var writer = JSONWriter()
            value(of: field).write(to: &writer)
            return String(decoding: writer.bytes, as: UTF8.self).databaseValue
        }
        switch value(of: field) {
        case .string(let text): return text.databaseValue
        case .integer(let number): return number.databaseValue
        default: return .null
        }
    }
}
