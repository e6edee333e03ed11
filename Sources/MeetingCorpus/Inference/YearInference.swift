import MeetingParser

/// Finds the years of printed days that a report alone leaves open, or only guesses.
///
/// Bases in order: the series of session numbers between dated neighbours; what the report mentions; the days of other
/// reports with the same chair and place. The strongest wins, and a warning says what was inferred.
enum YearInference {
    static func run(on traces: inout Traces, _ series: [SessionSeries], _ findings: inout Findings) {
        for series in series where !series.runs.isEmpty {
            for entry in series.entries where !traces[entry.report].isFirm {
                fromSeries(series, entry, &traces, &findings)
            }
        }
        let days = ChairDays(traces)
        for i in traces.all.indices where traces[i].day == nil && traces[i].printed != nil {
            fromChair(days, i, &traces, &findings)
        }
    }

    private static func fromSeries(
        _ series: SessionSeries, _ entry: SessionSeries.Entry, _ traces: inout Traces, _ findings: inout Findings
    ) {
        guard let printed = traces[entry.report].printed else { return }
        let (month, day) = (Int(printed.month), Int(printed.day))
        let fitting = series.runs.compactMap { run in Self.day(in: run, number: entry.number, month: month, day: day) }
        guard let found = fitting.first, Set(fitting.map(\.day)).count == 1 else {
            let code = fitting.isEmpty ? "series-out-of-order" : "series-ambiguous"
            let message =
                fitting.isEmpty
                ? "no \(month)-\(day) fits the dated sessions around no. \(entry.number)"
                : "no. \(entry.number) occurs in several years, and \(month)-\(day) fits more than one of them"
            findings[entry.report, default: Finding()].warnings.append(Warning(field: "date", code: code, message: message))
            return
        }
        traces[entry.report].day = found.day
        traces[entry.report].isFirm = true
        findings[entry.report, default: Finding()].day = InferredDay(
            day: found.day, last: printed.last(from: found.day), basis: .series, evidence: found.evidence)
    }

    /// The day that lies between the neighbours of a number in one run; nil where none does.
    private static func day(in run: SessionRun, number: Int, month: Int, day: Int) -> (day: CalendarDay, evidence: String)? {
        let (before, same, after) = run.neighbours(of: number)
        if let same {
            return same.month == month && same.day == day ? (same, "another report of session \(number) on \(same.iso)") : nil
        }
        var found: CalendarDay?
        var evidence: [String] = []
        if let before, let earliest = before.day.earliest(month: month, day: day) {
            found = earliest
            evidence.append("session \(before.number) on \(before.day.iso)")
        }
        if let after, let latest = after.day.latest(month: month, day: day) {
            if let found, found > after.day { return nil }
            found = found ?? latest
            evidence.append("session \(after.number) on \(after.day.iso)")
        }
        return found.map { ($0, evidence.joined(separator: ", ")) }
    }

    /// The day nearest to the middle of the days on which the same person chaired in the same place.
    private static func fromChair(_ known: ChairDays, _ i: Int, _ traces: inout Traces, _ findings: inout Findings) {
        let trace = traces[i]
        guard let printed = trace.printed, let chair = trace.chair, let place = trace.place else { return }
        let days = known.of(chair, place)
        guard let first = days.first, let last = days.last else { return }
        let candidates = (first.year - 1...last.year + 1).compactMap {
            CalendarDay(year: $0, month: Int(printed.month), day: Int(printed.day))
        }
        let middle = days[days.count / 2]
        guard let nearest = candidates.min(by: { $0.distance(to: middle) < $1.distance(to: middle) }) else { return }
        let reports = days.count == 1 ? "report" : "reports"
        let evidence = "\(days.count) dated \(reports) chaired by \(traces.string(chair)) from \(first.iso) to \(last.iso)"
        traces[i].day = nearest
        findings[i, default: Finding()].day = InferredDay(
            day: nearest, last: printed.last(from: nearest), basis: .corpus, evidence: evidence)
    }
}

/// The days on which somebody is known to have chaired in a place, in order.
private struct ChairDays {
    private struct Key: Hashable {
        var chair: Name
        var place: Name
    }

    private var days: [Key: [CalendarDay]] = [:]

    init(_ traces: Traces) {
        for trace in traces.all {
            guard let chair = trace.chair, let place = trace.place, let day = trace.day else { continue }
            days[Key(chair: chair, place: place), default: []].append(day)
        }
        days = days.mapValues { $0.sorted() }
    }

    func of(_ chair: Name, _ place: Name) -> [CalendarDay] { days[Key(chair: chair, place: place)] ?? [] }
}

extension CalendarDay {
    /// Days between two days, months counted as 31.
    func distance(to other: CalendarDay) -> Int {
        abs((year * 12 + month) * 31 + day - (other.year * 12 + other.month) * 31 - other.day)
    }
}
