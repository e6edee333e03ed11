import Foundation
import MeetingParser

/// Reads every report of a corpus and infers what only several reports tell together.
public struct CorpusReader: Sendable {
    /// A folder or a file, absolute or relative to the current folder.
    public var root: String
    public var options: MeetingParser.Options
    /// What the user set by hand; nil for none.
    public var corrections: Corrections?
    /// Whether links are followed that leave the corpus.
    public var followsLinks = false
    /// Told from any thread how many of how many files are done.
    public var progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?

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
        var contents = CorpusContents(meetings: [], problems: [])
        try forEachFile {
            $0
        } _: { outcome in
            switch outcome {
            case .meeting(var meeting):
                if let corrections { contents.problems += corrections.apply(to: &meeting) }
                contents.meetings.append(meeting)
            case .problem(let problem): contents.problems.append(problem)
            case .nothing: break
            }
        }
        if let corrections { contents.problems += corrections.problems + corrections.unused(in: Set(contents.meetings.map(\.id))) }
        Inference.run(on: &contents.meetings)
        return contents
    }

    /// What became of one file.
    enum Outcome: Sendable {
        case meeting(Meeting), problem(CorpusProblem)
        /// What the program wrote itself.
        case nothing
    }

    /// Reads and parses every file on all cores, does something with each, and hands over what that gives in the order of the files.
    func forEachFile<Result: Sendable>(
        _ work: @escaping @Sendable (Outcome) -> Result, _ consume: (Result) throws -> Void
    ) throws {
        let files = try FileTree(at: root, followsLinks: followsLinks)
        var done = 0
        // A corpus of few files is spread over all cores.
        let chunk = max(1, min(64, files.count / 16))
        try OrderedWork.run(overChunksOf: files, count: chunk) {
            outcomes(of: Array($0)).map(work)
        } _: { results in
            for result in results { try consume(result) }
            done += results.count
            progress?(done, files.count)
        }
    }

    /// Reads and parses some files together.
    func outcomes(of files: [FileTree.Entry]) -> [Outcome] {
        var outcomes: [Outcome] = [], readable: [Int] = [], reports: [(bytes: [UInt8], path: String)] = []
        for (i, file) in files.enumerated() {
            switch bytes(of: file) {
            case .failure(let problem): outcomes.append(.problem(problem))
            case .success(let bytes):
                outcomes.append(.nothing)
                guard !OwnOutput.isOurs(bytes) else { continue }
                readable.append(i)
                reports.append((bytes, file.path))
            }
        }
        for (i, var meeting) in zip(readable, MeetingParser.parse(reports, options: options)) {
            (meeting.id, meeting.pathBytes) = (files[i].id, files[i].pathBytes)
            outcomes[i] = .meeting(meeting)
        }
        return outcomes
    }

    /// The bytes of a file that can be a report.
    func bytes(of file: FileTree.Entry) -> Result<[UInt8], CorpusProblem> {
        if let reason = file.problem { return .failure(CorpusProblem(path: file.path, reason: reason)) }
        switch FileReader.read(file.location) {
        case .failure(let problem): return .failure(CorpusProblem(path: file.path, reason: problem.reason))
        case .success(let bytes):
            guard let reason = Self.objection(to: bytes) else { return .success(bytes) }
            return .failure(CorpusProblem(path: file.path, reason: reason))
        }
    }

    func meeting(in bytes: [UInt8], of file: FileTree.Entry) -> Meeting {
        var meeting = MeetingParser.parse(bytes, path: file.path, options: options)
        (meeting.id, meeting.pathBytes) = (file.id, file.pathBytes)
        return meeting
    }

    /// Why bytes cannot be a report; nil where they can.
    static func objection(to bytes: [UInt8]) -> String? {
        if bytes.allSatisfy({ $0 <= 0x20 }) { return bytes.isEmpty ? "empty file" : "nothing but white space" }
        let head = bytes.prefix(4096)
        let zeros = head.count { $0 == 0 }
        guard zeros > 0 else { return nil }
        // UTF-16 has zero bytes in its ASCII, every other one; with or without a byte order mark.
        let isUTF16 =
            head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
            || head.count >= 8
                && (0..<4).allSatisfy { (head[2 * $0] == 0) != (head[2 * $0 + 1] == 0) && (head[2 * $0] == 0) == (head[0] == 0) }
        // A few strayed into many a text.
        return isUTF16 || zeros * 100 <= head.count ? nil : "binary file"
    }
}

extension Meeting {
    /// Why the page is no report of a meeting; meaningful where `kind` is `other`.
    public var objection: String { warnings.first { $0.field == "kind" }?.message ?? "not a meeting" }
}
