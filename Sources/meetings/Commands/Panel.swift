import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings panel`: units × times × issues.
struct Panel: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "panel",
        abstract: "Tabulate units by time and issue for regressions, zero rows included.",
        discussion: """
            EXAMPLES
              meetings panel --by place,month --format csv > panel.csv
              meetings panel --by place,year --issues issues.yml --format csv

            issues.yml names issues by queries as of `search`:
              防汛: [防汛, 抗旱, 排涝]
              教育: 教育 -教育整顿
            Each issue has a column with its meetings and one with their share. Every unit has a \
            row for every time between the first meeting and the last.
            """)

    @Option(
        help: ArgumentHelp("Units, and a time at the end: place,month; body,year.", valueName: "fields"), completion: .names(Pivot.names))
    var by = "place,month"

    @Option(help: ArgumentHelp("Issues and the words they are known by, in YAML.", valueName: "file"), completion: .file())
    var issues: String?

    @OptionGroup var options: TableOptions

    func run(in console: Console) throws -> ExitStatus {
        let (groups, unit) = try Pivot.withTime(by), pivots = groups.map(\.pivot), issues = try readIssues(in: console)
        let counts = issues.flatMap { [Table.Column.number($0.name), .number($0.name + ".share")] }
        let columns = groups.map { Table.Column.text($0.name) } + [.text("time"), .number("meetings")] + counts
        if try output.answersFieldHelp(columns, sortedBy: order, in: console) { return .done }
        let fields = Set(["date", "title"] + pivots.flatMap(\.fields))
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: .init(text: !issues.isEmpty || filters.needsText), fields: fields)
        filters.tell(of: selection, in: console)
        let panel = IssuePanel(of: try selection.renamed(by: corpus.aliases(in: console)).meetings, issues: issues, by: unit) { meeting in
            Pivot.combinations(of: pivots, in: meeting)
        }
        if panel.undated > 0 { console.note(.trendUndated, panel.undated.grouped) }
        let rows = panel.rows.map { row -> [JSONValue] in
            let units = row.units.map { $0.isEmpty ? JSONValue.null : .string($0) }
            let counts = row.issues.flatMap { count -> [JSONValue] in
                [.integer(count), .decimal(row.meetings == 0 ? 0 : Double(count) / Double(row.meetings))]
            }
            return units + [.string(row.period), .integer(row.meetings)] + counts
        }
        try output.write(order.apply(to: Table(columns: columns, rows: rows), in: console), to: console)
        return output.failsWhenEmpty && rows.isEmpty ? .failed : selection.status
    }

    private func readIssues(in console: Console) throws -> [IssuePanel.Issue] {
        guard let issues else { return [] }
        do { return try IssuePanel.issues(in: issues.absolute(in: console.folder)) } catch {
            throw Failure(.badIssues, issues, error.reason, status: .usage)
        }
    }
}
