import Foundation
import MeetingParser

/// Turns a stream of lines into a stream of records, in the same order, many at a time.
///
/// A line is the name of a file, or an object `{"path": "…", "content": "…"}`. Only a batch of lines is held at once.
public struct RecordStream: Sendable {
    /// What one line gave.
    public enum Outcome: Sendable {
        /// The record as a line of JSON, and whether it is one of a meeting.
        case record([UInt8], isMeeting: Bool)
        case problem(CorpusProblem)
    }

    /// Relative names of files are below this folder, and paths of records count from it.
    public var root: String
    /// What is to be read.
    public var options: MeetingParser.Options
    /// How files of many reports are read.
    public var unpacking = Unpacking()
    /// Lines, and bytes of them, that are worked on together.
    private static let batch = 64, bytes = 4 << 20

    /// Paths count from a folder.
    public init(root: String, options: MeetingParser.Options = .init()) {
        self.root = root
        self.options = options
    }

    /// Reads lines until there are none and hands over what they give, in their order.
    /// What came before a problem of the stream is handed over before it is thrown.
    public func run(_ nextLine: () throws -> LineReader.Line?, _ body: (Outcome) throws -> Void) throws {
        var lines: [(number: Int, bytes: [UInt8])] = []
        var number = 0, held = 0
        func flushed() throws {
            try flush(&lines, body)
            held = 0
        }
        while true {
            let next: LineReader.Line?
            do { next = try nextLine() } catch {
                try flushed()
                throw error
            }
            guard let next else { return try flushed() }
            number += 1
            switch next {
            case .tooLong(let count):
                try flushed()
                try body(.problem(CorpusProblem(path: "-:\(number)", reason: "a line of \(count >> 20) MiB, passed over")))
            case .bytes(var line):
                if line.last == 0x0D { line.removeLast() }
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                // One that is larger than a batch is a batch of its own.
                if held + line.count > Self.bytes { try flushed() }
                held += line.count
                lines.append((number, line))
                if lines.count == Self.batch || held > Self.bytes { try flushed() }
            }
        }
    }

    private func flush(_ lines: inout [(number: Int, bytes: [UInt8])], _ body: (Outcome) throws -> Void) throws {
        let files = lines.filter { !Self.isPacked($0.bytes) }.map { file(named: String(decoding: $0.bytes, as: UTF8.self)) }
        // A large file is read as it comes, and so is what stands before and behind it.
        if let large = files.first(where: { Unpacking.isStreamed($0) }) {
            let name = large.path
            let place = lines.firstIndex {
                !Self.isPacked($0.bytes) && file(named: String(decoding: $0.bytes, as: UTF8.self)).path == name
            }!
            var before = Array(lines[..<place]), behind = Array(lines[(place + 1)...])
            if !before.isEmpty { try flush(&before, body) }
            try stream(large, body)
            if !behind.isEmpty { try flush(&behind, body) }
        } else {
            try OrderedWork.run(over: lines, chunk: 8, outcomes) { outcomes in
                for outcome in outcomes.joined() { try body(outcome) }
            }
        }
        lines.removeAll(keepingCapacity: true)
    }

    private func stream(_ file: FileTree.Entry, _ body: (Outcome) throws -> Void) throws {
        var reader = CorpusReader(root: root, options: options)
        reader.unpacking = unpacking
        try reader.forEachReport(in: [file], { $0 }, Self.outcome) { outcome in
            if let outcome { try body(outcome) }
        }
    }

    private static func isPacked(_ line: [UInt8]) -> Bool { line.first { $0 > 0x20 } == UInt8(ascii: "{") }

    private func file(named name: String) -> FileTree.Entry {
        FileTree.Entry(path: below(name), location: Array((name.hasPrefix("/") ? name : root + "/" + name).utf8))
    }

    private func outcomes(of numbered: (number: Int, bytes: [UInt8])) -> [Outcome] {
        let line = numbered.bytes
        var batch = ReportBatch(options: options)
        if Self.isPacked(line) {
            guard let packed = try? Packed(line) else {
                return [.problem(CorpusProblem(path: "-:\(numbered.number)", reason: "not a line of {\"path\": …, \"content\": …}"))]
            }
            let path = packed.path ?? ""
            batch.add(packed.content ?? [], of: StoredName(path: path, id: Meeting.id(of: path)), unpacking)
        } else {
            var reader = CorpusReader(root: root, options: options)
            reader.unpacking = unpacking
            reader.read(file(named: String(decoding: line, as: UTF8.self)), into: &batch)
        }
        return batch.finished().compactMap(Self.outcome)
    }

    private static func outcome(of outcome: CorpusReader.Outcome) -> Outcome? {
        switch outcome {
        case .meeting(var meeting):
            meeting.writesClues = true
            return .record(meeting.line, isMeeting: meeting.kind != .other)
        case .problem(let problem): return .problem(problem)
        case .known, .end: return nil
        }
    }

    private struct Packed {
        var path: String?
        var content: [UInt8]?

        init(_ line: [UInt8]) throws(JSONProblem) {
            var path: String?, content: [UInt8]?
            try JSONReader.read(line) { json throws(JSONProblem) in
                try json.object(requiring: ["path", "content"]) { key, json throws(JSONProblem) in
                    switch key {
                    case "path" where path == nil: path = try json.string()
                    case "content" where content == nil: content = try json.stringBytes()
                    default: try json.skip()
                    }
                }
            }
            (self.path, self.content) = (path, content)
        }
    }

    /// The name without the folder that paths count from, and without `./`.
    private func below(_ name: String) -> String {
        var path = name.hasPrefix(root + "/") ? String(name.dropFirst(root.count + 1)) : name
        while path.hasPrefix("./") { path = String(path.dropFirst(2)) }
        return path
    }
}
