import ArgumentParser
import Foundation
import Testing

@testable import meetings

/// What holds of every command.
@Suite struct CommandTests {
    static let commands = Meetings.configuration.subcommands.map { $0._commandName }

    static func run(_ arguments: [String], environment: [String: String] = [:], folder: String? = nil) -> (
        code: Int32, out: String, err: String
    ) {
        let console = Console(
            out: OutputStream(descriptor: nil), err: OutputStream(descriptor: nil), terminal: .none, environment: environment,
            folder: folder ?? TranscriptTests.root.path)
        let code = Meetings.run(arguments, in: console)
        return (code, console.out.text, console.err.text)
    }

    @Test(arguments: commands)
    func helpBeginsWithExamplesAndFitsEightyColumns(_ command: String) throws {
        let help = Self.run([command, "--help"]).out
        let examples = try #require(help.firstRange(of: "EXAMPLES\n  meetings "))
        let usage = try #require(help.firstRange(of: "USAGE:"))
        #expect(examples.lowerBound < usage.lowerBound)
        for line in help.split(separator: "\n") { #expect(String(line).displayWidth <= 80, "\(line)") }
    }

    /// Made once, which takes seconds in a debug build.
    private static let manual = run(["man"]).out.replacing("\\-", with: "-")

    @Test(arguments: commands)
    func everyOptionIsInTheManual(_ command: String) throws {
        let manual = Self.manual
        #expect(manual.contains(".SS \(command)\n"))
        for word in Self.run([command, "--help"]).out.split(whereSeparator: { !$0.isLetter && $0 != "-" }) where word.hasPrefix("--") {
            if ["--help", "--version"].contains(word) || word.allSatisfy({ $0 == "-" }) { continue }
            #expect(manual.contains(word), "\(word) of \(command)")
        }
    }

    /// Every example of every help runs, as far as the shell takes no part in it.
    @Test(arguments: commands)
    func examplesRun(_ command: String) {
        for line in Self.run([command, "--help"]).out.split(separator: "\n") where line.hasPrefix("  meetings ") {
            let words = line.drop { $0 == " " }
            // An index would be written into the fixtures; IndexCommandTests makes one elsewhere.
            let isOfFiles = ["evaluate gold", " -o ", "issues.yml", "diff "].contains { words.contains($0) }
            guard command != "index", !isOfFiles, !words.contains(where: { "|<>&'~".contains($0) }) else { continue }
            let arguments = words.split(separator: " ").dropFirst().map(String.init)
            #expect(Self.run(Array(arguments)).code == 0, "\(line)")
        }
    }

    @Test(
        arguments: commands.filter {
            ![
                "show", "explain", "search", "evaluate", "schema", "completion", "man", "parse", "resolve", "index", "export", "cite",
                "report",
                "trend",
                "compare", "diff", "reuse",
            ]
            .contains($0)
        })
    func everyTableIsTheSameInEveryFormat(_ command: String) throws {
        let json = try JSONSerialization.jsonObject(with: Data(Self.run([command, "--json"]).out.utf8)) as? [Any]
        let rows = try #require(json).count
        #expect(rows > 0)
        #expect(Self.run([command, "--format", "ndjson"]).out.split(separator: "\n").count == rows)
        #expect(Self.run([command, "--format", "tsv"]).out.split(separator: "\n").count == rows + 1)
        #expect(Self.run([command, "--format", "csv"]).out.split(separator: "\r\n").count == rows + 1)
        #expect(Self.run([command, "--count"]).out == "\(rows)\n")
        #expect(Self.run([command]).out.split(separator: "\n").count == rows + 2)
    }

    @Test(arguments: [["list", "--fields", ""], ["list", "-C", ""], ["list", "--fields", ","]])
    func emptyValuesAreUsageErrors(_ arguments: [String]) { #expect(Self.run(arguments).code == 2) }

    @Test(arguments: ["bash", "zsh", "fish"])
    func completionScriptsNameEveryCommand(_ shell: String) {
        let script = Self.run(["completion", shell]).out
        for command in Self.commands { #expect(script.contains(command), "\(command)") }
    }

    @Test func phrasesAreCompleteInBothLanguages() {
        for phrase in Phrase.allCases {
            let wording = Phrase.wordings[phrase]
            #expect(wording != nil, "\(phrase)")
            guard let wording else { continue }
            for i in 1...4 { #expect(wording.en.contains("{\(i)}") == wording.zh.contains("{\(i)}"), "\(phrase)") }
            #expect(wording.zh.contains { $0 >= "\u{4E00}" }, "\(phrase)")
        }
    }

    /// Messages in the sources, with what is put into them left open.
    @Test func everyWarningHasAChineseMessage() throws {
        for folder in ["MeetingParser", "MeetingCorpus"] {
            let root = TranscriptTests.root.appendingPathComponent("Sources/" + folder)
            for file in try FileManager.default.subpathsOfDirectory(atPath: root.path) where file.hasSuffix(".swift") {
                let source = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
                let written = source.matches(of: /Warning\([^"]*"[^"]*"[^"]*(?:"[^"]*")?[^"]*message: "([^"]+)"/).map { String($0.1) }
                let warned = source.matches(of: /warn\("[^"]+", "[^"]+", "([^"]+)"\)/).map { String($0.1) }
                for message in written + warned {
                    let example = message.replacing(/\\\((?:[^()]|\([^()]*\))*\)/, with: "2020-01-01")
                        .replacing("the date in the 2020-01-01", with: "the date in the URL")
                    let chinese = WarningMessage.text(example, in: .zh)
                    #expect(chinese != example && chinese.contains { $0 >= "\u{4E00}" }, "\(file): \(example)")
                }
            }
        }
        #expect(WarningMessage.text("the year is inferred from “2020年防汛”", in: .zh) == "年份据“2020年防汛”推定")
        #expect(WarningMessage.text("no cue in the report", in: .en) == "no cue in the report")
    }

    @Test func everyTextOfTheHelpHasAChineseOne() throws {
        let root = try ToolDescription.whole.get().command
        let texts = ([root] + (root.subcommands ?? [])).flatMap { command in
            [command.abstract].compactMap(\.self) + ToolDescription.paragraphs(command.discussion).filter { !ToolDescription.isExample($0) }
                + (command.arguments ?? []).compactMap(\.abstract)
        }
        for text in texts where !ChineseHelp.has(text) { Issue.record("no Chinese for “\(text)”") }
    }

    /// Beside examples and what is typed, no three words of English follow each other.
    @Test(arguments: commands + [""])
    func helpIsChineseUnderZh(_ command: String) {
        let help = Self.run([command, "--help"].filter { !$0.isEmpty }, environment: ["LANG": "zh_CN.UTF-8"]).out
        #expect(help.contains("\n用法：meetings"))
        let lines = help.split(separator: "\n").map(String.init)
        for line in lines.drop(while: { $0 != "示例" }).dropFirst().drop(while: { $0.hasPrefix("  ") }) {
            #expect(line.displayWidth <= 80, "\(line)")
            #expect(line.firstMatch(of: /[A-Za-z]{2,} [a-z]{2,} [a-z]{2,}/) == nil, "\(line)")
        }
    }

    @Test(arguments: commands)
    func everyColumnHasAChineseHeading(_ command: String) {
        var arguments = [command, "--lang", "zh"]
        if ["schema", "completion", "man", "parse", "resolve", "index", "export", "cite", "report"].contains(command) { return }
        if command == "show" || command == "explain" { arguments += ["181", "--format", "markdown"] }
        if command == "search" { arguments += ["防汛", "--format", "markdown"] }
        if command == "evaluate" { arguments += ["Fixtures/gold"] }
        let heading = Self.run(arguments).out.split(separator: "\n").first ?? ""
        #expect(!heading.contains { $0.isLowercase && $0.isASCII }, "\(heading)")
        for field in Field.catalogue where Language.zh.label(field.name).contains(where: { $0.isLowercase && $0.isASCII }) {
            Issue.record("\(field.name) has no Chinese heading")
        }
    }
}
