import Foundation
import GRDB
import MeetingParser

extension MeetingIndex {
    /// How many files a refresh found new, changed, gone and as they were.
    public struct Changes: Equatable, Sendable {
        public var added = 0, changed = 0, removed = 0, unchanged = 0
        /// Whether nothing had changed.
        public var isEmpty: Bool { added + changed + removed == 0 }
    }

    /// Brings the index in step with the files of a corpus, reading only those that changed, in one transaction: a
    /// killed refresh leaves the index as it was.
    ///
    /// - Parameters:
    ///   - place: where the file will lie, if it is a draft.
    ///   - reader: reads the files.
    @discardableResult
    public func refresh(from reader: CorpusReader, at place: String? = nil) throws -> Changes {
        var reader = reader
        reader.options = .init(text: true)
        reader.knownReports = []
        var tree = try FileTree(walking: reader.root, followsLinks: reader.followsLinks)
        let trace = try tree.trace().map { "\($0) \(reader.corrections?.trace ?? 0)" }
        let root = RelativePath.from(RelativePath.folder(of: place ?? file), to: reader.root)
        let isOfThisCorpus = try reading { db in try Self.about("root", db) } == root
        if isOfThisCorpus {
            let isSame = try reading { db in
                try trace != nil && Self.about("stamps", db) == trace && Self.isOfThisPDFReader(db)
                    && Self.told(db) == Self.complaints(reader.corrections, db)
            }
            if isSame { return Changes(unchanged: tree.count) }
        }
        tree.markSharedNames()
        let files = try StampedFile.all(in: tree, of: reader)
        if isOfThisCorpus {
            let (plan, isTold) = try reading { db in
                (try IndexPlan(files, known: Self.known(db)), try Self.told(db) == Self.complaints(reader.corrections, db))
            }
            if plan.isEmpty, isTold { return plan.changes }
        }
        return try writing { db in
            if let other = try Self.about("root", db), other != root {
                throw IndexProblem(file: file, reason: "it is of another corpus, \(other)")
            }
            var plan = try IndexPlan(files, known: Self.known(db))
            var writer = try IndexWriter(db)
            try plan.apply(by: reader, to: &writer)
            if !plan.changes.isEmpty { try IndexInference.run(db) }
            try db.execute(sql: "DELETE FROM problem WHERE file IS NULL")
            for problem in try Self.complaints(reader.corrections, db) { try writer.add(problem, of: nil) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO about VALUES ('version', ?), ('root', ?), ('stamps', ?)",
                arguments: [MeetingParser.version, root, trace])
            try Self.notePDFReader(db)
            return plan.changes
        }
    }

    /// What is known of the files; nothing of those with PDFs that another version of `pdftotext` read.
    private static func known(_ db: Database) throws -> [String: IndexedFile] {
        var files = try IndexedFile.all(db)
        if try isOfThisPDFReader(db) { return files }
        for path in try String.fetchAll(db, sql: "SELECT path FROM file WHERE number IN (\(filesOfPDFs))") { files[path]?.stamp.size = -1 }
        return files
    }

    /// Whether no PDF was read, or by the version of `pdftotext` at hand.
    private static func isOfThisPDFReader(_ db: Database) throws -> Bool {
        try about("pdftotext", db).map { $0 == PDFText.version } ?? true
    }

    private static let filesOfPDFs = """
        SELECT file FROM entry WHERE path LIKE '%.pdf' UNION SELECT file FROM problem WHERE path LIKE '%.pdf' AND file IS NOT NULL
        """

    private static func notePDFReader(_ db: Database) throws {
        let holdsPDFs = try Bool.fetchOne(db, sql: "SELECT EXISTS (\(filesOfPDFs))") ?? false
        try db.execute(sql: "DELETE FROM about WHERE key = 'pdftotext'")
        guard holdsPDFs else { return }
        try db.execute(sql: "INSERT INTO about VALUES ('pdftotext', ?)", arguments: [PDFText.version])
    }

    /// What is wrong with the corrections as a whole.
    private static func complaints(_ corrections: Corrections?, _ db: Database) throws -> [CorpusProblem] {
        guard let corrections else { return [] }
        return corrections.problems
            + corrections.unused(in: Set(try String.fetchAll(db, sql: "SELECT id FROM entry")))
    }

    /// What was wrong with them when the index was written.
    private static func told(_ db: Database) throws -> [CorpusProblem] {
        try Row.fetchAll(db, sql: "SELECT path, reason FROM problem WHERE file IS NULL ORDER BY rowid").map {
            CorpusProblem(path: try $0.decode(atIndex: 0), reason: try $0.decode(atIndex: 1))
        }
    }
}

/// What a refresh has to do.
struct IndexPlan {
    private var added: [StampedFile] = []
    private var changed: [(file: StampedFile, known: IndexedFile)] = []
    /// Files of which only the content can tell whether they changed.
    private var doubtful: [(file: StampedFile, known: IndexedFile)] = []
    private var removed: [Int] = []
    private(set) var changes = MeetingIndex.Changes()

    init(_ files: [StampedFile], known: [String: IndexedFile]) {
        var known = known
        for file in files {
            guard let old = known.removeValue(forKey: file.entry.path) else {
                added.append(file)
                continue
            }
            switch old.state(of: file) {
            case .same: changes.unchanged += 1
            case .doubtful: doubtful.append((file, old))
            case .other: changed.append((file, old))
            }
        }
        removed = known.values.map(\.number)
        (changes.added, changes.changed, changes.removed) = (added.count, changed.count, removed.count)
    }

    var isEmpty: Bool { changes.isEmpty && doubtful.isEmpty }

    mutating func apply(by reader: CorpusReader, to writer: inout IndexWriter) throws {
        for number in removed { try writer.remove(number) }
        for (file, old) in doubtful {
            let isSettled = file.stamp.isSettled
            if let content = ContentHash.of(file: file.entry.location), content == old.content {
                try writer.stamp(old.number, file.stamp, isSettled: isSettled)
                changes.unchanged += 1
            } else {
                changed.append((file, old))
                changes.changed += 1
            }
        }
        let work = added.map { ($0, nil as Int?) } + changed.map { ($0.file, $0.known.number) }
        // Of a file of many is read what is new in it.
        var reader = reader, held: [Int: [Int]] = [:]
        for (file, known) in changed where known.sharesReports(with: file) {
            for report in try writer.contents(ofReportsOf: known.number) { held[report.content, default: []].append(report.number) }
        }
        reader.knownReports = Set(held.keys)
        var done = 0, number: Int?, outdated: Set<Int> = []
        func begin() throws -> Int {
            let (file, known) = work[done]
            let new = try writer.write(file, isSettled: file.stamp.isSettled, at: known)
            outdated = Set(try known.map(writer.numbers(ofReportsOf:)) ?? [])
            number = new
            return new
        }
        try reader.forEachReport(in: work, { $0.0.entry }) { [reader] outcome -> Row in
            switch outcome {
            case .problem(let problem): return .problem(problem)
            case .known(let content): return .known(content)
            case .end(let content): return .end(content: content)
            case .meeting(var meeting):
                let problems = reader.corrections?.apply(to: &meeting) ?? []
                return .report(IndexedReport(meeting), problems)
            }
        } _: { row in
            let file = try number ?? begin()
            switch row {
            case .problem(let problem): try writer.add(problem, of: file)
            case .report(let report, let problems):
                for problem in problems { try writer.add(problem, of: file) }
                try writer.write(report, of: file)
            case .known(let content): outdated.subtract(held[content] ?? [])
            case .end(let content):
                try writer.remove(reports: outdated)
                try writer.set(content: content ?? ContentHash.of(file: work[done].0.entry.location) ?? 0, of: file)
                (number, done) = (nil, done + 1)
            }
        }
    }

    /// What one outcome of reading gives for the tables.
    private enum Row: Sendable {
        case report(IndexedReport, [CorpusProblem]), problem(CorpusProblem)
        /// A report of which the index has the record, by its hash.
        case known(Int)
        /// The file is done.
        case end(content: Int?)
    }
}
