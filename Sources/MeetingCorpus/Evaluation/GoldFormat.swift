import MeetingParser

/// The keys of a gold file: those that are scored, and those that are for its readers.
public enum GoldFormat {
    /// Scored where they are there.
    static let scored: [(key: String, type: KeyType)] = {
        func list(_ members: (String, KeyType)...) -> KeyType {
            .list(.object(members.map { KeyType.Member(name: $0.0, chinese: "", type: $0.1) }))
        }
        let text = KeyType.text(), words = KeyType.list(.text()), maybe = KeyType.optional(.text())
        let agenda = list(("action", text), ("title", text))
        let people = list(("name", text), ("titles", words), ("role", .word(Participant.Role.allCases.map(\.rawValue))))
        let chair = KeyType.optional(
            .object([.init(name: "name", chinese: "", type: maybe), .init(name: "titles", chinese: "", type: words)]))
        return [
            ("date", .optional(.text(pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"))), ("chair", chair),
            ("sessions", list(("body", text), ("number", .optional(.integer)))), ("participants", people),
            ("participants_optional", people),
            ("agenda", agenda), ("agenda_optional", agenda), ("documents", words), ("documents_optional", words), ("directives", words),
            ("directives_optional", words), ("reporters", words), ("reporters_optional", words),
            ("rankings", list(("end", .word(["top", "bottom"])), ("entries", words))),
        ]
    }()

    /// Known and passed over.
    static let forReaders: Set<String> = [
        "id", "genre", "title", "date_year_from", "published", "notes", "jurisdiction", "raw", "query", "text_status", "url",
        "directives_agenda", "directives_addressee", "directives_deadline", "venue", "kind", "province", "rankings_optional", "end_date",
        "endDate", "assessments", "repo", "repo_path", "date_md", "other_dates",
    ]

    static let isMeeting = "is_meeting"
    static let known = forReaders.union(scored.map(\.key)).union([isMeeting])

    /// The JSON Schema (2020-12) of a gold file.
    public static func schema(of type: (KeyType) -> JSONValue) -> JSONValue {
        let readers = forReaders.sorted().map { ($0, JSONValue.object([("description", .string("for readers; not scored"))])) }
        return .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("Gold")),
            (
                "description",
                .string(
                    "A reader's answers for one report, in ID.gold.json. A key that is not there is not scored; items of lists called _optional count neither for nor against; directives are told by how they begin."
                )
            ),
            ("type", .string("object")), ("additionalProperties", .boolean(false)),
            (
                "properties",
                .object([(isMeeting, .object([("type", .string("boolean"))]))] + scored.map { ($0.key, type($0.type).open) } + readers)
            ),
        ])
    }

    /// A gold file with what the program answers, for a reader to correct.
    public static func draft(of meeting: Meeting) -> [UInt8] {
        func objects(_ key: String, _ members: [String]) -> JSONValue {
            guard case .array(let items) = meeting.value(of: key) else { return .array([]) }
            return .array(items.map { item in .object(members.map { ($0, item[[$0]]) }) })
        }
        func words(_ texts: [String]) -> JSONValue { .strings(texts) }
        let chair = meeting.chair.map { JSONValue.object([("name", .string($0.name)), ("titles", .strings($0.titles))]) } ?? .null
        let members: [(String, JSONValue)] = [
            ("id", .string(meeting.id)), ("title", .string(meeting.title)),
            ("notes", .string("draft of the program: read the report and correct every key, then delete this one")),
            (isMeeting, .boolean(meeting.kind != .other)), ("date", .string(meeting.date)), ("chair", chair),
            ("sessions", objects("sessions", ["body", "number"])), ("participants", objects("participants", ["name", "titles", "role"])),
            ("agenda", objects("agenda", ["action", "title"])), ("documents", words(meeting.documents.map(\.title))),
            ("directives", words(meeting.directives.map { String($0.text.prefix(24)) })), ("reporters", words(meeting.reporters)),
            ("rankings", objects("rankings", ["end", "entries"])),
        ]
        // A key a line, for people.
        let lines = members.map { key, value in
            var writer = JSONWriter()
            value.write(to: &writer)
            return "  \"\(key)\": " + String(decoding: writer.bytes, as: UTF8.self)
        }
        return Array("{\n\(lines.joined(separator: ",\n"))\n}\n".utf8)
    }
}

extension JSONValue {
    /// A schema of objects in which keys may be missing, and others stand.
    fileprivate var open: JSONValue {
        guard case .object(let members) = self else {
            if case .array(let elements) = self { return .array(elements.map(\.open)) }
            return self
        }
        return .object(members.filter { $0.key != "required" && $0.key != "additionalProperties" }.map { ($0.key, $0.value.open) })
    }
}
