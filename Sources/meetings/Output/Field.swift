import MeetingParser

/// A column of output: a key of the record or a path into it, such as `chair.name` or `agenda.title`.
struct Field: Equatable {
    var path: [String]

    var name: String { path.joined(separator: ".") }
    var isNumber: Bool { ["session", "sessions.number", "sessions.term", "documents.mentions", "directives.point"].contains(name) }

    /// nil where a record has no such key.
    init?(_ name: String) {
        path = name.split(separator: ".").map(String.init)
        guard let key = path.first, Self.roots[key]?.contains(Array(path.dropFirst()).joined(separator: ".")) == true else { return nil }
    }

    private init(known name: String) { path = name.split(separator: ".").map(String.init) }

    /// Reads `date,session,chair.name`.
    static func list(_ names: String) throws -> [Field] {
        try names.split(separator: ",").map { name in
            let name = name.filter { $0 != " " }
            guard let field = Field(name) else {
                throw Failure(message: "there is no field “\(name)”; --fields help lists them", status: .usage)
            }
            return field
        }
    }

    /// The value as one line of text: lists joined by `；`, nothing for null.
    func text(in record: JSONValue) -> String { Self.line(record[path]) }

    /// The value in a record of which nothing else is needed.
    func value(of meeting: Meeting) -> JSONValue {
        var tree = JSONTree()
        tree.beginObject()
        meeting.write(path[0], to: &tree)
        tree.endObject()
        return tree.value[path]
    }

    func value(in record: JSONValue) -> JSONValue { record[path] }

    private static func line(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .integer(let number): String(number)
        case .array(let elements): elements.map(line).filter { !$0.isEmpty }.joined(separator: "；")
        case .object(let members): members.map { line($0.value) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    // MARK: The fields of a record

    /// What a table shows unless told otherwise.
    static let tableDefaults = ["date", "session", "body", "chair.name", "agenda.title"].map(Field.init(known:))
    /// What a file of columns holds unless told otherwise.
    static let fileDefaults = [
        "id", "date", "kind", "jurisdiction", "body", "session", "chair.name", "chair.titles", "agenda.title", "documents.title",
        "reporters", "title", "path",
    ].map(Field.init(known:))

    /// Every key with the paths below it; "" is the key itself.
    private static let roots: [String: [String]] = {
        var roots: [String: [String]] = [:]
        for (key, below) in catalogue { roots[key] = [""] + below.map(\.name) }
        return roots
    }()

    /// Name and type of every field, for `--fields help`.
    static let catalogue: [(key: String, below: [(name: String, type: String)])] = [
        ("id", []), ("path", []), ("kind", []), ("title", []), ("url", []), ("source", []), ("publisher", []), ("published", []),
        ("date", []), ("endDate", []), ("dateBasis", [("day", "string"), ("year", "string"), ("evidence", "string")]),
        ("timeOfDay", []), ("jurisdiction", []),
        ("sessions", [("body", "string"), ("number", "integer"), ("term", "integer")]), ("body", []), ("session", []),
        ("chair", [("name", "string"), ("titles", "list")]),
        ("participants", [("name", "string"), ("titles", "list"), ("role", "string")]),
        ("agenda", [("number", "integer"), ("action", "string"), ("title", "string"), ("documents", "list")]),
        (
            "directives",
            [
                ("number", "integer"), ("agenda", "integer"), ("speaker", "string"), ("verb", "string"), ("point", "integer"),
                ("text", "string"),
            ]
        ),
        ("documents", [("title", "string"), ("mentions", "integer")]),
        ("rankings", [("scope", "string"), ("metric", "string"), ("end", "string"), ("period", "string"), ("entries", "list")]),
        ("assessments", [("unit", "string"), ("strengths", "string"), ("shortcomings", "list")]),
        ("reporters", []), ("editors", []), ("absent", []), ("duplicates", []),
        ("warnings", [("field", "string"), ("code", "string"), ("message", "string")]), ("spans", []), ("text", []),
    ]

    /// `--fields help`
    static var help: String {
        catalogue.map { key, below in
            ([key] + below.map { "  \(key).\($0.name) (\($0.type))" }).joined(separator: "\n")
        }.joined(separator: "\n") + "\n"
    }
}
