import MeetingParser

/// Which meetings of a corpus are wanted.
///
/// The values of one criterion are alternatives, the criteria add up, and `not:` before a value excludes.
public struct MeetingFilter: Sendable {
    /// Meetings from its first day on.
    public var since: Period?
    /// Meetings up to its last day.
    public var until: Period?
    /// Meetings in one of these periods.
    public var on: [Period] = []
    /// Meetings in none of these.
    public var notOn: [Period] = []
    /// Any part of a body's name: 区委 finds 区委常委会.
    public var bodies = Alternatives([])
    /// A name, or a title.
    public var chairs = Alternatives([])
    /// Who presided or took part.
    public var people = Alternatives([])
    /// The place whose body met.
    public var places = Alternatives([])
    /// Kinds by their names, `not:…` and `any` among them.
    public var kinds: [String] = []
    /// Titles of documents, by any part.
    public var documents = Alternatives([])
    /// Numbers of sessions that are wanted.
    public var sessions: [SessionNumbers] = []
    /// Numbers that are not.
    public var notSessions: [SessionNumbers] = []
    /// Text that occurs anywhere in the report.
    public var texts: [TextQuery] = []

    /// Names that are one: each finds what is printed with another.
    public var aliases = Aliases()

    /// Every meeting.
    public init() {}

    /// Whether every meeting is wanted.
    public var isEmpty: Bool { !hasDate && kinds.isEmpty && places.isEmpty && !hasContent }

    /// Whether it looks at what only the report itself tells.
    private var hasContent: Bool {
        !(bodies.isEmpty && chairs.isEmpty && people.isEmpty && documents.isEmpty && sessions.isEmpty && notSessions.isEmpty
            && texts.isEmpty)
    }

    /// Whether it asks for a date.
    public var hasDate: Bool { since != nil || until != nil || !on.isEmpty || !notOn.isEmpty }

    /// Whether a meeting meets every criterion.
    public func matches(_ meeting: Meeting) -> Bool {
        matchesKind(meeting) && matchesDate(meeting) && matchesAllButDate(meeting)
    }

    /// Whether only its unknown date keeps a meeting out.
    public func lacksDate(_ meeting: Meeting) -> Bool {
        hasDate && meeting.period == nil && matchesKind(meeting) && matchesAllButDate(meeting)
    }

    /// Keys of the record that the filter looks at.
    public var fields: Set<String> {
        var fields: Set<String> = ["kind", "date", "endDate"]
        if !places.isEmpty { fields.insert("jurisdiction") }
        if !(bodies.isEmpty && sessions.isEmpty && notSessions.isEmpty) { fields.insert("sessions") }
        if !(chairs.isEmpty && people.isEmpty) { fields.insert("chair") }
        if !people.isEmpty { fields.insert("participants") }
        if !documents.isEmpty { fields.insert("documents") }
        if !texts.isEmpty { fields.insert("title") }
        return fields
    }

    /// Whether the outcome may change with what is inferred.
    var looksAtInferred: Bool { hasDate || !places.isEmpty }

    /// Whether a meeting may be wanted once its date and place are inferred.
    func matchesAllButInferred(_ meeting: Meeting) -> Bool { matchesKind(meeting) && matchesContent(meeting) }

    /// Pages that report no meeting are wanted only where they are asked for.
    private func matchesKind(_ meeting: Meeting) -> Bool {
        if kinds.isEmpty { return meeting.kind != .other }
        return matches(kind: meeting.kind)
    }

    private func matchesDate(_ meeting: Meeting) -> Bool {
        guard hasDate else { return true }
        guard let period = meeting.period else { return false }
        // A month without a day may be any of its days: only a period that holds all of them holds it.
        if meeting.date?.utf8.count == 7 {
            func holds(_ stretch: Period) -> Bool { stretch.first <= period.first && period.last <= stretch.last }
            return (since.map { $0.first <= period.first } ?? true) && (until.map { period.last <= $0.last } ?? true)
                && !notOn.contains(where: holds)
                && (on.isEmpty || on.contains(where: holds))
        }
        if let since, period.last < since.first { return false }
        if let until, period.first > until.last { return false }
        if notOn.contains(where: { $0.first <= period.last && period.first <= $0.last }) { return false }
        return on.isEmpty || on.contains { $0.first <= period.last && period.first <= $0.last }
    }

    private func matchesAllButDate(_ meeting: Meeting) -> Bool {
        (places.isEmpty || places.match(anyPartOf: [meeting.jurisdiction].compactMap(\.self).flatMap(aliases.places.all)))
            && matchesContent(meeting)
    }

    private func matchesContent(_ meeting: Meeting) -> Bool {
        guard hasContent else { return true }
        return (sessions.isEmpty || sessions.contains { $0.matches(meeting) }) && !notSessions.contains { $0.matches(meeting) }
            && bodies.match(anyPartOf: meeting.sessions.map(\.body).flatMap(aliases.bodies.all))
            && chairs.match(oneOf: meeting.chair.map { [$0.name].compactMap(\.self).flatMap(aliases.persons.all) + $0.titles } ?? [])
            && people.match(
                oneOf: ([meeting.chair?.name].compactMap(\.self) + meeting.participants.map(\.name)).flatMap(aliases.persons.all))
            && documents.match(anyPartOf: meeting.documents.map(\.title))
            && matchesText(meeting)
    }

    private func matchesText(_ meeting: Meeting) -> Bool {
        guard !texts.isEmpty else { return true }
        let text = (meeting.title + "\n" + (meeting.text ?? "")).folded
        let wanted = texts.filter { !$0.isExcluding }
        return text.withUnsafeBytes { text in
            !texts.contains { $0.isExcluding && $0.matches(folded: [text]) }
                && (wanted.isEmpty || wanted.contains { $0.matches(folded: [text]) })
        }
    }

    private func matches(kind: Kind) -> Bool {
        let excluded = kinds.filter { $0.hasPrefix("not:") }.map { $0.dropFirst(4) }, wanted = kinds.filter { !$0.hasPrefix("not:") }
        if excluded.contains(where: { $0 == kind.rawValue }) { return false }
        if wanted.isEmpty { return kind != .other }
        return wanted.contains { $0 == "any" || $0 == kind.rawValue }
    }
}

/// A session number or a range of them: `181`, `180..189`, `180..`, `..181`.
public struct SessionNumbers: Equatable, Sendable {
    /// From the lowest to the highest.
    public var range: ClosedRange<Int>

    /// Reads `181`, `180..189` or `180..`; nil for anything else.
    public init?(_ text: String) {
        let ends = text.firstRange(of: "..").map { [text[..<$0.lowerBound], text[$0.upperBound...]] } ?? [text[...], text[...]]
        let isRange = text.contains("..")
        guard let low = isRange && ends[0].isEmpty ? 0 : Int(ends[0]), let high = isRange && ends[1].isEmpty ? Int.max : Int(ends[1]),
            low >= 0, low <= high, text != ".."
        else { return nil }
        range = low...high
    }

    func matches(_ meeting: Meeting) -> Bool {
        meeting.sessions.contains { $0.number.map(range.contains) ?? false }
    }
}
