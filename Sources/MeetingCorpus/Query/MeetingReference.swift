import Algorithms
import MeetingParser

/// What a user types to name one meeting: a session number, `BODY:NUMBER`, an id, a path or a date.
public struct MeetingReference: Sendable {
    /// As the user wrote it.
    public var text: String

    /// A reference as the user writes it.
    public init(_ text: String) { self.text = text }

    /// The meetings that the reference names, by the first reading that finds any.
    public func matches(in meetings: [Meeting]) -> [Meeting] {
        let readings: [(Meeting) -> Bool] = [isNumber, isBodyAndNumber, isPath, isDate, isFileName]
        for reading in readings {
            let found = meetings.filter(reading)
            if !found.isEmpty { return found }
        }
        return []
    }

    private func isPath(_ meeting: Meeting) -> Bool { meeting.id == text || meeting.path == text || isKey(meeting) }

    /// `file#key`, by the name that an entry has of its own.
    private func isKey(_ meeting: Meeting) -> Bool {
        guard let key = meeting.clues.key, let mark = text.firstIndex(of: "#"), text[text.index(after: mark)...] == key else {
            return false
        }
        return meeting.id.hasPrefix(text[...mark])
    }

    /// The last part of the id: unique in most corpora, and shorter to type.
    private func isFileName(_ meeting: Meeting) -> Bool {
        meeting.id.split(separator: "/").last.map(String.init) == text
            || meeting.path.split(separator: "/").last.map(String.init) == text
    }

    private func isNumber(_ meeting: Meeting) -> Bool {
        guard let number = Int(text) else { return false }
        return meeting.sessions.contains { $0.number == number }
    }

    private func isBodyAndNumber(_ meeting: Meeting) -> Bool {
        guard let colon = text.lastIndex(where: { $0 == ":" || $0 == "：" }), let number = Int(text[text.index(after: colon)...])
        else { return false }
        let body = text[..<colon]
        return meeting.sessions.contains { $0.number == number && $0.body.contains(body) }
    }

    /// BODY of `BODY:181`; empty for a number alone.
    var bodyName: String { Int(text) == nil ? String(text.prefix { $0 != ":" && $0 != "：" }) : "" }

    /// The number in `181` and in `BODY:181`.
    var sessionNumber: Int? { text.split { $0 == ":" || $0 == "：" }.last.flatMap { Int($0) } }

    private func isDate(_ meeting: Meeting) -> Bool {
        guard text.count > 4, let wanted = Period(text), let held = meeting.period else { return false }
        return wanted.first <= held.last && held.first <= wanted.last
    }

    /// What lies near a reference that names nothing: neighbouring numbers or days, similar ids.
    public func near(in meetings: [Meeting], limit: Int = 3) -> [String] {
        if let number = sessionNumber {
            // Of BODY:NUMBER the numbers of the body, where it has any.
            let body = bodyName
            let own = meetings.flatMap { $0.sessions.filter { body.isEmpty || $0.body.contains(body) }.compactMap(\.number) }
            let numbers = own.isEmpty ? Set(meetings.flatMap { $0.sessions.compactMap(\.number) }) : Set(own)
            let head = body.isEmpty || own.isEmpty ? "" : body + ":"
            return numbers.min(count: limit) { (abs($0 - number), $0) < (abs($1 - number), $1) }.sorted().map { head + String($0) }
        }
        if let wanted = Period(text) {
            let days = Set(meetings.compactMap { $0.period?.first })
            return days.min(count: limit) { distance($0, wanted.first) < distance($1, wanted.first) }.sorted().map(\.iso)
        }
        let ids = meetings.map(\.id).filter { $0.contains(text) }.min(count: limit)
        if !ids.isEmpty { return ids }
        // A body is no reference, but its last meetings have one.
        let days = Set(meetings.filter { $0.sessions.contains { $0.body.contains(text) } }.compactMap(\.date))
        return days.max(count: limit).reversed()
    }

    private func distance(_ a: CalendarDay, _ b: CalendarDay) -> Int {
        abs((a.year - b.year) * 372 + (a.month - b.month) * 31 + a.day - b.day)
    }
}
