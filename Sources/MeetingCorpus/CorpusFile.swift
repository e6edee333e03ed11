import MeetingParser

/// A file of a corpus that could not be read as a report, and why.
public struct CorpusProblem: Hashable, Sendable {
    /// Whether the file was left out.
    public enum Severity: Sendable { case unreadable, skipped }

    public var path: String
    public var reason: String
    public var severity: Severity
}

/// What reading a corpus gave.
public struct CorpusContents: Sendable {
    /// Sorted by path.
    public var meetings: [Meeting]
    public var problems: [CorpusProblem]
}
