import Foundation
import GRDB
import MeetingParser

extension MeetingIndex {
    /// How many files a refresh found new, changed, gone and as they were.
    public struct Changes: Equatable, Sendable {
        public var added = 0, changed = 0, removed = 0, unchanged = 0
        public var isEmpty: Bool { added + changed + removed == 0 }
    }

    /// Brings the index in step with the files of a corpus, reading only those that changed, in one transaction: a
    /// killed refresh leaves the index as it was.
    ///
    /// - Parameter place: where the file will lie, if it is a draft.
    @discardableResult
    public func refresh(from reader: CorpusReader, at place: String? = nil) throws -> Changes {
        var reader = reader
        reader.options = .init(text: true)
        reader.hashesContents = true
        let files = try StampedFile.all(of: reader)
        let root = RelativePath.from(RelativePath.folder(of: place ?? file), to: reader.root)
        if try reading({ db in try Self.about("root", db) }) == root {
            let (plan, isTold) = try reading { db in
                (try IndexPlan(files, known: IndexedFile.all(db)), try Self.told(db) == Self.complaints(reader.corrections, db))
            }
            if plan.isEmpty, isTold { return plan.changes }
        }
        return try writing { db in
            if let other = try Self.about("root", db), other != root {
                throw IndexProblem(file: file, reason: "it is of another corpus, \(other)")
            }
            var plan = try IndexPlan(files, known: IndexedFile.all(db))
            var writer = try IndexWriter(db)
            try plan.apply(by: reader, to: &writer)
            if !plan.changes.isEmpty { try IndexInference.run(db) }
            try db.execute(sql: "DELETE FROM problem WHERE file IS NULL")
            for problem in try Self.complaints(reader.corrections, db) { try writer.add(problem, of: nil) }
            try db.execute(
                sql: "INSERT OR REPLACE INTO about VALUES ('version', ?), ('root', ?)", arguments: [MeetingParser.version, root])
            return plan.changes
        }
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
        var done = 0, number: Int?
        func begin() throws -> Int {
            let (file, known) = work[done]
            let new = try writer.write(file, isSettled: file.stamp.isSettled, at: known)
            number = new
            return new
        }
        try reader.forEachReport(in: work, { $0.0.entry }) { outcome -> Row in
            switch outcome {
            case .problem(let problem): return .problem(problem)
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
            case .end(let content):
                try writer.set(content: content ?? ContentHash.of(file: work[done].0.entry.location) ?? 0, of: file)
                (number, done) = (nil, done + 1)
            }
        }
    }

    /// What one outcome of reading gives for the tables.
    private enum Row: Sendable {
        case report(IndexedReport, [CorpusProblem]), problem(CorpusProblem)
        /// The file is done.
        case end(content: Int?)
    }
}
