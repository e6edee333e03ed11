import MeetingParser

/// Reports that are parsed together, which is faster than one after the other, with what could not be read among them.
struct ReportBatch {
    private let options: MeetingParser.Options
    /// Reports to be passed over, by their hashes; nil where nothing is hashed.
    private let known: Set<Int>?
    private var outcomes: [CorpusReader.Outcome] = []
    /// Reports that wait, and the places of their records among the outcomes.
    private var waiting: [(report: StoredReport, hash: Int?, place: Int)] = []
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
        return outcomes
    }

    private mutating func parse() {
        let meetings = MeetingParser.parse(waiting.map(\.report.report), options: options)
        for (var meeting, (report, hash, place)) in zip(meetings, waiting) {
            (meeting.path, meeting.id, meeting.pathBytes) = (report.name.path, report.name.id, report.name.pathBytes)
            (meeting.clues.key, meeting.clues.content) = (report.key, hash)
            outcomes[place] = .meeting(meeting)
        }
        waiting.removeAll()
    }
}
