import MeetingParser

/// A file of a corpus that could not be read as a report, and why.
public struct CorpusProblem: Error, Hashable, Sendable {
    /// From the folder of the corpus.
    public var path: String
    /// In English, for people.
    public var reason: String

    /// What is wrong with a file.
    public init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// What reading a corpus gave.
public struct CorpusContents: Sendable {
    /// Sorted by path.
    public var meetings: [Meeting]
    /// What could not be read of it.
    public var problems: [CorpusProblem]
    /// All reports that are there, also those an index did not need to hand over.
    public var reportCount: Int

    init(meetings: [Meeting] = [], problems: [CorpusProblem] = [], reportCount: Int = 0) {
        (self.meetings, self.problems, self.reportCount) = (meetings, problems, reportCount)
    }
}
