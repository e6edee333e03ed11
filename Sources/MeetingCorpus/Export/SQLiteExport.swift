import Foundation
import GRDB
import MeetingParser

/// The tables of an export in a SQLite file, for `sqlite3`, Datasette and pandas: keys, references, indexes, views, and a table
/// that is searched by words.
public enum SQLiteExport {
    /// `MTGX`, at byte 68 of the file, by which an export may be written over.
    private static let mark: UInt32 = 0x4D54_4758

    /// Whether a file is a database that `write` made.
    public static func isOurs(_ path: String) -> Bool {
        guard case .success(let head) = FileReader.read(path, most: 72, isWhole: false) else { return false }
        return head.count == 72 && head[68...].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == mark
    }

    /// Writes a new file.
    public static func write(_ meetings: [Meeting], to file: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let database = try DatabaseQueue(path: file, configuration: configuration)
        // Both the journal and the pages depend on nothing but what is written.
        try database.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA page_size = 4096; PRAGMA application_id = \(mark)")
        }
        try database.write { db in
            for table in ExportTable.all { try db.execute(sql: definition(of: table)) }
            try db.execute(sql: others)
            let insert = try ExportTable.all.map { table in
                try db.makeStatement(
                    sql: "INSERT INTO \(table.name) VALUES (\(table.columns.map { _ in "?" }.joined(separator: ", ")))")
            }
            let search = try db.makeStatement(sql: "INSERT INTO search VALUES (?, ?, ?, ?)")
            for meeting in meetings {
                for (table, statement) in zip(ExportTable.all, insert) {
                    for row in table.rows(meeting) { try statement.execute(arguments: StatementArguments(row.map(\.databaseValue))) }
                }
                try search.execute(arguments: [
                    meeting.id, meeting.title, meeting.agenda.map { $0.action + $0.title }.joined(separator: "\n"),
                    meeting.directives.map(\.text).joined(separator: "\n"),
                ])
            }
        }
        try database.close()
    }

    private static func definition(of table: ExportTable) -> String {
        let columns = table.columns.map { column in
            var text = "\(quoted(column.name)) \(column.isInteger ? "INTEGER" : "TEXT")"
            if column.isRequired { text += " NOT NULL" }
            if !column.words.isEmpty {
                text += " CHECK (\(quoted(column.name)) IN (\(column.words.map { "'\($0)'" }.joined(separator: ", "))))"
            }
            return text
        }
        func list(_ names: [String]) -> String { names.map(quoted).joined(separator: ", ") }
        let references = table.references.map { "FOREIGN KEY (\(list($0.columns))) REFERENCES \($0.table)(\(list($0.keys)))" }
        return "CREATE TABLE \(table.name) (\((columns + ["PRIMARY KEY (\(list(table.key)))"] + references).joined(separator: ",\n    ")));"
    }

    private static func quoted(_ name: String) -> String { "\"\(name)\"" }

    /// Words of two characters are found, too: `LIKE` looks through the table where they are too short for its trigrams.
    private static let others = """
        CREATE INDEX meetings_date ON meetings(date);
        CREATE INDEX meetings_body ON meetings(body);
        CREATE INDEX participants_name ON participants(name);
        CREATE INDEX documents_title ON documents(title);
        CREATE INDEX directives_agenda ON directives(meeting, agenda);
        CREATE VIRTUAL TABLE search USING fts5(meeting UNINDEXED, title, agenda, directives, tokenize = 'trigram');
        CREATE VIEW people AS
            SELECT name, sum(chaired) AS chaired, count(DISTINCT meeting) AS meetings, min(date) AS first, max(date) AS last FROM (
                SELECT id AS meeting, chairName AS name, 1 AS chaired, date FROM meetings WHERE chairName IS NOT NULL
                UNION ALL SELECT meeting, name, 0, date FROM participants JOIN meetings ON meetings.id = participants.meeting)
            GROUP BY name;
        CREATE VIEW bodies AS
            SELECT sessions.body, count(*) AS meetings, min(date) AS first, max(date) AS last
            FROM sessions JOIN meetings ON meetings.id = sessions.meeting GROUP BY sessions.body;
        CREATE VIEW agenda_items AS SELECT date, meetings.body, agenda.* FROM agenda JOIN meetings ON meetings.id = agenda.meeting;
        """

    /// Titles and descriptions for Datasette, and a page that finds words of any length.
    ///
    /// - Parameter name: of the file, without its extension.
    public static func metadata(of name: String) -> [UInt8] {
        let tables = ExportTable.all.map { table -> (String, JSONValue) in
            let columns = table.columns.map { ($0.name, JSONValue.string("\($0.chinese) · \($0.meaning.english)")) }
            return (
                table.name,
                .object([("description", .string("\(table.meaning.english) \(table.meaning.chinese)")), ("columns", .object(columns))])
            )
        }
        let find = JSONValue.object([
            ("title", .string("Find meetings by words 检索")),
            (
                "sql",
                .string(
                    """
                    SELECT meetings.date, meetings.body, meetings.title, meetings.id FROM search JOIN meetings ON meetings.id = search.meeting \
                    WHERE search.title LIKE '%' || :words || '%' OR search.agenda LIKE '%' || :words || '%' \
                    OR search.directives LIKE '%' || :words || '%' ORDER BY meetings.date
                    """)
            ),
        ])
        let database = JSONValue.object([("tables", .object(tables)), ("queries", .object([("find", find)]))])
        let metadata = JSONValue.object([
            ("title", .string("Meetings")), ("description", .string(DataPackage.about)), ("databases", .object([(name, database)])),
        ])
        var writer = JSONWriter()
        metadata.write(to: &writer)
        writer.endLine()
        return writer.bytes
    }
}

extension JSONValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .string(let text): text.databaseValue
        case .integer(let number): number.databaseValue
        case .decimal(let number): number.databaseValue
        default: .null
        }
    }
}
