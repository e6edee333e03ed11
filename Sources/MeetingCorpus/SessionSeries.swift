import MeetingParser

/// The numbered sessions of one body of one place, which rise with time.
struct SessionSeries {
    struct Key: Hashable, Comparable {
        var place: String
        var body: String
        var term: Int?

        static func < (a: Key, b: Key) -> Bool { (a.place, a.body, a.term ?? 0) < (b.place, b.body, b.term ?? 0) }
    }

    struct Entry {
        var meeting: Int
        var number: Int
        var day: CalendarDay?
    }

    /// Sorted by number.
    private(set) var entries: [Entry]

    /// The series of a corpus; reports without a place have none, for every county has a 县委常委会.
    ///
    /// Only the days of meetings for which `isAnchor` holds are taken as known.
    static func all(in meetings: [Meeting], isAnchor: (Meeting) -> Bool) -> [SessionSeries] {
        var groups: [Key: [Entry]] = [:]
        for (i, meeting) in meetings.enumerated() {
            guard let place = meeting.jurisdiction else { continue }
            for session in meeting.sessions {
                guard let number = session.number else { continue }
                let key = Key(place: place, body: session.body.droppingPlace(place), term: session.term)
                groups[key, default: []].append(
                    Entry(meeting: i, number: number, day: isAnchor(meeting) ? meeting.date.flatMap { CalendarDay(iso: $0) } : nil))
            }
        }
        // In a fixed order: a report may belong to two series.
        return groups.sorted { $0.key < $1.key }.map(\.value).map {
            SessionSeries(entries: $0.sorted { ($0.number, $0.meeting) < ($1.number, $1.meeting) })
        }
    }

    /// The nearest earlier and later sessions with a known day.
    func neighbours(of number: Int) -> (before: Entry?, after: Entry?) {
        (entries.last { $0.number < number && $0.day != nil }, entries.first { $0.number > number && $0.day != nil })
    }
}

extension String {
    /// 青箬县委常委会 in 青箬县 and 县委常委会 are the same body.
    fileprivate func droppingPlace(_ place: String) -> String {
        guard hasPrefix(place), let level = place.last else { return self }
        return String(level) + dropFirst(place.count)
    }
}
