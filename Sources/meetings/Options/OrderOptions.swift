import ArgumentParser
import MeetingParser

/// The order of rows and how many of them.
struct OrderOptions: ParsableArguments {
    @Option(
        parsing: .unconditional, help: ArgumentHelp("Sort by a field; -field turns it round.", valueName: "field"),
        completion: .names(Field.catalogue.map(\.name), isMarked: true))
    var sort: String?

    @Flag(help: "Last first.")
    var reverse = false

    @Option(help: ArgumentHelp("At most so many rows.", valueName: "number"))
    var limit: Int?

    /// The field to sort by, without the - that turns it round.
    var field: String? { sort.map { $0.hasPrefix("-") ? String($0.dropFirst()) : $0 } }
    var isReversed: Bool { reverse != (sort?.hasPrefix("-") == true) }

    /// Meetings by date or by the field asked for, unknown values last, ties by path.
    func apply(to meetings: [Meeting], in console: Console) throws -> [Meeting] {
        try checkLimit()
        let name = field ?? "date"
        guard let field = Field(name) else { throw Failure(.noSuchFieldIn, "--sort", name, status: .usage) }
        let keys = meetings.map { SortKey(field.value(of: $0)) }
        // Places are sorted, not the records, which are large.
        let sorted = meetings.indices.sorted { a, b in keys[a] == keys[b] ? meetings[a].path < meetings[b].path : keys[a] < keys[b] }
        let known = sorted.prefix { keys[$0] != .nothing }
        return cut(Array(known), unknown: Array(sorted.dropFirst(known.count)), console).map { meetings[$0] }
    }

    /// Rows in the command's own order or by the column asked for.
    func apply(to table: Table, in console: Console) throws -> Table {
        try checkLimit()
        guard let field else { return Table(columns: table.columns, rows: cut(table.rows, unknown: [], console)) }
        let sorted = try table.sorted(by: field), place = table.columns.firstIndex { $0.name == field }!
        let known = sorted.rows.prefix { SortKey($0[place]) != .nothing }
        return Table(columns: table.columns, rows: cut(Array(known), unknown: Array(sorted.rows.dropFirst(known.count)), console))
    }

    /// Before anything is read: whether records have the field to sort by.
    func checkField() throws {
        if let field, Field(field) == nil { throw Failure(.noSuchFieldIn, "--sort", field, status: .usage) }
    }

    /// The same for the columns of a table.
    func checkField(among columns: [Table.Column]) throws {
        if let field, !columns.contains(where: { $0.name == field }) { throw Failure(.noSuchFieldIn, "--sort", field, status: .usage) }
    }

    func checkLimit() throws {
        if let limit, limit < 0 { throw Failure(.negativeLimit, String(limit), status: .usage) }
    }

    /// Turned round if asked, unknown values last all the same; a cut is told on standard error.
    private func cut<Row>(_ known: [Row], unknown: [Row], _ console: Console) -> [Row] {
        let rows = (isReversed ? known.reversed() : known) + unknown
        guard let limit, limit < rows.count else { return rows }
        console.note(.cut, limit.grouped, rows.count.grouped)
        return Array(rows.prefix(limit))
    }
}
