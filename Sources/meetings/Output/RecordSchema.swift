import MeetingCorpus
import MeetingParser

/// The JSON Schema of the record that `list` and `show` print.
enum RecordSchema {
    static var text: String { text(of: schema) }

    /// Of the files of answers.
    static var goldText: String { text(of: GoldFormat.schema { $0.schema }) }

    private static func text(of schema: JSONValue) -> String {
        var writer = JSONWriter()
        schema.write(to: &writer)
        writer.endLine()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Raised with each change of the keys or of their meaning.
    static let version = 2

    private static var schema: JSONValue {
        let keys = Meeting.catalogue.filter { $0.name != "clues" }
        return .object([
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string("Meeting")),
            ("description", .string("One meeting told of in one report, as `meetings list` and `meetings show` print it.")),
            ("version", .integer(version)), ("type", .string("object")), ("additionalProperties", .boolean(false)),
            ("required", .strings(Meeting.fields)), ("properties", .object(keys.map { ($0.name, $0.type.schema) })),
        ])
    }
}

extension KeyType {
    /// The JSON Schema of a value of the type.
    fileprivate var schema: JSONValue {
        switch self {
        case .text(let pattern): .object([("type", .string("string"))] + (pattern.map { [("pattern", .string($0))] } ?? []))
        case .word(let words): .object([("enum", .strings(words))])
        case .integer: .object([("type", .string("integer")), ("minimum", .integer(0))])
        case .optional(let type): type.schema.orNull
        case .list(let element): .object([("type", .string("array")), ("items", element.schema)])
        case .map(let value): .object([("type", .string("object")), ("additionalProperties", value.schema)])
        case .span:
            .object([
                ("type", .string("array")), ("items", KeyType.integer.schema), ("minItems", .integer(2)), ("maxItems", .integer(2)),
            ])
        case .object(let members):
            // Every member is always there.
            .object([
                ("type", .string("object")), ("additionalProperties", .boolean(false)), ("required", .strings(members.map(\.name))),
                ("properties", .object(members.map { ($0.name, $0.type.schema) })),
            ])
        }
    }
}

extension JSONValue {
    /// A schema that allows null, too.
    fileprivate var orNull: JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { key, value in
                switch (key, value) {
                case ("type", .string(let type)): (key, .strings([type, "null"]))
                case ("enum", .array(let words)): (key, .array(words + [.null]))
                default: (key, value)
                }
            })
    }
}
