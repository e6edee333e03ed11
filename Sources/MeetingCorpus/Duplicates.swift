import MeetingParser

/// Links reports of the same meeting: same place, body, number and day.
enum Duplicates {
    private struct Key: Hashable {
        var place: String?
        var body: String
        var number: Int
        var date: String
    }

    static func link(_ meetings: inout [Meeting]) {
        var groups: [Key: [Int]] = [:]
        for (i, meeting) in meetings.enumerated() {
            guard let date = meeting.date else { continue }
            for session in meeting.sessions {
                guard let number = session.number else { continue }
                groups[Key(place: meeting.jurisdiction, body: session.body, number: number, date: date), default: []].append(i)
            }
        }
        for group in groups.values where group.count > 1 {
            for i in group {
                meetings[i].duplicates = Set(meetings[i].duplicates + group.filter { $0 != i }.map { meetings[$0].id }).sorted()
            }
        }
    }
}
