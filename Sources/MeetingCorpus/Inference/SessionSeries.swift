import MeetingParser

/// The numbered sessions of one body of one place, which rise with time.
struct SessionSeries: Sendable {
    private struct Key: Hashable {
        var place: Name
        var body: Name
        var term: Int16?
    }

    struct Entry: Sendable {
        /// Index of the report.
        var report: Int
        var number: Int
        /// nil where the day is not known without a guess.
        var day: CalendarDay?
    }

    let place: String
    let body: String
    /// 届, where the reports print it.
    let term: Int?
    /// Every report of a session, by number.
    private(set) var entries: [Entry]
    /// The dated sessions, by day: one run, or several where the numbers begin again with the year.
    private(set) var runs: [SessionRun]

    /// The series of a corpus, in a fixed order; reports without a place have none, for every county has a 县委常委会.
    ///
    /// The bodies must have been named by their places.
    static func all(in traces: Traces) -> [SessionSeries] {
        var groups: [Key: [Entry]] = [:]
        for (i, trace) in traces.all.enumerated() {
            guard let place = trace.place else { continue }
            for session in trace.sessions {
                guard let number = session.number else { continue }
                groups[Key(place: place, body: session.body, term: session.term), default: []].append(
                    Entry(report: i, number: Int(number), day: trace.isFirm ? trace.day : nil))
            }
        }
        return groups.map { SessionSeries($0.key, $0.value, traces) }.sorted {
            ($0.place, $0.body, $0.term ?? 0) < ($1.place, $1.body, $1.term ?? 0)
        }
    }

    private init(_ key: Key, _ entries: [Entry], _ traces: Traces) {
        place = traces.string(key.place)
        body = traces.string(key.body)
        term = key.term.map(Int.init)
        // Of one number by path, so that the order of files changes nothing.
        self.entries = entries.sorted { a, b in
            a.number != b.number ? a.number < b.number : traces.names.precedes(a.report, b.report)
        }
        runs = SessionRun.split(self.entries)
    }
}

/// Dated sessions whose numbers do not begin again.
struct SessionRun: Sendable {
    /// By number.
    private(set) var sessions: [(number: Int, day: CalendarDay, report: Int)]

    /// Where a number falls with the new year to about what so much of a year holds, the series began again.
    static func split(_ entries: [SessionSeries.Entry]) -> [SessionRun] {
        let dated = entries.compactMap { entry in entry.day.map { (number: entry.number, day: $0, report: entry.report) } }
            .sorted { ($0.day, $0.number) < ($1.day, $1.number) }
        var runs: [[(number: Int, day: CalendarDay, report: Int)]] = []
        for session in dated {
            if let last = runs.last?.last, !beginsAgain(session, after: last) {
                runs[runs.count - 1].append(session)
            } else {
                runs.append([session])
            }
        }
        return runs.map { SessionRun(sessions: $0.sorted { ($0.number, $0.day) < ($1.number, $1.day) }) }
    }

    private static func beginsAgain(
        _ session: (number: Int, day: CalendarDay, report: Int), after last: (number: Int, day: CalendarDay, report: Int)
    ) -> Bool {
        guard session.number < last.number, session.day.year > last.day.year else { return false }
        let perDay = Double(last.number) / Double(last.day.dayOfYear)
        return Double(session.number) <= 2 * perDay * Double(session.day.dayOfYear) + 3
    }

    /// The nearest sessions before, at and after a number, by binary search.
    func neighbours(of number: Int) -> (
        before: (number: Int, day: CalendarDay)?, same: CalendarDay?, after: (number: Int, day: CalendarDay)?
    ) {
        var low = 0, high = sessions.count
        while low < high {
            let middle = (low + high) / 2
            if sessions[middle].number < number { low = middle + 1 } else { high = middle }
        }
        let before = low > 0 ? (sessions[low - 1].number, sessions[low - 1].day) : nil
        let same = low < sessions.count && sessions[low].number == number ? sessions[low].day : nil
        while low < sessions.count, sessions[low].number == number { low += 1 }
        return (before, same, low < sessions.count ? (sessions[low].number, sessions[low].day) : nil)
    }
}

extension String {
    /// 青箬县委常委会 in 青箬县 and 县委常委会 are the same body.
    func droppingPlace(_ place: String) -> String {
        guard hasPrefix(place), let level = place.last else { return self }
        return String(level) + dropFirst(place.count)
    }
}

extension CalendarDay {
    /// 1–366, months counted as 31 days.
    fileprivate var dayOfYear: Int { (month - 1) * 31 + day }
}
