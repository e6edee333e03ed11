import Algorithms
import GRDB
import MeetingParser

extension MeetingIndex {
    /// The records with the wanted keys, sorted by path, and the problems; as `CorpusReader.read` gives them.
    ///
    /// - Parameters:
    ///   - fields: keys of the record; nil for all of them. Day, kind and what tells reports of one meeting apart
    ///     come always.
    ///   - text: whether the text of the reports is read, too.
    /// - Parameter filter: records that it cannot want because of their dates are left out.
    public func read(fields: Set<String>? = nil, text: Bool = false, wantedBy filter: MeetingFilter? = nil) throws -> CorpusContents {
        let columns = IndexColumns(fields ?? Set(Meeting.fields), text: text)
        return try reading { db in
            var contents = CorpusContents(problems: try Self.problems(db), reportCount: try Self.reportCount(db))
            let condition = filter?.dateCondition ?? "1"
            contents.meetings.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM fact WHERE \(condition)") ?? 0)
            let rows = try Row.fetchCursor(db, sql: "SELECT \(columns.sql) WHERE \(condition) ORDER BY path, place")
            while let row = try rows.next() {
                var meeting = try columns.meeting(row)
                if text { meeting.text = try row.decode(atIndex: row.count - 1) }
                contents.meetings.append(meeting)
            }
            return contents
        }
    }

    static func reportCount(_ db: Database) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM fact") ?? 0 }

    /// Of files in the order of their paths, then those of corrections.
    static func problems(_ db: Database) throws -> [CorpusProblem] {
        let sql = """
            SELECT problem.path, reason FROM problem LEFT JOIN file ON file.number = problem.file
            ORDER BY problem.file IS NULL, file.path, problem.rowid
            """
        return try Row.fetchAll(db, sql: sql).map { CorpusProblem(path: try $0.decode(atIndex: 0), reason: try $0.decode(atIndex: 1)) }
    }

    /// Hands over whole records as lines of JSON, as `RecordLister.run` does.
    public func list(_ filter: MeetingFilter, reversed: Bool = false, limit: Int? = nil, _ body: ([UInt8]) throws -> Void) throws
        -> RecordLister.Summary
    {
        var summary = RecordLister.Summary()
        let contents = try read(fields: filter.fields, text: !filter.texts.isEmpty, wantedBy: filter)
        summary.problems = contents.problems
        summary.reportCount = contents.reportCount
        for meeting in contents.meetings {
            if meeting.kind == .other { summary.add(other: meeting.path, meeting.objection) }
            if filter.lacksDate(meeting) { summary.undated += 1 }
        }
        let wanted = contents.meetings.indices.filter { filter.matches(contents.meetings[$0]) }.map { i in
            (date: contents.meetings[i].date, path: contents.meetings[i].path, position: contents.meetings[i].position.number)
        }
        let order = ListOrder(count: wanted.count, reversed: reversed) { wanted[$0] }
        summary.listed = wanted.count
        // Some at a time: while whoever reads the output waits, nothing is locked.
        for places in order.places.prefix(limit ?? wanted.count).chunks(ofCount: 256) {
            let lines = try reading { db in
                let lines = try IndexLines(db)
                return try places.map { try lines.line(of: wanted[Int($0)].path, wanted[Int($0)].position) }
            }
            for line in lines { try body(line) }
        }
        return summary
    }
}

extension MeetingFilter {
    /// What SQLite may look at: true of all records with a wanted date, of those without a date, and of reports of no
    /// meeting, which are counted. Dates may be months, and are compared as such.
    fileprivate var dateCondition: String {
        func within(_ first: String?, _ last: String?) -> String {
            [
                first.map { "substr(max(coalesce(endDate, date), date) || '-99', 1, 7) >= '\($0.prefix(7))'" },
                last.map { "substr(date || '-00', 1, 7) <= '\($0.prefix(7))'" },
            ].compactMap(\.self).joined(separator: " AND ")
        }
        var conditions = [within(since?.first.iso, until?.last.iso)]
        if !on.isEmpty { conditions.append("(" + on.map { within($0.first.iso, $0.last.iso) }.joined(separator: " OR ") + ")") }
        conditions.removeAll(where: \.isEmpty)
        return conditions.isEmpty ? "1" : "kind = 'other' OR date IS NULL OR \(conditions.joined(separator: " AND "))"
    }
}

/// Records as lines of JSON, put together from their columns.
struct IndexLines {
    private let statement: Statement

    init(_ db: Database) throws {
        let columns = Meeting.fields.joined(separator: ", ")
        statement = try db.makeStatement(sql: "SELECT \(columns) FROM fact LEFT JOIN list USING (number) WHERE path = ? AND place = ?")
    }

    func line(of path: String, _ entry: Int) throws -> [UInt8] {
        var writer = JSONWriter()
        let rows = try Row.fetchCursor(statement, arguments: [path, entry])
        guard let row = try rows.next() else { return [] }
        try writer.object { writer in
            for (i, field) in Meeting.fields.enumerated() {
                writer.key(named: field)
                try row.withUnsafeData(atIndex: i) { data in
                    guard let data else { return writer.null() }
                    if IndexSchema.structured.contains(field) || field == "session" {
                        writer.json(data)
                    } else {
                        writer.string(try row.decode(String.self, atIndex: i))
                    }
                }
            }
        }
        writer.endLine()
        return writer.bytes
    }
}
