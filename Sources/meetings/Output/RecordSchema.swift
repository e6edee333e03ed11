import MeetingParser

/// The JSON Schema of the record that `list` and `show` print.
enum RecordSchema {
    static var text: String {
        var writer = JSONWriter()
        schema.write(to: &writer)
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private static var schema: JSONValue {
        let always = Meeting.fields
        return .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("Meeting")),
            ("description", .string("One report of one meeting, as `meetings list` and `meetings show` print it.")),
            ("type", .string("object")), ("additionalProperties", .boolean(false)), ("required", .strings(always)),
            ("properties", .object((always + ["spans", "text"]).map { ($0, property($0)) })),
        ])
    }

    private static func property(_ name: String) -> JSONValue {
        switch name {
        case "id", "path", "title": string()
        case "kind": oneOf(Kind.allCases.map(\.rawValue))
        case "date", "endDate": pattern("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")
        case "published": pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}")
        case "session": nullable("integer")
        case "dateBasis":
            object([
                ("day", oneOf(["text", "publication"], orNull: true)),
                ("year", oneOf(["text", "publication", "url", "mention", "series", "corpus", "path", "assumed"], orNull: true)),
                ("evidence", nullable("string")),
            ])
        case "sessions": list(object([("body", string()), ("number", nullable("integer")), ("term", nullable("integer"))]))
        case "chair": object([("name", nullable("string")), ("titles", list(string()))], orNull: true)
        case "participants":
            list(
                object([("name", string()), ("titles", list(string())), ("role", oneOf(["attended", "nonvoting", "reported", "spoke"]))]))
        case "agenda": list(object([("number", number()), ("action", string()), ("title", string()), ("documents", list(string()))]))
        case "directives":
            list(
                object([
                    ("number", number()), ("agenda", nullable("integer")), ("speaker", nullable("string")), ("verb", nullable("string")),
                    ("point", nullable("integer")), ("text", string()),
                ]))
        case "documents": list(object([("title", string()), ("mentions", number())]))
        case "rankings":
            list(
                object([
                    ("scope", nullable("string")), ("metric", nullable("string")), ("end", oneOf(["top", "bottom"])),
                    ("period", pattern("^[0-9]{4}-[0-9]{2}$")), ("entries", list(string())),
                ]))
        case "assessments": list(object([("unit", string()), ("strengths", nullable("string")), ("shortcomings", list(string()))]))
        case "reporters", "editors", "duplicates": list(string())
        case "absent": map(oneOf(["unstated", "unparsed"]))
        case "warnings": list(object([("field", string()), ("code", string()), ("message", string())]))
        case "spans": map(.object([("type", .string("array")), ("items", number()), ("minItems", .integer(2)), ("maxItems", .integer(2))]))
        default: nullable("string")
        }
    }

    // MARK: Parts of a schema

    private static func string() -> JSONValue { .object([("type", .string("string"))]) }
    private static func number() -> JSONValue { .object([("type", .string("integer")), ("minimum", .integer(0))]) }
    private static func nullable(_ type: String) -> JSONValue { .object([("type", .strings([type, "null"]))]) }

    private static func pattern(_ pattern: String) -> JSONValue {
        .object([("type", .strings(["string", "null"])), ("pattern", .string(pattern))])
    }

    private static func oneOf(_ values: [String], orNull: Bool = false) -> JSONValue {
        .object([("enum", .array(values.map { .string($0) } + (orNull ? [.null] : [])))])
    }

    private static func list(_ items: JSONValue) -> JSONValue { .object([("type", .string("array")), ("items", items)]) }
    private static func map(_ values: JSONValue) -> JSONValue { .object([("type", .string("object")), ("additionalProperties", values)]) }

    /// Every member is always there.
    private static func object(_ members: [(key: String, value: JSONValue)], orNull: Bool = false) -> JSONValue {
        .object([
            ("type", orNull ? .strings(["object", "null"]) : .string("object")), ("additionalProperties", .boolean(false)),
            ("required", .strings(members.map(\.key))), ("properties", .object(members)),
        ])
    }
}
