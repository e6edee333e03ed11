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

/// A day of which other reports told the year.
struct InferredDay: Sendable {
    var day: CalendarDay
    /// nil for a meeting of one day.
    var last: CalendarDay?
    var basis: DateBasis.Year
    var evidence: String
}

/// What inference adds to one record.
struct Finding: Sendable {
    var place: (name: String, chair: String)?
    var day: InferredDay?
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
        if let day { meeting.setDay(day) }
        meeting.warnings += warnings
        meeting.duplicates = duplicates
    }

    /// The finding as text, to tell whether it is still the same.
    var json: String {
        var writer = JSONWriter()
        writer.beginArray()
        writer.strings([place?.name, place?.chair, day?.day.iso, day?.last?.iso, day?.basis.rawValue, day?.evidence].map { $0 ?? "" })
        writer.strings(duplicates)
        writer.strings(warnings.flatMap { [$0.field, $0.code, $0.message] })
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension Meeting {
    fileprivate mutating func setDay(_ found: InferredDay) {
        warnings.removeAll { $0.code == "year-from-mention" || $0.code == "year-from-path" }
        let iso = found.day.iso
        if let guessed = date, guessed != iso {
            warnings.append(
                Warning(field: "date", code: "bases-disagree", message: "the text suggests \(guessed), the series of sessions \(iso)"))
        }
        date = iso
        endDate = found.last?.iso
        absent["date"] = nil
        dateBasis.year = found.basis
        dateBasis.evidence = [clues.printed?.words, found.evidence].compactMap(\.self).joined(separator: "; ")
        let message = found.basis == .series ? "the year follows from \(found.evidence)" : "the year is inferred from \(found.evidence)"
        warnings.append(Warning(field: "date", code: "year-from-\(found.basis.rawValue)", message: message))
    }
}
