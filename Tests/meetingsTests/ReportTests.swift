import Algorithms
import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus
@testable import meetings

/// The page of a corpus; `.ci/pages` opens it in a browser.
@Suite struct ReportTests {
    private static func meeting(_ number: Int, _ title: String) -> Meeting {
        let text = "2021年3月\(number)日，县长李明主持召开县政府第\(number)次常务会议，研究防汛工作。会议要求，各部门要抓好落实。"
        var meeting = MeetingParser.parse(Array("县政府召开会议\n\n\(text)\n".utf8), path: "\(number).txt")
        meeting.title = title
        return meeting
    }

    private static func page(_ meetings: [Meeting], most: Int = 1 << 20) throws -> String {
        var selection = Selection()
        selection.meetings = meetings
        selection.reportCount = meetings.count
        return try CorpusPage(selection, named: "corpus", filters: ["--since 2020"], most: most, language: .en).text
    }

    /// An edit of page.js changes it: the message says what to write instead.
    @Test func theHashOfTheScriptIsThatOfTheScript() throws {
        let process = Process(), input = Pipe(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["sha256sum"]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        input.fileHandleForWriting.write(Data(CorpusPage.script.utf8))
        try input.fileHandleForWriting.close()
        let digits = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).prefix(64)
        let bytes = digits.chunks(ofCount: 2).compactMap { UInt8($0, radix: 16) }
        #expect(CorpusPage.scriptHash == "sha256-" + Data(bytes).base64EncodedString())
    }

    @Test func whatReportsSayStaysText() throws {
        let page = try Self.page([Self.meeting(5, "县政府召开常务会议</script><script>alert(1)</script>")])
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(page.contains("\\u003c/script>\\u003cscript>alert(1)"))
        #expect(page.contains("--since 2020"))
    }

    /// Directives go first, then agendas, of the oldest.
    @Test func whatHasNoRoomIsLeftOutAndSaid() throws {
        let meetings = (1...28).map { Self.meeting($0, "县政府召开第\($0)次常务会议") }
        let data = MeetingData(meetings, words: [:])
        let all = data.fitted(into: 1 << 20)
        #expect(all.leftOut == nil)
        let some = data.fitted(into: all.json.utf8.count - 200)
        let left = try #require(some.leftOut)
        #expect(left.directives > 0 && left.directives < 28 && left.agendas == 0)
        #expect(some.json.utf8.count <= all.json.utf8.count - 200)
        let least = data.fitted(into: 0)
        #expect(least.leftOut?.agendas == 28)
        #expect(!least.json.contains("防汛工作"))
        #expect(try Self.page(meetings, most: 1).contains("are left out"))
    }

    @Test func barsBeginAtZeroAndNameTheirPeak() {
        let svg = BarStrip(labels: ["2020", "2021"], values: [1, 4]).svg
        #expect(svg.contains("<title>2021: 4</title>") && svg.contains(">4</text>"))
        #expect(Shade.of(0, 9) == 0 && Shade.of(1, 9) == 1 && Shade.of(9, 9) == 5)
    }

    @Test func shadesAreToldByTheirLegend() {
        let rows = [Chart.Series(name: "县委", values: [0, 1, 8]), Chart.Series(name: "县政府", values: [4, 0, 0])]
        let map = HeatMap(title: "防汛", measure: "meetings", labels: ["2019", "2020", "2021"], rows: rows, width: 60).text
        #expect(map.contains("县委   ·░█ 9\n县政府 ▒·· 4\n") && map.hasSuffix("\nmeetings: · 0  ░ ≤ 2  ▒ ≤ 4  ▓ ≤ 6  █ ≤ 8\n"))
    }

    @Test func groupsHaveOneScale() throws {
        let chart = { (name: String, value: Double) in
            Chart(title: name, measure: "meetings", labels: ["2019", "2020"], series: [.init(name: "防汛", values: [0, value])])
        }
        let svg = SmallMultiples(title: "<防汛>", charts: [chart("县委", 10), chart("县政府", 1)]).text
        #expect(svg.components(separatedBy: "<polyline").count == 3 && svg.components(separatedBy: ">10</text>").count == 3)
        #expect(svg.contains("&lt;防汛&gt;") && !svg.contains("<防汛>"))
    }

    @Test func aTableIsAPage() {
        let page = CommandTests.run(["bodies", "--fields", "body,meetings", "--limit", "2", "--format", "html", "-C", "Fixtures/reports"])
            .out
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"))
        #expect(page.contains("<thead>\n<tr><th>body</th>") && page.hasSuffix("</table>\n</main></body></html>\n"))
    }

    @Test func aMeetingIsADocument() {
        let document = MeetingDocument(Self.meeting(5, "县政府召开第5次<b>常务会议"), .en)
        #expect(document.markdown.hasPrefix("# 县政府召开第5次&lt;b>常务会议\n\n- **Date**: 2021-03-05"))
        #expect(document.markdown.contains("## Agenda\n\n1. 研究 防汛工作\n"))
        #expect(document.html.contains("<li value=\"1\">研究 防汛工作") && !document.html.contains("<b>"))
    }
}
