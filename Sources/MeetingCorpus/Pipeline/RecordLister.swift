import Foundation
import MeetingParser

/// Lists the whole records of a corpus, by date, in memory that does not grow with their text.
///
/// Files are read, parsed and written as JSON on all cores; the lines wait in a spool until inference, which keeps a few
/// dozen bytes a report, has seen all of them. Only records that it adds to are read again.
public struct RecordLister: Sendable {
    /// Where the reports are.
    public var reader: CorpusReader
    /// Which meetings are wanted.
    public var filter: MeetingFilter
    /// Whether the text that a filter looked at stays in the records.
    public var keepsText: Bool

    /// What was not listed.
    public struct Summary: Sendable {
        /// Files that could not be read.
        public var problems: [CorpusProblem] = []
        /// The first reports of no meeting, and how many there are.
        public var others: [CorpusProblem] = []
        /// Reports of no meeting.
        public var otherCount = 0
        /// All reports that were read.
        public var reportCount = 0
        /// Meetings that only their unknown date keeps out.
        public var undated = 0
        /// Records that are wanted, before a limit.
        public var listed = 0

        /// Nothing was listed yet.
        public init() {}

        mutating func add(other path: String, _ objection: String) {
            otherCount += 1
            if others.count < 16 { others.append(CorpusProblem(path: path, reason: objection)) }
        }
    }

    /// Lists the wanted meetings of a corpus, with or without their text.
    public init(reader: CorpusReader, filter: MeetingFilter, keepsText: Bool) {
        self.reader = reader
        self.filter = filter
        self.keepsText = keepsText
    }

    /// One record, without what only its line holds.
    private struct Entry: Sendable {
        var report: Int32
        var place: RecordSpool.Place
        /// Bytes of its clues behind its line, where inference may need them; else 0.
        var clues: Int32
        /// As in the record: `2020-05-27`, `2020-05`.
        var date: String?
        var matches: Bool
        var lacksDate: Bool
    }

    private struct Parsed: Sendable {
        var seed: Traces.Seed?
        var line: [UInt8] = []
        var clues: [UInt8] = []
        var date: String?
        var matches = false
        var lacksDate = false
        var isCandidate = false
        var objection: String?
        var problems: [CorpusProblem] = []
    }

    /// Hands over the lines of the records, each with its line feed, in the order of their dates and paths; `reversed`
    /// turns the order round, and `limit` ends it early.
    public func run(reversed: Bool = false, limit: Int? = nil, _ body: ([UInt8]) throws -> Void) throws -> Summary {
        var summary = Summary()
        var traces = Traces()
        var entries: [Entry] = []
        let spool = RecordSpool()
        try reader.forEachReport(parse) { parsed in
            summary.problems += parsed.problems
            guard let seed = parsed.seed else { return }
            let report = traces.add(seed)
            summary.reportCount += 1
            if let objection = parsed.objection { summary.add(other: seed.path, objection) }
            guard parsed.isCandidate else { return }
            entries.append(
                Entry(
                    report: Int32(report), place: try spool.append(parsed.line + parsed.clues), clues: Int32(parsed.clues.count),
                    date: parsed.date, matches: parsed.matches, lacksDate: parsed.lacksDate))
        }
        if let corrections = reader.corrections {
            summary.problems += corrections.problems + corrections.unused(in: traces.names.ids)
        }
        let findings = Inference.findings(in: &traces)
        let names = traces.names
        traces = Traces()
        for i in entries.indices {
            guard let finding = findings[Int(entries[i].report)] else { continue }
            if let day = finding.day { entries[i].date = day.day.iso }
            guard filter.looksAtInferred else { continue }
            let meeting = try Self.read(spool, entries[i], finding)
            (entries[i].matches, entries[i].lacksDate) = (filter.matches(meeting), filter.lacksDate(meeting))
        }
        summary.undated = entries.count(where: \.lacksDate)
        entries.removeAll { !$0.matches }
        summary.listed = entries.count
        let order = ListOrder(count: entries.count, reversed: reversed) {
            (entries[$0].date, names.paths[Int(entries[$0].report)], names.position(Int(entries[$0].report)))
        }
        try write(entries, order.places.prefix(limit ?? entries.count), findings, spool, body)
        return summary
    }

    /// Reads the lines of a few records at a time on all cores, and hands them over in order.
    private func write(
        _ entries: [Entry], _ order: ArraySlice<Int32>, _ findings: Findings, _ spool: RecordSpool, _ body: ([UInt8]) throws -> Void
    ) throws {
        try OrderedWork.run(over: order) { place in
            Result {
                let entry = entries[Int(place)]
                let (line, clues) = try Self.parts(spool, entry)
                return try findings[Int(entry.report)]?.applied(to: line, clues: clues) ?? line
            }
        } _: { lines in
            for line in lines { try body(line.get()) }
        }
    }

    private func parse(_ outcome: CorpusReader.Outcome) -> Parsed {
        var parsed = Parsed()
        switch outcome {
        case .problem(let problem): parsed.problems = [problem]
        case .known, .end: break
        case .meeting(var meeting):
            if let corrections = reader.corrections { parsed.problems = corrections.apply(to: &meeting) }
            parsed.seed = Traces.Seed(meeting)
            parsed.date = meeting.date
            parsed.matches = filter.matches(meeting)
            parsed.lacksDate = filter.lacksDate(meeting)
            // What is inferred may change date and place, and with them whether a record is wanted.
            parsed.isCandidate = filter.matchesAllButInferred(meeting)
            if meeting.kind == .other { parsed.objection = meeting.objection }
            if parsed.isCandidate {
                if !keepsText { meeting.text = nil }
                parsed.line = meeting.line
                parsed.clues = meeting.cluesJSON
            }
        }
        return parsed
    }

    /// The line of a record, and its clues.
    private static func parts(_ spool: RecordSpool, _ entry: Entry) throws -> (line: [UInt8], clues: [UInt8]) {
        let both = try spool.read(entry.place)
        return (Array(both.dropLast(Int(entry.clues))), Array(both.suffix(Int(entry.clues))))
    }

    private static func read(_ spool: RecordSpool, _ entry: Entry, _ finding: Finding) throws -> Meeting {
        let (line, clues) = try parts(spool, entry)
        var meeting = try Meeting(json: line)
        try JSONReader.read(clues) { json throws(JSONProblem) in try meeting.read("clues", from: &json) }
        finding.apply(to: &meeting)
        return meeting
    }
}
