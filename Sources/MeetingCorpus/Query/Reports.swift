import MeetingParser

extension [Meeting] {
    /// One report of each meeting, in the same order: of linked reports the one with most agenda items and directives,
    /// of equal ones the first by path.
    public var oneReportEach: [Meeting] {
        // Most reports have no others; records are large, so that places are kept.
        var places: [String: Int] = [:]
        for i in indices where !self[i].duplicates.isEmpty { places[self[i].id] = places[self[i].id] ?? i }
        return filter { meeting in
            !meeting.duplicates.contains { id in places[id].map { self[$0].tellsMore(than: meeting) } ?? false }
        }
    }
}

extension Meeting {
    fileprivate func tellsMore(than other: Meeting) -> Bool {
        let (mine, others) = (agenda.count + directives.count, other.agenda.count + other.directives.count)
        return mine != others ? mine > others : path < other.path
    }
}
