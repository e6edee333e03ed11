import GRDB
import MeetingParser

/// The tables of an index: one column for each key of a record, so that SQLite and Datasette show what JSON shows.
enum IndexSchema {
    /// Keys whose values are lists or objects, kept as JSON.
    static let structured = Set(Meeting.catalogue.filter(\.type.isStructured).map(\.name))

    /// Keys by which records are chosen, counted and sorted: a table of their own is looked through in no time.
    static let facts: [String] = Meeting.fields.filter { !lists.contains($0) } + ["clues", "pathBytes"]
    /// Keys whose values are long.
    static let lists = Meeting.catalogue.filter(\.role.isLong).map(\.name)

    /// Of tables and rules, at byte 60 of the file: an index of another version is built anew.
    static let version = 10 * 1_000_000 + MeetingParser.versionNumber

    /// Whether the tables, indexes and views are exactly those that `create` makes.
    static func isExact(_ db: Database) throws -> Bool { try definitions(db) == expected }

    private static func definitions(_ db: Database) throws -> [String] {
        try Row.fetchAll(db, sql: "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").map { row in
            row.databaseValues.map { "\($0)" }.joined(separator: "\t")
        }
    }

    private static let expected: [String] =
        (try? DatabaseQueue().write { db in
            try create(in: db)
            return try definitions(db)
        }) ?? []

    /// Whether a file without our mark is an index of version 0.3.0, which had none: exactly its tables, and what it says of
    /// itself.
    static func isOf030(_ path: String) -> Bool {
        let found = try? MeetingIndex.reader(of: path).read { db in
            let names = try Row.fetchAll(db, sql: "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2")
            let version = try String.fetchOne(db, sql: "SELECT value FROM about WHERE key = 'version'")
            return (try names.map { try $0.decode(String.self, atIndex: 0) + " " + $0.decode(String.self, atIndex: 1) }, version)
        }
        let tables = ["about", "fact", "file", "list", "parsed", "problem", "text"].map { "table " + $0 }
        let indexes = ["fact_date", "fact_kind", "fact_path"].map { "index " + $0 }
        let views = ["agenda_item", "assessment", "directive", "document", "participant", "ranking", "report", "session"].map {
            "view " + $0
        }
        return found?.0 == indexes + tables + views && found?.1?.hasSuffix(" 0.3.0") == true
    }

    static func create(in db: Database) throws {
        func columns(_ fields: [String]) -> String {
            fields.map { "\($0) \($0 == "session" ? "INTEGER" : "TEXT")" }.joined(separator: ", ")
        }
        try db.execute(
            sql: """
                CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
                -- place: number in a file of many reports, else 0. items: agenda items and directives. kept: whether no other
                -- report of the same meeting tells more.
                CREATE TABLE fact (
                    number INTEGER PRIMARY KEY, \(columns(facts)), place INTEGER NOT NULL, items INTEGER NOT NULL, kept INTEGER NOT NULL);
                -- With all by which a reference is looked up, so that 100,000 reports are looked through in 0.1 s.
                CREATE INDEX fact_path ON fact(path, place, id, kind, date, endDate, session, sessions);
                CREATE INDEX fact_date ON fact(kept, kind, date);
                CREATE INDEX fact_kind ON fact(kind);
                CREATE TABLE list (number INTEGER PRIMARY KEY, \(columns(lists)));
                -- The whole record, in the order of the contract.
                CREATE VIEW report AS SELECT \(Meeting.fields.joined(separator: ", ")), number FROM fact LEFT JOIN list USING (number);
                -- What is searched has simplified characters and small letters; folded is NULL where it is the text itself.
                CREATE TABLE text (number INTEGER PRIMARY KEY, text TEXT NOT NULL, folded TEXT, foldedTitle TEXT NOT NULL);
                CREATE TABLE problem (file INTEGER, path TEXT NOT NULL, reason TEXT NOT NULL);
                CREATE TABLE file (
                    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, id TEXT NOT NULL, size INTEGER NOT NULL,
                    modified INTEGER NOT NULL, changed INTEGER NOT NULL, settled INTEGER NOT NULL, content INTEGER NOT NULL,
                    correction TEXT NOT NULL);
                -- The reports of files, most of which are one; their numbers are those of fact, list and text.
                CREATE TABLE entry (
                    number INTEGER PRIMARY KEY, file INTEGER NOT NULL, path TEXT NOT NULL, place INTEGER NOT NULL, id TEXT NOT NULL,
                    content INTEGER NOT NULL, trace TEXT NOT NULL, finding TEXT);
                CREATE INDEX entry_file ON entry(file);
                -- Records as parsed, of the reports that inference changed.
                CREATE TABLE parsed (number INTEGER PRIMARY KEY, record TEXT NOT NULL);
                \(views)
                """)
    }

    /// The lists of records as tables, for whoever opens the file with other tools.
    private static var views: String {
        Meeting.catalogue.filter { viewNames[$0.name] != nil }.map { list in
            let members = list.type.members.map { "json_extract(item.value, '$.\($0.name)') AS \"\($0.name)\"" }.joined(separator: ", ")
            return """
                CREATE VIEW \(viewNames[list.name]!) AS SELECT report.id AS report, report.date, \(members)
                FROM report, json_each(report.\(list.name)) AS item;
                """
        }.joined(separator: "\n")
    }

    private static let viewNames = [
        "sessions": "session", "participants": "participant", "agenda": "agenda_item", "directives": "directive", "documents": "document",
        "rankings": "ranking", "assessments": "assessment",
    ]
}
