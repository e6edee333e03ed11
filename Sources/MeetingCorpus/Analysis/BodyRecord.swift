import MeetingParser

/// How often a body of a place met.
public struct BodyRecord: Sendable {
    private struct Key: Hashable {
        var body: String
        var place: String?
    }

    /// Its name, as printed.
    public let body: String
    /// Where it meets; nil where no report says.
    public let place: String?
    /// The most frequent kind of its meetings.
    public let kind: Kind
    /// How often it met.
    public private(set) var meetings = 0
    /// The date of its first meeting; nil where none is dated.
    public private(set) var first: String?
    /// The date of its last meeting.
    public private(set) var last: String?
    /// The lowest and highest session number seen.
    public private(set) var firstNumber: Int?
    /// The highest number of a session; nil where none has one.
    public private(set) var lastNumber: Int?
    /// Who presided, in order of first appearance.
    public private(set) var chairs: [String] = []

    /// The bodies of meetings given in order of time, by place and name.
    public static func all(in meetings: [Meeting]) -> [BodyRecord] {
        var bodies: [Key: BodyRecord] = [:]
        for meeting in meetings {
            for session in meeting.sessions {
                let key = Key(body: session.body, place: meeting.jurisdiction)
                bodies[key, default: BodyRecord(body: session.body, place: meeting.jurisdiction, kind: meeting.kind)].add(meeting, session)
            }
        }
        return bodies.values.sorted { ($0.place ?? "~", $0.body) < ($1.place ?? "~", $1.body) }
    }

    /// Names of one place that are likely one body: with 中共 or 中国共产党 before it, and without.
    public static func likelyPairs(in bodies: [BodyRecord]) -> [(plain: String, full: String)] {
        let known = Set(bodies.map { Key(body: $0.body, place: $0.place) })
        return bodies.compactMap { body in
            guard let prefix = ["中国共产党", "中共"].first(where: body.body.hasPrefix) else { return nil }
            let plain = String(body.body.dropFirst(prefix.count))
            return known.contains(Key(body: plain, place: body.place)) ? (plain, body.body) : nil
        }
    }

    private mutating func add(_ meeting: Meeting, _ session: Session) {
        meetings += 1
        first = first ?? meeting.date
        last = meeting.date ?? last
        if let number = session.number {
            firstNumber = min(firstNumber ?? number, number)
            lastNumber = max(lastNumber ?? number, number)
        }
        if let name = meeting.chair?.name, !chairs.contains(name) { chairs.append(name) }
    }
}
