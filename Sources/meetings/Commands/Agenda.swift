import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings agenda`: what the meetings took up.
struct Agenda: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "List agenda items, one a row.",
        discussion: """
            EXAMPLES
              meetings agenda --since 2020-05
              meetings agenda --body 常委会 --action 审议
              meetings agenda --fields date,title --format tsv | grep 垃圾分类
            """)

    @OptionGroup var options: TableOptions

    @Option(help: ArgumentHelp("Only items with this verb, as 审议. May be repeated; not:… excludes.", valueName: "verb"))
    var action: [String] = []

    var fields: Set<String>? { ["sessions", "agenda"] }

    func columns(in console: Console) -> [Table.Column] {
        Meeting.identityColumns + [
            .number("number").minor, .text("action"), .text("title").main, .list("documents").minor, .text("id").minor,
        ]
    }

    func rows(of selection: Selection, in console: Console) -> [[JSONValue]] {
        let actions = Alternatives(action)
        return selection.meetings.flatMap { meeting in
            meeting.agenda.filter { actions.match(anyPartOf: [$0.action]) }.map { item in
                meeting.identity + [
                    .integer(item.number), .string(item.action), .string(item.title), .strings(item.documents), .string(meeting.id),
                ]
            }
        }
    }
}
