import MeetingParser
import Yams

/// Names that the user says are one: commands compare and group by the name they stand under, and find it by any of them.
///
/// ```yaml
/// aliases:
///   bodies: {中央政治局: [中共中央政治局]}
///   persons: {于军: [于 军]}
///   places: {北京市海淀区: [海淀区]}
/// ```
public struct Aliases: Sendable {
    /// Other names of one kind, each with the name it stands for and the line that says so.
    struct Names: Sendable {
        private(set) var standsFor: [String: (name: String, line: Int)] = [:]
        private var groups: [String: [String]] = [:]

        mutating func add(_ alias: String, for name: String, line: Int) {
            standsFor[alias] = (name, line)
            groups[name, default: [name]].append(alias)
        }

        /// The name to group by.
        func name(of printed: String) -> String { standsFor[printed]?.name ?? printed }

        /// A name with the others that are the same.
        func all(of printed: String) -> [String] { groups[name(of: printed)] ?? [printed] }

        var isEmpty: Bool { standsFor.isEmpty }
    }

    /// In a file of corrections, what stands where others have an id.
    static let key = "aliases"

    private(set) var bodies = Names(), persons = Names(), places = Names()

    /// The file that tells them, for messages.
    var file = ""

    /// No aliases.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { bodies.isEmpty && persons.isEmpty && places.isEmpty }

    /// Reads what stands below `aliases:`; what cannot be is told with its line.
    mutating func read(_ node: Node, tell: (_ line: Int, _ reason: String) -> Void) {
        let kinds: [String: WritableKeyPath<Aliases, Names>] = ["bodies": \.bodies, "persons": \.persons, "places": \.places]
        guard let groups = node.mapping else { return tell(node.mark?.line ?? 1, "write bodies, persons or places below aliases") }
        for (kind, names) in groups {
            guard let path = kind.string.flatMap({ kinds[$0] }), let names = names.mapping else {
                tell(
                    kind.mark?.line ?? 1, "aliases are of bodies, persons or places: below each write a name, and a list of its other names"
                )
                continue
            }
            let chosen = Set(names.compactMap { $0.key.string })
            for (name, aliases) in names {
                for alias in aliases.sequence.map({ Array($0) }) ?? [aliases] {
                    let line = alias.mark?.line ?? name.mark?.line ?? 1
                    guard let name = name.string, let alias = alias.string, !name.isEmpty, !alias.isEmpty else {
                        tell(line, "an alias is a word or a list of words")
                        continue
                    }
                    if chosen.contains(alias) {
                        tell(line, "“\(alias)” has aliases of its own, so that it can be none")
                    } else if let other = self[keyPath: path].standsFor[alias] {
                        tell(line, "“\(alias)” already stands for “\(other.name)”")
                    } else {
                        self[keyPath: path].add(alias, for: name, line: line)
                    }
                }
            }
        }
    }

    /// A body's name with the others that are the same.
    public func bodies(_ name: String) -> [String] { bodies.all(of: name) }
    /// A person's name with the others that are the same.
    public func persons(_ name: String) -> [String] { persons.all(of: name) }

    /// A record under the names it is grouped by.
    public func renamed(_ meeting: Meeting) -> Meeting {
        guard !isEmpty else { return meeting }
        var meeting = meeting
        for i in meeting.sessions.indices { meeting.sessions[i].body = bodies.name(of: meeting.sessions[i].body) }
        if let chair = meeting.chair?.name { meeting.chair?.name = persons.name(of: chair) }
        for i in meeting.participants.indices { meeting.participants[i].name = persons.name(of: meeting.participants[i].name) }
        meeting.jurisdiction = meeting.jurisdiction.map(places.name)
        return meeting
    }

    /// In words, that a printed name is counted as another; nil where it is not.
    ///
    /// - Parameter field: the key of the record in which it stands.
    func note(on value: String, in field: String) -> String? {
        let names = ["sessions": bodies, "chair": persons, "participants": persons, "jurisdiction": places][field]
        guard let alias = names?.standsFor[value] else { return nil }
        return "counted as “\(alias.name)” (\(file):\(alias.line))"
    }
}
