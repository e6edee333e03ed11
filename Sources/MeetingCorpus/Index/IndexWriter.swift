import GRDB
import MeetingParser

/// Writes files and records into the tables of an index.
struct IndexWriter {
    private let db: Database
    private let insertFile: Statement
    private let insertReport: Statement
    private let insertText: Statement
    private let insertProblem: Statement

    init(_ db: Database) throws {
        self.db = db
        insertFile = try db.makeStatement(sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
        let places = Array(repeating: "?", count: Meeting.fields.count + 1).joined(separator: ", ")
        insertReport = try db.makeStatement(sql: "INSERT OR REPLACE INTO report VALUES (\(places))")
        insertText = try db.makeStatement(sql: "INSERT INTO text VALUES (?, ?, ?)")
        insertProblem = try db.makeStatement(sql: "INSERT INTO problem VALUES (?, ?, ?)")
    }

    /// Writes a file that is new, or in place of what was known of it.
    func write(_ parsed: ParsedFile, at known: Int?) throws {
        if let known { try remove(known) }
        let file = parsed.file, stamp = file.stamp
        try insertFile.execute(arguments: [
            known, file.entry.path, file.entry.id, stamp.size, stamp.modified, stamp.changed, parsed.seen, parsed.content,
            file.correction, parsed.meeting.map { Traces.Seed($0).json },
        ])
        let number = Int(db.lastInsertedRowID)
        for problem in parsed.problems { try add(problem, of: number) }
        guard var meeting = parsed.meeting else { return }
        if let text = meeting.text {
            let folded = text.folded
            let isFolded = folded.elementsEqual(text.utf8)
            try insertText.execute(arguments: [number, text, isFolded ? nil : String(decoding: folded, as: UTF8.self)])
        }
        meeting.text = nil
        try write(meeting, at: number)
    }

    /// Writes a record, also over an older one.
    func write(_ meeting: Meeting, at number: Int) throws {
        insertReport.setUncheckedArguments(StatementArguments([number.databaseValue] + meeting.columns))
        try insertReport.execute()
    }

    func remove(_ number: Int) throws {
        for table in ["file", "report", "text", "parsed"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE number = ?", arguments: [number])
        }
        try db.execute(sql: "DELETE FROM problem WHERE file = ?", arguments: [number])
    }

    func stamp(_ number: Int, _ stamp: FileStamp, seen: Int) throws {
        try db.execute(
            sql: "UPDATE file SET size = ?, modified = ?, changed = ?, seen = ? WHERE number = ?",
            arguments: [stamp.size, stamp.modified, stamp.changed, seen, number])
    }

    func add(_ problem: CorpusProblem, of file: Int?) throws {
        try insertProblem.execute(arguments: [file, problem.path, problem.reason])
    }
}

extension Meeting {
    /// The values of the record's keys in their order: texts and numbers as they are, the others as JSON.
    fileprivate var columns: [DatabaseValue] {
        Self.fields.map { field in
            if IndexSchema.structured.contains(field) {
                var writer = JSONWriter()
                write(field, to: &writer)
                // Behind `"field":`.
                return String(decoding: writer.bytes.dropFirst(field.utf8.count + 3), as: UTF8.self).databaseValue
            }
            var tree = JSONTree()
            tree.beginObject()
            write(field, to: &tree)
            tree.endObject()
            switch tree.value[[field]] {
            case .string(let text): return text.databaseValue
            case .integer(let number): return number.databaseValue
            default: return .null
            }
        }
    }
}
