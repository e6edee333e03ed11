import ArgumentParser
import MeetingParser

/// The forms in which rows are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, ndjson, csv, tsv, markdown, html, latex

    /// Whether it holds one object a report, rather than rows to read.
    var isJSON: Bool { self == .json || self == .ndjson }

    func write(_ table: Table, style: TableStyle, isForExcel: Bool, to console: Console) throws {
        switch self {
        case .table:
            let aligned = AlignedTable(table, style: style, console.language)
            console.out.write(aligned.text(on: console.terminal))
            let leftOut = aligned.columnsLeftOut(on: console.terminal)
            if !leftOut.isEmpty { console.say(.columnsLeftOut, leftOut.joined(separator: ", ")) }
        case .json: try writeArray(table.rows, to: console) { write($1, table.columns, to: &$0) }
        case .ndjson: try writeLines(table.rows, to: console) { write($1, table.columns, to: &$0) }
        case .csv: Delimited(comma: true, isForExcel: isForExcel).write(table, to: console.out)
        case .tsv: Delimited(comma: false, isForExcel: isForExcel).write(table, to: console.out)
        case .markdown: console.out.write(Markup.markdown(table, console.language))
        case .html:
            console.out.write(HTMLDocument(title: "meetings", language: console.language, main: Markup.html(table, console.language)).text)
        case .latex: console.out.write(Markup.latex(table, console.language))
        }
    }

    /// Whole records, in JSON.
    func write(_ meetings: [Meeting], to console: Console) throws {
        if self == .json {
            try writeArray(meetings, to: console) { $1.write(to: &$0) }
        } else {
            try writeLines(meetings, to: console) { $1.write(to: &$0) }
        }
    }

    private func write(_ row: [JSONValue], _ columns: [Table.Column], to writer: inout JSONWriter) {
        writer.object { writer in
            for (column, value) in zip(columns, row) {
                writer.key(named: column.name)
                value.write(to: &writer)
            }
        }
    }

    /// One value a line; what is written so far goes out in blocks.
    private func writeLines<Value>(_ values: [Value], to console: Console, _ write: (inout JSONWriter, Value) -> Void) throws {
        var writer = JSONWriter()
        for value in values {
            write(&writer, value)
            writer.endLine()
            guard writer.bytes.count > 1 << 16 else { continue }
            console.out.write(writer.bytes)
            try console.out.flush()
            writer.removeAll()
        }
        console.out.write(writer.bytes)
    }

    private func writeArray<Value>(_ values: [Value], to console: Console, _ write: (inout JSONWriter, Value) -> Void) throws {
        var writer = JSONWriter()
        writer.array(values, write)
        writer.endLine()
        console.out.write(writer.bytes)
    }
}
