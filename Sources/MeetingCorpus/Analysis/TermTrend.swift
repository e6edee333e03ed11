import MeetingParser

/// How often terms occur over time. Terms are given, so that no words have to be cut.
///
/// Counts are of meetings, each by one report; a frequency is hits per 10,000 characters of the reports of the stretch, white
/// space not counted.
public struct TermTrend: Sendable {
    /// A term in a stretch of time.
    public struct Point: Sendable {
        /// As the user calls it.
        public var term: String
        /// `2020-05`, `2020-Q2` …
        public var period: String
        /// Meetings whose report has the term, and all meetings of the stretch.
        public var meetings = 0, ofMeetings = 0
        /// Sentences that have the term.
        public var sentences = 0
        /// Occurrences of the term.
        public var hits = 0
        /// Of all reports of the stretch.
        public var characters = 0

        /// Which part of the meetings; 0 where there was none.
        public var share: Double { ofMeetings == 0 ? 0 : Double(meetings) / Double(ofMeetings) }
        /// Hits in 10,000 characters; 0 where there are none.
        public var per10k: Double { characters == 0 ? 0 : Double(hits) * 10_000 / Double(characters) }
    }

    /// By term, then by time, from the first stretch with a meeting to the last.
    public private(set) var points: [Point] = []
    /// The stretches, in order.
    public let periods: [String]
    /// Meetings that are left out because their date is known too little.
    public private(set) var undated = 0

    /// - Parameters:
    ///   - meetings: with their text.
    ///   - terms: names and queries.
    ///   - unit: the stretches of time.
    ///   - stretches: those that there are to be points of; nil: from the first with a meeting to the last.
    public init(
        of terms: [(name: String, query: TextQuery)], in meetings: [Meeting], by unit: TimeUnit, over stretches: [String]? = nil
    ) {
        var counts: [String: [Point]] = [:]
        for meeting in meetings {
            guard let period = meeting.date.flatMap(unit.name) else {
                undated += 1
                continue
            }
            Self.add(meeting, terms.map(\.query), to: &counts[period, default: terms.map { Point(term: $0.name, period: period) }])
        }
        let known = counts.keys.sorted()
        periods = stretches ?? (known.isEmpty ? [] : unit.names(from: known[0], to: known[known.count - 1]))
        points = terms.indices.flatMap { t in
            periods.map { counts[$0]?[t] ?? Point(term: terms[t].name, period: $0) }
        }
    }

    private static func add(_ meeting: Meeting, _ queries: [TextQuery], to points: inout [Point]) {
        let text = meeting.text ?? ""
        let characters = text.unicodeScalars.count { !$0.properties.isWhitespace }
        Concordance.Passage.withPassage(of: meeting.title) { title in
            Concordance.Passage.withPassage(of: text) { body in
                for (t, query) in queries.enumerated() {
                    let lines = Concordance.lines(of: query, in: [title, body])
                    points[t].ofMeetings += 1
                    points[t].characters += characters
                    guard !lines.isEmpty else { continue }
                    points[t].meetings += 1
                    points[t].sentences += lines.count
                    points[t].hits += lines.reduce(0) { $0 + $1.hits.count }
                }
            }
        }
    }
}
