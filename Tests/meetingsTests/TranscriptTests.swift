import Foundation
import Testing

@testable import meetings

/// Commands with their exact output: every file of Fixtures/transcripts, and what the README and the guide show.
///
/// `$ meetings …` is a command, run in the root of the package; `$ COLUMNS=80 meetings …` runs on a terminal of that
/// width. The lines behind it are standard output, those with `! ` standard error, and `? 1` the exit code if not 0.
@Suite struct TranscriptTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static var files: [URL] {
        let folder = root.appendingPathComponent("Fixtures/transcripts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { folder.appendingPathComponent($0) }
    }

    @Test(arguments: files)
    func commandsAnswerAsWritten(_ file: URL) throws {
        let written = try String(contentsOf: file, encoding: .utf8)
        let replayed = Transcript.replay(written, folder: Self.root.path)
        // UPDATE_TRANSCRIPTS=1 swift test writes the answers anew; read the difference before committing it.
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
            try replayed.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(replayed == written)
    }

    /// The README and the articles of the guide that show commands.
    private static var pages: [URL] {
        let guide = root.appendingPathComponent("Sources/MeetingCorpus/MeetingCorpus.docc")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: guide.path)) ?? []
        let articles = names.filter { $0.hasSuffix(".md") }.sorted().map { guide.appendingPathComponent($0) }
        return ([root.appendingPathComponent("README.md")] + articles).filter { page in
            (try? String(contentsOf: page, encoding: .utf8))?.contains("```console\n$ meetings") == true
        }
    }

    @Test(arguments: pages)
    func pagesShowWhatTheCommandsPrint(_ file: URL) throws {
        var page = try String(contentsOf: file, encoding: .utf8)
        let blocks = page.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        let shown = blocks.filter { $0.hasPrefix("console\n$ meetings") }.map { String($0.drop { $0 != "\n" }.dropFirst()) }
        #expect(!shown.isEmpty)
        if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
            for block in shown {
                page = page.replacing("```console\n" + block, with: "```console\n" + Transcript.replay(block, folder: Self.root.path))
            }
            try page.write(to: file, atomically: true, encoding: .utf8)
        }
        for block in shown { #expect(Transcript.replay(block, folder: Self.root.path) == block) }
    }
}

enum Transcript {
    /// The transcript with the answers that its commands give now.
    static func replay(_ written: String, folder: String) -> String {
        var replayed = ""
        for line in written.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("#") || replayed.isEmpty && line.isEmpty { replayed += line + "\n" }
            guard line.hasPrefix("$ ") else { continue }
            replayed += line + "\n" + run(String(line.dropFirst(2)), folder)
        }
        return replayed
    }

    private static func run(_ command: String, _ folder: String) -> String {
        var words = split(command)
        var environment: [String: String] = [:]
        while let first = words.first, first != "meetings", let equals = first.firstIndex(of: "=") {
            environment[String(first[..<equals])] = String(first[first.index(after: equals)...])
            words.removeFirst()
        }
        let out = OutputStream(descriptor: nil), err = OutputStream(descriptor: nil)
        let terminal = environment["COLUMNS"].flatMap { Int($0) }.map { Terminal(isInteractive: true, width: $0, hasColor: false) } ?? .none
        let console = Console(
            out: out, err: err, terminal: terminal, environment: environment, folder: folder, language: Language(environment: environment))
        let code = Meetings.run(Array(words.dropFirst()) + (terminal.isInteractive ? ["--no-pager"] : []), in: console)
        let complaints = err.text.split(separator: "\n").map { "! " + $0 + "\n" }.joined()
        let answer = out.text.replacing("\r\n", with: "␍\n") + complaints + (code == 0 ? "" : "? \(code)\n")
        return answer.replacing(folder + "/", with: "./").replacing(folder, with: ".")
    }

    /// Words of a command line; single quotes keep blanks.
    private static func split(_ command: String) -> [String] {
        var words: [String] = [], word = "", isQuoted = false
        for character in command {
            if character == "'" {
                isQuoted.toggle()
            } else if character == " ", !isQuoted {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        return word.isEmpty ? words : words + [word]
    }
}
