import Foundation
import MeetingCorpus
import Testing

@testable import meetings

@Suite struct OutputTests {
    @Test(arguments: [(7, "7"), (999, "999"), (1000, "1,000"), (23_679, "23,679"), (-1_234_567, "-1,234,567")])
    func numbersInMessagesAreGrouped(_ number: Int, _ text: String) { #expect(number.grouped == text) }

    @Test(arguments: [("abc", 3), ("会议", 4), ("a会", 3), ("e\u{301}", 1), ("，", 2), ("—", 1), ("👍🏽", 2), ("", 0)])
    func widthsAreColumns(_ text: String, _ width: Int) { #expect(text.displayWidth == width) }

    @Test func truncationCountsColumns() {
        #expect("会议指出".truncated(to: 5) == "会议…")
        #expect("会议指出".truncated(to: 8) == "会议指出")
        #expect("会议指出".truncated(to: 1) == "…")
    }

    @Test func noLineBeginsWithAClosingMark() {
        let lines = "会议指出，要抓好“防汛”工作。".wrapped(to: 8)
        #expect(lines.allSatisfy { !"，。”".contains($0.first!) })
        #expect(lines.allSatisfy { !"“".contains($0.last!) })
        #expect(lines.joined() == "会议指出，要抓好“防汛”工作。")
    }

    @Test func tablesAlignChineseAndFitTheTerminal() {
        let table = Table(
            columns: [.text("body"), .number("no")], rows: [[.string("区委常委会"), .integer(181)], [.string("市政府👍🏽"), .integer(7)]])
        let lines = AlignedTable(table, .en).text(on: .none).split(separator: "\n").map(String.init)
        #expect(lines == ["body       no", "────────── ───", "区委常委会 181", "市政府👍🏽     7"])
        let narrow = Table(columns: [.text("t")], rows: [[.string(String(repeating: "会", count: 50))]])
        let terminal = Terminal(isInteractive: true, width: 20, hasColor: false)
        for style in TableStyle.allCases {
            let rows = AlignedTable(narrow, style: style, .en).text(on: terminal).split(separator: "\n")
            #expect(rows.allSatisfy { String($0).displayWidth <= 20 }, "\(style)")
            let all = AlignedTable(table, style: style, .en).text(on: .none).split(separator: "\n").map { String($0).displayWidth }
            if style != .simple, style != .plain, style != .rst { #expect(Set(all).count == 1, "\(style) is ragged") }
        }
    }

    @Test func escapeSequencesNeverReachTheTerminal() {
        #expect("\u{1B}[31m会议\u{9B}2J\u{202E}".withoutControls == "\u{FFFD}[31m会议\u{FFFD}2J\u{FFFD}")
        #expect("a\nb\tc".singleLine == "a b c")
    }

    @Test(arguments: [("a,b", "\"a,b\"\r\n"), ("a\"b", "\"a\"\"b\"\r\n"), ("会议", "会议\r\n"), ("a\nb", "\"a\nb\"\r\n")])
    func csvIsQuotedAsRFC4180Says(_ cell: String, _ row: String) { #expect(Delimited(comma: true).row([cell]) == row) }

    @Test(arguments: ["=1+1", "+1+1", "-x", "@cmd", "＝1"])
    func formulasAreMadeHarmlessForExcel(_ cell: String) {
        #expect(Delimited(comma: true, isForExcel: true).row([cell]) == "'\(cell)\r\n")
        #expect(Delimited(comma: true, isForExcel: true).row(["-3"]) == "-3\r\n")
    }

    @Test func markupIsEscaped() {
        let table = Table(columns: [.text("a")], rows: [[.string("<b>&|$_{\\")]])
        #expect(Markup.html(table, .en).contains("<td>&lt;b&gt;&amp;|$_{\\</td>"))
        #expect(Markup.latex(table, .en).contains("<b>\\&|\\$\\_\\{\\textbackslash{}"))
        #expect(Markup.markdown(table, .en).contains("&lt;b>&amp;\\|$\\_{\\\\"))
    }

    @Test(
        arguments: [
            (["TERM": "xterm"], false), (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (["CLICOLOR_FORCE": "0"], false),
        ] as [([String: String], Bool)])
    func colourFollowsTheEnvironment(_ environment: [String: String], _ hasColor: Bool) {
        // Descriptor -1 is no terminal.
        #expect(Terminal(descriptor: -1, environment: environment).hasColor == hasColor)
    }

    @Test func aFileIsWrittenWholeOrNotAtAll() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let err = OutputStream(descriptor: nil)
        let console = Console(
            out: OutputStream(descriptor: nil), err: err, terminal: .none, environment: [:], folder: TranscriptTests.root.path)
        let file = folder.appendingPathComponent("out.csv")
        #expect(Meetings.run(["list", "--format", "csv", "-o", file.path], in: console) == 0)
        #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("id,date,"))
        #expect(console.out.bytes.isEmpty)
        #expect(Meetings.run(["list", "-o", folder.path + "/none/out.csv"], in: console) == 1)
        #expect(err.text.contains("cannot be written"))
    }

    @Test func badFilesAreNamedAndTheGoodOnesListed() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let good = TranscriptTests.root.appendingPathComponent("Fixtures/reports/haidian/000_bf014f305e761c61.txt")
        try FileManager.default.copyItem(at: good, to: folder.appendingPathComponent("good.txt"))
        try Data().write(to: folder.appendingPathComponent("empty.txt"))
        try Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 1]).write(to: folder.appendingPathComponent("binary"))
        try Data("买菜清单".utf8).write(to: folder.appendingPathComponent("list.txt"))
        // A link to nothing cannot be read, whoever asks.
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("gone.txt"), withDestinationURL: folder.appendingPathComponent("nothing"))
        let console = Console(
            out: OutputStream(descriptor: nil), err: OutputStream(descriptor: nil), terminal: .none, environment: [:], folder: folder.path)
        #expect(Meetings.run(["list"], in: console) == 3)
        #expect(console.out.text.contains("2020-05-27"))
        for name in [
            "empty.txt: empty file", "binary: binary file", "gone.txt: a link that leads nowhere",
            "1 of 5 files is no meeting report (--kind other lists it); 3 could not be read",
        ] {
            #expect(console.err.text.contains(name), "\(name)")
        }
    }

    @Test func filesOfOneNameKeepTheirExtensions() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["a.txt", "a.html", "b.txt"] {
            try Data("标题\n2020年5月27日，青石县委常委会召开第\(name.count)次会议。县委书记王平主持会议。".utf8).write(to: folder.appendingPathComponent(name))
        }
        try Data("%PDF".utf8).write(to: folder.appendingPathComponent("c.pdf"))
        let (code, out, err) = CommandTests.run(["list", "--fields", "id", "--format", "tsv", "--reports"], folder: folder.path)
        #expect(out == "id\na.html\na.txt\nb\n")
        #expect(err.contains("c.pdf: damaged: it is called .pdf and is none"))
        #expect(code == 3)
    }
}

/// The page on which a reader checks a report.
@Suite struct MarkedReportTests {
    private static func page(_ html: String, options: String...) throws -> String {
        let folder = NSTemporaryDirectory() + "marked-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(html.utf8).write(to: URL(fileURLWithPath: folder + "/a.html"))
        let out = OutputStream(descriptor: nil), err = OutputStream(descriptor: nil)
        let console = Console(out: out, err: err, terminal: .none, environment: [:], folder: folder, language: .en)
        #expect(Meetings.run(["explain", "a", "-C", ".", "-o", "../page-\(folder.suffix(8)).html"], in: console) == 0)
        let path = NSTemporaryDirectory() + "page-\(folder.suffix(8)).html"
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try String(contentsOfFile: path, encoding: .utf8)
    }

    @Test func valuesAreMarkedWhereTheyStandAndNothingOfTheTextRuns() throws {
        let page = try Self.page(
            "<h1>县委常委会召开会议</h1><p>2021年3月5日，青石县委常委会召开第12次会议，审议《青石县\u{26}lt;script\u{26}gt;方案》。县委书记沈砚秋主持会议。</p>")
        #expect(page.contains(">2021年3月5日</a>") && page.contains("class=\"mark day\""))
        #expect(page.contains("沈砚秋</a>") && !page.contains("<script") && page.contains("&lt;script&gt;"))
        #expect(page.contains("default-src 'none'") && page.contains(OwnOutput.mark))
        // Each link leads somewhere, and no two places have the same name.
        let ids = page.matches(of: /id="([em]\d+)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for link in page.matches(of: /href="#([em]\d+)"/) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    }
}
