import MeetingParser

/// Where one value of a record comes from.
public struct Explanation: Sendable {
    /// `date`, `agenda.1` …; items are counted from 1, as the records number them.
    public var field: String
    /// nil where the record has none.
    public var value: JSONValue?
    /// The name of the rule that read it; nil where nothing was read.
    public var rule: String?
    /// Line of the file, from 1.
    public var line: Int?
    /// The words as printed.
    public var quote: String?
    /// Why there is no value.
    public var absence: Absence?
    /// `file:line` of the user's correction.
    public var correction: String?
    /// What was guessed or contradicted.
    public var notes: [String]

    /// The fields that can be explained, in the order of the contract.
    public static let fields = Meeting.catalogue.filter { $0.role.isSettable || $0.name == "duplicates" }.map(\.name)

    /// Explains every value of a record that was parsed with evidence; `file` is the file's bytes, for its lines.
    public static func all(of meeting: Meeting, file: [UInt8]) -> [Explanation] {
        let lines = LineTable(file)
        return fields.flatMap { field -> [Explanation] in
            let value = meeting.value(of: field)
            if case .array(let items) = value, !items.isEmpty, field != "duplicates" {
                return items.enumerated().map { i, item in
                    var each = explanation(of: meeting, field, item, meeting.evidence["\(field).\(i + 1)"], lines)
                    each.field = "\(field).\(i + 1)"
                    if i > 0 { each.notes = [] }
                    return each
                }
            }
            let isEmpty = value == .null || value == .array([]) || value == .string("")
            if isEmpty, meeting.absent[field] == nil { return [] }
            return [explanation(of: meeting, field, isEmpty ? nil : value, meeting.evidence[field], lines)]
        }
    }

    private static func explanation(
        of meeting: Meeting, _ field: String, _ value: JSONValue?, _ evidence: Evidence?, _ lines: LineTable
    ) -> Explanation {
        let correction = meeting.correctionSource(of: field)
        return Explanation(
            field: field, value: value, rule: correction != nil ? "correction" : rule(of: meeting, field, value, evidence),
            line: evidence.map { lines.line(at: $0.span.start) }, quote: evidence?.quote,
            absence: correction == nil ? meeting.absent[field] : nil,
            correction: correction, notes: meeting.warnings.filter { $0.field == field && $0.code != "corrected" }.map(\.message))
    }

    private static func rule(of meeting: Meeting, _ field: String, _ value: JSONValue?, _ evidence: Evidence?) -> String? {
        guard value != nil else { return nil }
        switch field {
        case "date", "endDate", "timeOfDay":
            let year = meeting.dateBasis.year.map { $0 == .text ? "" : ", year by \($0.rawValue)" } ?? ""
            return (meeting.evidence["date"]?.rule ?? "printed-day") + (field == "timeOfDay" ? "" : year)
        case "kind": return evidence?.rule ?? "several-bodies"
        case "url", "source", "publisher", "published": return "page-metadata"
        case "title": return evidence?.rule ?? "page-metadata"
        case "duplicates": return "same-meeting"
        case "jurisdiction": return evidence?.rule ?? "named-place"
        default: return evidence?.rule
        }
    }
}

extension Aliases {
    /// An explanation with the name that a printed one is counted as.
    public func noted(in explanation: Explanation) -> Explanation {
        let field = String(explanation.field.prefix { $0 != "." })
        let value = explanation.value ?? .null
        guard case .string(let name) = field == "jurisdiction" ? value : value[[field == "sessions" ? "body" : "name"]],
            let note = note(on: name, in: field)
        else { return explanation }
        var noted = explanation
        noted.notes.append(note)
        return noted
    }
}

/// Where the lines of a file begin.
private struct LineTable {
    private let starts: [Int]

    init(_ bytes: [UInt8]) { starts = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 } }

    /// The line that holds a byte, from 1.
    func line(at offset: Int) -> Int {
        var low = 0, high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
