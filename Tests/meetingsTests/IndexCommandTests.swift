import Foundation
import Testing

@testable import meetings

/// Every command gives the same with an index as without it.
@Suite struct IndexCommandTests {
    private static let commands = [
        "list", "list --json", "list --format ndjson --reverse --limit 3", "list --since 2020-06 --csv", "list --fields text,title --json",
        "list --kind any --fields id,kind,warnings.code", "list --match 防汛", "show 181", "show 181 --json",
        "show 181 --json --evidence", "show 2020-07 --all --format ndjson --evidence", "show 常委会:181", "show 2020-06", "show 9999",
        "show haidian/000_bf014f305e761c61", "show 000_bf014f305e761c61.html", "explain 181 agenda", "explain 2020-07 --json",
        "explain 181 --match 防汛 --csv", "show 没有这个", "show 2031-02-03", "show 常务会议", "show haidian", "show 县委常委会:9999", "search 安全 --kwic",
        "search 会议 --count", "agenda --action 审议", "directives --person 于军", "documents", "people", "bodies", "rankings", "gaps",
        "count --by kind", "count --by person,month", "count --by year --since 2020-06", "count --by endDate --format csv",
        "list --since 2020-06 --format csv", "search 会议 --count --fields nothing", "search 会议 --count --kwic",
        "search 会议 --count --reports", "explain 181 date", "check", "check --by-file", "list --place 海淀区 --reports",
        "list --format ndjson --chair 于军 --body 常委会", "list --evidence --format ndjson --limit 2",
    ]

    private struct Answer: Equatable { var out, err: String; var code: Int32 }

    private static func run(_ arguments: [String], in folder: String) -> Answer {
        let out = OutputStream(descriptor: nil), err = OutputStream(descriptor: nil)
        let console = Console(out: out, err: err, terminal: .none, environment: [:], folder: folder, language: .en)
        let code = Meetings.run(arguments, in: console)
        return Answer(out: out.text, err: err.text, code: code)
    }

    /// A copy of the fixtures: with an index within, and one outside.
    @Test func everyCommandAnswersTheSame() throws {
        let folder = NSTemporaryDirectory() + "indexed-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let fixtures = TranscriptTests.root.appendingPathComponent("Fixtures")
        try FileManager.default.copyItem(atPath: fixtures.path + "/reports", toPath: folder + "/reports")
        let composed = try FileManager.default.contentsOfDirectory(atPath: fixtures.path + "/composed/reports")
        for name in composed.sorted().prefix(14) {
            try FileManager.default.copyItem(atPath: fixtures.path + "/composed/reports/" + name, toPath: folder + "/reports/" + name)
        }
        let expected = Self.commands.map { Self.run($0.split(separator: " ").map(String.init) + ["-C", "reports"], in: folder) }
        let made = Self.run(["index", "-C", "reports"], in: folder)
        #expect(made.code == 0 && made.out.contains(" new, "), "\(made)")
        #expect(Self.run(["index", "-C", "reports", "--file", "corpus.sqlite"], in: folder).code == 0)
        for (command, expected) in zip(Self.commands, expected) {
            let arguments = command.split(separator: " ").map(String.init)
            #expect(Self.run(arguments + ["-C", "reports"], in: folder) == expected, "\(command), index in the folder")
            #expect(Self.run(arguments + ["-C", "corpus.sqlite"], in: folder) == expected, "\(command), index as corpus")
            #expect(Self.run(arguments + ["-C", "reports", "--no-index"], in: folder) == expected, "\(command), no index")
        }
    }

    @Test func whatIsNoIndexIsSaid() throws {
        let folder = NSTemporaryDirectory() + "no-index-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/reports", withIntermediateDirectories: true)
        try Data("2021年3月5日，青石县安委会召开全体会议。".utf8).write(to: URL(fileURLWithPath: folder + "/reports/a.txt"))
        try Data("SQLite format 3\u{0}and then nothing of it".utf8).write(to: URL(fileURLWithPath: folder + "/broken.sqlite"))
        #expect(Self.run(["list", "-C", "broken.sqlite"], in: folder).code != 0)
        #expect(Self.run(["index", "-C", "broken.sqlite"], in: folder).code == 2)
        let unwritten = Self.run(["index", "-C", "reports", "--file", "nowhere/x.sqlite"], in: folder)
        #expect(unwritten.err.contains("nowhere/x.sqlite: cannot be written"))
        // A broken index is no obstacle: the files are read.
        try FileManager.default.copyItem(atPath: folder + "/broken.sqlite", toPath: folder + "/reports/.meetings.sqlite")
        let answer = Self.run(["list", "-C", "reports", "--count"], in: folder)
        #expect(answer.out == "1\n" && answer.err.contains("reading the files"), "\(answer)")
    }
}
