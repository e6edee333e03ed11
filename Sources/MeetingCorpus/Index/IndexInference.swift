import GRDB
import MeetingParser

/// Inference over the traces in an index: only records whose findings changed are written again.
enum IndexInference {
    static func run(_ db: Database) throws {
        var traces = Traces()
        var known: [(number: Int, finding: String?)] = []
        let rows = try Row.fetchCursor(db, sql: "SELECT number, finding, path, id, trace FROM entry ORDER BY path, place")
        while let row = try rows.next() {
            let text: String = try row.decode(atIndex: 4)
            let seed = try Traces.Seed(path: try row.decode(atIndex: 2), id: try row.decode(atIndex: 3), json: Array(text.utf8))
            traces.add(seed)
            known.append((try row.decode(atIndex: 0), try row.decode(atIndex: 1)))
        }
        let findings = Inference.findings(in: &traces)
        let writer = try IndexWriter(db)
        for (i, known) in known.enumerated() {
            let finding = findings[i], text = finding?.json
            if text == known.finding { continue }
            var meeting = try parsed(known.number, wasChanged: known.finding != nil, db)
            if let finding {
                if known.finding == nil { try keep(meeting, known.number, db) }
                finding.apply(to: &meeting)
            } else {
                try db.execute(sql: "DELETE FROM parsed WHERE number = ?", arguments: [known.number])
            }
            try writer.write(IndexedRecord(meeting), at: known.number)
            try db.execute(sql: "UPDATE entry SET finding = ? WHERE number = ?", arguments: [text, known.number])
        }
        try keepOneReportEach(db)
    }

    /// Notes which of the reports of one meeting tells most.
    private static func keepOneReportEach(_ db: Database) throws {
        let sql =
            "SELECT id, path, items, duplicates, number, kept FROM fact WHERE duplicates <> '[]' AND kind <> 'other' ORDER BY path, place"
        var reports: [LinkedReport] = [], known: [(number: Int, isKept: Bool)] = []
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            reports.append(try LinkedReport(row, from: 0))
            known.append((try row.decode(atIndex: 4), try row.decode(atIndex: 5)))
        }
        let update = try db.makeStatement(sql: "UPDATE fact SET kept = ? WHERE number = ?")
        for (isKept, known) in zip(LinkedReport.areKept(reports), known) where isKept != known.isKept {
            try update.execute(arguments: [isKept, known.number])
        }
    }

    /// The record as the file alone tells it.
    private static func parsed(_ number: Int, wasChanged: Bool, _ db: Database) throws -> Meeting {
        if wasChanged, let text = try String.fetchOne(db, sql: "SELECT record FROM parsed WHERE number = ?", arguments: [number]) {
            return try Meeting(json: Array(text.utf8))
        }
        let columns = IndexColumns(Set(Meeting.fields).union(["clues"]))
        guard let row = try Row.fetchOne(db, sql: "SELECT \(columns.sql) WHERE number = ?", arguments: [number]) else {
            return Meeting(path: "")
        }
        return try columns.meeting(row)
    }

    private static func keep(_ meeting: Meeting, _ number: Int, _ db: Database) throws {
        var meeting = meeting
        meeting.writesClues = true
        try db.execute(
            sql: "INSERT OR REPLACE INTO parsed VALUES (?, ?)", arguments: [number, String(decoding: meeting.line, as: UTF8.self)])
    }
}
