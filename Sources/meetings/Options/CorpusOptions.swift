import ArgumentParser
import MeetingCorpus
import MeetingParser

/// Where the reports are.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "A folder of reports, or one report. Default: $MEETINGS_CORPUS, else `corpus:` in .meetings.yml, else the current folder.",
            valueName: "path"))
    var corpus: String?

    /// Reads the corpus and tells of every file that is no report.
    func read(in console: Console, options: MeetingParser.Options = .init()) throws -> Corpus {
        let root = try path(in: console)
        do {
            let contents = try CorpusReader(root: root, options: options).read()
            Problems(contents).tell(console)
            return Corpus(meetings: contents.meetings, status: contents.problems.isEmpty ? .done : .incomplete)
        } catch let error as CorpusError {
            throw Failure(message: "cannot read the corpus: \(error.description(of: self.corpus ?? root))")
        }
    }

    /// Flag, then environment, then project file, then the current folder.
    private func path(in console: Console) throws -> String {
        if let corpus { return absolute(corpus, console) }
        if let fromEnvironment = console.environment["MEETINGS_CORPUS"], !fromEnvironment.isEmpty {
            return absolute(fromEnvironment, console)
        }
        return try ProjectFile.nearest(to: console.folder)?.corpus ?? console.folder
    }

    private func absolute(_ path: String, _ console: Console) -> String {
        path.hasPrefix("/") ? path : console.folder + "/" + path
    }
}

/// The reports of a corpus, and whether all of them could be read.
struct Corpus {
    var meetings: [Meeting]
    var status: ExitStatus
}

/// Tells on standard error which files gave no record, a few by name.
private struct Problems {
    private var lines: [String]

    init(_ contents: CorpusContents) {
        let bad = contents.problems.map { "\($0.path): \($0.reason)" }
        let others = contents.meetings.filter { $0.kind == .other }.map { meeting in
            let reason = meeting.warnings.first { $0.field == "kind" }?.message ?? "not a meeting"
            return "\(meeting.path): not a report of a meeting (\(reason))"
        }
        lines = bad + others
    }

    private static let shown = 10

    func tell(_ console: Console) {
        for line in lines.prefix(Self.shown) { console.complain(line) }
        if lines.count > Self.shown { console.complain("and \(lines.count - Self.shown) more files without a meeting") }
    }
}
