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
              meetings directives --addressee 水务局 --until-deadline 2020-06
              meetings directives --format ndjson | jq -r .text
            """)

    @OptionGroup var options: TableOptions

    @Option(help: ArgumentHelp("Only what this person said. May be repeated; not:… excludes.", valueName: "name"))
    var speaker: [String] = []

    @Option(help: ArgumentHelp("Only sentences with these words; a query as of `search`.", valueName: "query"))
    var containing: String?

    @Option(
        help: ArgumentHelp("Only what this unit is to do, by any part of its name. May be repeated; not:… excludes.", valueName: "name"))
    var addressee: [String] = []

    @Option(help: ArgumentHelp("Only what is to be done by this day, month or year.", valueName: "date"))
    var untilDeadline: String?

    var fields: Set<String>? { ["date", "sessions", "directives"] }

    func columns(in console: Console) -> [Table.Column] {
        Meeting.identityColumns + [
            .number("number").minor, .number("agenda").minor, .text("speaker"), .text("verb").minor, .number("point").minor,
            .text("addressee"), .text("deadline"), .text("text").main, .text("id").minor,
        ]
    }

    func checkOptions() throws {
        _ = try containing.map { try TextQuery(checked: $0) }
        _ = try latestDeadline
    }

    private var latestDeadline: CalendarDay? {
        get throws {
            try untilDeadline.map { text in
                guard let period = Period(text) else { throw Failure(.notADate, "--until-deadline", text, status: .usage) }
                return period.last
            }
        }
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let speakers = Alternatives(speaker), addressees = Alternatives(addressee)
        let query = try containing.map { try TextQuery(checked: $0) }
        let last = try latestDeadline
        return selection.meetings.flatMap { meeting in
            meeting.directives
                .filter { speakers.match(oneOf: [$0.speaker].compactMap(\.self)) }
                .filter { addressees.match(anyPartOf: [$0.addressee].compactMap(\.self)) && query?.matches($0.text) != false }
                .filter { directive in last.map { meeting.isDue(directive, by: $0) } ?? true }
                .map { directive in
                    meeting.identity + [
                        .integer(directive.number), .integer(directive.agenda), .string(directive.speaker), .string(directive.verb),
                        .integer(directive.point), .string(directive.addressee), .string(directive.deadline), .string(directive.text),
                        .string(meeting.id),
                    ]
                }
        }
    }
}

extension Meeting {
    /// Whether a directive of the meeting is to be done by a day; a deadline that tells no day is not.
    fileprivate func isDue(_ directive: Directive, by last: CalendarDay) -> Bool {
        guard let printed = directive.deadline, let said = period?.last, let day = Deadline.lastDay(printed, from: said) else {
            return false
        }
        return day <= last
    }
}
