import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings search`: full text.
struct Search: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the text of the reports: sentences with the words, or a concordance.",
        discussion: """
            EXAMPLES
              meetings search 垃圾分类
              meetings search '防汛 责任' --since 2020-06
              meetings search '"接诉即办" OR 12345 -疫情' --format csv
              meetings search 街道 --kwic --context 12

            Words that stand side by side must all occur in a report; OR gives a choice, \
            quotation marks keep blanks, a - before a word excludes it. Simplified and \
            traditional characters are the same.
            """)

    @Argument(help: ArgumentHelp("Words to look for.", valueName: "query"))
    var query: [String]

    @Flag(help: "A concordance: each hit in the middle of its context.")
    var kwic = false

    @Option(help: ArgumentHelp("Columns of context on each side in a concordance.", valueName: "columns"))
    var context = 30

    @OptionGroup var options: TableOptions

    private var columns: [Table.Column] {
        var left = Table.Column.text("left")
        left.isFlushRight = true
        let words: [Table.Column] =
            kwic ? [left, .text("match"), .text("right")] : [.number("paragraph"), .text("sentence"), .list("matches")]
        return kwic ? words + [.text("date"), .text("id")] : Meeting.identityColumns + words + [.text("id")]
    }

    func run(in console: Console) throws -> ExitStatus {
        if try output.answersFieldHelp(columns, sortedBy: order, in: console) { return .done }
        guard (0...10_000).contains(context) else { throw Failure(.badNumber, "--context", String(context), "0", "10000", status: .usage) }
        let query = try TextQuery(checked: query.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " "))
        let isPage = try output.chosenFormat(in: console) == .table && output.fields == nil && !output.count && order.sort == nil && !kwic
        // Where only the number of rows is asked for, no record and no row is needed.
        let isCounted = output.count && output.fields == nil && order.sort == nil && order.limit == nil
        let (selection, concordance) = try corpus.search(query, filters, in: console, fields: isCounted ? nil : ["title", "sessions"])
        filters.tell(of: selection, in: console)
        let (meetings, lines) = (selection.meetings, concordance.lines)
        if isPage {
            try order.checkLimit()
            if let limit = order.limit, limit < lines.count { console.note(.cut, limit.grouped, lines.count.grouped) }
            output.tell(isEmpty: lines.isEmpty, in: console)
            let page = SearchPage(order.isReversed ? lines.reversed() : lines, meetings, console.language)
            try output.write(to: console) { $0.out.write(page.text(on: $0.terminal, limit: order.limit)) }
        } else if isCounted {
            let count = kwic ? concordance.tally.hits : concordance.tally.lines
            try output.write(Table(columns: columns, rows: Array(repeating: [], count: count)), to: console)
        } else {
            let rows = lines.flatMap { kwic ? keywords($0, meetings[$0.meeting]) : [row($0, meetings[$0.meeting])] }
            try output.write(order.apply(to: Table(columns: columns, rows: rows), in: console), to: console)
        }
        return output.failsWhenEmpty && concordance.tally.lines == 0 ? .failed : selection.status
    }

    private func row(_ line: Concordance.Line, _ meeting: Meeting) -> [JSONValue] {
        meeting.identity + [
            .integer(line.paragraph), .string(line.sentence), .strings(line.hits.map { line.context(of: $0).match }), .string(meeting.id),
        ]
    }

    private func keywords(_ line: Concordance.Line, _ meeting: Meeting) -> [[JSONValue]] {
        line.hits.map { hit in
            let (left, match, right) = line.context(of: hit)
            return [
                .string(left.truncated(to: context, fromLeft: true)), .string(match), .string(right.truncated(to: context)),
                .string(meeting.date), .string(meeting.id),
            ]
        }
    }
}
