import MeetingParser
import Yams

extension JSONValue {
    /// The value of a YAML node; times and dates stay as written.
    init(_ node: Node) {
        switch node {
        case .mapping(let mapping): self = .object(mapping.map { ($0.key.string ?? "", JSONValue($0.value)) })
        case .sequence(let sequence): self = .array(sequence.map { JSONValue($0) })
        case .scalar(let scalar):
            if scalar.style == .plain, node.null != nil { self = .null } else { self = .string(scalar.string) }
        default: self = .null
        }
    }

    /// The value with what its field needs besides: numbers of items, empty lists.
    func completed(for field: String) -> JSONValue {
        switch (field, self) {
        case ("chair", .string(let name)): return .object([("name", .string(name)), ("titles", .array([]))])
        case ("chair", .object): return defaulting([("titles", .array([]))])
        case ("sessions", .array(let items)): return .array(items.map { $0.numbers(["number", "term"]) })
        case ("agenda", .array(let items)):
            return .array(
                items.enumerated().map {
                    $1.named("title").defaulting([("number", .integer($0 + 1)), ("action", .string("")), ("documents", .array([]))])
                })
        case ("directives", .array(let items)):
            return .array(
                items.enumerated().map { $1.named("text").defaulting([("number", .integer($0 + 1))]).numbers(["agenda", "point"]) })
        case ("documents", .array(let items)):
            return .array(items.map { $0.named("title").numbers(["mentions"]).defaulting([("mentions", .integer(1))]) })
        case ("participants", .array(let items)):
            return .array(items.map { $0.named("name").defaulting([("titles", .array([])), ("role", .string("attended"))]) })
        case ("rankings", .array(let items)): return .array(items.map { $0.defaulting([("entries", .array([]))]) })
        case ("assessments", .array(let items)): return .array(items.map { $0.defaulting([("shortcomings", .array([]))]) })
        default: return self
        }
    }

    /// A plain text in place of an object is its main member.
    private func named(_ key: String) -> JSONValue {
        if case .string = self { return .object([(key, self)]) }
        return self
    }

    private func defaulting(_ defaults: [(key: String, value: JSONValue)]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members + defaults.filter { wanted in !members.contains { $0.key == wanted.key } })
    }

    private func numbers(_ keys: Set<String>) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.map { member in
                guard keys.contains(member.key), case .string(let text) = member.value, let number = Int(text) else { return member }
                return (member.key, .integer(number))
            })
    }
}
