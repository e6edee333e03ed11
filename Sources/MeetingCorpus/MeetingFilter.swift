import MeetingParser

/// Which meetings of a corpus are wanted.
///
/// The values of one criterion are alternatives, the criteria add up, and `not:` before a value excludes.
public struct MeetingFilter: Sendable {
    public var since: Period?
    public var until: Period?
    public var on: [Period] = []
    public var bodies: [String] = []
    public var chairs: [String] = []
    public var people: [String] = []
    public var places: [String] = []
    public var kinds: [String] = []
    public var documents: [String] = []
    public var sessions: [SessionNumbers] = []
    /// Text that occurs anywhere in the report.
    public var texts: [String] = []

    public init() {}

    public var hasDate: Bool { since != nil || until != nil || !on.isEmpty }

    /// Whether a meeting meets every criterion.
    public func matches(_ meeting: Meeting) -> Bool {
        matchesKind(meeting) && matchesDate(meeting) && matchesAllButDate(meeting)
    }

    /// Whether only its unknown date keeps a meeting out.
    public func lacksDate(_ meeting: Meeting) -> Bool {
        hasDate && meeting.period == nil && matchesKind(meeting) && matchesAllButDate(meeting)
    }

    /// Pages that report no meeting are wanted only where they are asked for.
    private func matchesKind(_ meeting: Meeting) -> Bool {
        if kinds.isEmpty { return meeting.kind != .other }
        return Self.any(kinds) { $0 == "any" || $0 == meeting.kind.rawValue }
    }

    private func matchesDate(_ meeting: Meeting) -> Bool {
        guard hasDate else { return true }
        guard let period = meeting.period else { return false }
        if let since, period.last < since.first { return false }
        if let until, period.first > until.last { return false }
        return on.isEmpty || on.contains { $0.first <= period.last && period.first <= $0.last }
    }

    private func matchesAllButDate(_ meeting: Meeting) -> Bool {
        Self.any(bodies) { wanted in meeting.sessions.contains { $0.body.contains(wanted) } }
            && Self.any(chairs) { meeting.chair?.name == $0 || meeting.chair?.titles.contains($0) == true }
            && Self.any(people) { wanted in
                meeting.chair?.name == wanted || meeting.participants.contains { $0.name == wanted }
            }
            && Self.any(places) { meeting.jurisdiction?.contains($0) == true }
            && Self.any(documents) { wanted in meeting.documents.contains { $0.title.contains(wanted) } }
            && Self.any(texts) { meeting.text?.contains($0) == true || meeting.title.contains($0) }
            && (sessions.isEmpty || sessions.contains { $0.matches(meeting) })
    }

    /// Whether one of the values holds and none of those behind `not:`.
    private static func any(_ values: [String], _ holds: (String) -> Bool) -> Bool {
        let excluded = values.filter { $0.hasPrefix("not:") }.map { String($0.dropFirst(4)) }
        let wanted = values.filter { !$0.hasPrefix("not:") }
        return !excluded.contains(where: holds) && (wanted.isEmpty || wanted.contains(where: holds))
    }
}

/// A session number or a range of them: `181`, `180..189`.
public struct SessionNumbers: Equatable, Sendable {
    public var range: ClosedRange<Int>

    public init?(_ text: String) {
        let ends = text.firstRange(of: "..").map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...], text[...]]
        guard let low = Int(ends[0]), let high = Int(ends[1]), low >= 0, low <= high else { return nil }
        range = low...high
    }

    func matches(_ meeting: Meeting) -> Bool {
        meeting.sessions.contains { $0.number.map(range.contains) ?? false }
    }
}
