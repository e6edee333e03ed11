import MeetingParser

/// The description of exported tables for programs and people: a Frictionless Data Package (v1, specs.frictionlessdata.io)
/// and a codebook in Chinese and English.
public enum DataPackage {
    /// `datapackage.json`, with rows in files `NAME.csv`.
    public static var descriptor: [UInt8] {
        let resources = ExportTable.all.map { table -> JSONValue in
            .object([
                ("name", .string(table.name)), ("path", .string(table.name + ".csv")), ("profile", .string("tabular-data-resource")),
                ("description", .string(table.meaning.english)), ("encoding", .string("utf-8")),
                ("dialect", .object([("lineTerminator", .string("\r\n"))])), ("schema", schema(of: table)),
            ])
        }
        let package = JSONValue.object([
            ("profile", .string("tabular-data-package")), ("name", .string("meetings")), ("title", .string("Meetings")),
            ("description", .string(Self.about)), ("version", .string(MeetingParser.version)), ("resources", .array(resources)),
        ])
        var writer = JSONWriter()
        package.write(to: &writer)
        writer.endLine()
        return writer.bytes
    }

    static let about = "Meetings of Chinese governments and their bodies, read from reports by meetings \(MeetingParser.version)."

    private static func schema(of table: ExportTable) -> JSONValue {
        let fields = table.columns.map { column -> JSONValue in
            var constraints: [(String, JSONValue)] = column.isRequired ? [("required", .boolean(true))] : []
            if !column.words.isEmpty { constraints.append(("enum", .strings(column.words))) }
            if case .text(let pattern?) = column.type.bare {
                constraints.append(("pattern", .string(pattern.hasSuffix("$") ? pattern : pattern + ".*")))
            }
            if column.isInteger { constraints.append(("minimum", .integer(0))) }
            return .object(
                [
                    ("name", .string(column.name)), ("title", .string(column.chinese)),
                    ("type", .string(column.isInteger ? "integer" : "string")),
                    ("description", .string(column.meaning.english)),
                ] + (constraints.isEmpty ? [] : [("constraints", .object(constraints))]))
        }
        let references = table.references.filter { !$0.isOptional }.map { reference -> JSONValue in
            .object([
                ("fields", .strings(reference.columns)),
                ("reference", .object([("resource", .string(reference.table)), ("fields", .strings(reference.keys))])),
            ])
        }
        return .object([
            ("fields", .array(fields)), ("missingValues", .strings([""])), ("primaryKey", .strings(table.key)),
            ("foreignKeys", .array(references)),
        ])
    }

    /// The codebook as Markdown, marked as the program's own.
    public static var codebook: [UInt8] {
        var text = "<!-- \(OwnOutput.mark) \(MeetingParser.version)\"> -->\n# Codebook 编码手册\n\n\(about)\n\n"
        text += "Lists of words in a cell are parted by `;`. Empty cells: the report does not say. 单元格内多个词以分号隔开；空格表示报道未载明。\n"
        for table in ExportTable.all {
            text +=
                "\n## \(table.name).csv\n\n\(table.meaning.english) \(table.meaning.chinese)\n\nKey 主键: \(table.key.joined(separator: ", "))"
            for reference in table.references {
                text += "; \(reference.columns.joined(separator: ", ")) → \(reference.table).\(reference.keys.joined(separator: ", "))"
            }
            text += "\n\n| column | 列 | type | meaning | 含义 |\n|---|---|---|---|---|\n"
            for column in table.columns {
                let type = column.isInteger ? "integer" : column.words.isEmpty ? "text" : column.words.joined(separator: ", ")
                text += "| \(column.name) | \(column.chinese) | \(type) | \(column.meaning.english) | \(column.meaning.chinese) |\n"
            }
        }
        return Array(text.utf8)
    }
}
