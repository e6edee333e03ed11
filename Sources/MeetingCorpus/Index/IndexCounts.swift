import GRDB
import MeetingParser

extension MeetingIndex {
    /// All meetings, each once, as SQLite counts those with the same keys; nil where keys are asked for that are too long
    /// to be compared.
    func countAll(_ fields: Set<String>) throws -> Selection? {
        let wanted = IndexSchema.facts.filter { fields.contains($0) && $0 != "body" && $0 != "session" }
        guard wanted.count == fields.count else { return nil }
        return try reading { db in
            var selection = Selection()
            selection.problems = try Self.problems(db)
            selection.others = try Self.others(db)
            let keys = ["kind", "date"] + wanted.filter { $0 != "kind" && $0 != "date" }
            let columns = IndexColumns(keys)
            let sql = "SELECT \(keys.joined(separator: ", ")), kept, count(*) FROM fact WHERE kind <> 'other' GROUP BY kept, \(keys.joined(separator: ", "))"
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let count: Int = row[keys.count + 1]
                guard row[keys.count] as Int == 1 else {
                    selection.reprints += count
                    continue
                }
                selection.meetings.append(try columns.meeting(row))
                selection.counts.append(count)
            }
            return selection
        }
    }

    static func others(_ db: Database) throws -> [CorpusProblem] {
        let columns = IndexColumns(["path", "kind", "warnings"])
        let rows = try Row.fetchCursor(db, sql: "SELECT path, kind, warnings FROM report WHERE kind = 'other' ORDER BY path")
        var others: [CorpusProblem] = []
        while let row = try rows.next() {
            let meeting = try columns.meeting(row)
            others.append(CorpusProblem(path: meeting.path, reason: meeting.objection))
        }
        return others
    }
}
