import Foundation
import MeetingCorpus
import MeetingParser
import Testing

@testable import meetings

/// Exports that other programs read; `.ci/exports` has those programs read them.
@Suite struct ExportTests {
    private static let fixtures = TranscriptTests.root.appendingPathComponent("Fixtures/reports").path

    private static func run(_ arguments: [String], in folder: String) -> (code: Int32, out: String, err: String) {
        let out = OutputStream(descriptor: nil), err = OutputStream(descriptor: nil)
        let console = Console(out: out, err: err, terminal: .none, environment: [:], folder: folder, language: .en)
        let code = Meetings.run(arguments + ["-C", fixtures, "--no-index"], in: console)
        return (code, out.text, err.text)
    }

    private static func folder() throws -> String {
        let folder = NSTemporaryDirectory() + "export-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func tablesAreWrittenTogetherAndReplaceOnlyTheirOwn() throws {
        let folder = try Self.folder(), files = FileManager.default
        defer { try? files.removeItem(atPath: folder) }
        #expect(Self.run(["export", "--to", "csv", "-o", "tables"], in: folder).code == 0)
        let first = try files.contentsOfDirectory(atPath: folder + "/tables").sorted()
        #expect(Set(ExportTable.all.map { $0.name + ".csv" }).union(["codebook.md", "datapackage.json"]) == Set(first))
        let meetings = try Data(contentsOf: URL(fileURLWithPath: folder + "/tables/meetings.csv"))
        #expect(Self.run(["export", "--to", "csv", "-o", "tables"], in: folder).code == 0, "its own are replaced")
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/tables/meetings.csv")) == meetings)

        try files.createDirectory(atPath: folder + "/other", withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/other/agenda.csv"))
        let refused = Self.run(["export", "--to", "csv", "-o", "other"], in: folder)
        #expect(refused.code == 2 && refused.err.contains("holds other files"))
        #expect(try files.contentsOfDirectory(atPath: folder + "/other") == ["agenda.csv"])

        // A link in what looks like an export leads nowhere else.
        try files.removeItem(atPath: folder + "/tables/agenda.csv")
        try files.createSymbolicLink(atPath: folder + "/tables/agenda.csv", withDestinationPath: folder + "/other/agenda.csv")
        #expect(Self.run(["export", "--to", "csv", "-o", "tables"], in: folder).code == 2)
        #expect(try String(contentsOfFile: folder + "/other/agenda.csv", encoding: .utf8) == "mine")
    }

    @Test func aFailedExportLeavesNothing() throws {
        let folder = try Self.folder(), files = FileManager.default
        defer { try? files.removeItem(atPath: folder) }
        #expect(Self.run(["export", "--to", "sqlite", "-o", "nowhere/x.sqlite"], in: folder).code == 1)
        #expect(Self.run(["export", "--to", "csv", "-o", "nowhere/tables"], in: folder).code == 1)
        #expect(try files.contentsOfDirectory(atPath: folder).isEmpty)
    }

    /// Every key of a record is a column, or known to be none.
    @Test func theTablesHaveAllKeysWithTheirMeanings() {
        let tables = Set(ExportTable.all.map(\.name))
        let columns = Set(ExportTable.all[0].columns.map(\.name))
        for key in Meeting.catalogue where key.role != .asked {
            let isThere = tables.contains(key.name) || columns.contains { $0.hasPrefix(key.name) }
            #expect(isThere || ["path", "absent", "duplicates"].contains(key.name), "\(key.name)")
        }
        for table in ExportTable.all {
            for column in table.columns {
                #expect(!column.meaning.english.isEmpty && !column.meaning.chinese.isEmpty, "\(table.name).\(column.name)")
            }
        }
    }

    @Test func rowsHaveAValueForEachColumn() throws {
        for meeting in try CorpusReader(root: Self.fixtures).read().meetings {
            for table in ExportTable.all {
                for row in table.rows(meeting) { #expect(row.count == table.columns.count, "\(table.name)") }
            }
        }
    }
}
