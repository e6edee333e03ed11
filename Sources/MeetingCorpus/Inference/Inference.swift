import MeetingParser

/// What several reports tell together that none tells alone: places, years, contradictions, reports of one meeting.
///
/// It looks at traces, not at records, so that a corpus of any size fits in memory. The outcome depends on the set of
/// reports, not on their order.
public enum Inference {
    /// Completes records that are all in memory.
    public static func run(on meetings: inout [Meeting]) {
        var traces = Traces()
        for meeting in meetings { traces.add(meeting) }
        let findings = findings(in: &traces)
        for i in meetings.indices {
            if let finding = findings[i] { finding.apply(to: &meetings[i]) }
        }
    }

    /// What is found for each report, by its index; most reports need nothing.
    static func findings(in traces: inout Traces) -> [Int: Finding] {
        var findings: [Int: Finding] = [:]
        PlaceInference.run(on: &traces, &findings)
        traces.nameBodiesByPlace()
        let series = SessionSeries.all(in: traces)
        YearInference.run(on: &traces, series, &findings)
        Contradictions.note(in: traces, SessionSeries.all(in: traces), &findings)
        Duplicates.link(traces, &findings)
        return findings
    }
}

/// What inference adds to one record.
struct Finding: Sendable {
    var place: (name: String, chair: String)?
    var day: (day: CalendarDay, basis: DateBasis.Year, evidence: String)?
    var duplicates: [String] = []
    var warnings: [Warning] = []

    func apply(to meeting: inout Meeting) {
        if let place {
            meeting.jurisdiction = place.name
            meeting.absent["jurisdiction"] = nil
            meeting.warnings.append(
                Warning(
                    field: "jurisdiction", code: "jurisdiction-from-corpus", message: "taken from other reports chaired by \(place.chair)"))
        }
        if let day { meeting.setDay(day.day, basis: day.basis, evidence: day.evidence) }
        meeting.warnings += warnings
        meeting.duplicates = duplicates
    }

    /// The finding as text, to tell whether it is still the same.
    var json: String {
        var writer = JSONWriter()
        writer.beginArray()
        writer.strings([place?.name, place?.chair, day?.day.iso, day?.basis.rawValue, day?.evidence].map { $0 ?? "" })
        writer.strings(duplicates)
        writer.strings(warnings.flatMap { [$0.field, $0.code, $0.message] })
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Meeting {
    fileprivate mutating func setDay(_ day: CalendarDay, basis: DateBasis.Year, evidence: String) {
        warnings.removeAll { $0.code == "year-from-mention" || $0.code == "year-from-path" }
        if let guessed = date, guessed != day.iso {
            warnings.append(
                Warning(field: "date", code: "bases-disagree", message: "the text suggests \(guessed), the series of sessions \(day.iso)"))
        }
        date = day.iso
        if let printed = printedDay, let lastDay = printed.lastDay {
            endDate = day.earliest(month: printed.lastMonth ?? day.month, day: lastDay)?.iso
        }
        absent["date"] = nil
        let words = dateBasis.evidence?.split(separator: ";").first.map(String.init)
        dateBasis.year = basis
        dateBasis.evidence = [words, evidence].compactMap(\.self).joined(separator: "; ")
        let message = basis == .series ? "the year follows from \(evidence)" : "the year is inferred from \(evidence)"
        warnings.append(Warning(field: "date", code: "year-from-\(basis.rawValue)", message: message))
    }
}
