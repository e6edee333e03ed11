import GRDB
import MeetingParser

extension MeetingIndex {
    /// The meetings that a filter wants, where SQLite counts those with the same keys; nil where keys are looked at that
    /// are too long to be compared.
    func count(_ filter: MeetingFilter, once: Bool, fields: Set<String>) throws -> Selection? {
        let isAll = once && filter.isEmpty
        // Where all are wanted, the days on which they ended are looked at only if they are asked for.
        let fields = isAll ? fields.union(["kind"]) : fields.union(filter.fields)
        let keys = IndexSchema.facts.filter { fields.contains($0) && $0 != "body" && $0 != "session" }
        guard keys.count == fields.count, filter.texts.isEmpty else { return nil }
        let columns = IndexColumns(keys: keys)
        return try reading { db in
            var selection = try Self.nothing(db)
            if isAll {
                try Self.countAll(columns, db, &selection)
            } else {
                try Self.count(filter, columns, among: once ? "duplicates = '[]'" : "1", db, &selection)
                if once { try Self.addLinked(filter, columns, db, &selection) }
            }
            return selection
        }
    }

    /// What is told of an index whatever is wanted.
    static func nothing(_ db: Database) throws -> Selection {
        var selection = Selection()
        selection.problems = try problems(db)
        selection.others = try others(db)
        selection.reportCount = try Self.reportCount(db)
        return selection
    }

    /// All meetings, each once: which reports those are is known.
    private static func countAll(_ columns: IndexColumns, _ db: Database, _ selection: inout Selection) throws {
        let sql = "SELECT \(columns.sql), kept, count(*) FROM fact WHERE kind <> 'other' GROUP BY kept, \(columns.sql)"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let count: Int = try row.decode(atIndex: columns.count + 1)
            if try row.decode(Bool.self, atIndex: columns.count) {
                selection.add(try columns.meeting(row), count)
            } else {
                selection.reprints += count
            }
        }
    }

    /// Wanted meetings that meet a condition.
    private static func count(
        _ filter: MeetingFilter, _ columns: IndexColumns, among condition: String, _ db: Database, _ selection: inout Selection
    ) throws {
        let sql = "SELECT \(columns.sql), count(*) FROM fact WHERE \(condition) GROUP BY \(columns.sql)"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let meeting = try columns.meeting(row), count: Int = try row.decode(atIndex: columns.count)
            if filter.lacksDate(meeting) { selection.undated += count }
            if filter.matches(meeting) { selection.add(meeting, count) }
        }
    }

    /// Of wanted reports of one meeting the one that tells most.
    private static func addLinked(
        _ filter: MeetingFilter, _ columns: IndexColumns, _ db: Database, _ selection: inout Selection
    ) throws {
        var meetings: [Meeting] = [], reports: [LinkedReport] = []
        let sql = "SELECT \(columns.sql), id, path, items, duplicates FROM fact WHERE duplicates <> '[]' ORDER BY path, place"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let meeting = try columns.meeting(row)
            if filter.lacksDate(meeting) { selection.undated += 1 }
            guard filter.matches(meeting) else { continue }
            meetings.append(meeting)
            reports.append(try LinkedReport(row, from: columns.count))
        }
        for (isKept, meeting) in zip(LinkedReport.areKept(reports), meetings) {
            if isKept { selection.add(meeting, 1) } else { selection.reprints += 1 }
        }
    }

    private static func others(_ db: Database) throws -> [CorpusProblem] {
        let columns = IndexColumns(keys: ["path", "kind", "warnings"])
        let rows = try Row.fetchCursor(
            db, sql: "SELECT \(columns.sql) FROM fact LEFT JOIN list USING (number) WHERE kind = 'other' ORDER BY path, place")
        var others: [CorpusProblem] = []
        while let row = try rows.next() {
            let meeting = try columns.meeting(row)
            others.append(CorpusProblem(path: meeting.path, reason: meeting.objection))
        }
        return others
    }
}

extension Selection {
    fileprivate mutating func add(_ meeting: consuming Meeting, _ count: Int) {
        meetings.append(meeting)
        counts.append(count)
    }
}

extension LinkedReport {
    /// Reads the columns id, path, items and duplicates, which stand in a row from a place on.
    init(_ row: Row, from place: Int) throws {
        let others = try JSONReader.read(Array(try row.decode(String.self, atIndex: place + 3).utf8)) { json throws(JSONProblem) in
            try json.strings()
        }
        self.init(
            id: try row.decode(atIndex: place), path: try row.decode(atIndex: place + 1), items: try row.decode(atIndex: place + 2),
            others: others)
    }
}
