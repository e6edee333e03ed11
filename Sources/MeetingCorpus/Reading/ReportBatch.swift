import MeetingParser

/// Reports that are parsed together, which is faster than one after the other, with what could not be read among them.
struct ReportBatch {
    private let options: MeetingParser.Options
    /// Reports to be passed over, by their hashes; nil where nothing is hashed.
    private let known: Set<Int>?
    private var outcomes: [CorpusReader.Outcome] = []
    /// Reports that wait, and the places of their records among the outcomes.
    private var waiting: [(report: StoredReport, hash: Int?, place: Int)] = []
    /// The second meetings of reports, and those behind them, and the places behind which they belong.
    private var more: [(meeting: Meeting, place: Int)] = []
    private static let most = 64

    init(options: MeetingParser.Options, known: Set<Int>? = nil) { (self.options, self.known) = (options, known) }

    mutating func add(_ found: Found) {
        switch found {
        case .failure(let problem): outcomes.append(.problem(problem))
        case .success(let report):
            let hash = known.map { _ in report.contentHash }
            if let hash, known?.contains(hash) == true { return outcomes.append(.known(hash)) }
            waiting.append((report, hash, outcomes.count))
            outcomes.append(.end(content: nil))
            if waiting.count == Self.most { parse() }
        }
    }

    /// Adds what bytes hold.
    mutating func add(_ bytes: [UInt8], of name: StoredName, _ unpacking: Unpacking) {
        do { try unpacking.reports(in: bytes, of: name) { add($0) } } catch { add(.problem(name.path, "\(error)")) }
    }

    /// Says that a file is read to its end.
    mutating func end(content: Int?) { outcomes.append(.end(content: content)) }

    consuming func finished() -> [CorpusReader.Outcome] {
        parse()
        guard !more.isEmpty else { return outcomes }
        for (meeting, place) in more.reversed() { outcomes.insert(.meeting(meeting), at: place + 1) }
        return outcomes
    }

    private mutating func parse() {
        let parsed = MeetingParser.meetings(in: waiting.map(\.report.report), options: options)
        for (meetings, (report, hash, place)) in zip(parsed, waiting) {
            for (i, var meeting) in meetings.enumerated() {
                (meeting.path, meeting.pathBytes) = (report.name.path, report.name.pathBytes)
                meeting.id = i == 0 ? report.name.id : "\(report.name.id).\(i + 1)"
                (meeting.clues.key, meeting.clues.content) = (report.key, hash)
                if i == 0 { outcomes[place] = .meeting(meeting) } else { more.append((meeting, place)) }
            }
        }
        waiting.removeAll()
    }
}
