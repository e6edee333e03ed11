import MeetingParser

extension [Meeting] {
    /// One report of each meeting, in the same order: of linked reports the one with most agenda items and directives,
    /// of equal ones the first by path.
    public var oneReportEach: [Meeting] { oneReportEach(of: Array<Int>(indices)).map { self[$0] } }

    /// The same of the reports at some places.
    func oneReportEach(of places: [Int]) -> [Int] {
        let linked = places.filter { !self[$0].duplicates.isEmpty }
        let left = Set(zip(linked, LinkedReport.areKept(linked.map { LinkedReport(self[$0]) })).filter { !$0.1 }.map(\.0))
        return places.filter { !left.contains($0) }
    }
}

/// What tells which report of a meeting is shown.
struct LinkedReport {
    var id: String
    var path: String
    /// How many agenda items and directives it has.
    var items: Int
    /// Ids of the other reports.
    var others: [String]

    /// For each report, whether none of the others among them tells more.
    static func areKept(_ reports: [LinkedReport]) -> [Bool] {
        let places = Dictionary(zip(reports.map(\.id), reports.indices)) { first, _ in first }
        return reports.map { report in !report.others.contains { id in places[id].map { reports[$0].tellsMore(than: report) } ?? false } }
    }

    private func tellsMore(than other: LinkedReport) -> Bool {
        if items != other.items { return items > other.items }
        return path == other.path ? RecordPosition(id: id, path: path) < RecordPosition(id: other.id, path: path) : path < other.path
    }
}

extension LinkedReport {
    init(_ meeting: Meeting) { self.init(id: meeting.id, path: meeting.path, items: meeting.items, others: meeting.duplicates) }
}

extension Meeting {
    /// How many agenda items and directives it has.
    var items: Int { agenda.count + directives.count }
}
