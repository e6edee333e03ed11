import ArgumentParser
import MeetingCorpus
import MeetingParser

/// A command that writes to a console, so that tests can read what it wrote.
protocol ConsoleCommand: ParsableCommand {
    func run(in console: Console) throws -> ExitStatus
}

/// A command that shows part of the records as a table: it says its columns, and its rows of the wanted meetings.
protocol TableCommand: RowCommand {
    /// The filters that choose meetings, where some choose rows instead.
    var meetingFilters: FilterOptions { get }
    /// Keys of the record that the rows are made of; nil for all of them.
    var fields: Set<String>? { get }
    func columns(in console: Console) -> [Table.Column]
    /// Looks at options of its own before anything is read.
    func checkOptions() throws
    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]]
    /// Whether rows are made of the reports' text.
    var needsText: Bool { get }
    /// Whether rows are of names, under which records are grouped.
    var groupsByName: Bool { get }
    /// Whether only the wanted keys are looked at, and how many meetings have the same.
    var isCounted: Bool { get }
}

extension TableCommand {
    var meetingFilters: FilterOptions { filters }
    var fields: Set<String>? { nil }
    var isCounted: Bool { false }
    var groupsByName: Bool { false }
    var needsText: Bool { false }
    func checkOptions() throws {}

    func run(in console: Console) throws -> ExitStatus {
        if try output.answersFieldHelp(columns(in: console), sortedBy: order, in: console) { return .done }
        try checkOptions()
        let selection = try corpus.select(
            meetingFilters, in: console, once: !filters.reports, options: .init(text: filters.needsText || needsText), fields: fields,
            isCounted: isCounted)
        meetingFilters.tell(of: selection, in: console)
        let table = try order.apply(
            to: Table(
                columns: columns(in: console),
                rows: rows(of: groupsByName ? selection.renamed(by: corpus.aliases(in: console)) : selection, in: console)), in: console)
        try output.write(table, to: console)
        return output.failsWhenEmpty && table.rows.isEmpty ? .failed : selection.status
    }
}

extension Meeting {
    /// The meeting's day and name, with which rows of its parts begin.
    var identity: [JSONValue] { [.string(date), .integer(session), .string(body)] }
    static let identityColumns: [Table.Column] = [.text("date"), .number("session"), .text("body")]
}
