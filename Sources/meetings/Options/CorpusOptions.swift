import ArgumentParser
import MeetingCorpus
import MeetingParser

/// Where the reports are.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "A folder of reports, one report, or an index. Default: $MEETINGS_CORPUS, else `corpus:` in .meetings.yml, else the current folder.",
            valueName: "path"), completion: .directory)
    var corpus: String?

    @Flag(help: "Read the files themselves, also where there is an index.")
    var noIndex = false

    /// Reads the whole corpus.
    ///
    /// - Parameter fields: keys of the record that the command looks at; nil for all of them.
    func read(in console: Console, options: MeetingParser.Options = .init(), fields: Set<String>? = nil) throws -> Corpus {
        let reader = try reader(in: console, options: options)
        return try reading(reader.root) {
            let (source, root) = try source(of: reader, console)
            return Corpus(root: root, contents: try source.read(fields: fields, text: options.text))
        }
    }

    /// The meetings that filters want.
    ///
    /// - Parameters:
    ///   - once: one report of each meeting.
    ///   - fields: keys of the record that the command looks at; nil for all of them.
    func select(
        _ filters: FilterOptions, in console: Console, once: Bool, options: MeetingParser.Options, fields: Set<String>?,
        isCounted: Bool = false
    ) throws -> Selection {
        let filter = try filters.filter()
        let reader = try reader(in: console, options: options)
        return try reading(reader.root) {
            try source(of: reader, console).source.select(filter, once: once, fields: fields, text: options.text, isCounted: isCounted)
        }
    }

    /// The sentences that hold what a query wants, of the meetings that filters want.
    ///
    /// - Parameter fields: keys of their records; nil where no record is wanted.
    func search(
        _ query: TextQuery, _ filters: FilterOptions, in console: Console, fields: Set<String>?
    ) throws -> (selection: Selection, concordance: Concordance) {
        let filter = try filters.filter()
        let reader = try reader(in: console, options: .init(text: true))
        return try reading(reader.root) {
            try source(of: reader, console).source.search(query, in: filter, once: !filters.reports, fields: fields)
        }
    }

    /// An index where there is one, brought in step with its folder; else the files. Evidence is in the files only.
    func source(of reader: CorpusReader, _ console: Console) throws -> (source: CorpusSource, root: String) {
        if MeetingIndex.isIndex(reader.root) {
            let index = try MeetingIndex(file: reader.root, isReadOnly: true)
            guard let root = try index.root else { throw Failure(.notAnIndex, corpus ?? reader.root) }
            guard reader.options.evidence else { return (.index(index), root) }
            var reader = reader
            reader.root = root
            return (.files(reader), root)
        }
        let file = reader.root + "/" + MeetingIndex.fileName
        guard !noIndex, !reader.options.evidence, MeetingIndex.isIndex(file) else { return (.files(reader), reader.root) }
        do {
            let index = try MeetingIndex(file: file)
            try index.refresh(from: reader)
            return (.index(index), reader.root)
        } catch let problem as IndexProblem {
            console.say(.indexNotUsed, problem.file, problem.reason)
            return (.files(reader), reader.root)
        }
    }

    /// A reader of the corpus that flag, settings or the current folder name.
    func reader(in console: Console, options: MeetingParser.Options) throws -> CorpusReader {
        let settings = try Settings(of: console)
        if corpus == "" { throw Failure(.emptyValue, "--corpus", status: .usage) }
        let root = corpus?.absolute(in: console.folder) ?? settings[.corpus]?.text ?? console.folder
        return try CorpusReader(
            root: root, options: options, corrections: Self.corrections(for: root, settings), progress: ProgressMeter(console)?.update)
    }

    /// Runs what reads the corpus; what is wrong with it is told with its name as the user wrote it.
    func reading<Result>(_ root: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as CorpusError {
            throw Failure(.cannotReadCorpus, error.description(of: corpus ?? root))
        } catch let problem as IndexProblem {
            throw Failure(.cannotReadCorpus, "\(problem.file): \(problem.reason)")
        } catch let problem as SpoolProblem {
            throw Failure(.cannotWrite, problem.reason)
        }
    }

    /// The file that the settings name, else `corrections.yml` in the corpus.
    private static func corrections(for root: String, _ settings: Settings) throws -> Corrections? {
        if let set = settings[.corrections] {
            guard let found = Corrections(path: set.text, named: set.text) else {
                throw Failure(.noCorrections, set.text, set.origin, status: .usage)
            }
            return found
        }
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

    /// Tells which files could not be read; of pages without a meeting nothing.
    func tellUnreadable(to console: Console) { console.tell(problems: contents.problems, others: [], otherCount: 0) }
}

extension Selection {
    var status: ExitStatus { problems.isEmpty ? .done : .incomplete }
}

extension Console {
    /// Names the first ten files that gave no meeting, and counts the rest.
    func tell(problems: [CorpusProblem], others: [CorpusProblem], otherCount: Int) {
        let bad = problems.prefix(10).map { "\($0.path): \($0.reason)" }
        let lines = bad + others.prefix(10 - bad.count).map { language.text(.notAReport, [$0.path, $0.reason]) }
        for line in lines { complain(line) }
        let rest = problems.count + otherCount - lines.count
        if rest > 0 { say(.moreFiles, String(rest)) }
    }
}
