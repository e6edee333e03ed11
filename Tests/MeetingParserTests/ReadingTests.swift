import Foundation
import Testing

@testable import MeetingParser

@Suite struct ReadingTests {
    private func document(_ text: String) -> ReportDocument { ReportDocument(reading: Report(Array(text.utf8), path: "a.txt")) }

    @Test func whiteSpaceIsNormalised() {
        let document = document("标题\n<div>&nbsp;　　会议　指出，\n要抓好。<br/>第二段&mdash;完</div>")
        #expect(document.paragraphs.map(\.text.string) == ["会议 指出，要抓好。", "第二段—完"])
        #expect(document.title == "标题")
    }

    @Test func hiddenMarkupGivesNothing() {
        let document = document(
            "<p>一。</p><style>p{}</style><script>var a='<p>x</p>'</script><!-- <p>y</p> --><div style='display: none'>z</div><p>二。</p>")
        #expect(document.paragraphs.map(\.text.string) == ["一。", "二。"])
    }

    @Test func frontMatterMayFollowABlankLine() {
        let document = document("\n---\ntitle: '原标题：甲'\ndate: Fri, 30 Apr 2021 00:00:19 GMT\n---\n\n<div><p>会议召开。</p></div>")
        #expect(document.metadata.published?.iso == "2021-04-30T00:00:19Z")
        #expect(document.paragraphs.map(\.text.string) == ["会议召开。"])
    }

    @Test func malformedFrontMatterCostsAWarningOnly() {
        let document = document("---\ntitle: 'a: b\nsource: 日报\n---\n会议召开。")
        #expect(document.frontMatter.problem != nil)
        #expect(document.metadata.source == "日报")
        #expect(document.paragraphs.count == 1)
    }

    @Test(arguments: [
        ("Fri, 30 Apr 2021 00:00:19 GMT", "2021-04-30", "2021-04-30T00:00:19Z"),
        ("2021-04-12 07:30:00", "2021-04-12", "2021-04-12T07:30:00"),
        ("2018年10月8日", "2018-10-08", "2018-10-08"), ("发布时间：2020/7/8 21:35", "2020-07-08", "2020-07-08T21:35"),
        ("07.01.2015", "2015-01-07", "2015-01-07"), ("Wed, 31 Dec 2014 17:00:00 GMT", "2015-01-01", "2014-12-31T17:00:00Z"),
    ])
    func publicationTimes(_ text: String, _ day: String, _ iso: String) {
        let time = PublicationTime(text)
        #expect(time?.day.iso == day)
        #expect(time?.iso == iso)
    }

    @Test(arguments: ["2021-02-30", "〔2018〕12号", "99", ""])
    func whatIsNoPublicationTime(_ text: String) { #expect(PublicationTime(text) == nil) }

    @Test func everySentenceKnowsItsPlaceInTheFile() throws {
        let text = "标题\n<p>　　会议&#25351;出，<b>要抓好</b>。</p>"
        let document = document(text)
        let sentence = try #require(document.paragraphs.first?.sentences.first)
        let span = document.span(of: sentence.range)
        #expect(String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self) == "会议&#25351;出，<b>要抓好</b>。")
    }

    @Test func spansAreOffsetsInTheFileAsStoredInEveryEncoding() throws {
        let text = "会议指出，要抓好生产。𠮷利"
        for (encoding, name) in [(TextEncoding.gb18030, "GB18030"), (.utf16LittleEndian, "UTF-16")] {
            let file = try encode(text, name)
            let document = ReportDocument(reading: Report(file, path: "a.txt"))
            #expect(document.source.encoding == encoding)
            let sentence = try #require(document.paragraphs.first?.sentences.first)
            #expect(sentence.string == "会议指出，要抓好生产。")
            let span = document.span(of: sentence.range)
            let rest = try encode("𠮷利", name == "UTF-16" ? "UTF-16LE" : name)
            #expect(Array(file[span.end...]) == rest)
        }
    }

    private func encode(_ text: String, _ name: String) throws -> [UInt8] {
        let process = Process(), pipe = Pipe(), input = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["iconv", "-f", "UTF-8", "-t", name]
        process.standardInput = input
        process.standardOutput = pipe
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        return Array(pipe.fileHandleForReading.readDataToEndOfFile())
    }

    @Test func strayBytesBecomeReplacementCharacters() {
        let document = ReportDocument(
            reading: Report(
                Array("会议召开".utf8) + [0xFF] + Array(String(repeating: "会议指出，要抓好。", count: 9).utf8), path: "a.txt"))
        #expect(document.source.hasReplacements)
        #expect(document.text.string.hasPrefix("会议召开\u{FFFD}会议"))
    }

    @Test func theReportIsFoundAmongNavigation() {
        let page = """
            <html><head><title>县委常委会召开会议_要闻_某县政府网</title></head><body>
            <div class=nav><a href=/>首页</a><a href=/a>要闻</a></div><div><div class=c><p>第一段，会议召开。</p><p>第二段，要抓好。</p></div></div>
            <div>上一篇：<a href=x>县委常委会召开第42次会议</a></div><div>主办：某县 ICP备1号</div></body></html>
            """
        let document = document(page)
        #expect(document.title == "县委常委会召开会议")
        #expect(document.paragraphs.map(\.text.string) == ["第一段，会议召开。", "第二段，要抓好。"])
    }

    @Test func markdownMarksGiveNothing() {
        let source = "---\ntitle: 甲\n---\n# 甲会议召开\n\n**会议**指出，[要抓好](http://a)。\n\n- 红榜：A\n![图](b.png)\n"
        let document = ReportDocument(reading: Report(Array(source.utf8), path: "a.md"))
        #expect(document.paragraphs.map(\.text.string).contains("会议指出，要抓好。"))
        #expect(document.paragraphs.map(\.text.string).contains("红榜：A"))
        #expect(!document.text.string.contains("b.png"))
    }
}
