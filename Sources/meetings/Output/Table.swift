import MeetingParser

/// Rows under named columns: what commands give to an output format.
struct Table {
    struct Column: Equatable {
        enum Content: String { case text, number, list }

        /// The key in JSON and the column's name in files: `chair.name`.
        var name: String
        var content = Content.text
        /// Whether the text stands at the right edge, as the words before a keyword do.
        var isFlushRight = false
        /// What the language calls it, where the name alone would mislead.
        var label: String?
        /// How soon the column is left out where a terminal is too narrow for all of them.
        var weight = Weight.plain

        enum Weight { case minor, plain, main }

        static func text(_ name: String) -> Column { Column(name: name) }
        static func number(_ name: String) -> Column { Column(name: name, content: .number, isFlushRight: true) }
        static func list(_ name: String) -> Column { Column(name: name, content: .list) }

        /// The first to be left out.
        var minor: Column { weighing(.minor) }
        /// What the table is for: never left out.
        var main: Column { weighing(.main) }

        func called(_ label: String) -> Column {
            var column = self
            column.label = label
            return column
        }

        private func weighing(_ weight: Weight) -> Column {
            var column = self
            column.weight = weight
            return column
        }
    }

    var columns: [Column]
    var rows: [[JSONValue]]

    /// Only the chosen columns, in the order in which they were chosen.
    func selecting(_ names: [String]) throws -> Table {
        let places = try names.map { name in
            guard let place = columns.firstIndex(where: { $0.name == name }) else { throw Failure(.noSuchField, name, status: .usage) }
            return place
        }
        return Table(columns: places.map { columns[$0] }, rows: rows.map { row in places.map { row[$0] } })
    }

    /// Sorted by a column, unknown values last; rows that are equal in it keep their order.
    func sorted(by name: String) throws -> Table {
        guard let place = columns.firstIndex(where: { $0.name == name }) else { throw Failure(.noSuchField, name, status: .usage) }
        let keyed = rows.enumerated().map { (key: SortKey($0.element[place]), row: $0) }
        return Table(columns: columns, rows: keyed.sorted { ($0.key, $0.row.offset) < ($1.key, $1.row.offset) }.map(\.row.element))
    }

    /// The cells as text, each on one line.
    var cells: [[String]] { rows.map { $0.map(\.line) } }
}

extension JSONValue {
    /// The value as text: lists joined by `；`, nothing for null.
    var line: String {
        switch self {
        case .null: ""
        case .boolean(let value): value ? "true" : "false"
        case .string(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): number.threeDecimals
        case .array(let elements): elements.map(\.line).filter { !$0.isEmpty }.joined(separator: "；")
        case .object(let members) where members.contains { $0.key == "first" }: Self.stretch(of: members)
        case .object(let members): members.map(\.value.line).filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    /// 区委书记 2020-05-22..2020-07-15: what lies between a first and a last, which may be the same.
    private static func stretch(of members: [(key: String, value: JSONValue)]) -> String {
        let ends = members.filter { $0.key == "first" || $0.key == "last" }.map(\.value.line).filter { !$0.isEmpty }
        let others = members.filter { $0.key != "first" && $0.key != "last" }.map(\.value.line)
        let stretch = Set(ends).count == 1 ? ends[0] : ends.joined(separator: "..")
        return (others + [stretch]).filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Double {
    fileprivate var threeDecimals: String {
        let thousandths = Int((self * 1000).rounded())
        let digits = String(abs(thousandths) % 1000)
        return (thousandths < 0 ? "-" : "") + "\(abs(thousandths) / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
    }
}

/// Numbers by value, texts by code point, nothing last.
enum SortKey: Comparable {
    case number(Double)
    case text(String)
    case nothing

    init(_ value: JSONValue) {
        switch value {
        case .integer(let number): self = .number(Double(number))
        case .decimal(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .array(let elements): self = elements.first.map(SortKey.init) ?? .nothing
        default: self = .nothing
        }
    }
}
