import MeetingCorpus
import MeetingParser

/// The tables of an export as CSV files, with their description and a codebook.
enum TablePackage {
    static func write(_ meetings: [Meeting], to folder: OutputFolder) throws {
        let csv = Delimited(comma: true)
        for table in ExportTable.all {
            let out = try folder.file(table.name + ".csv")
            out.write(csv.row(table.columns.map(\.name)))
            for meeting in meetings {
                for row in table.rows(meeting) { out.write(csv.row(row.map(\.plain))) }
            }
        }
        try folder.file("codebook.md").write(DataPackage.codebook)
        try folder.file(OutputFolder.sign).write(DataPackage.descriptor)
        try folder.commit()
    }
}

extension JSONValue {
    /// The value as it stands in a cell.
    fileprivate var plain: String {
        switch self {
        case .string(let text): text
        case .integer(let number): String(number)
        default: ""
        }
    }
}
