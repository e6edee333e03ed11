import Foundation
import Testing

@testable import MeetingParser

@Suite struct RecordTests {
    @Test(arguments: [
        ("2021年3月5日，青石县安委会召开全体会议，县长李明主持。会议要求抓好落实。", []),
        ("2021年3月5日，党组召开会议，书记一山主持。会议要求抓好落实。", ["odd-name", "body-without-owner"]),
        (
            "本报讯 3月5日，青石县安委会召开全体会议。会议要求抓好落实。\n\n据新华社北京3月6日电 国务院召开常务会议。会议要求抓好落实。",
            ["many-items-in-one-report"]
        ),
    ])
    func whatLooksOddIsTold(_ text: String, _ codes: [String]) {
        let odd = Set(["odd-name", "odd-place", "body-without-owner", "many-items-in-one-report"])
        let meeting = MeetingParser.parse(Array(text.utf8), path: "a.txt")
        #expect(meeting.warnings.map(\.code).filter(odd.contains) == codes, "\(meeting.warnings)")
    }

    @Test func aReportTellsOfSeveralMeetings() {
        let text = """
            县政府召开第5次常务会议

            本报讯 2021年3月5日，县长王平主持召开县政府第5次常务会议，研究防汛工作。

            又讯 2021年3月9日，县长王平主持召开县政府第6次常务会议。会议强调，要加强农资监管。
            """
        let report = Report(Array(text.utf8), path: "a.txt")
        let meetings = MeetingParser.meetings(in: [report], options: .init(evidence: true))[0]
        #expect(meetings.map(\.session) == [5, 6] && meetings.map(\.date) == ["2021-03-05", "2021-03-09"])
        #expect(meetings.map(\.directives.count) == [0, 1] && Set(meetings.map(\.title)) == ["县政府召开第5次常务会议"])
        // Places count in the file.
        let span = meetings[1].evidence["date"]!.span
        #expect(String(decoding: report.bytes[span.start..<span.end], as: UTF8.self) == "2021年3月9日")
        // News of another kind behind a report is none.
        let news = text.replacing("主持召开县政府第6次常务会议", with: "到青石镇调研")
        #expect(MeetingParser.meetings(in: [Report(Array(news.utf8), path: "a.txt")])[0].count == 1)
    }

    @Test(arguments: [
        ("a.2", "a.txt", 0, 2), ("a.2", "a.2.txt", 0, 1), ("a#3", "a.csv", 3, 1), ("a#3.2", "a.csv", 3, 2), ("a.txt.4", "a.txt", 0, 4),
    ])
    func idsTellPositions(_ id: String, _ path: String, _ entry: Int, _ meeting: Int) {
        let position = RecordPosition(id: id, path: path)
        #expect(position.entry == entry && position.meeting == meeting && id.hasSuffix(position.suffix))
        #expect(RecordPosition(number: position.number) == position)
    }

    private static var reports: [URL] { PackageFiles.files(below: PackageFiles.root.appendingPathComponent("Fixtures/reports")) }

    @Test(arguments: reports)
    func recordsSurviveJSON(_ file: URL) throws {
        let meeting = MeetingParser.parse(
            Array(try Data(contentsOf: file)), path: file.lastPathComponent, options: .init(evidence: true, text: true))
        var writer = JSONWriter()
        meeting.write(to: &writer)
        let read = try Meeting(json: writer.bytes)
        // JSON has the places of the evidence, not its rules and words.
        var written = meeting
        written.evidence = meeting.evidence.mapValues { Evidence(span: $0.span) }
        written.clues = Clues()
        #expect(read == written)
    }

    @Test(arguments: reports)
    func everyKeyOfTheContractIsThere(_ file: URL) throws {
        let meeting = MeetingParser.parse(Array(try Data(contentsOf: file)), path: file.lastPathComponent)
        guard case .object(let members) = meeting.json else {
            Issue.record("a record is no object")
            return
        }
        #expect(members.map(\.key) == Meeting.fields)
    }

    @Test(arguments: reports)
    func spansPointAtWhatTheyProve(_ file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        let meeting = MeetingParser.parse(bytes, path: file.lastPathComponent, options: .init(evidence: true))
        for (i, directive) in meeting.directives.enumerated() {
            let span = try #require(meeting.evidence["directives.\(i + 1)"]).span
            let source = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
            #expect(source.filter { $0.isLetter }.hasPrefix(String(directive.text.filter { $0.isLetter }.prefix(4))), "\(directive.text)")
        }
    }

    /// A record with every key filled says the same after it was written and read.
    @Test func everyKeySurvives() throws {
        var meeting = Meeting(path: "a/b.html")
        for key in Meeting.keys where key.role != .derived {
            var writer = JSONWriter()
            key.type.filled(key.name).write(to: &writer)
            try JSONReader.read(writer.bytes) { json throws(JSONProblem) in try key.read(&meeting, &json) }
        }
        let written = try #require(JSONValue(meeting.line))
        for key in Meeting.keys where key.role != .derived { #expect(written[[key.name]] == key.type.filled(key.name), "\(key.name)") }
        #expect(try Meeting(json: meeting.line).line == meeting.line)
        #expect(meeting.json == written)
    }

    @Test func anyBytesGiveARecord() {
        for bytes in [
            [], [0], Array(repeating: UInt8(0), count: 1000), Array("<".utf8), Array("&#x110000;《".utf8), Array("---\n".utf8),
            [0xFF, 0xFE, 0x00],
        ] as [[UInt8]] {
            _ = MeetingParser.parse(bytes, path: "x")
        }
    }

    @Test(arguments: reports)
    func truncationNeverStopsTheParser(_ file: URL) throws {
        let bytes = Array(try Data(contentsOf: file))
        for length in stride(from: 0, to: bytes.count, by: 97) { _ = MeetingParser.parse(Array(bytes[..<length]), path: "x") }
    }
}

extension KeyType {
    /// A value of the type that is not its standard.
    func filled(_ name: String) -> JSONValue {
        switch self {
        case .text(let pattern):
            .string(pattern.map { $0.contains("(") ? "2020-05-27" : $0.hasSuffix("$") ? "2020-05" : "2020-05-27" } ?? "《\(name)》")
        case .word(let words): .string(words[words.count - 1])
        case .integer: .integer(7)
        case .optional(let type): type.filled(name)
        case .list(let element): .array([element.filled(name)])
        case .object(let members): .object(members.map { ($0.name, $0.type.filled($0.name)) })
        case .map(let value): .object([("date", value.filled(name))])
        case .span: .array([.integer(3), .integer(9)])
        }
    }
}
