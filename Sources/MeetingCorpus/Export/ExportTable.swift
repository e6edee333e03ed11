import MeetingParser

/// A table of an export: what its columns are, and its rows of a meeting. All of them follow from the table of keys.
public struct ExportTable: Sendable {
    /// A column of a table.
    public struct Column: Sendable {
        /// In the header of the CSV file.
        public var name: String
        /// What its cells hold.
        public var type: KeyType
        /// Whether every row has a value.
        public var isRequired: Bool
        /// What it is called in Chinese.
        public var chinese: String
        /// What it means, for the codebook.
        public var meaning: Meaning

        /// Whether its cells are whole numbers.
        public var isInteger: Bool { if case .integer = type.bare { true } else { false } }

        /// The words that may stand there; empty for any.
        public var words: [String] { if case .word(let words) = type.bare { words } else { [] } }
    }

    /// Columns of one table that name a row of another.
    public struct Reference: Sendable {
        public var columns: [String], table: String, keys: [String]
        /// Whether a row may name none: Frictionless knows no such references.
        public var isOptional = false
    }

    /// Of the file without its extension.
    public var name: String
    /// What a row is.
    public var meaning: Meaning
    /// In their order.
    public var columns: [Column]
    /// Columns that no two rows have the same values of.
    public var key: [String]
    /// Columns that name rows of other tables.
    public var references: [Reference]
    /// The rows that a meeting has.
    public var rows: @Sendable (Meeting) -> [[JSONValue]]

    /// Every table, those first that others refer to.
    public static let all: [ExportTable] =
        [meetings, list("agenda")] + ["sessions", "participants", "directives", "documents"].map(list) + [rankings]
        + ["assessments", "warnings"].map(list)

    /// Of lists of words in one cell.
    public static let separator = "; "

    // MARK: The meetings

    /// Keys of a record that are no column: lists that are tables, and what depends on where the corpus lies.
    static let leftOut: Set<String> = ["path", "sessions", "absent", "duplicates", "reporters", "editors"]

    private static let meetings: ExportTable = {
        let keys = Meeting.catalogue.filter { key in
            key.role != .asked && !leftOut.contains(key.name) && (key.type.members.isEmpty || ["dateBasis", "chair"].contains(key.name))
        }
        let paths =
            keys.flatMap { key -> [[String]] in
                let members = key.type.members.map { [key.name, $0.name] }
                return members.isEmpty ? [[key.name]] : members
            } + [["reporters"], ["editors"]]
        let columns = paths.map { path in
            column(path, named: path[0] + path.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
        }
        return ExportTable(
            name: "meetings", meaning: .of("meetings"), columns: columns, key: ["id"], references: [],
            rows: { meeting in [paths.map { meeting.value(of: $0[0])[Array($0.dropFirst())].cell }] })
    }()

    // MARK: What meetings have several of

    private static func list(_ key: String) -> ExportTable {
        let members = Meeting.catalogue.first { $0.name == key }!.type.members.map(\.name).filter { $0 != "number" || key == "sessions" }
        var references = [Reference(columns: ["meeting"], table: "meetings", keys: ["id"])]
        if key == "directives" {
            references.append(Reference(columns: ["meeting", "agenda"], table: "agenda", keys: ["meeting", "item"], isOptional: true))
        }
        return ExportTable(
            name: key, meaning: .of(key), columns: identity + members.map { column([key, $0], named: $0) }, key: ["meeting", "item"],
            references: references,
            rows: { meeting in
                guard case .array(let items) = meeting.value(of: key) else { return [] }
                return items.enumerated().map { i, item in
                    [.string(meeting.id), .integer(i + 1)] + members.map { item[[$0]].cell }
                }
            })
    }

    /// A row for each unit of a league table.
    private static let rankings: ExportTable = {
        let facts = ["scope", "metric", "end", "period"]
        var columns =
            identity + [
                Column(name: "place", type: .integer, isRequired: true, chinese: "条目序号", meaning: .of("rankings.place"))
            ]
        columns += facts.map { column(["rankings", $0], named: $0) }
        columns.append(Column(name: "unit", type: .text(), isRequired: true, chinese: "单位", meaning: .of("rankings.entries")))
        columns.append(Column(name: "rank", type: .optional(.integer), isRequired: false, chinese: "名次", meaning: .of("rankings.ranks")))
        columns.append(Column(name: "value", type: .optional(.text()), isRequired: false, chinese: "数值", meaning: .of("rankings.values")))
        return ExportTable(
            name: "rankings", meaning: .of("rankings"), columns: columns, key: ["meeting", "item", "place"],
            references: [Reference(columns: ["meeting"], table: "meetings", keys: ["id"])],
            rows: { meeting in
                meeting.rankings.enumerated().flatMap { i, ranking -> [[JSONValue]] in
                    let facts: [JSONValue] = [
                        .string(ranking.scope), .string(ranking.metric), .string(ranking.end.rawValue), .string(ranking.period),
                    ]
                    return ranking.entries.indices.map { place -> [JSONValue] in
                        let identity: [JSONValue] = [.string(meeting.id), .integer(i + 1), .integer(place + 1)]
                        return identity + facts + [
                            .string(ranking.entries[place]), .integer(ranking.rank(at: place)), .string(ranking.value(at: place)),
                        ]
                    }
                }
            })
    }()

    // MARK: Columns

    private static let identity = [
        Column(name: "meeting", type: .text(), isRequired: true, chinese: "会议编号", meaning: .of("meeting")),
        Column(name: "item", type: .integer, isRequired: true, chinese: "序号", meaning: .of("item")),
    ]

    private static func column(_ path: [String], named name: String) -> Column {
        let key = Meeting.catalogue.first { $0.name == path[0] }!
        let member = path.count > 1 ? key.type.members.first { $0.name == path[1] } : nil
        let type = member?.type ?? key.type
        let isWithin = member != nil && ["chair", "dateBasis"].contains(key.name)
        let isList = if case .list = type.bare { true } else { false }
        // A text may be empty.
        let isText = if case .text = type { true } else { false }
        let isOptional = if case .optional = type { true } else { isText && name != "id" }
        return Column(
            name: name, type: type, isRequired: !isOptional && !isList && !isWithin,
            chinese: (isWithin ? key.chinese : "") + (member?.chinese ?? key.chinese), meaning: .of(path.joined(separator: ".")))
    }
}

extension JSONValue {
    /// The value in one cell: a list as its words, an empty text as nothing.
    fileprivate var cell: JSONValue {
        if case .string("") = self { return .null }
        guard case .array(let elements) = self else { return self }
        let words = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
        return words.isEmpty ? .null : .string(words.joined(separator: ExportTable.separator))
    }
}
