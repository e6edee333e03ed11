import ArgumentParser
import MeetingParser

/// The forms in which records are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, ndjson, csv, tsv, markdown

    /// Writes records; `fields` nil means whole records in JSON, and each format's own columns elsewhere.
    func write(_ meetings: [Meeting], fields: [Field]?, to console: Console) throws {
        switch self {
        case .ndjson: try writeLines(meetings, fields, console)
        case .json: writeArray(meetings, fields, console)
        case .table: writeTable(meetings, fields ?? Field.tableDefaults, console)
        case .csv: writeRows(meetings, fields ?? Field.fileDefaults, console, Delimited.csv)
        case .tsv: writeRows(meetings, fields ?? Field.fileDefaults, console, Delimited.tsv)
        case .markdown: writeMarkdown(meetings, fields ?? Field.tableDefaults, console)
        }
    }

    // MARK: JSON

    private func writeLines(_ meetings: [Meeting], _ fields: [Field]?, _ console: Console) throws {
        var writer = JSONWriter()
        for meeting in meetings {
            Self.write(meeting, fields, to: &writer)
            writer.endLine()
            guard writer.bytes.count > 1 << 16 else { continue }
            console.out.write(writer.bytes)
            try console.out.flush()
            writer.removeAll()
        }
        console.out.write(writer.bytes)
    }

    private func writeArray(_ meetings: [Meeting], _ fields: [Field]?, _ console: Console) {
        var writer = JSONWriter()
        writer.array(meetings) { Self.write($1, fields, to: &$0) }
        writer.endLine()
        console.out.write(writer.bytes)
    }

    /// One record, whole or with the chosen fields under their paths.
    static func write(_ meeting: Meeting, _ fields: [Field]?, to sink: inout some JSONSink) {
        guard let fields else { return meeting.write(to: &sink) }
        let record = meeting.json
        sink.object { sink in
            for field in fields {
                sink.key(field.name)
                field.value(in: record).write(to: &sink)
            }
        }
    }

    // MARK: Rows

    private func cells(_ meetings: [Meeting], _ fields: [Field]) -> [[String]] {
        meetings.map { meeting in
            let record = meeting.json
            return fields.map { $0.text(in: record) }
        }
    }

    private func writeTable(_ meetings: [Meeting], _ fields: [Field], _ console: Console) {
        let headings = fields.map { AlignedTable.Heading(title: $0.name, isNumber: $0.isNumber) }
        let rows = cells(meetings, fields).map { $0.map(\.singleLine) }
        console.out.write(
            AlignedTable(headings: headings, rows: rows).text(width: console.terminal.width, terminal: console.terminal))
    }

    private func writeRows(_ meetings: [Meeting], _ fields: [Field], _ console: Console, _ delimited: Delimited) {
        console.out.write(delimited.row(fields.map(\.name)))
        for row in cells(meetings, fields) { console.out.write(delimited.row(row)) }
    }

    private func writeMarkdown(_ meetings: [Meeting], _ fields: [Field], _ console: Console) {
        func row(_ cells: [String]) -> String {
            "| " + cells.map { $0.singleLine.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        console.out.write(row(fields.map(\.name)))
        console.out.write("|" + fields.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n")
        for cells in cells(meetings, fields) { console.out.write(row(cells)) }
    }
}

/// Rows of cells in a file: CSV after RFC 4180, or TSV with tabs and line feeds as blanks.
enum Delimited {
    case csv, tsv

    func row(_ cells: [String]) -> String {
        switch self {
        case .csv: cells.map(Self.quoted).joined(separator: ",") + "\r\n"
        case .tsv: cells.map(\.singleLine).joined(separator: "\t") + "\n"
        }
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
