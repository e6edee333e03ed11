import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings directives`: what was demanded.
struct Directives: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directives",
        abstract: "List directives, one a row: who demanded what, under which agenda item.",
        discussion: """
            EXAMPLES
              meetings directives --session 181
              meetings directives --speaker 于军 --containing 垃圾分类
              meetings directives --format ndjson | jq -r .text
            """)

    @OptionGroup var options: TableOptions

    @Option(help: ArgumentHelp("Only what this person said. May be repeated; not:… excludes.", valueName: "name"))
    var speaker: [String] = []

    @Option(help: ArgumentHelp("Only sentences with these words; a query as of `search`.", valueName: "query"))
    var containing: String?

    var fields: Set<String>? { ["sessions", "directives"] }

    func columns(in console: Console) -> [Table.Column] {
        Meeting.identityColumns + [
            .number("number"), .number("agenda"), .text("speaker"), .text("verb"), .number("point"), .text("text"), .text("id"),
        ]
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let speakers = Alternatives(speaker), query = try containing.map { try TextQuery(checked: $0) }
        return selection.meetings.flatMap { meeting in
            meeting.directives
                .filter { speakers.match(oneOf: [$0.speaker].compactMap(\.self)) && query?.matches($0.text) != false }
                .map { directive in
                    meeting.identity + [
                        .integer(directive.number), .integer(directive.agenda), .string(directive.speaker), .string(directive.verb),
                        .integer(directive.point), .string(directive.text), .string(meeting.id),
                    ]
                }
        }
    }
}
