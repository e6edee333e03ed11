import MeetingParser

/// What is found for the reports of a corpus, by their numbers; most reports need nothing.
struct Findings: Sendable {
    /// For each report the place of its finding; -1 for none.
    private var places: [Int32]
    private var found: [Finding] = []

    init(reports: Int) { places = Array(repeating: -1, count: reports) }

    subscript(report: Int) -> Finding? { places[report] < 0 ? nil : found[Int(places[report])] }

    subscript(report: Int, default new: @autoclosure () -> Finding) -> Finding {
        get { self[report] ?? new() }
        _modify {
            if places[report] < 0 {
                places[report] = Int32(found.count)
                found.append(new())
            }
            yield &found[Int(places[report])]
        }
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
