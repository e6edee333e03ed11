import MeetingParser

/// The meetings that a filter wants, and what is to be told of those that it leaves out.
public struct Selection: Sendable {
    /// By date; in any order where they are only counted.
    public var meetings: [Meeting] = []
    /// How many meetings each stands for: where they are counted only, those that differ in nothing that was asked for
    /// are one.
    public var counts: [Int] = []
    /// Meetings that only their unknown date keeps out.
    public var undated = 0
    /// Further reports of the same meetings.
    public var reprints = 0
    /// What could not be read.
    public var problems: [CorpusProblem] = []
    /// Reports of no meeting.
    public var others: [CorpusProblem] = []
    /// All that were read, whatever they report.
    public var reportCount = 0

    /// What is wanted of all records of a corpus.
    ///
    /// - Parameters:
    ///   - once: one report of each meeting.
    ///   - contents: the records of a corpus.
    ///   - filter: which meetings are wanted.
    public init(_ contents: CorpusContents, _ filter: MeetingFilter, once: Bool) {
        let all = contents.meetings
        problems = contents.problems
        reportCount = contents.reportCount
        others = all.filter { $0.kind == .other }.map { CorpusProblem(path: $0.path, reason: $0.objection) }
        undated = all.count(where: filter.lacksDate)
        // Records are large: their places are chosen and sorted.
        let wanted = all.indices.filter { filter.matches(all[$0]) }
        let kept = once ? all.oneReportEach(of: wanted) : wanted
        reprints = wanted.count - kept.count
        meetings = ListOrder(count: kept.count) { (all[kept[$0]].date, all[kept[$0]].path, all[kept[$0]].position.number) }.places.map {
            all[kept[Int($0)]]
        }
        counts = Array(repeating: 1, count: meetings.count)
    }

    init() {}

    /// The same with the names under which records are grouped.
    public func renamed(by aliases: Aliases) -> Selection {
        guard !aliases.isEmpty else { return self }
        var selection = self
        selection.meetings = meetings.map(aliases.renamed)
        return selection
    }
}
