import MeetingParser

extension [Meeting] {
    /// One report of each meeting, in the same order: of linked reports the one with most agenda items and directives,
    /// of equal ones the first by path.
    public var oneReportEach: [Meeting] {
        let present = Dictionary(map { ($0.id, $0) }) { first, _ in first }
        return filter { meeting in
            !meeting.duplicates.contains { id in present[id].map { $0.tellsMore(than: meeting) } ?? false }
        }
    }
}

extension Meeting {
    fileprivate func tellsMore(than other: Meeting) -> Bool {
        let (mine, others) = (agenda.count + directives.count, other.agenda.count + other.directives.count)
        return mine != others ? mine > others : path < other.path
    }
}
