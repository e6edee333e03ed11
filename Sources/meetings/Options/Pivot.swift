import MeetingCorpus
import MeetingParser

/// One thing to count by.
struct Pivot {
    private enum Source { case time(TimeUnit), field(Field) }
    private let source: Source

    private static let short = [
        "body": "sessions.body", "session": "sessions.number", "chair": "chair.name", "action": "agenda.action",
        "document": "documents.title", "person": "participants.name",
        "place": "jurisdiction", "verb": "directives.verb", "speaker": "directives.speaker", "role": "participants.role",
    ]

    /// Short names, times first.
    static let names = TimeUnit.allCases.reversed().map(\.rawValue) + short.keys.sorted()

    init(_ name: String) throws {
        if let unit = TimeUnit(rawValue: name) {
            source = .time(unit)
        } else if let field = Field(Self.short[name] ?? name) {
            source = .field(field)
        } else {
            throw Failure(.notAPivot, name, Self.names.joined(separator: ", "), status: .usage)
        }
    }

    /// `place,month`: fields, and a time at the end.
    static func withTime(_ names: String) throws -> (groups: [(name: String, pivot: Pivot)], unit: TimeUnit) {
        let parts = names.split(separator: ",").map { $0.filter { $0 != " " } }
        guard let unit = parts.last.flatMap(TimeUnit.init) else { throw Failure(.panelNeedsTime, names, status: .usage) }
        return (try parts.dropLast().map { ($0, try Pivot($0)) }, unit)
    }

    /// Whether it counts by when meetings were.
    var isOfTime: Bool { fields == ["date"] }

    /// Keys of the record that it looks at.
    var fields: [String] {
        if case .field(let field) = source { return [field.key] }
        return ["date"]
    }

    /// Every combination of the different values that a meeting has of several.
    static func combinations(of pivots: [Pivot], in meeting: Meeting) -> [[String]] {
        let values = pivots.map { $0.values(of: meeting) }
        if values.allSatisfy({ $0.count == 1 }) { return [values.map { $0[0] }] }
        return values.reduce([[]]) { lists, values in lists.flatMap { list in values.map { list + [$0] } } }
    }

    /// The different values, "" for none.
    func values(of meeting: Meeting) -> [String] {
        switch source {
        case .time(let unit): return [meeting.date.flatMap(unit.name) ?? ""]
        case .field(let field):
            let value = field.value(of: meeting)
            guard case .array(let elements) = value else { return [value.line] }
            return elements.isEmpty ? [""] : Array(Set(elements.map(\.line)))
        }
    }
}
