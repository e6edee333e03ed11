import MeetingParser

/// What the corpus lacks of a numbered series.
public struct SessionGaps: Sendable {
    /// Consecutive numbers without a report, and the days between which they fell.
    public struct Gap: Sendable {
        /// The numbers that are missing.
        public var numbers: ClosedRange<Int>
        /// The day of the session before; nil where it is not known.
        public var after: String?
        /// The date of the session behind them; nil where it is not known.
        public var before: String?
    }

    /// nil where the reports tell none: such a series may mix bodies of several places that have the same name.
    public let place: String?
    /// Whose sessions they are.
    public let body: String
    /// The term in which they are counted; nil where none is printed.
    public let term: Int?
    /// The year, where the numbers begin again with each.
    public let year: Int?
    /// The lowest number that is there.
    public let first: Int
    /// The highest.
    public let last: Int
    /// How many different sessions are there.
    public let present: Int
    /// In order of number.
    public let gaps: [Gap]

    /// The series of a corpus by place and body, also those without a gap.
    public static func all(in meetings: [Meeting]) -> [SessionGaps] {
        var traces = Traces()
        for meeting in meetings {
            traces.add(meeting)
            // A day that was inferred tells where a session fell as well as a printed one.
            traces[traces.all.count - 1].isFirm = meeting.date != nil
            if meeting.jurisdiction == nil { traces[traces.all.count - 1].place = traces.name("") }
        }
        traces.nameBodiesByPlace()
        return SessionSeries.all(in: traces).flatMap { series in
            series.numbered.compactMap { SessionGaps(series, $0.sessions, year: $0.year) }
        }
    }

    private init?(_ series: SessionSeries, _ sessions: [(number: Int, day: CalendarDay?)], year: Int?) {
        var days: [Int: CalendarDay] = [:]
        for session in sessions { days[session.number] = days[session.number] ?? session.day }
        let numbers = Set(sessions.map(\.number)).sorted()
        guard let first = numbers.first, let last = numbers.last else { return nil }
        (place, body, term, self.year) = (series.place.isEmpty ? nil : series.place, series.body, series.term, year)
        (self.first, self.last, present) = (first, last, numbers.count)
        gaps = zip(numbers, numbers.dropFirst()).filter { $1 > $0 + 1 }.map {
            Gap(numbers: $0 + 1...$1 - 1, after: days[$0]?.iso, before: days[$1]?.iso)
        }
    }
}

extension SessionSeries {
    /// The sessions as one series, or a series a year where the numbers begin again.
    fileprivate var numbered: [(sessions: [(number: Int, day: CalendarDay?)], year: Int?)] {
        guard runs.count > 1 else { return [(entries.map { ($0.number, $0.day) }, nil)] }
        return runs.map { run in (run.sessions.map { ($0.number, $0.day) }, run.sessions.first?.day.year) }
    }
}
