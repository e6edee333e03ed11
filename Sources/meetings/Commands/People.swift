import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings people`: who was there, in which office, how often.
struct People: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "List people: titles over time, how often they chaired, attended, reported.",
        discussion: """
            EXAMPLES
              meetings people
              meetings people --person 于军 --json
              meetings people --sort chaired --reverse --limit 10
            """)

    @OptionGroup var options: TableOptions

    var fields: Set<String>? { ["chair", "participants", "jurisdiction"] }

    var groupsByName: Bool { true }

    func columns(in console: Console) -> [Table.Column] {
        [
            .text("name"), .text("place"), .list("titles"), .number("chaired"), .text("first"), .text("last"), .number("attended"),
            .number("nonvoting"), .number("reported"), .number("spoke"),
        ]
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let wanted = Alternatives(filters.person), aliases = try corpus.aliases(in: console)
        return PersonRecord.all(in: selection.meetings).filter { wanted.match(oneOf: aliases.persons($0.name)) }.map { person in
            [
                .string(person.name), .string(person.place), .array(person.titles.map(\.json)), .integer(person.chaired),
                .string(person.first), .string(person.last), .integer(person.roles[.attended] ?? 0),
                .integer(person.roles[.nonvoting] ?? 0), .integer(person.roles[.reported] ?? 0), .integer(person.roles[.spoke] ?? 0),
            ]
        }
    }
}

extension PersonRecord.Title {
    fileprivate var json: JSONValue { .object([("title", .string(title)), ("first", .string(first)), ("last", .string(last))]) }
}
