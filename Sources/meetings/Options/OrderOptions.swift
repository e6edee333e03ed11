import ArgumentParser
import MeetingParser

/// The order of rows and how many of them.
struct OrderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Sort by a field.", valueName: "field"))
    var sort: String?

    @Flag(help: "Last first.")
    var reverse = false

    @Option(help: ArgumentHelp("At most so many rows.", valueName: "number"))
    var limit: Int?

    /// Meetings by date or by the field asked for, unknown values last, ties by path.
    func apply(to meetings: [Meeting], in console: Console) throws -> [Meeting] {
        try checkLimit()
        let name = sort ?? "date"
        guard let field = Field(name) else { throw Failure(.noSuchFieldIn, "--sort", name, status: .usage) }
        let keyed = meetings.map { (key: SortKey(field.value(of: $0)), meeting: $0) }
        return cut(keyed.sorted { ($0.key, $0.meeting.path) < ($1.key, $1.meeting.path) }.map(\.meeting), console)
    }

    /// Rows in the command's own order or by the column asked for.
    func apply(to table: Table, in console: Console) throws -> Table {
        try checkLimit()
        let sorted = try sort.map { try table.sorted(by: $0) } ?? table
        return Table(columns: sorted.columns, rows: cut(sorted.rows, console))
    }

    func checkLimit() throws {
        if let limit, limit < 0 { throw Failure(.negativeLimit, String(limit), status: .usage) }
    }

    /// A cut is told on standard error.
    private func cut<Row>(_ rows: [Row], _ console: Console) -> [Row] {
        let rows = reverse ? rows.reversed() : rows
        guard let limit, limit < rows.count else { return rows }
        console.say(.cut, String(limit), String(rows.count))
        return Array(rows.prefix(limit))
    }
}
