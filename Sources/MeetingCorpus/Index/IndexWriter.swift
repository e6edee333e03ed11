import GRDB
import MeetingParser

/// Writes files and records into the tables of an index.
struct IndexWriter {
    private let db: Database
    private let insertFile: Statement
    private let insertEntry: Statement
    private let insertFacts: Statement
    private let insertLists: Statement
    private let insertText: Statement
    private let insertProblem: Statement
    private let deleteReport: [Statement]

    init(_ db: Database) throws {
        self.db = db
        insertFile = try db.makeStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insertEntry = try db.makeStatement(sql: "INSERT INTO entry VALUES (NULL, ?, ?, ?, ?, ?, ?, NULL)")
        func insert(_ table: String, _ columns: Int) throws -> Statement {
            let places = Array(repeating: "?", count: columns).joined(separator: ", ")
            return try db.makeStatement(sql: "INSERT OR REPLACE INTO \(table) VALUES (\(places))")
        }
        // Behind the keys of the record stand `place`, `items` and `kept`.
        insertFacts = try insert("fact", IndexSchema.facts.count + 4)
        insertLists = try insert("list", IndexSchema.lists.count + 1)
        insertText = try db.makeStatement(sql: "INSERT INTO text VALUES (?, ?, ?, ?)")
        deleteReport = try ["fact", "list", "text", "parsed", "entry"].map {
            try db.makeStatement(sql: "DELETE FROM \($0) WHERE number = ?")
        }
        insertProblem = try db.makeStatement(sql: "INSERT INTO problem VALUES (?, ?, ?)")
    }

    /// Writes a file that is new, or in place of what was known of it but its reports, and returns its number.
    func write(_ file: StampedFile, isSettled: Bool, at known: Int?) throws -> Int {
        if let known { try removeFile(known) }
        let stamp = file.stamp
        try insertFile.execute(arguments: [
            known, file.entry.path, file.entry.id, stamp.size, stamp.modified, stamp.changed, isSettled, 0, file.correction,
        ])
        return Int(db.lastInsertedRowID)
    }

    /// Notes what a file holds, which is known once it is read.
    func set(content: Int, of file: Int) throws {
        try db.execute(sql: "UPDATE file SET content = ? WHERE number = ?", arguments: [content, file])
    }

    /// Writes a report of a file.
    func write(_ rows: IndexedReport, of file: Int) throws {
        try insertEntry.execute(arguments: [file, rows.path, rows.place, rows.id, rows.content, rows.trace])
        let number = Int(db.lastInsertedRowID)
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

    func numbers(ofReportsOf file: Int) throws -> [Int] {
        try Int.fetchAll(db, sql: "SELECT number FROM entry WHERE file = ?", arguments: [file])
    }

    /// The hashes of what the reports of a file were read from, with the numbers of the reports.
    func contents(ofReportsOf file: Int) throws -> [(content: Int, number: Int)] {
        try Row.fetchAll(db, sql: "SELECT content, number FROM entry WHERE file = ?", arguments: [file]).map { ($0[0], $0[1]) }
    }

    /// Removes a file and its reports.
    func remove(_ number: Int) throws {
        try remove(reports: try numbers(ofReportsOf: number))
        try removeFile(number)
    }

    func remove(reports: some Sequence<Int>) throws {
        for number in reports {
            for statement in deleteReport { try statement.execute(arguments: [number]) }
        }
    }

    private func removeFile(_ number: Int) throws {
        try db.execute(sql: "DELETE FROM file WHERE number = ?", arguments: [number])
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
        facts =
            IndexSchema.facts.map(meeting.column) + [meeting.position.number.databaseValue, meeting.items.databaseValue, 1.databaseValue]
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
