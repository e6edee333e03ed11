import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings network`: who sat with whom.
struct Network: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "network",
        abstract: "List who sat in meetings with whom: how often, from when to when.",
        discussion: """
            EXAMPLES
              meetings network --limit 20
              meetings network --person 于军 --sort -weight
              meetings network --since 2020 --format csv > edges.csv
              meetings export --to graphml -o people.graphml

            `weight` adds 1/(n-1) for each meeting of n people (Newman 2001), so that large \
            meetings count less. People are the same where their names are.
            """)

    @OptionGroup var options: TableOptions

    var fields: Set<String>? { ["chair", "participants"] }

    var groupsByName: Bool { true }

    func columns(in console: Console) -> [Table.Column] {
        [.text("person"), .text("other"), .number("meetings"), .number("weight"), .text("first"), .text("last")]
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let wanted = Alternatives(filters.person), aliases = try corpus.aliases(in: console)
        return CoAttendance(selection.meetings).edges.filter { wanted.match(oneOf: aliases.persons($0.first) + aliases.persons($0.second)) }
            .map(\.row)
    }
}

extension CoAttendance.Edge {
    /// The two, how often they met, Newman's weight, from when to when.
    var row: [JSONValue] { [.string(first), .string(second), .integer(meetings), .decimal(weight), .string(since), .string(until)] }
}
