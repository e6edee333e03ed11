import Foundation
import MeetingParser

/// What differs between two parses or two crawls of a corpus, report by report and field by field.
public struct RecordDifference: Sendable {
    /// Whether a report came, went or is read otherwise.
    public enum Change: String, Sendable { case added, removed, changed }

    /// The report.
    public var id: String
    /// What happened to it.
    public var change: Change
    /// nil where the report is in one of the two only.
    public var field: String?
    /// The value before; null for none.
    public var before: JSONValue
    /// The value now; null for none.
    public var after: JSONValue

    /// In the order of the ids, and of the keys of the contract. Where a report lies is no difference.
    public static func all(from before: [Meeting], to after: [Meeting]) -> [RecordDifference] {
        let old = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let new = Dictionary(after.map { ($0.id, $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).sorted().flatMap { id -> [RecordDifference] in
            switch (old[id], new[id]) {
            case (let a?, let b?): fields(of: a, and: b)
            case (let a?, nil): [RecordDifference(id: id, change: .removed, before: .string(a.title), after: .null)]
            case (nil, let b?): [RecordDifference(id: id, change: .added, before: .null, after: .string(b.title))]
            case (nil, nil): []
            }
        }
    }

    private static func fields(of a: Meeting, and b: Meeting) -> [RecordDifference] {
        // Most are the same, which is told without a look at their fields.
        if a == b { return [] }
        // body and session follow from sessions.
        let fields = Meeting.fields.filter { !["id", "path", "body", "session"].contains($0) }
        return fields.compactMap { field in
            let (before, after) = (a.value(of: field), b.value(of: field))
            return before == after ? nil : RecordDifference(id: a.id, change: .changed, field: field, before: before, after: after)
        }
    }
}

extension CorpusContents {
    /// Records that were printed as NDJSON, one a line; what is no record is a problem with its line.
    ///
    /// - Parameters:
    ///   - path: the file to read.
    ///   - name: the path as the user wrote it, for problems.
    ///   - known: records at hand. A line that one of them prints is that record and is not parsed, by which `diff` of
    ///     10,000 reports takes half the time.
    public init(recordsIn path: String, named name: String, known: [Meeting] = []) throws {
        self.init()
        let lines: [(offset: Int, element: ArraySlice<UInt8>)]
        switch FileReader.read(path) {
        case .failure(let problem): throw CorpusError.notFound(name, problem.reason)
        case .success(let bytes): lines = Array(bytes.split(separator: 0x0A).enumerated())
        }
        let known = Dictionary(known.map { (Array($0.id.utf8), $0) }) { first, _ in first }
        try OrderedWork.run(over: lines) { line in
            (line.offset, Self.printed(line.element, by: known) ?? (try? Meeting(json: Array(line.element))))
        } _: {
            for (i, meeting) in $0 {
                if let meeting {
                    meetings.append(meeting)
                } else {
                    problems.append(CorpusProblem(path: "\(name):\(i + 1)", reason: "not a record"))
                }
            }
        }
    }

    /// The record that prints a line; an id with escapes finds none.
    private static func printed(_ line: ArraySlice<UInt8>, by known: [[UInt8]: Meeting]) -> Meeting? {
        let head = Array(#"{"id":""#.utf8)
        guard !known.isEmpty, line.starts(with: head) else { return nil }
        let id = line.dropFirst(head.count).prefix { $0 != UInt8(ascii: "\"") }
        guard let meeting = known[Array(id)] else { return nil }
        var writer = JSONWriter()
        meeting.write(to: &writer)
        let isSame =
            line.count == writer.bytes.count
            && line.withUnsafeBytes { a in
                writer.bytes.withUnsafeBytes { b in memcmp(a.baseAddress!, b.baseAddress!, a.count) == 0 }
            }
        return isSame ? meeting : nil
    }
}
