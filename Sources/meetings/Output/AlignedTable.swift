import TextTable

/// A table for a terminal: TextTable's simple style, padded by display width, so that Chinese columns align.
struct AlignedTable {
    struct Heading {
        var title: String
        var isNumber = false
    }

    var headings: [Heading]
    var rows: [[String]]

    /// The table as text. With a width, the widest columns are cut until it fits.
    func text(width: Int?, terminal: Terminal) -> String {
        guard !rows.isEmpty else { return "" }
        let widths = fitted(to: width)
        let table = TextTable<[String]> { row in
            zip(zip(row, self.headings), widths).map { cell, width in
                let text = cell.0.truncated(to: width)
                return Column(title: cell.1.title, value: cell.1.isNumber ? text.padded(to: width, right: true) : text, width: width)
            }
        }
        let lines = (table.string(for: rows, style: DisplayWidthStyle.self) ?? "").split(separator: "\n")
        return lines.enumerated().map { i, line in
            let line = line.droppingTrailingBlanks
            return (i == 0 ? terminal.heading(line) : i == 1 ? terminal.faint(line) : line) + "\n"
        }.joined()
    }

    /// The width of each column; columns give way from the widest on, but none below its heading or eight columns.
    private func fitted(to limit: Int?) -> [Int] {
        var widths = headings.indices.map { c in
            max(headings[c].title.displayWidth, rows.map { $0[c].displayWidth }.max() ?? 0)
        }
        guard let limit else { return widths }
        while widths.reduce(0, +) + widths.count - 1 > limit, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > max(8, headings[widest].title.displayWidth)
        {
            widths[widest] -= 1
        }
        return widths
    }
}

/// TextTable counts characters; this style counts columns.
private enum DisplayWidthStyle: TextTableStyle {
    static func prepare(_ text: String, for column: Column) -> String {
        // The width is not public, but a blank repeated to it is.
        text.padded(to: column.repeated(" ").count)
    }

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
        var text = self
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
