import Foundation
import MeetingCorpus
import Testing

@testable import meetings

/// A folder that somebody else made runs nothing, writes nowhere and steers no terminal.
@Suite struct UntrustedCorpusTests {
    private let folder = NSTemporaryDirectory() + "corpus-" + UUID().uuidString

    init() throws {
        try FileManager.default.createDirectory(atPath: folder + "/c", withIntermediateDirectories: true)
        try write("c/a.txt", "2021年3月5日，青石县安委会召开第3次全体会议，研究防汛工作。县长李明主持会议。")
    }

    private func write(_ name: String, _ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
    private func text(_ name: String) -> String { (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "" }
    private func run(_ arguments: String..., environment: [String: String] = [:]) -> (code: Int32, out: String, err: String) {
        CommandTests.run(arguments, environment: environment, folder: folder + "/c")
    }

    @Test func aProjectFileSetsNoPagerAndLeadsNowhere() throws {
        try write("c/.meetings.yml", "pager: touch /tmp/evil\ncorpus: ../..\ncorrections: /etc/passwd\nformat: csv\n")
        let answer = run("config", "--format", "tsv")
        #expect(answer.code == 0)
        // What is ignored is shown as such, and as nothing else.
        let (ignored, inForce) = answer.out.split(separator: "\n").reduce(into: ([Substring](), [Substring]())) { lists, line in
            if line.contains("\tignored: ") { lists.0.append(line) } else { lists.1.append(line) }
        }
        #expect(ignored.map { $0.prefix { $0 != "\t" } } == ["pager", "corpus", "corrections"])
        #expect(!inForce.contains { $0.contains("evil") || $0.contains("passwd") || $0.contains("../..") })
        #expect(inForce.contains { $0.hasPrefix("format\ttsv") })
        #expect(
            answer.err.contains("“pager” is ignored") && answer.err.contains("“corpus” is ignored") && answer.err.contains("“corrections”"))
        try write("c/.meetings.yml", "corpus: .\n")
        #expect(run("list", "--count").out == "1\n")
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func settingsOfOthersAreIgnored() throws {
        try write("c/.meetings.yml", "format: csv\n")
        chown(folder + "/c/.meetings.yml", 12345, 12345)
        #expect(run("list", "--count").err.contains("belongs to another user"))
        #expect(run("config", environment: ["MEETINGS_TRUST": folder]).err.isEmpty)
        #expect(run("config", environment: ["SUDO_UID": "12345"]).err.isEmpty)
    }

    @Test func oddSettingsAreAnError() throws {
        mkfifo(folder + "/c/.meetings.yml", 0o600)
        #expect(run("list").code == 2)
        unlink(folder + "/c/.meetings.yml")
        try write("c/.meetings.yml", "a: &a [1]\nb: *a\n")
        #expect(run("list").code == 2)
    }

    @Test func anIndexOfAnotherKindIsLeftAloneAndTheFilesAreRead() throws {
        try write("c/.meetings.sqlite", "SQLite format 3\0and nothing of it")
        let before = text("c/.meetings.sqlite")
        let answer = run("list", "--count")
        #expect(answer.out == "1\n" && answer.err.contains("reading the files"))
        #expect(run("index").code == 1 && run("index", "--rebuild").code == 1)
        #expect(text("c/.meetings.sqlite") == before)
    }

    /// A damaged index that is ours is built anew when asked.
    @Test func rebuildMendsOurs() throws {
        #expect(run("index").code == 0)
        let file = folder + "/c/.meetings.sqlite"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for i in stride(from: 3000, to: bytes.count, by: 1000) { bytes[i] ^= 0xFF }
        try bytes.write(to: URL(fileURLWithPath: file))
        let answer = run("list", "--format", "csv", "--fields", "id")
        #expect(answer.out == "id\r\na\r\n" && answer.err.contains("reading the files"), "\(answer)")
        #expect(run("index").code == 1)
        #expect(run("index", "--rebuild").code == 0)
        #expect(run("list", "--count").err.isEmpty)
    }

    // MARK: Output files

    @Test func outputFollowsLinksAndKeepsModes() throws {
        try write("old.csv", "x")
        chmod(folder + "/old.csv", 0o600)
        try FileManager.default.createSymbolicLink(atPath: folder + "/link.csv", withDestinationPath: "old.csv")
        #expect(run("list", "--format", "csv", "-o", "../link.csv").code == 0)
        var status = stat()
        lstat(folder + "/link.csv", &status)
        #expect(status.st_mode & S_IFMT == S_IFLNK)
        stat(folder + "/old.csv", &status)
        #expect(status.st_mode & 0o777 == 0o600 && text("old.csv").hasPrefix("id,"))
    }

    @Test func outputGoesToDevicesAndFIFOs() throws {
        #expect(run("list", "-o", "/dev/null").code == 0)
        mkfifo(folder + "/fifo", 0o600)
        let reader = open(folder + "/fifo", O_RDONLY | O_NONBLOCK)
        #expect(run("list", "--count", "-o", "../fifo").code == 0)
        var bytes = [UInt8](repeating: 0, count: 10)
        #expect(read(reader, &bytes, 10) == 2)
        close(reader)
    }

    @Test func reportsAreNoPlaceForOutput() throws {
        let before = text("c/a.txt")
        #expect(run("list", "-o", "a.txt").code == 2)
        #expect(text("c/a.txt") == before)
        // What the program wrote itself may be replaced, and is no report.
        for name in ["b.ndjson", "b.md", "b.txt"] {
            let format = name.hasSuffix("md") ? "markdown" : "ndjson"
            #expect(run("list", "--format", format, "-o", name).code == 0)
            #expect(run("list", "--format", format, "-o", name).code == 0)
        }
        #expect(run("list", "--count").out == "1\n")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder + "/c")
        #expect(!left.contains { $0.contains("draft") })
    }

    // MARK: Terminals

    private static let evil = "a\u{1B}[31mb\u{9B}c\u{61C}\u{202E}d\u{7F}\u{2066}\u{200B}e"

    /// Nothing that a terminal obeys reaches it, in any command and format; files and pipes keep the data.
    @Test(arguments: ["table", "json", "ndjson", "csv", "tsv", "markdown", "html", "latex"])
    func nothingSteersATerminal(_ format: String) throws {
        try write("c/\(Self.evil).txt", "县安委会召开第4次全体会议\(Self.evil)\n2021年3月5日，县安委会召开第4次全体会议，研究\(Self.evil)工作。县长李明主持会议。会议指出，要\(Self.evil)。")
        for command in ["list", "agenda", "directives", "show 4", "search 会议", "explain 4", "check", "check --by-file", "people"] {
            for isInteractive in [true, false] {
                let terminal = isInteractive ? Terminal(isInteractive: true, width: 80, hasColor: false) : .none
                let console = Console(
                    out: OutputStream(descriptor: nil), err: OutputStream(descriptor: nil), terminal: terminal, environment: [:],
                    folder: folder + "/c")
                _ = Meetings.run(command.split(separator: " ").map(String.init) + ["--format", format, "--no-pager"], in: console)
                let shown = (isInteractive ? console.out.text : "") + console.err.text
                #expect(shown.unicodeScalars.allSatisfy { !Self.isObeyed($0) }, "\(command)")
            }
        }
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 && !"\n\r\t".unicodeScalars.contains(scalar) || (0x7F...0x9F).contains(scalar.value)
            || scalar.properties.generalCategory == .format
    }

    @Test func aNameForgesNoMessage() throws {
        mkfifo(folder + "/c/x\nmeetings: all is well.txt", 0o600)
        #expect(run("list", "--count").err.split(separator: "\n").count == 1)
        #expect(run("list", "--kind", "x\nmeetings: all is well").err.split(separator: "\n").count == 1)
    }

    @Test func latexAndMarkdownAndExcelAreSafe() {
        let table = Table(columns: [.text("title")], rows: [[.string("[x](javascript:alert(1))")], [.string("a;=cmd()")]])
        #expect(Markup.latex(table, .en).contains("{}[x]"))
        #expect(Markup.markdown(table, .en).contains("\\[x\\]"))
        #expect(Delimited(comma: true, isForExcel: true).row(["a;=cmd()", "-3"]) == "a;'=cmd(),-3\r\n")
    }

    @Test(arguments: ["-9223372036854775808", "99999999"])
    func numbersHaveBounds(_ number: String) {
        #expect(run("search", "会议", "--kwic", "--context=\(number)").code == 2)
    }
}
