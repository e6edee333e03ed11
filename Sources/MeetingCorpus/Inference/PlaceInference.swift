import MeetingParser

/// Gives a report without a place the place of the other reports that the same person chaired with the same title.
enum PlaceInference {
    private struct Chair: Hashable {
        var name: Name
        var title: Name?
    }

    /// What the State Council or its premier chairs is of no place.
    private static func isCentral(_ trace: Trace, _ traces: Traces) -> Bool {
        (trace.sessions.map(\.body) + [trace.chairTitle].compactMap(\.self)).contains { Session.isCentral(traces.string($0)) }
    }

    static func run(on traces: inout Traces, _ findings: inout Findings) {
        var places: [Chair: Set<Name>] = [:]
        for trace in traces.all {
            if let chair = trace.chair, let place = trace.place {
                places[Chair(name: chair, title: trace.chairTitle), default: []].insert(place)
            }
        }
        for (i, trace) in traces.all.enumerated() where trace.place == nil && trace.isMeeting {
            guard let chair = trace.chair, let known = places[Chair(name: chair, title: trace.chairTitle)], known.count == 1,
                let place = known.first, !isCentral(trace, traces)
            else { continue }
            traces[i].place = place
            findings[i, default: Finding()].place = (traces.string(place), traces.string(chair))
        }
    }
}
