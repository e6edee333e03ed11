import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

/// Files of many reports, and those that hold one in another form.
@Suite struct UnpackingTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures").path

    private func found(_ text: String, _ name: String, columns: [String: String] = [:]) throws -> [Found] {
        var unpacking = Unpacking(), found: [Found] = []
        unpacking.columns = ColumnNames(set: columns)
        try unpacking.reports(in: Array(text.utf8), of: StoredName(path: name, id: Meeting.id(of: name))) { found.append($0) }
        return found
    }

    private func texts(_ found: [Found]) -> [String] {
        found.map {
            switch $0 {
            case .success(let report): report.name.id + " " + String(decoding: report.report.bytes, as: UTF8.self)
            case .failure(let problem): "! " + problem.path + ": " + problem.reason
            }
        }
    }

    @Test func fieldsOfTablesAreReadAsTheStandardSays() throws {
        let table = "id,正文\r\n7,\"他说：\"\"好\"\"。\r\n再说。\"\r\n\r\n8,第二篇。"
        #expect(texts(try found(table, "a.csv")) == ["a#1 他说：\"好\"。\r\n再说。", "a#2 第二篇。"])
    }

    @Test func aLoneQuoteSpoilsItsRowOnly() throws {
        let table = "id,正文\n1,\"甲\"乙。\n2,第二篇。\n3,\"从未合上。\n4,第四篇。\n"
        #expect(
            texts(try found(table, "a.csv")) == [
                "! a.csv:2: a quotation mark stands within a field", "! a.csv:4: a quotation mark opens here and never closes",
                "a#2 第二篇。", "a#4 第四篇。",
            ])
    }

    @Test func theTextColumnIsFoundByNameThenByContentUnlessSet() throws {
        let table = "备注,报道,text\n说明。,会议召开。会议指出。,x\n"
        #expect(texts(try found(table, "a.csv")) == ["a#1 会议召开。会议指出。"])
        #expect(texts(try found(table, "a.csv", columns: ["text": "备注"])) == ["a#1 说明。"])
        #expect(texts(try found("会议召开。,2021\n会议结束。,2022\n", "a.csv")) == ["a#1 会议召开。", "a#2 会议结束。"])
    }

    @Test func jsonIsReadFromLinesArraysAndObjects() throws {
        let lines = "{\"content\":\"一。\"}\n{\"content\":\"二。\",\"tags\":[1,{\"a\":\"}\"}]}\n"
        let array = "[{\"content\":\"一。\"},\n{\"content\":[\"二\",\"。\"]}]"
        #expect(texts(try found(lines, "a.jsonl")) == ["a#1 一。", "a#2 二。"])
        #expect(texts(try found(array, "a.json")) == ["a#1 一。", "a#2 二\n。"])
        #expect(texts(try found("{\"n\":2,\"list\":" + array + "}", "a.json")) == ["a#1 一。", "a#2 二\n。"])
        #expect(texts(try found("{\"content\":\"一。\"}", "a.json")) == ["a#1 一。"])
        #expect(texts(try found("[{\"content\":\"一。\"},{\"cont", "a.json")).last == "a#1 一。")
    }

    /// However a source comes, block by block, its rows are the same.
    @Test(arguments: [1, 2, 3, 7, 64]) func rowsDoNotDependOnBlocks(_ size: Int) throws {
        final class Slow: ByteSource {
            var rest: ArraySlice<UInt8>
            let size: Int
            init(_ bytes: [UInt8], _ size: Int) { (rest, self.size) = (bytes[...], size) }
            func next() -> [UInt8] {
                defer { rest = rest.dropFirst(size) }
                return Array(rest.prefix(size))
            }
        }
        let table = Array("a,b\r\n\"x\"\"y\",\"1\n2\"\r\n\"z\"q,3\r\n4,5\r\n".utf8)
        func rows(_ source: any ByteSource) throws -> [DelimitedRows.Row] {
            var rows = try DelimitedRows(source, separator: UInt8(ascii: ",")), all: [DelimitedRows.Row] = []
            while let row = try rows.next() { all.append(row) }
            return all
        }
        #expect(try rows(Slow(table, size)) == rows(MemorySource(table)))
        #expect(try rows(MemorySource(table)).count == 4)
        let wide = "\u{FEFF}标题,𠮷\n1,2\n", bigEndian = wide.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try rows(UTF16Source(Slow(bigEndian, size))) == rows(MemorySource(Array(wide.dropFirst().utf8))))
    }

    @Test func aReportWithHeadingsIsNoBulletin() throws {
        let report =
            "# 区委常委会召开会议\n\n会议讨论了两个议题，区委书记主持会议并讲话，各成员单位参加。\n\n## 关于防汛\n\n会议指出，要做好防汛备汛工作，落实各项责任，确保安全度汛。\n\n## 关于环保\n\n会议指出，要做好大气污染防治工作，落实各项责任，确保完成目标。\n"
        #expect(try found(report, "a.md").count == 1)
    }

    @Test func archivesUnfoldWithinBounds() throws {
        let folder = NSTemporaryDirectory() + "unpacking-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/bin/sh")
        gzip.arguments = ["-c", "head -c 100000000 /dev/zero | tr '\\0' a | gzip -9 > '\(folder)/bomb.txt.gz'"]
        try gzip.run()
        gzip.waitUntilExit()
        let contents = try CorpusReader(root: folder).read()
        #expect(contents.meetings.isEmpty)
        #expect(contents.problems.map(\.reason) == ["it unfolds to more than 200 times its size; --max-ratio lets it"])
    }

    @Test func correctionsOfEntriesSayWhatTheyWere() throws {
        let folder = NSTemporaryDirectory() + "unpacking-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.copyItem(atPath: Self.fixtures + "/files/feed.xml", toPath: folder + "/feed.xml")
        let yaml = """
            feed#1: {was: 2021-09-16, venue: 一号楼}
            feed#2: {was: 2021-09-16, venue: 二号楼}
            feed#qr-57: {endDate: 2021-09-18}
            feed: {venue: 三号楼}
            """
        try yaml.write(toFile: folder + "/corrections.yml", atomically: true, encoding: .utf8)
        let contents = try CorpusReader(
            root: folder, corrections: Corrections(path: folder + "/corrections.yml", named: "corrections.yml")
        ).read()
        #expect(contents.meetings.map(\.venue) == ["一号楼", nil])
        #expect(
            contents.problems.map { "\($0.path): \($0.reason)" } == [
                "corrections.yml:2: feed#2 is now another report, “青箬区委常委会召开第57次会议”: not corrected",
                "corrections.yml:4: “feed” is now a file of many reports: write “feed#1” with `was:` and its title or date",
            ])
    }

    /// `parse | resolve` reads what `list` reads, in the same order of ids.
    @Test func theFilterReadsThemToo() throws {
        let root = Self.fixtures + "/files"
        let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
        var waiting = names.makeIterator(), ids: [String] = []
        try RecordStream(root: root).run {
            waiting.next().map { .bytes(Array($0.utf8)) }
        } _: { outcome in
            if case .record(let line, _) = outcome { ids.append(try Meeting(json: line).id) }
        }
        // `parse` sees one file at a time and does not know which share a name.
        let listed = try CorpusReader(root: root).read().meetings.map {
            $0.id.replacing(/^([^\/]+)\.(xml|atom|md|html|docx|odt)(#|$)/, with: { $0.1 + $0.3 })
        }
        #expect(ids.sorted() == listed.sorted())
    }

    @Test(.enabled(if: access("/usr/bin/pdftotext", X_OK) == 0, "poppler-utils is not installed"))
    func pdfsAreReadByPoppler() throws {
        let contents = try CorpusReader(root: Self.fixtures + "/pdf").read()
        #expect(contents.meetings.map { "\($0.session ?? 0) \($0.chair?.name ?? "") \($0.directives.count)" } == ["76 沈砚秋 2"])
        #expect(contents.problems.map(\.reason) == ["a PDF without text: scanned pages, which need OCR first"])
    }
}
