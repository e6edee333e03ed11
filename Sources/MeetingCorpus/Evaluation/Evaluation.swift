import MeetingParser

/// Compares records with answers, field by field: the same figures as `score/score.py`, with confidence intervals.
///
/// List fields are micro-averaged over their items; of single values the share that is right is counted.
public struct Evaluation: Sendable {
    /// The figures of one field.
    public struct Figure: Sendable {
        /// The key of the gold.
        public var field: String
        /// nil for the mean.
        public var tally: Tally?
        /// F1, or accuracy for single values.
        public var score: Double
        /// 95 % bootstrap interval over reports.
        public var low: Double
        /// The upper end of the interval.
        public var high: Double
        /// Whether the field holds one value, so that its score is a share of reports.
        public var isAccuracy: Bool
    }

    /// What was missed (-), wrongly added (+) or differs (≠).
    public struct Miss: Sendable {
        /// The key of the gold.
        public var field: String
        /// The id of the gold file.
        public var report: String
        /// - missed, + wrongly added, ≠ another value.
        public var sign: String
        /// The value, or both.
        public var item: String
    }

    /// One a field; the mean is the last.
    public private(set) var figures: [Figure] = []
    /// By field, then by report.
    public private(set) var misses: [Miss] = []
    /// Gold files that were compared.
    public let reports: Int
    /// Ids of gold reports of which the corpus has no record, not even one of no meeting.
    public let missing: [String]
    /// The fields that are compared.
    public static let fields = ReportScore.fields

    /// Compares the records of a corpus with the answers in a folder. They belong together where the file's name without
    /// extension is the answer's id.
    public init(of meetings: [Meeting], against folder: String) throws(GoldError) {
        let golds = try Gold.read(folder: folder)
        reports = golds.count
        var records: [String: Meeting] = [:]
        for meeting in meetings where meeting.kind != .other {
            // Of a report of several meetings the gold answers for all.
            let name = Self.name(of: meeting)
            if meeting.position.meeting > 1, records[name] != nil { records[name]!.join(meeting) } else { records[name] = meeting }
        }
        let present = Set(meetings.map(Self.name))
        missing = golds.map(\.id).filter { !present.contains($0) }
        var scores: [ReportScore] = []
        for (id, gold) in golds {
            var score = ReportScore(report: id)
            score.compare(gold, records[id])
            misses += score.misses
            scores.append(score)
        }
        let order = Dictionary(uniqueKeysWithValues: ReportScore.fields.enumerated().map { ($1, $0) })
        misses.sort { order[$0.field]! < order[$1.field]! }
        figures = Self.figures(scores)
    }

    /// The id of the gold that answers for a record.
    private static func name(of meeting: Meeting) -> String { String(meeting.reportID.split(separator: "/").last ?? "") }

    /// Fields that the mean leaves out, being parts of others.
    private static let notInMean = Set(
        ["meetings", "rankingEntries", "participantRoles", "agendaActions", "chairTitles"] + ReportScore.more)

    private static func figures(_ scores: [ReportScore]) -> [Figure] {
        let fields = ReportScore.fields
        func totals(_ sample: [Int]) -> [Tally] {
            fields.indices.map { f in sample.reduce(Tally()) { $0 + (scores[$1].tallies[f]) } }
        }
        func values(_ totals: [Tally]) -> [Double] {
            let each = fields.indices.map { f in
                ReportScore.accuracies.contains(fields[f]) ? totals[f].recall : totals[f].f1
            }
            let counted = fields.indices.filter { totals[$0].gold > 0 && !notInMean.contains(fields[$0]) }.map { each[$0] }
            return each + [counted.isEmpty ? 0 : counted.reduce(0, +) / Double(counted.count)]
        }
        let all = totals(Array(scores.indices)), found = values(all)
        let intervals = Bootstrap.intervals(of: scores.count) { values(totals($0)) }
        return (fields + ["mean"]).enumerated().compactMap { f, name in
            // Of what stands beside the main fields only what the gold or the records state.
            if f < fields.count, ReportScore.more.contains(name), all[f] == Tally() { return nil }
            return Figure(
                field: name, tally: f < fields.count ? all[f] : nil, score: found[f], low: intervals[f].low, high: intervals[f].high,
                isAccuracy: ReportScore.accuracies.contains(name))
        }
    }
}

extension Meeting {
    /// Adds what another meeting of the same report has in lists; single values stay those of the first.
    fileprivate mutating func join(_ next: Meeting) {
        sessions += next.sessions
        agenda += next.agenda
        directives += next.directives
        rankings += next.rankings
        participants += next.participants.filter { !participants.contains($0) }
        documents += next.documents.filter { !documents.contains($0) }
        reporters += next.reporters.filter { !reporters.contains($0) }
    }
}

/// Confidence intervals by resampling (Efron 1979), with the same draws every time.
enum Bootstrap {
    static let draws = 1000

    /// The 2.5th and 97.5th percentiles of each figure over samples of `count` reports drawn with replacement.
    static func intervals(of count: Int, _ figures: ([Int]) -> [Double]) -> [(low: Double, high: Double)] {
        var random = SplitMix64(state: 20_200_527)
        let samples = (0..<draws).map { _ in figures((0..<count).map { _ in Int(random.next() % UInt64(max(count, 1))) }) }
        return samples[0].indices.map { f in
            let sorted = samples.map { $0[f] }.sorted()
            return (sorted[draws * 25 / 1000], sorted[draws * 975 / 1000 - 1])
        }
    }
}

/// A small generator of random numbers (Steele, Lea and Flood 2014).
struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
