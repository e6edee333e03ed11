import MeetingParser

/// What is to be known of a corpus before its figures are trusted.
public struct CorpusCheck: Sendable {
    /// One thing found in one file.
    public struct Finding: Sendable {
        /// Of the report, from the folder of the corpus.
        public var path: String
        /// The key of the record.
        public var field: String
        /// The code of a warning, or `unstated`, `unparsed`, `unreadable`.
        public var code: String
        /// In English, for people.
        public var message: String
    }

    /// How many reports something was found in, and the first of them.
    public struct Count: Sendable {
        /// The key of the record.
        public var field: String
        /// As of a finding.
        public var code: String
        /// How many reports it was found in.
        public var reports: Int
        /// The path of the first of them.
        public var example: String
    }

    private struct Key: Hashable {
        var field: String
        var code: String
    }

    /// By path, in the order of the record.
    public private(set) var findings: [Finding] = []
    /// Files and meetings first, then what was found, the most frequent first.
    public private(set) var summary: [Count] = []

    /// Looks through records and what could not be read.
    public init(of meetings: [Meeting], problems: [CorpusProblem]) {
        for problem in problems {
            findings.append(Finding(path: problem.path, field: "file", code: "unreadable", message: problem.reason))
        }
        for meeting in meetings { add(meeting) }
        findings.sort { $0.path < $1.path }
        let held = meetings.filter { $0.kind != .other }
        summary = [
            Count(field: "file", code: "reports", reports: meetings.count, example: meetings.first?.path ?? ""),
            Count(field: "kind", code: "meetings", reports: held.count, example: held.first?.path ?? ""),
        ]
        summarise()
    }

    private mutating func add(_ meeting: Meeting) {
        func note(_ field: String, _ code: String, _ message: String) {
            findings.append(Finding(path: meeting.path, field: field, code: code, message: message))
        }
        for warning in meeting.warnings { note(warning.field, warning.code, warning.message) }
        for (field, absence) in meeting.absent.sorted(by: { $0.key < $1.key }) {
            note(field, absence.rawValue, absence == .unstated ? "no cue in the report" : "a cue, but no value")
        }
        if !meeting.duplicates.isEmpty { note("duplicates", "same-meeting", meeting.duplicates.joined(separator: ", ")) }
    }

    private mutating func summarise() {
        var counts: [Key: (paths: Set<String>, first: Finding)] = [:]
        for finding in findings {
            counts[Key(field: finding.field, code: finding.code), default: ([], finding)].paths.insert(finding.path)
        }
        let sorted = counts.sorted { a, b in
            (b.value.paths.count, a.key.field, a.key.code) < (a.value.paths.count, b.key.field, b.key.code)
        }
        summary += sorted.map { key, value in
            Count(field: key.field, code: key.code, reports: value.paths.count, example: "\(value.first.path): \(value.first.message)")
        }
    }
}
