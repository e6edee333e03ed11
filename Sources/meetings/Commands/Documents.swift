import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings documents`: each document and its course through the meetings.
struct Documents: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "documents",
        abstract: "List documents with their course: first studied, deliberated, passed.",
        discussion: """
            EXAMPLES
              meetings documents
              meetings documents --document 条例 --fields title,course
              meetings documents --sort meetings --reverse --limit 20
            """)

    @OptionGroup var options: TableOptions

    /// --document chooses documents here, not meetings.
    var meetingFilters: FilterOptions {
        var filters = filters
        filters.document = []
        return filters
    }

    var fields: Set<String>? { ["documents", "agenda"] }

    func columns(in console: Console) -> [Table.Column] {
        [
            .text("title").main, .number("meetings"), .text("first"), .text("last"), .list("course"), .text("studied"),
            .text("deliberated"),
            .text("passed"), .number("mentions"),
        ]
    }

    func rows(of selection: Selection, in console: Console) -> [[JSONValue]] {
        let wanted = Alternatives(filters.document)
        return DocumentCourse.all(in: selection.meetings).filter { wanted.match(anyPartOf: [$0.title]) }.map { document in
            [
                .string(document.title), .integer(document.meetings), .string(document.first), .string(document.last),
                .array(document.steps.map { .object([("date", .string($0.date)), ("action", .string($0.action))]) }),
                .string(document.studied),
                .string(document.deliberated), .string(document.passed), .integer(document.mentions),
            ]
        }
    }
}
