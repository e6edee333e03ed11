import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

/// A corpus from anywhere: special files, links, names that are no text, YAML that multiplies.
@Suite struct UntrustedFilesTests {
    private let folder = NSTemporaryDirectory() + "untrusted-" + UUID().uuidString
    private static let report = "2021年3月5日，青石县安委会召开第3次全体会议，研究防汛工作。县长李明主持会议。"

    init() throws { try FileManager.default.createDirectory(atPath: folder + "/corpus", withIntermediateDirectories: true) }

    private func write(_ name: String, _ text: String = report) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }

    private func read(follows: Bool = false) throws -> CorpusContents {
        var reader = CorpusReader(root: folder + "/corpus")
        reader.followsLinks = follows
        return try reader.read()
    }

    @Test func specialFilesAreNamedAndLeftOut() throws {
        try write("corpus/a.txt")
        mkfifo(folder + "/corpus/b.txt", 0o600)
        try FileManager.default.createSymbolicLink(atPath: folder + "/corpus/c.txt", withDestinationPath: "/dev/zero")
        try FileManager.default.createSymbolicLink(atPath: folder + "/corpus/d.txt", withDestinationPath: "nowhere")
        let contents = try read()
        #expect(contents.meetings.map(\.id) == ["a"])
        #expect(contents.problems.map(\.path) == ["b.txt", "c.txt", "d.txt"])
        #expect(contents.problems[0].reason == "a FIFO")
    }

    @Test func linksThatLeaveTheCorpusAreFollowedOnlyWhenAsked() throws {
        try write("corpus/a.txt")
        try write("secret.txt")
        try FileManager.default.createSymbolicLink(atPath: folder + "/corpus/s.txt", withDestinationPath: "../secret.txt")
        try FileManager.default.createSymbolicLink(atPath: folder + "/corpus/same.txt", withDestinationPath: "a.txt")
        try FileManager.default.createSymbolicLink(atPath: folder + "/corpus/loop", withDestinationPath: ".")
        #expect(try read().meetings.map(\.id) == ["a", "same"])
        #expect(try read().problems.map(\.path) == ["s.txt"])
        #expect(try read(follows: true).meetings.map(\.id) == ["a", "s", "same"])
    }

    /// 会议.txt as a Windows archive names it, in GBK.
    @Test func namesThatAreNoUTF8AreRead() throws {
        let name: [UInt8] = [0xBB, 0xE1, 0xD2, 0xE9, 0x25] + Array(".txt".utf8)
        let location = Array((folder + "/corpus/").utf8) + name
        let descriptor = location.open(O_WRONLY | O_CREAT)
        location.withCString { _ = Foundation.chmod($0, 0o600) }
        close(descriptor)
        let again = location.open(O_WRONLY)
        _ = Array(Self.report.utf8).withUnsafeBytes { Foundation.write(again, $0.baseAddress, $0.count) }
        close(again)
        let meeting = try #require(read().meetings.first)
        #expect(meeting.path == "%BB%E1%D2%E9%25.txt")
        #expect(meeting.pathBytes == Data(name).base64EncodedString())
        #expect(ReportFile.bytes(of: meeting, in: folder + "/corpus") == Array(Self.report.utf8))
        #expect(String(decoding: meeting.line, as: UTF8.self).contains("\"pathBytes\""))
    }

    @Test func oneNULMakesATextNoBinaryFile() throws {
        try write("corpus/a.txt", Self.report + "\0" + String(repeating: Self.report, count: 3))
        #expect(try read().meetings.map(\.session) == [3])
    }

    @Test func whatTheProgramWroteIsNoReport() throws {
        try write("corpus/a.txt")
        let record = try #require(read().meetings.first)
        try write("corpus/b.txt", String(decoding: record.line, as: UTF8.self))
        try write("corpus/c.html", "<!doctype html><html><head>\(OwnOutput.mark) 0.4.0\"></head><body>\(Self.report)</body></html>")
        try write("corpus/d.md", "| date | session | body |\n| --- | ---: | --- |\n| 2021-03-05 | 3 | \(Self.report) |\n")
        #expect(try read().meetings.map(\.id) == ["a"])
    }

    @Test(arguments: [
        "a: &x [1,1,1]\nb: &y [*x,*x,*x]\nc: [*y,*y,*y]\n", String(repeating: "[", count: 200), String(repeating: "- ", count: 200) + "a",
        "? &a {k: v}\n: *a\n", (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ])
    func yamlThatMultipliesIsRefused(_ text: String) {
        #expect(throws: BoundedYAML.Problem.self) { try BoundedYAML.compose(text, most: 1 << 20) }
    }

    @Test func ordinaryYAMLIsRead() throws {
        for text in ["title: 5 * 3 & more\n", "a: 'x &y *z'\nb: [1, 2]\n", "- a\n- b: c\n", "title: \"《甲》 *重要*\"\n", "a: b - c\n"] {
            #expect(try BoundedYAML.compose(text, most: 1 << 20) != nil, "\(text)")
        }
    }

    @Test func correctionsThatCannotBeReadAreAnError() throws {
        mkfifo(folder + "/corpus/corrections.yml", 0o600)
        #expect(throws: CorrectionsError.self) { try Corrections(path: folder + "/corpus/corrections.yml", named: "corrections.yml") }
        #expect(try Corrections(path: folder + "/corpus/none.yml", named: "none.yml") == nil)
    }

    /// Keys that differ in case: the first counts, each time.
    @Test func jsonFrontMatterReadsTheSameEachTime() {
        let bytes = Array("{\"Title\": \"甲\", \"title\": \"乙\", \"TITLE\": {\"a\": 1}}\n\(Self.report)".utf8)
        for _ in 0..<20 { #expect(MeetingParser.parse(bytes, path: "a.md").title == "甲") }
    }

    @Test func aFewBadBytesMakeNoOtherEncoding() {
        let bytes = Array("<meta charset=utf-8><p>\(Self.report)".utf8) + [0xFF, 0xFE, 0xC0, 0xC1] + Array("</p>".utf8)
        #expect(MeetingParser.parse(bytes, path: "a.html").session == 3)
    }
}
