import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// Where the reports are.
struct CorpusOptions: ParsableArguments {
    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp(
            "A folder of reports, one file of them, or an index. Default: $MEETINGS_CORPUS, else `corpus:` in .meetings.yml, else the current folder.",
            valueName: "path"), completion: .directory)
    var corpus: String?

    @Flag(help: "Read the files themselves, also where there is an index.")
    var noIndex = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(help: "Follow links that leave the corpus.")
    var follow = false

    @Option(help: ArgumentHelp("How many times its size an archive may unfold to beyond 64 MB. Default: 200.", valueName: "number"))
    var maxRatio: Int?

    @Option(help: ArgumentHelp("How many files an archive may hold. Default: 1000000.", valueName: "number"))
    var maxMembers: Int?

    /// Reads the whole corpus.
    ///
    /// - Parameter fields: keys of the record that the command looks at; nil for all of them.
    func read(in console: Console, options: MeetingParser.Options = .init(), fields: Set<String>? = nil) throws -> Corpus {
        try answer(in: console, options: options) { source, root in
            Corpus(root: root, contents: try source.read(fields: fields, text: options.text))
        }
    }

    /// Reads what references name and filters want, and perhaps more: without a filter the records that are named, and of
    /// the others of files what tells that they are not.
    func read(
        naming references: [String], _ filters: FilterOptions, in console: Console, options: MeetingParser.Options
    ) throws -> Corpus {
        let isFiltered = try !filters.filter().isEmpty
        if isFiltered { return try read(in: console, options: options) }
        var quick = options
        quick.evidence = false
        return try answer(in: console, options: quick) { source, root -> Corpus in
            var reader = try reader(in: console, options: options)
            reader.root = root
            let wanted = references.map { MeetingReference($0.below(root, from: console)) }
            if case .index(let index) = source,
                let contents = try index.read(naming: wanted, text: options.text, evidenceBy: options.evidence ? reader : nil)
            {
                return Corpus(root: root, contents: contents)
            }
            return Corpus(root: root, contents: try reader.read(naming: wanted + references.map(MeetingReference.init)))
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
        let filter = try filter(filters, in: console)
        return try answer(in: console, options: options) { source, _ in
            try source.select(filter, once: once, fields: fields, text: options.text, isCounted: isCounted)
        }
    }

    /// The sentences that hold what a query wants, of the meetings that filters want.
    ///
    /// - Parameter fields: keys of their records; nil where no record is wanted.
    func search(
        _ query: TextQuery, _ filters: FilterOptions, in console: Console, fields: Set<String>?
    ) throws -> (selection: Selection, concordance: Concordance) {
        let filter = try filter(filters, in: console)
        return try answer(in: console, options: .init(text: true)) { source, _ in
            try source.search(query, in: filter, once: !filters.reports, fields: fields)
        }
    }

    /// Answers from an index where there is one, brought in step with its folder; else, and where the index turns out to be
    /// damaged on the way, from the files. What is wrong with the corpus is told with its name as the user wrote it.
    func answer<Answer>(
        in console: Console, options: MeetingParser.Options, _ body: (_ source: CorpusSource, _ root: String) throws -> Answer
    ) throws -> Answer {
        let reader = try reader(in: console, options: options)
        return try reading(reader.root) {
            if MeetingIndex.isDatabase(reader.root) {
                let (source, root) = try namedIndex(reader)
                return try body(source, root)
            }
            do {
                if let index = try index(of: reader, console) { return try body(.index(index), reader.root) }
            } catch let problem as IndexProblem {
                console.say(.indexNotUsed, problem.file, problem.reason)
            }
            return try body(.files(reader), reader.root)
        }
    }

    /// The index that the user named as the corpus, as it is. Evidence is in the files only.
    private func namedIndex(_ reader: CorpusReader) throws -> (CorpusSource, String) {
        switch IndexFile(at: reader.root, isNamed: true) {
        case .ours: break
        case .older: throw Failure(.indexIsOlder, corpus ?? reader.root)
        case .foreign(let reason): throw Failure(.notAnIndex, corpus ?? reader.root, reason)
        case .absent: throw Failure(.notAnIndex, corpus ?? reader.root, "")
        }
        let index = try MeetingIndex(file: reader.root, isReadOnly: true)
        guard let root = try index.root else { throw Failure(.notAnIndex, corpus ?? reader.root, "it holds nothing") }
        guard reader.options.evidence else { return (.index(index), root) }
        var reader = reader
        reader.root = root
        return (.files(reader), root)
    }

    /// The index that lies in the folder of the corpus, in step with it; nil where there is none to use.
    private func index(of reader: CorpusReader, _ console: Console) throws -> MeetingIndex? {
        let file = reader.root + "/" + MeetingIndex.fileName
        // A corpus that is one file has none.
        var status = stat()
        guard stat(reader.root, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        guard !noIndex, !follow, !reader.options.evidence else { return nil }
        switch IndexFile(at: file, isNamed: false, trust: Trust(environment: console.environment)) {
        case .absent: return nil
        case .foreign(let reason): throw IndexProblem(file: file, reason: reason)
        case .older:
            do { try IndexBuild.run(at: file, of: reader, in: console) } catch let failure as Failure {
                throw IndexProblem(file: file, reason: failure.text(console.language))
            }
            console.say(.indexRebuilt, file)
        case .ours: break
        }
        let index = try MeetingIndex(file: file)
        try index.refresh(from: reader)
        return index
    }

    /// What filters want, by any of the names that are one.
    func filter(_ filters: FilterOptions, in console: Console) throws -> MeetingFilter {
        var filter = try filters.filter()
        filter.aliases = try aliases(in: console)
        return filter
    }

    /// Names that the user says are one.
    func aliases(in console: Console) throws -> Aliases {
        let root = try root(in: console)
        return try reading(root) {
            let folder = MeetingIndex.isDatabase(root) ? try? MeetingIndex(file: root, isReadOnly: true).root : nil
            return try Self.corrections(for: folder ?? root, in: console)?.aliases ?? Aliases()
        }
    }

    /// A reader of the corpus that flag, settings or the current folder name.
    func reader(in console: Console, options: MeetingParser.Options) throws -> CorpusReader {
        let root = try root(in: console)
        var reader = try CorpusReader(
            root: root, options: options, corrections: Self.corrections(for: root, in: console), progress: ProgressMeter(console)?.update)
        reader.followsLinks = follow
        reader.unpacking = try unpacking(in: console)
        return reader
    }

    /// How files of many reports are read.
    func unpacking(in console: Console) throws -> Unpacking {
        var unpacking = Unpacking()
        if let maxRatio {
            guard maxRatio >= 1 else { throw Failure(.badNumber, "--max-ratio", String(maxRatio), "1", "1000000", status: .usage) }
            unpacking.limits.ratio = maxRatio
        }
        if let maxMembers {
            guard maxMembers >= 1 else { throw Failure(.badNumber, "--max-members", String(maxMembers), "1", "1000000000", status: .usage) }
            unpacking.limits.members = maxMembers
        }
        unpacking.columns = try Settings.of(console).columns
        return unpacking
    }

    /// The folder, file or index that flag, settings or the current folder name.
    func root(in console: Console) throws -> String {
        if corpus == "" { throw Failure(.emptyValue, "--corpus", status: .usage) }
        let root = try corpus?.absolute(in: console.folder) ?? Settings.of(console)[.corpus]?.text ?? console.folder
        console.settings.corpus = root
        return root
    }

    /// Runs what reads the corpus; what is wrong with it is told with its name as the user wrote it.
    func reading<Result>(_ root: String, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as CorpusError {
            throw Failure(.cannotReadCorpus, error.description(of: corpus ?? root))
        } catch let problem as IndexProblem {
            throw Failure(.cannotReadCorpus, "\(problem.file): \(problem.reason)")
        } catch let error as CorrectionsError {
            throw Failure(.cannotReadCorpus, "\(error.file): \(error.reason)")
        } catch let problem as SpoolProblem {
            throw Failure(.cannotWrite, problem.reason)
        }
    }

    /// The file that the settings name, else `corrections.yml` in the corpus.
    private static func corrections(for root: String, in console: Console) throws -> Corrections? {
        if let known = console.settings.corrections[root] { return known }
        let read = try readCorrections(for: root, Settings.of(console))
        console.settings.corrections[root] = .some(read)
        return read
    }

    private static func readCorrections(for root: String, _ settings: Settings) throws -> Corrections? {
        if let set = settings[.corrections] {
            guard let found = try Corrections(path: set.text, named: set.text) else {
                throw Failure(.noCorrections, set.text, set.origin, status: .usage)
            }
            return found
        }
        return try Corrections(path: root + "/corrections.yml", named: "corrections.yml")
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
    func tellUnreadable(to console: Console) { console.tell(problems: contents.problems, otherCount: 0, of: 0) }
}

extension Selection {
    var status: ExitStatus { problems.isEmpty ? .done : .incomplete }
}

extension Console {
    /// Names the first five files that could not be read, and counts the rest and what holds no meeting in one line.
    func tell(problems: [CorpusProblem], otherCount: Int, of reports: Int) {
        for problem in problems.prefix(5) { complain("\(problem.path): \(problem.reason)") }
        if problems.count > 5 { say(.moreProblems, (problems.count - 5).grouped) }
        guard otherCount > 0 else { return }
        let one: Phrase = problems.isEmpty ? .oneOther : .oneOtherAndUnread, several: Phrase = problems.isEmpty ? .others : .othersAndUnread
        note(otherCount == 1 ? one : several, otherCount.grouped, (reports + problems.count).grouped, problems.count.grouped)
    }
}
