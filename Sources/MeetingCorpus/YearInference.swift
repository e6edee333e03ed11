import MeetingParser

/// Finds the years of printed days that a report alone leaves open, or only guesses.
///
/// Bases in order: the series of session numbers between dated neighbours; what the report mentions; the days of other
/// reports with the same chair and place. The strongest wins, and a warning says what was inferred.
enum YearInference {
    static func run(on meetings: inout [Meeting]) {
        // Only days that do not themselves rest on a guess anchor a series.
        for series in SessionSeries.all(in: meetings, isAnchor: isFirm) {
            for entry in series.entries where !isFirm(meetings[entry.meeting]) {
                fromSeries(series, entry, &meetings[entry.meeting])
            }
        }
        let days = ChairDays(meetings)
        for i in meetings.indices where meetings[i].date == nil && meetings[i].printedDay != nil {
            fromChair(days, &meetings[i])
        }
    }

    private static func isFirm(_ meeting: Meeting) -> Bool {
        guard meeting.date != nil else { return false }
        return [.text, .publication, .url, .series].contains(meeting.dateBasis.year)
    }

    private static func fromSeries(_ series: SessionSeries, _ entry: SessionSeries.Entry, _ meeting: inout Meeting) {
        guard let printed = meeting.printedDay, let month = printed.month, let day = printed.day else { return }
        let (before, after) = series.neighbours(of: entry.number)
        var found: CalendarDay?
        var evidence = ""
        if let before, let earliest = before.day?.earliest(month: month, day: day) {
            found = earliest
            evidence = "session \(before.number) on \(before.day!.iso)"
        }
        if let after, let latest = after.day?.latest(month: month, day: day) {
            if let earliest = found, earliest > after.day! {
                meeting.warnings.append(
                    Warning(
                        field: "date", code: "series-out-of-order",
                        message: "no \(month)-\(day) lies between \(evidence) and session \(after.number) on \(after.day!.iso)"))
                return
            }
            found = found ?? latest
            evidence += (evidence.isEmpty ? "" : ", ") + "session \(after.number) on \(after.day!.iso)"
        }
        guard let found else { return }
        meeting.warnings.removeAll { $0.code == "year-from-mention" || $0.code == "year-from-path" }
        if let guessed = meeting.date, guessed != found.iso {
            meeting.warnings.append(
                Warning(field: "date", code: "bases-disagree", message: "the text suggests \(guessed), the series of sessions \(found.iso)")
            )
        }
        meeting.setDay(found, basis: .series, evidence: evidence)
        meeting.warnings.append(Warning(field: "date", code: "year-from-series", message: "the year follows from \(evidence)"))
    }

    /// The day nearest to the middle of the days on which the same person chaired in the same place.
    private static func fromChair(_ known: ChairDays, _ meeting: inout Meeting) {
        guard let printed = meeting.printedDay, let month = printed.month, let day = printed.day,
            let name = meeting.chair?.name, let place = meeting.jurisdiction
        else { return }
        let days = known.of(name, place)
        guard let first = days.first, let last = days.last else { return }
        let candidates = (first.year - 1...last.year + 1).compactMap { CalendarDay(year: $0, month: month, day: day) }
        let middle = days[days.count / 2]
        guard let nearest = candidates.min(by: { $0.distance(to: middle) < $1.distance(to: middle) }) else { return }
        let evidence = "\(days.count) dated \(days.count == 1 ? "report" : "reports") chaired by \(name) from \(first.iso) to \(last.iso)"
        meeting.setDay(nearest, basis: .corpus, evidence: evidence)
        meeting.warnings.append(Warning(field: "date", code: "year-from-corpus", message: "the year is inferred from \(evidence)"))
    }
}

/// The days on which somebody is known to have chaired in a place, in order.
private struct ChairDays {
    private struct Key: Hashable {
        var name: String
        var place: String
    }

    private var days: [Key: [CalendarDay]] = [:]

    init(_ meetings: [Meeting]) {
        for meeting in meetings {
            guard let name = meeting.chair?.name, let place = meeting.jurisdiction, let date = meeting.date,
                let day = CalendarDay(iso: date)
            else { continue }
            days[Key(name: name, place: place), default: []].append(day)
        }
        days = days.mapValues { $0.sorted() }
    }

    func of(_ name: String, _ place: String) -> [CalendarDay] { days[Key(name: name, place: place)] ?? [] }
}

extension Meeting {
    fileprivate mutating func setDay(_ day: CalendarDay, basis: DateBasis.Year, evidence: String) {
        date = day.iso
        if let lastDay = printedDay?.lastDay {
            endDate = day.earliest(month: printedDay?.lastMonth ?? day.month, day: lastDay)?.iso
        }
        absent["date"] = nil
        let words = dateBasis.evidence?.split(separator: ";").first.map(String.init)
        dateBasis.year = basis
        dateBasis.evidence = [words, evidence].compactMap(\.self).joined(separator: "; ")
    }
}

extension CalendarDay {
    /// Days between two days, months counted as 31.
    fileprivate func distance(to other: CalendarDay) -> Int {
        abs((year * 12 + month) * 31 + day - (other.year * 12 + other.month) * 31 - other.day)
    }
}
