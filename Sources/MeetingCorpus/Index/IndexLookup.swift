import GRDB
import MeetingParser

extension MeetingIndex {
    /// The records that references name, and few besides, by which one report of an index of any size is shown at once; where
    /// a reference names none, all of them, with what such a reference could name. nil where a file from which evidence is
    /// wanted is no longer the one that was read: then all has to be read.
    ///
    /// - Parameters:
    ///   - reader: reads the files of these records again, for the places of their values; nil where none are wanted.
    ///   - references: what a user typed.
    ///   - text: whether the text of the reports is read, too.
    public func read(naming references: [MeetingReference], text: Bool, evidenceBy reader: CorpusReader?) throws -> CorpusContents? {
        let columns = IndexColumns(Set(Meeting.fields).union(["clues"]), text: text)
        var contents = CorpusContents()
        let hashes = try reading { db in
            contents = CorpusContents(problems: try Self.problems(db), reportCount: try Self.reportCount(db))
            let conditions = references.map(\.condition), condition = conditions.map(\.sql).joined(separator: " OR ")
            let sql = "SELECT \(columns.sql) WHERE number IN (SELECT number FROM fact WHERE \(condition)) ORDER BY path, place"
            let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(conditions.flatMap(\.arguments)))
            while let row = try rows.next() {
                var meeting = try columns.meeting(row)
                meeting.writesClues = false
                if text { meeting.text = try row.decode(atIndex: row.count - 1) }
                contents.meetings.append(meeting)
            }
            return try contents.meetings.map { try Self.contentHash(of: $0, db) }
        }
        let meetings = contents.meetings.filter { $0.kind != .other }
        let found = references.map { $0.matches(in: meetings) }
        if found.contains(where: \.isEmpty) {
            let strangers = zip(references, found).filter { $1.isEmpty }.map { $0.0 }
            contents.meetings += try reading { db in try strangers.flatMap { try Self.near($0, db) } }
            return contents
        }
        guard let reader else { return contents }
        let named = Set(found.joined().map(\.id))
        for i in contents.meetings.indices where named.contains(contents.meetings[i].id) {
            guard let evidence = reader.evidence(of: contents.meetings[i], hash: hashes[i]) else { return nil }
            contents.meetings[i].evidence = evidence
        }
        return contents
    }

    /// The records in which a value of some keys may begin with a text, with these keys, of an index of any size while
    /// somebody types.
    public func read(fields: Set<String>, holding prefix: String) throws -> CorpusContents {
        let columns = IndexColumns(fields)
        let condition = (fields + ["id"]).map { "instr(\($0), ?)" }.sorted().joined(separator: " OR ")
        return try reading { db in
            let sql = "SELECT \(columns.sql) WHERE \(condition) ORDER BY path, place"
            let rows = try Row.fetchAll(db, sql: sql, arguments: StatementArguments(Array(repeating: prefix, count: fields.count + 1)))
            return CorpusContents(meetings: try rows.map(columns.meeting))
        }
    }

    /// Of the records, those by which is told what is near a reference that names none: one for each of the numbers or days, or
    /// those with the text in their id or body that are told first.
    private static func near(_ reference: MeetingReference, _ db: Database) throws -> [Meeting] {
        let body = reference.bodyName, own = try near(reference, of: body, db)
        return own.isEmpty && !body.isEmpty ? try near(reference, of: "", db) : own
    }

    private static func near(_ reference: MeetingReference, of body: String, _ db: Database) throws -> [Meeting] {
        let columns = IndexColumns(["sessions"]), text = reference.text
        let chosen: SQL =
            if let number = reference.sessionNumber {
                """
                SELECT chosen FROM (
                    SELECT min(number) AS chosen, n FROM (
                        SELECT number, session AS n FROM fact WHERE kind != 'other' AND NOT instr(sessions, '},{')
                        AND instr(sessions, \(body))
                        UNION ALL SELECT number, json_extract(value, '$.number') FROM fact, json_each(sessions)
                        WHERE kind != 'other' AND instr(sessions, '},{') AND instr(json_extract(value, '$.body'), \(body)))
                    WHERE n IS NOT NULL GROUP BY n ORDER BY abs(n - \(number)), n LIMIT 3)
                """
            } else if Period(text) != nil {
                "SELECT min(number) FROM fact WHERE kind != 'other' GROUP BY date"
            } else {
                """
                SELECT * FROM (SELECT number FROM fact WHERE kind != 'other' AND instr(id, \(text)) ORDER BY id LIMIT 3)
                UNION SELECT * FROM (
                    SELECT min(number) FROM fact WHERE kind != 'other' AND instr(sessions, \(text)) GROUP BY date ORDER BY date DESC LIMIT 3)
                """
            }
        let rows: SQLRequest<Row> = "SELECT \(sql: columns.sql) WHERE number IN (\(chosen))"
        return try rows.fetchAll(db).map(columns.meeting)
    }

    private static func contentHash(of meeting: Meeting, _ db: Database) throws -> Int? {
        let sql = "SELECT content FROM entry WHERE number = (SELECT number FROM fact WHERE path = ? AND place = ?)"
        return try Int.fetchOne(db, sql: sql, arguments: [meeting.path, meeting.position.number])
    }
}

extension CorpusReader {
    /// The places of the values of a record; nil where its report is no longer the one it was read from.
    fileprivate func evidence(of meeting: Meeting, hash: Int?) -> [String: Evidence]? {
        guard let report = ReportFile.report(of: meeting, in: root, unpacking), report.contentHash == hash else { return nil }
        return record(of: report, id: meeting.id)?.evidence.filter { key, _ in
            !meeting.clues.corrected.keys.contains { key == $0 || key.hasPrefix($0 + ".") }
        }
    }
}

extension MeetingReference {
    /// True of every record that the reference may name, and of some others; with its arguments.
    fileprivate var condition: (sql: String, arguments: [String?]) {
        let file = "/" + text, length = file.unicodeScalars.count
        var parts = ["id = ? OR path = ? OR substr(id, -\(length)) = ? OR substr(path, -\(length)) = ?"]
        var arguments: [String?] = [text, text, file, file]
        // A key of an entry.
        if let mark = text.firstIndex(of: "#") {
            let head = String(text[...mark])
            parts.append("substr(id, 1, \(head.unicodeScalars.count)) = ?")
            arguments.append(head)
        }
        if let sessionNumber {
            parts.append("instr(sessions, ?)")
            arguments.append("\"number\":\(sessionNumber),")
        }
        if text.count > 4, let period = Period(text) {
            parts.append("substr(max(coalesce(endDate, date), date) || '-99', 1, 7) >= ? AND substr(date || '-00', 1, 7) <= ?")
            arguments += [period.first, period.last].map { String($0.iso.prefix(7)) }
        }
        return ("(" + parts.joined(separator: " OR ") + ")", arguments)
    }
}
