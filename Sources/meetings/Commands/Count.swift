import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings count`: pivots.
struct Count: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "Count meetings by month, body, chair or any other field.",
        discussion: """
            EXAMPLES
              meetings count --by month
              meetings count --by body,year --format csv
              meetings count --by action --sort -count
              meetings count --by chair --of directives --share

            Count by year, quarter, month, or any field of `list --fields help`; chair, \
            action, document, person and place are short names. A meeting counts once \
            under each value that it has.
            """)

    @OptionGroup var options: TableOptions

    @Option(
        help: ArgumentHelp("What to count by: one field, or several with commas.", valueName: "fields"),
        completion: .names(Pivot.names))
    var by: String = "month"

    /// What is counted under a value.
    enum Counted: String, CaseIterable, ExpressibleByArgument {
        case meetings, agenda, directives, documents

        func number(in meeting: Meeting) -> Int {
            switch self {
            case .meetings: 1
            case .agenda: meeting.agenda.count
            case .directives: meeting.directives.count
            case .documents: meeting.documents.count
            }
        }
    }

    @Option(help: "Count the meetings, or their agenda items, directives or documents.")
    var of = Counted.meetings

    @Flag(help: "Add which part of all each count is.")
    var share = false

    private var names: [String] { by.split(separator: ",").map { $0.filter { $0 != " " } } }

    var fields: Set<String>? {
        let counted: Set<String> = of == .meetings ? [] : [of.rawValue]
        return try? counted.union(names.flatMap { try Pivot($0).fields })
    }

    var groupsByName: Bool { true }

    func columns(in console: Console) -> [Table.Column] {
        names.map { .text($0) } + [.number("count")] + (share ? [.number("share")] : []) + (hasBars(console) ? [.text("bar")] : [])
    }

    /// A person who looks at a table sees bars.
    private func hasBars(_ console: Console) -> Bool {
        console.terminal.isInteractive && output.fields == nil && (try? output.chosenFormat(in: console)) == .table
    }

    var isCounted: Bool { true }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let pivots = try names.map { try Pivot($0) }
        var counts: [[String]: Int] = [:]
        for (m, times) in selection.counts.enumerated() {
            let count = times * of.number(in: selection.meetings[m])
            for combination in Set(Pivot.combinations(of: pivots, in: selection.meetings[m])) { counts[combination, default: 0] += count }
        }
        let most = counts.values.max() ?? 1
        let sorted = counts.sorted { a, b in a.key.map(SortText.init).lexicographicallyPrecedes(b.key.map(SortText.init)) { $0 < $1 } }
        let all = selection.counts.enumerated().reduce(0) { $0 + $1.element * of.number(in: selection.meetings[$1.offset]) }
        let labelsNothing = try !output.chosenFormat(in: console).isJSON
        return sorted.map { key, count in
            let values = zip(key, pivots).map { value, pivot -> JSONValue in
                if !value.isEmpty { return .string(value) }
                return labelsNothing ? .string(console.language.text(pivot.isOfTime ? .undatedRow : .emptyRow, [])) : .null
            }
            let part: [JSONValue] = share ? [.decimal(Double(count) / Double(max(all, 1)))] : []
            let bar: [JSONValue] = hasBars(console) ? [.string(TerminalChart.bar(Double(count), of: Double(most), width: 30))] : []
            return values + [.integer(count)] + part + bar
        }
    }
}

/// Unknown values last.
private struct SortText: Comparable {
    var text: String
    static func < (a: SortText, b: SortText) -> Bool { (a.text.isEmpty ? 1 : 0, a.text) < (b.text.isEmpty ? 1 : 0, b.text) }
}
