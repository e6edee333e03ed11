/// Rows of cells in a file: CSV after RFC 4180, or TSV with tabs and line feeds as blanks.
struct Delimited {
    var comma: Bool
    /// Excel needs a byte order mark to read UTF-8, and obeys cells that look like formulas.
    var isForExcel = false

    func write(_ table: Table, to out: OutputStream) {
        if isForExcel { out.write("\u{FEFF}") }
        out.write(row(table.columns.map(\.name)))
        for cells in table.cells { out.write(row(cells)) }
    }

    func row(_ cells: [String]) -> String {
        let cells = isForExcel ? cells.map(Self.defused) : cells
        return comma ? cells.map(Self.quoted).joined(separator: ",") + "\r\n" : cells.map(\.singleLine).joined(separator: "\t") + "\n"
    }

    /// A cell that a spreadsheet would compute gets an apostrophe before it (OWASP, CSV injection).
    private static func defused(_ cell: String) -> String {
        guard Double(cell) == nil else { return cell }
        // Where ; parts columns, what stands behind it begins a cell, too.
        return cell.split(separator: ";", omittingEmptySubsequences: false).map { part in
            let first = part.unicodeScalars.first { $0 != " " && $0 != "\"" }
            return first.map { "=+-@\t\r＝＋－＠".unicodeScalars.contains($0) } ?? false ? "'" + part : String(part)
        }.joined(separator: ";")
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}

extension String {
    /// Without what would break a row or steer a terminal.
    var singleLine: String {
        let flat = contains(where: { $0.isNewline || $0 == "\t" }) ? String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) : self
        return flat.withoutControls
    }
}
