import Algorithms
import MeetingParser

/// Links reports of one meeting of a place: the same body, number and day, or nearly the same text of the same day.
enum Duplicates {
    private struct SessionKey: Comparable {
        /// -1 for none.
        var place: Name
        var body: Name
        var number: Int32
        var day: CalendarDay

        static func < (a: SessionKey, b: SessionKey) -> Bool {
            (a.place, a.body, a.number, a.day) < (b.place, b.body, b.number, b.day)
        }
    }

    static func link(_ traces: Traces, _ findings: inout Findings) {
        var groups = DisjointSets(count: traces.all.count)
        linkSessions(traces, &groups)
        linkTexts(traces, &groups)
        for group in groups.all where group.count > 1 {
            for i in group {
                findings[i, default: Finding()].duplicates = group.filter { $0 != i }.map { traces.id($0) }.sorted()
            }
        }
    }

    private static func linkSessions(_ traces: Traces, _ groups: inout DisjointSets) {
        var entries: [(key: SessionKey, report: Int32)] = []
        for (i, trace) in traces.all.enumerated() {
            guard let day = trace.day else { continue }
            for session in trace.sessions {
                guard let number = session.number else { continue }
                entries.append((SessionKey(place: trace.place ?? -1, body: session.body, number: number, day: day), Int32(i)))
            }
        }
        entries.sort { $0.key < $1.key }
        for (a, b) in zip(entries, entries.dropFirst()) where a.key == b.key { groups.join(Int(a.report), Int(b.report)) }
    }

    /// Reports that share one of their two smallest hashes and the day are compared; of equal sketches only one.
    private static func linkTexts(_ traces: Traces, _ groups: inout DisjointSets) {
        var entries: [(key: UInt64, report: Int32)] = []
        for (i, trace) in traces.all.enumerated() where trace.isMeeting {
            guard let (month, day) = trace.day.map({ ($0.month, $0.day) }) ?? trace.printed.map({ (Int($0.month), Int($0.day)) }) else {
                continue
            }
            for hash in trace.sketch.smallest { entries.append((UInt64(hash) << 16 | UInt64(month << 8 | day), Int32(i))) }
        }
        entries.sort { a, b in
            a.key != b.key ? a.key < b.key : traces[Int(a.report)].sketch.precedes(traces[Int(b.report)].sketch, else: a.report < b.report)
        }
        for bucket in entries.chunked(by: { $0.key == $1.key }) where bucket.count > 1 {
            var seen: [Int] = []
            for i in bucket.map({ Int($0.report) }) {
                for other in seen where isSameMeeting(traces[i], traces[other]) { groups.join(i, other) }
                // Beyond a handful of different texts a bucket holds boilerplate.
                if seen.count < 16 { seen.append(i) }
            }
        }
    }

    private static func isSameMeeting(_ a: Trace, _ b: Trace) -> Bool {
        guard a.sketch.isNear(b.sketch) else { return false }
        // Everything but places is inferred place by place, so that places can be inferred on machines of their own.
        guard a.place == b.place else { return false }
        if let x = a.day, let y = b.day, x != y { return false }
        let numbers = (Set(a.sessions.compactMap(\.number)), Set(b.sessions.compactMap(\.number)))
        return numbers.0.isEmpty || numbers.1.isEmpty || !numbers.0.isDisjoint(with: numbers.1)
    }
}

/// Disjoint sets of indexes (union by the smaller index, with path halving).
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    private mutating func root(_ i: Int) -> Int {
        var i = i
        while parents[i] != i {
            parents[i] = parents[parents[i]]
            i = parents[i]
        }
        return i
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        parents[max(x, y)] = min(x, y)
    }

    /// The sets with more than one member.
    var all: [[Int]] {
        var copy = self
        var members: [Int: [Int]] = [:]
        for i in parents.indices where copy.root(i) != i { members[copy.root(i), default: [copy.root(i)]].append(i) }
        return Array(members.values)
    }
}
