import MeetingParser

/// Somebody's part in the meetings of a place.
public struct PersonRecord: Sendable {
    /// A title, and the first and last day on which a report prints it.
    public struct Title: Sendable {
        /// As printed.
        public var title: String
        /// The date of the first report with it; nil where none is dated.
        public var first: String?
        /// The date of the last.
        public var last: String?
    }

    private struct Key: Hashable {
        var name: String
        var place: String?
    }

    /// As printed.
    public let name: String
    /// Where the meetings were; people of one name in two places are two, and those with an office of the centre have none.
    /// Where a report names no place, the only one that the name has, or the only one with the same office.
    public let place: String?
    /// In the order of time.
    public private(set) var titles: [Title] = []
    /// How many meetings the person presided over.
    public private(set) var chaired = 0
    /// How many meetings in each other part.
    public private(set) var roles: [Participant.Role: Int] = [:]
    /// The date of the first report; nil where none is dated.
    public private(set) var first: String?
    /// The date of the last.
    public private(set) var last: String?

    /// The people of meetings given in order of time: who was at most meetings first.
    public static func all(in meetings: [Meeting]) -> [PersonRecord] {
        var people: [PersonRecord] = []
        var index: [Key: Int] = [:]
        let offices = offices(in: meetings)
        let central = Set(meetings.flatMap(\.people).filter { $0.titles.contains(where: Session.isCentral) }.map(\.name))
        for meeting in meetings {
            for (name, titles, role) in meeting.people {
                // Whoever holds an office of the centre is nobody of the place that is visited.
                let isCentral = central.contains(name) && (titles.isEmpty || titles.contains(where: Session.isCentral))
                let place = isCentral ? nil : meeting.jurisdiction ?? offices[name].flatMap { Self.place(of: titles, among: $0) }
                let key = Key(name: name, place: place)
                let i = index[key] ?? people.count
                if i == people.count {
                    index[key] = i
                    people.append(PersonRecord(name: name, place: place))
                }
                people[i].add(titles, role, meeting.date)
            }
        }
        return people.sorted { ($1.meetings, $0.name, $0.place ?? "") < ($0.meetings, $1.name, $1.place ?? "") }
    }

    /// The offices that people of a name have in each place.
    private static func offices(in meetings: [Meeting]) -> [String: [String: Set<String>]] {
        var offices: [String: [String: Set<String>]] = [:]
        for meeting in meetings {
            guard let place = meeting.jurisdiction else { continue }
            for (name, titles, _) in meeting.people { offices[name, default: [:]][place, default: []].formUnion(titles) }
        }
        return offices
    }

    private static func place(of titles: [String], among offices: [String: Set<String>]) -> String? {
        if offices.count == 1 { return offices.first?.key }
        let same = offices.filter { !$0.value.isDisjoint(with: titles) }
        return same.count == 1 ? same.first?.key : nil
    }

    private init(name: String, place: String?) {
        self.name = name
        self.place = place
    }

    private var meetings: Int { chaired + roles.values.reduce(0, +) }

    private mutating func add(_ titles: [String], _ role: Participant.Role?, _ date: String?) {
        if let role { roles[role, default: 0] += 1 } else { chaired += 1 }
        first = first ?? date
        last = date ?? last
        for title in titles {
            if let known = self.titles.firstIndex(where: { $0.title == title }) {
                self.titles[known].first = self.titles[known].first ?? date
                self.titles[known].last = date ?? self.titles[known].last
            } else {
                self.titles.append(Title(title: title, first: date, last: date))
            }
        }
    }
}

extension Meeting {
    /// Everybody named as present; without a role the chair.
    fileprivate var people: [(name: String, titles: [String], role: Participant.Role?)] {
        let chairs = chair.flatMap { chair in chair.name.map { [($0, chair.titles, Participant.Role?.none)] } } ?? []
        return chairs + participants.map { ($0.name, $0.titles, $0.role) }
    }
}
