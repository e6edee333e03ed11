import Algorithms
import MeetingParser

/// Who sat in meetings with whom: people are the same where their names are.
///
/// An edge counts the meetings that two people both attended; Newman's weight (2001, Phys. Rev. E 64, 016132) adds 1/(n-1)
/// for each meeting of n people, so that large meetings tell less of two people's ties.
public struct CoAttendance: Sendable {
    /// Two people and the meetings that they share.
    public struct Edge: Sendable {
        /// The first of the two in the order of their names' bytes, and the other.
        public var first: String, second: String
        /// How many they share.
        public var meetings = 0
        /// Newman's weight.
        public var weight = 0.0
        /// Days or months of the first and the last meeting that is dated; nil for none.
        public var since: String?, until: String?
    }

    /// Somebody and how many meetings.
    public struct Person: Sendable {
        /// As printed.
        public var name: String
        /// Of all meetings, also those that the person is the only one known of.
        public var meetings: Int
    }

    /// By name.
    public private(set) var people: [Person] = []
    /// The strongest first, equal ones by name.
    public private(set) var edges: [Edge] = []

    /// - Parameters:
    ///   - largest: meetings of more people are not looked at: pairs grow with the square of their number.
    ///   - meetings: the meetings to look at.
    public init(_ meetings: [Meeting], largest: Int = 500) {
        var counts: [String: Int] = [:], found: [[String]: Edge] = [:]
        for meeting in meetings {
            let names = Set((meeting.chair?.name.map { [$0] } ?? []) + meeting.participants.map(\.name)).sorted()
            for name in names { counts[name, default: 0] += 1 }
            guard names.count <= largest else { continue }
            for pair in names.combinations(ofCount: 2) {
                var edge = found[pair] ?? Edge(first: pair[0], second: pair[1])
                edge.meetings += 1
                edge.weight += 1 / Double(names.count - 1)
                if let date = meeting.date {
                    edge.since = min(edge.since ?? date, date)
                    edge.until = max(edge.until ?? date, date)
                }
                found[pair] = edge
            }
        }
        people = counts.map { Person(name: $0.key, meetings: $0.value) }.sorted { $0.name < $1.name }
        edges = found.values.sorted { ($1.meetings, $0.first, $0.second) < ($0.meetings, $1.first, $1.second) }
    }
}
