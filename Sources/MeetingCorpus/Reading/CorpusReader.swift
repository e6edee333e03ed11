import Foundation
import MeetingParser

/// Reads every report of a corpus and infers what only several reports tell together.
public struct CorpusReader: Sendable {
    /// A folder or a file, absolute or relative to the current folder.
    public var root: String
    /// What is to be read.
    public var options: MeetingParser.Options
    /// What the user set by hand; nil for none.
    public var corrections: Corrections?
    /// How files of many reports are read.
    public var unpacking = Unpacking()
    /// Reports that need not be read again, by the hash of what they are read from; nil where nothing is hashed.
    var knownReports: Set<Int>?
    /// Whether links are followed that leave the corpus.
    public var followsLinks = false
    /// Told from any thread how many of how many files are done.
    public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

    /// A corpus in a folder, a file or an archive.
    public init(
        root: String, options: MeetingParser.Options = .init(), corrections: Corrections? = nil,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) {
        self.root = root
        self.options = options
        self.corrections = corrections
        self.progress = progress
    }

    /// A reader of some keys of the records; nil for all of them.
    func looking(at fields: Set<String>?) -> CorpusReader {
        var reader = self
        reader.options.fields = fields
        return reader
    }

    /// Reads the corpus; a file that cannot be read is a problem, never an error.
    public func read() throws -> CorpusContents {
        var contents = try readEach()
        Inference.run(on: &contents.meetings)
        return contents
    }

    /// Reads the corpus, and nothing from several reports together.
    func readEach() throws -> CorpusContents {
        var contents = CorpusContents()
        try forEachReport {
            $0
        } _: { outcome in
            switch outcome {
            case .meeting(var meeting):
                if let corrections { contents.problems += corrections.apply(to: &meeting) }
                contents.meetings.append(meeting)
            case .problem(let problem): contents.problems.append(problem)
            case .known, .end: break
            }
        }
        contents.reportCount = contents.meetings.count
        contents.meetings.sortByPath()
        if let corrections { contents.problems += corrections.problems + corrections.unused(in: Set(contents.meetings.map(\.id))) }
        return contents
    }

    /// What became of one report, or of a file as a whole.
    enum Outcome: Sendable {
        case meeting(Meeting), problem(CorpusProblem)
        /// One of the reports that need not be read again, by its hash.
        case known(Int)
        /// A file is read to its end; the hash of its content, nil where that was not held.
        case end(content: Int?)
    }

    /// Reads and parses every report on all cores, does something with each, and hands over what that gives in the order of
    /// the files, and in a file of its reports.
    func forEachReport<Value: Sendable>(
        _ work: @escaping @Sendable (Outcome) -> Value, _ consume: (Value) throws -> Void
    ) throws {
        try forEachReport(in: FileTree(at: root, followsLinks: followsLinks), { $0 }, work, consume)
    }

    /// The same of some files, which stand in elements of a collection.
    func forEachReport<Files: RandomAccessCollection & Sendable, Value: Sendable>(
        in files: Files, _ file: @escaping @Sendable (Files.Element) -> FileTree.Entry,
        _ work: @escaping @Sendable (Outcome) -> Value, _ consume: (Value) throws -> Void
    ) throws {
        // A corpus of few files is spread over all cores.
        let most = max(1, min(64, files.count / 16))
        var done = 0
        try OrderedWork.run { (submit: (Piece) throws -> Void) in
            var held: [FileTree.Entry] = []
            for element in files {
                let next = file(element)
                guard Unpacking.isStreamed(next) else {
                    held.append(next)
                    if held.count >= most {
                        try submit(Piece(files: held))
                        held.removeAll()
                    }
                    continue
                }
                if !held.isEmpty { try submit(Piece(files: held)) }
                held.removeAll()
                try stream(next, submit)
            }
            if !held.isEmpty { try submit(Piece(files: held)) }
        } _: {
            outcomes(of: $0).map { (work($0), isEnd: $0.isEnd) }
        } _: { results in
            for (value, isEnd) in results {
                try consume(value)
                if isEnd { done += 1 }
            }
            progress?(done, files.count)
        }
    }

    /// What one thread works on: files that it reads itself, or what was found in a larger one.
    private struct Piece: Sendable {
        var files: [FileTree.Entry] = []
        var found: [Found] = []
        /// Whether these are the last of their file.
        var isLast = false
    }

    /// Hands over the reports of a large file, some at a time.
    private func stream(_ file: FileTree.Entry, _ submit: (Piece) throws -> Void) throws {
        var piece = Piece(), bytes = 0
        try unpacking.reports(ofStreamed: file) { found in
            piece.found.append(found)
            if case .success(let report) = found { bytes += report.report.bytes.count }
            guard piece.found.count >= 64 || bytes > 1 << 20 else { return }
            try submit(piece)
            (piece.found, bytes) = ([], 0)
        }
        piece.isLast = true
        try submit(piece)
    }

    private func outcomes(of piece: Piece) -> [Outcome] {
        var batch = ReportBatch(options: options, known: knownReports)
        for file in piece.files { read(file, into: &batch) }
        for found in piece.found { batch.add(found) }
        if piece.isLast { batch.end(content: nil) }
        return batch.finished()
    }

    /// Reads a file and adds its reports to a batch.
    func read(_ file: FileTree.Entry, into batch: inout ReportBatch) {
        let name = StoredName(path: file.path, pathBytes: file.pathBytes, id: file.id)
        var content = 0
        switch file.problem.map({ .failure(FileProblem($0)) }) ?? FileReader.read(file.location) {
        case .failure(let problem): batch.add(.problem(file.path, problem.reason))
        case .success(let bytes):
            if knownReports != nil { content = ContentHash.of(bytes) }
            batch.add(bytes, of: name, unpacking)
        }
        batch.end(content: content)
    }

    /// Why bytes cannot be a report; nil where they can.
    static func objection(to bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 <= 0x20 }) { return bytes.isEmpty ? "empty file" : "nothing but white space" }
        let head = bytes.prefix(4096)
        guard head.withUnsafeBytes({ memchr($0.baseAddress!, 0, $0.count) }) != nil else { return nil }
        let zeros = head.count { $0 == 0 }
        // UTF-16 has zero bytes in its ASCII, every other one; with or without a byte order mark.
        let isUTF16 =
            head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
            || head.count >= 8
                && (0..<4).allSatisfy { (head[2 * $0] == 0) != (head[2 * $0 + 1] == 0) && (head[2 * $0] == 0) == (head[0] == 0) }
        // A few strayed into many a text.
        return isUTF16 || zeros * 100 <= head.count ? nil : "binary file"
    }
}

extension CorpusReader.Outcome {
    fileprivate var isEnd: Bool { if case .end = self { true } else { false } }
}

extension [Meeting] {
    /// By path, then by the position there; most corpora are read in that order.
    mutating func sortByPath() {
        func precedes(_ a: Meeting, _ b: Meeting) -> Bool { a.path == b.path ? a.position < b.position : a.path < b.path }
        for i in indices.dropFirst() where precedes(self[i], self[i - 1]) { return sort(by: precedes) }
    }
}

extension Meeting {
    /// Why the page is no report of a meeting; meaningful where `kind` is `other`.
    public var objection: String { warnings.first { $0.field == "kind" }?.message ?? "not a meeting" }
}
