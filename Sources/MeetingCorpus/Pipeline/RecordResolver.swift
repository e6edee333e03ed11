import MeetingParser

/// Fills in what only the whole series of a place tells, given its records as lines of JSON.
///
/// The records are kept as they came; only those that inference adds to are read again and written anew.
public struct RecordResolver: Sendable {
    private var lines: [[UInt8]] = []
    private var traces = Traces()

    /// No records yet.
    public init() {}

    /// Takes one line; false where it is no record.
    public mutating func add(_ line: [UInt8]) -> Bool {
        guard let meeting = Self.record(line) else { return false }
        traces.add(meeting)
        lines.append(line)
        return true
    }

    /// The records in the order in which they came, each with its line feed.
    public mutating func resolve(_ body: ([UInt8]) throws -> Void) rethrows {
        let findings = Inference.findings(in: &traces)
        for (i, line) in lines.enumerated() {
            guard var meeting = Self.record(line) else { continue }
            findings[i]?.apply(to: &meeting)
            meeting.writesClues = false
            try body(meeting.line)
        }
    }

    private static func record(_ line: [UInt8]) -> Meeting? { try? Meeting(json: line) }
}
