/// Tables in the markup of documents, every cell escaped.
enum Markup {
    static func markdown(_ table: Table, _ language: Language) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.map(escapedForMarkdown).joined(separator: " | ") + " |\n" }
        return row(language.labels(of: table.columns)) + "|" + table.columns.map { $0.content == .number ? " ---: |" : " --- |" }.joined()
            + "\n" + table.cells.map(row).joined()
    }

    static func html(_ table: Table, _ language: Language) -> String {
        func row(_ cells: [String], _ tag: String) -> String {
            let cells = zip(table.columns, cells).map { column, cell in
                "<\(tag)\(column.content == .number ? " style=\"text-align:right\"" : "")>\(escapedForHTML(cell))</\(tag)>"
            }
            return "<tr>" + cells.joined() + "</tr>\n"
        }
        return "<table>\n<thead>\n" + row(language.labels(of: table.columns), "th") + "</thead>\n<tbody>\n"
            + table.cells.map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
    }

    static func latex(_ table: Table, _ language: Language) -> String {
        // Behind \\ a bracket or an asterisk would be read as part of it.
        func row(_ cells: [String]) -> String {
            let guarded = cells.first.map { $0.hasPrefix("[") || $0.hasPrefix("*") } ?? false
            return (guarded ? "{}" : "") + cells.map(escapedForLaTeX).joined(separator: " & ") + " \\\\\n"
        }
        return "\\begin{tabular}{\(table.columns.map { $0.content == .number ? "r" : "l" }.joined())}\n\\hline\n"
            + row(language.labels(of: table.columns)) + "\\hline\n" + table.cells.map(row).joined() + "\\hline\n\\end{tabular}\n"
    }

    static func escapedForMarkdown(_ cell: String) -> String {
        // A link or an image in a title is text.
        cell.singleLine.replacing("&", with: "&amp;").replacing("<", with: "&lt;").map { character in
            "\\|[]`*_!".contains(character) ? "\\\(character)" : String(character)
        }.joined()
    }

    static func escapedForHTML(_ cell: String) -> String {
        cell.singleLine.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    private static func escapedForLaTeX(_ cell: String) -> String {
        cell.singleLine.map { character in
            switch character {
            case "\\": "\\textbackslash{}"
            case "~": "\\textasciitilde{}"
            case "^": "\\textasciicircum{}"
            case "#", "$", "%", "&", "_", "{", "}": "\\\(character)"
            default: String(character)
            }
        }.joined()
    }
}
