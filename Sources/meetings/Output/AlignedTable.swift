import ArgumentParser
import TextTable

/// The looks of a table on a terminal.
enum TableStyle: String, CaseIterable, ExpressibleByArgument {
    case simple, plain, grid, fancy, psql, rst, org

    fileprivate var style: any TextTableStyle.Type {
        switch self {
        case .simple: Ruled.self
        case .plain: Style.plain
        case .grid: Style.grid
        case .fancy: Style.fancy
        case .psql: Style.psql
        case .rst: Style.rst
        case .org: Style.org
        }
    }

    /// Columns that rules and blanks take besides `count` columns of cells.
    fileprivate func frame(_ count: Int) -> Int {
        switch self {
        case .simple, .plain, .rst: count - 1
        case .grid, .fancy, .psql, .org: 3 * count + 1
        }
    }
}

/// A table for a terminal, padded by display width, so that Chinese columns align.
struct AlignedTable {
    private let columns: [Table.Column]
    private let headings: [String]
    private let cells: [[String]]
    private let style: TableStyle

    init(_ table: Table, style: TableStyle = .simple, _ language: Language) {
        columns = table.columns
        headings = language.labels(of: table.columns)
        cells = table.cells.map { $0.map(\.singleLine) }
        self.style = style
    }

    /// The table as text. Where the terminal has a width, wide columns of text are cut until it fits; where that does
    /// not suffice, columns are left out: those without a value first, then the minor ones, then the last.
    func text(on terminal: Terminal) -> String {
        guard !cells.isEmpty else { return "" }
        let shown = fitted(to: terminal.width)
        let table = TextTable<[String]> { row in
            shown.map { c, width in
                let right = columns[c].isFlushRight
                let text = row[c].truncated(to: width, fromLeft: right && columns[c].content == .text).padded(to: width, right: right)
                // Padded already; the library's padding on the right counts UTF-16 units and would cut.
                return Column(
                    title: headings[c].padded(to: width).countingColumns, value: text.countingColumns, width: width, align: .right)
            }
        }
        let lines = (table.string(for: cells, style: style.style) ?? "").filter { $0 != String.secondColumn }.split(separator: "\n")
        return lines.enumerated().map { i, line in
            let line = line.droppingTrailingBlanks
            guard style == .simple else { return line + "\n" }
            return (i == 0 ? terminal.heading(line) : i == 1 ? terminal.faint(line) : line) + "\n"
        }.joined()
    }

    /// The columns that a terminal is too narrow for.
    func columnsLeftOut(on terminal: Terminal) -> [String] {
        guard !cells.isEmpty else { return [] }
        let shown = Set(fitted(to: terminal.width).map(\.column))
        return headings.indices.filter { !shown.contains($0) }.map { headings[$0] }
    }

    /// No column of text is cut below this, which holds a date; what a table is for gets more.
    private static let narrowest = 10
    private static let readable = 28

    /// The columns that are shown, with their widths.
    private func fitted(to limit: Int?) -> [(column: Int, width: Int)] {
        let natural = columns.indices.map { c in max(headings[c].displayWidth, cells.map { $0[c].displayWidth }.max() ?? 0, 1) }
        guard let limit else { return natural.enumerated().map { ($0.offset, $0.element) } }
        let least = columns.indices.map { c in
            let narrowest = columns[c].weight == .main ? Self.readable : Self.narrowest
            return columns[c].content == .number ? natural[c] : min(natural[c], max(headings[c].displayWidth, narrowest))
        }
        var shown = Array(columns.indices)
        while shown.count > 1, shown.map({ least[$0] }).reduce(0, +) + style.frame(shown.count) > limit, let next = leastWanted(of: shown) {
            shown.removeAll { $0 == next }
        }
        var widths = shown.map { natural[$0] }
        while widths.reduce(0, +) + style.frame(shown.count) > limit,
            let widest = widths.indices.filter({ widths[$0] > least[shown[$0]] }).max(by: { widths[$0] < widths[$1] })
        {
            widths[widest] -= 1
        }
        return zip(shown, widths).map { ($0, $1) }
    }

    /// The column that is left out next: one without a value, a minor one, another that the table is not for.
    private func leastWanted(of shown: [Int]) -> Int? {
        let candidates = shown.filter { columns[$0].weight != .main }
        return candidates.last { c in cells.allSatisfy { $0[c].isEmpty } } ?? candidates.last { columns[$0].weight == .minor } ?? candidates
            .last
            ?? shown.last
    }
}

extension String {
    /// Stands for the second column of a wide character while TextTable, which counts characters, pads and cuts.
    fileprivate static let secondColumn: Character = "\u{F8FF}"

    /// As many characters as it takes columns.
    fileprivate var countingColumns: String {
        if displayWidth == utf8.count { return self }
        var text = ""
        text.reserveCapacity(2 * utf8.count)
        for character in self where character != Self.secondColumn {
            text.append(character)
            if character.displayWidth > 1 { text.append(Self.secondColumn) }
        }
        return text
    }
}

/// Headings with a rule below.
private enum Ruled: TextTableStyle {
    static func prepare(_ text: String, for column: Column) -> String { text }
    static func escape(_ text: String) -> String { text }
    static func begin(_ table: inout String, index: Int, columns: [Column]) {}
    static func end(_ table: inout String, index: Int, columns: [Column]) {}

    static func header(_ table: inout String, index: Int, columns: [Column]) {
        table += columns.map { $0.headerString(for: self) }.joined(separator: " ") + "\n"
        table += columns.map { $0.repeated("─") }.joined(separator: " ") + "\n"
    }

    static func row(_ table: inout String, index: Int, columns: [Column]) {
        table += columns.map { $0.string(for: self) }.joined(separator: " ") + "\n"
    }
}

extension Substring {
    fileprivate var droppingTrailingBlanks: String {
        let bytes = utf8
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[bytes.index(before: end)] == 0x20 { end = bytes.index(before: end) }
        return String(self[..<end])
    }
}
