import GRDB
import MeetingParser

extension MeetingIndex {
    /// The meetings that a filter wants, where SQLite counts those with the same keys; nil where keys are looked at that
    /// are too long to be compared.
    func count(_ filter: MeetingFilter, once: Bool, fields: Set<String>) throws -> Selection? {
        let fields = fields.union(filter.fields)
        let keys = IndexSchema.facts.filter { fields.contains($0) && $0 != "body" && $0 != "session" }
        guard keys.count == fields.count, filter.texts.isEmpty else { return nil }
        return try reading { db in
            var selection = Selection()
            selection.problems = try Self.problems(db)
            selection.others = try Self.others(db)
            if once, filter.isEmpty {
                try Self.countAll(keys.filter { $0 != "endDate" }, db, &selection)
            } else {
                try Self.count(filter, keys, among: once ? "duplicates = '[]'" : "1", db, &selection)
                if once { try Self.addLinked(filter, keys, db, &selection) }
            }
            return selection
        }
    }

    /// All meetings, each once: which reports those are is known.
    private static func countAll(_ keys: [String], _ db: Database, _ selection: inout Selection) throws {
        let list = keys.joined(separator: ", ")
        let columns = IndexColumns(keys)
        let sql = "SELECT \(list), kept, count(*) FROM fact WHERE kind <> 'other' GROUP BY kept, \(list)"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let count: Int = row[keys.count + 1]
            if row[keys.count] {
                selection.add(try columns.meeting(row), count)
            } else {
                selection.reprints += count
            }
        }
    }

    /// Wanted meetings that meet a condition.
    private static func count(
        _ filter: MeetingFilter, _ keys: [String], among condition: String, _ db: Database, _ selection: inout Selection
    ) throws {
        let list = keys.joined(separator: ", ")
        let columns = IndexColumns(keys)
        let rows = try Row.fetchCursor(db, sql: "SELECT \(list), count(*) FROM fact WHERE \(condition) GROUP BY \(list)")
        while let row = try rows.next() {
            let meeting = try columns.meeting(row), count: Int = row[keys.count]
            if filter.lacksDate(meeting) { selection.undated += count }
            if filter.matches(meeting) { selection.add(meeting, count) }
        }
    }

    /// Of wanted reports of one meeting the one that tells most.
    private static func addLinked(_ filter: MeetingFilter, _ keys: [String], _ db: Database, _ selection: inout Selection) throws {
        let columns = IndexColumns(keys)
        var meetings: [Meeting] = [], reports: [LinkedReport] = []
        let list = keys.joined(separator: ", ")
        let sql = "SELECT \(list), id, path, items, duplicates FROM fact WHERE duplicates <> '[]' ORDER BY path"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let meeting = try columns.meeting(row)
            if filter.lacksDate(meeting) { selection.undated += 1 }
            guard filter.matches(meeting) else { continue }
            meetings.append(meeting)
            reports.append(try LinkedReport(row, from: keys.count))
        }
        for (isKept, meeting) in zip(LinkedReport.areKept(reports), meetings) {
            if isKept { selection.add(meeting, 1) } else { selection.reprints += 1 }
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

extension Selection {
    fileprivate mutating func add(_ meeting: Meeting, _ count: Int) {
        meetings.append(meeting)
        counts.append(count)
    }
}

extension LinkedReport {
    /// Reads the columns id, path, items and duplicates, which stand in a row from a place on.
    init(_ row: Row, from place: Int) throws {
        let others = try JSONReader.read(Array((row[place + 3] as String).utf8)) { json throws(JSONProblem) in try json.strings() }
        self.init(id: row[place], path: row[place + 1], items: row[place + 2], others: others)
    }
}
