import MeetingParser

/// Links reports of one meeting of a place: the same body, number and day, or nearly the same text of the same day.
enum Duplicates {
    private struct SessionKey: Hashable {
        var place: Name?
        var body: Name
        var number: Int32
        var day: CalendarDay
    }

    private struct TextKey: Hashable {
        var hash: UInt32
        var month: Int8
        var day: Int8
    }

    static func link(_ traces: Traces, _ findings: inout [Int: Finding]) {
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
        var first: [SessionKey: Int] = [:]
        for (i, trace) in traces.all.enumerated() {
            guard let day = trace.day else { continue }
            for session in trace.sessions {
                guard let number = session.number else { continue }
                let key = SessionKey(place: trace.place, body: session.body, number: number, day: day)
                if let known = first[key] { groups.join(known, i) } else { first[key] = i }
            }
        }
    }

    /// Reports that share one of their two smallest hashes and the day are compared; of equal sketches only one.
    private static func linkTexts(_ traces: Traces, _ groups: inout DisjointSets) {
        var buckets: [TextKey: [Int]] = [:]
        for (i, trace) in traces.all.enumerated() where trace.isMeeting {
            guard let day = trace.day.map({ (Int8($0.month), Int8($0.day)) }) ?? trace.printed else { continue }
            for hash in trace.sketch.hashes.prefix(2) { buckets[TextKey(hash: hash, month: day.0, day: day.1), default: []].append(i) }
        }
        for bucket in buckets.values where bucket.count > 1 {
            var seen: [Int] = []
            for i in bucket.sorted(by: { traces[$0].sketch.hashes.lexicographicallyPrecedes(traces[$1].sketch.hashes) }) {
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
