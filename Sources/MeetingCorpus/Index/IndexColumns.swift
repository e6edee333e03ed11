import Foundation
import GRDB
import MeetingParser

/// The columns of a query for records, and how they are read back.
struct IndexColumns {
    private enum Reader { case structured(String), text(WritableKeyPath<Meeting, String?>), title, id, path, kind }
    private let readers: [Reader]
    /// The columns and tables of a SELECT.
    let sql: String

    /// Keys of records to read; what follows from others is left out.
    init(_ fields: Set<String>, text: Bool = false) {
        var readers: [Reader] = [], names: [String] = []
        for field in Meeting.fields + ["clues", "pathBytes"] where field != "body" && field != "session" {
            if fields.contains(field) || Self.always.contains(field) {
                names.append(field)
            } else if let reason = Self.sometimes[field] {
                names.append("CASE WHEN \(reason) THEN (SELECT \(field) FROM list WHERE list.number = fact.number) END")
            } else {
                continue
            }
            readers.append(Self.reader(field))
        }
        let tables = fields.isDisjoint(with: IndexSchema.lists) ? "fact" : "fact LEFT JOIN list USING (number)"
        self.readers = readers
        sql =
            names.joined(separator: ", ") + (text ? ", text.text" : "") + " FROM " + tables
            + (text ? " LEFT JOIN text USING (number)" : "")
    }

    /// Reads rows that have the columns of some keys, in their order.
    init(keys: [String]) {
        readers = keys.map(Self.reader)
        sql = keys.joined(separator: ", ")
    }

    var count: Int { readers.count }

    private static let always: Set<String> = ["id", "path", "kind", "date", "endDate", "duplicates"]

    /// Needed of few reports: to choose among those of one meeting, and to say why a page is none.
    private static let sometimes = [
        "agenda": "duplicates <> '[]'", "directives": "duplicates <> '[]'", "warnings": "kind = 'other'",
    ]

    private static func reader(_ field: String) -> Reader {
        switch field {
        case "id": .id
        case "path": .path
        case "kind": .kind
        case "title": .title
        default: texts[field].map { .text($0) } ?? .structured(field)
        }
    }

    private static let texts: [String: WritableKeyPath<Meeting, String?> & Sendable] = [
        "url": \.url, "pathBytes": \.pathBytes, "source": \.source, "publisher": \.publisher, "published": \.published, "date": \.date,
        "endDate": \.endDate,
        "timeOfDay": \.timeOfDay, "jurisdiction": \.jurisdiction, "venue": \.venue,
    ]

    /// The record, or the part of it that was asked for.
    func meeting(_ row: Row) throws -> Meeting {
        var meeting = Meeting(path: "")
        for (i, reader) in readers.enumerated() {
            switch reader {
            case .id: meeting.id = try row.decode(atIndex: i)
            case .path: meeting.path = try row.decode(atIndex: i)
            case .title: meeting.title = try row.decode(atIndex: i)
            case .kind: meeting.kind = Kind(rawValue: try row.decode(atIndex: i)) ?? .other
            case .text(let key): meeting[keyPath: key] = try row.decode(atIndex: i)
            case .structured(let field):
                try row.withUnsafeData(atIndex: i) { data in
                    try data?.withUnsafeBytes { bytes in
                        var json = JSONReader(bytes.bindMemory(to: UInt8.self))
                        try meeting.read(field, from: &json)
                    }
                }
            }
        }
        return meeting
    }
}
