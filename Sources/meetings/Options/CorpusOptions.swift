import ArgumentParser
import MeetingCorpus
import MeetingParser

/// Where the reports are.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "A folder of reports, or one report. Default: $MEETINGS_CORPUS, else `corpus:` in .meetings.yml, else the current folder.",
            valueName: "path"), completion: .directory)
    var corpus: String?

    /// Reads the corpus and tells of every file that is no report.
    func read(in console: Console, options: MeetingParser.Options = .init()) throws -> Corpus {
        let settings = try Settings(of: console)
        let root = corpus?.absolute(in: console.folder) ?? settings[.corpus]?.text ?? console.folder
        do {
            let reader = CorpusReader(
                root: root, options: options, corrections: Self.corrections(for: root, settings), progress: ProgressMeter(console)?.update)
            let contents = try reader.read()
            return Corpus(root: root, contents: contents)
        } catch let error as CorpusError {
            throw Failure(.cannotReadCorpus, error.description(of: self.corpus ?? root))
        }
    }

    /// The file that the settings name, else `corrections.yml` in the corpus.
    private static func corrections(for root: String, _ settings: Settings) -> Corrections? {
        if let path = settings[.corrections]?.text { return Corrections(path: path, named: path) }
        return Corrections(path: root + "/corrections.yml", named: "corrections.yml")
    }
}

/// The reports of a corpus, and whether all of them could be read.
struct Corpus {
    /// The folder, or the one file.
    var root: String
    var contents: CorpusContents

    var meetings: [Meeting] { contents.meetings }
    var status: ExitStatus { contents.problems.isEmpty ? .done : .incomplete }

    /// How many files are named before the rest is only counted.
    private static let named = 10

    /// Tells on standard error which files gave no meeting, a few by name.
    func tellProblems(to console: Console) {
        let bad = contents.problems.map { "\($0.path): \($0.reason)" }
        let others = meetings.filter { $0.kind == .other }.map { console.language.text(.notAReport, [$0.path, $0.objection]) }
        let lines = bad + others
        for line in lines.prefix(Self.named) { console.complain(line) }
        if lines.count > Self.named { console.say(.moreFiles, String(lines.count - Self.named)) }
    }
}

extension Meeting {
    /// Why the page is no report of a meeting.
    var objection: String { warnings.first { $0.field == "kind" }?.message ?? "not a meeting" }
}
