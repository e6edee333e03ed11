import MeetingParser

/// A column of output: a key of the record or a path into it, such as `chair.name` or `agenda.title`.
struct Field: Equatable {
    var path: [String]

    var name: String { path.joined(separator: ".") }

    /// The key of the record that holds it.
    var key: String { path[0] == "body" || path[0] == "session" ? "sessions" : path[0] }

    /// The column that shows it.
    var column: Table.Column {
        switch Self.types[name] {
        case "integer": .number(name)
        case "list": .list(name)
        default: .text(name)
        }
    }

    /// nil where a record has no such key.
    init?(_ name: String) {
        // What filters and other commands call a place is the jurisdiction of a record.
        let name = name == "place" ? "jurisdiction" : name
        path = name.split(separator: ".").map(String.init)
        guard Self.types[name] != nil else { return nil }
    }

    private init(known name: String) { path = name.split(separator: ".").map(String.init) }

    /// Reads `date,session,chair.name`.
    static func list(_ names: String) throws -> [Field] {
        if names.allSatisfy({ $0 == "," || $0 == " " }) { throw Failure(.emptyValue, "--fields", status: .usage) }
        return try names.split(separator: ",").map { name in
            let name = name.filter { $0 != " " }
            guard let field = Field(name) else {
                throw Failure(.noSuchField, name, status: .usage)
            }
            return field
        }
    }

    /// The value in a record of which nothing else is needed.
    func value(of meeting: Meeting) -> JSONValue {
        meeting.value(of: path[0])[Array(path.dropFirst())]
    }

    func value(in record: JSONValue) -> JSONValue { record[path] }

    // MARK: The fields of a record

    /// What a format shows unless told otherwise.
    static func defaults(for format: OutputFormat) -> [Field] {
        format == .csv || format == .tsv || format.isJSON ? fileDefaults : tableDefaults
    }

    private static let tableDefaults = ["date", "session", "body", "chair.name", "agenda.title"].map(Field.init(known:))
    private static let fileDefaults = [
        "id", "date", "kind", "jurisdiction", "body", "session", "chair.name", "chair.titles", "agenda.title", "documents.title",
        "reporters", "title", "path",
    ].map(Field.init(known:))

    private static let types = Dictionary(uniqueKeysWithValues: catalogue)

    /// Name and type of every field, in the order of the contract; the type of a path into a list is that of its elements.
    static let catalogue: [(name: String, type: String)] = Meeting.catalogue.filter { $0.name != "clues" }.flatMap { key in
        [(key.name, key.type.word)] + key.type.members.map { ("\(key.name).\($0.name)", $0.type.word) }
    }

    /// `--fields help`
    static var help: String {
        catalogue.map { name, type in String(repeating: "  ", count: name.contains(".") ? 1 : 0) + "\(name) (\(type))\n" }.joined()
    }
}

extension Table {
    /// A row a meeting, a column a field.
    init(_ meetings: [Meeting], _ fields: [Field]) {
        self.init(
            columns: fields.map(\.column),
            rows: meetings.map { meeting in
                fields.map { $0.value(of: meeting) }
            })
    }

    /// `--fields help` of a command that has its own columns.
    static func help(_ columns: [Column]) -> String {
        columns.map { "\($0.name) (\($0.content.rawValue))\n" }.joined()
    }
}

extension KeyType {
    /// The type in a word, for users.
    var word: String {
        switch bare {
        case .integer: "integer"
        case .list: "list"
        case .object, .map, .span: "object"
        case .text, .word, .optional: "string"
        }
    }
}
