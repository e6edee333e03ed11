import MeetingParser

/// What several reports tell together that none tells alone: places, years, reports of the same meeting.
///
/// The outcome depends on the set of reports, not on their order.
enum Inference {
    static func run(on meetings: inout [Meeting]) {
        PlaceInference.run(on: &meetings)
        YearInference.run(on: &meetings)
        Duplicates.link(&meetings)
    }
}

/// Gives a report without a place the place of the other reports that the same person chaired with the same titles.
enum PlaceInference {
    static func run(on meetings: inout [Meeting]) {
        var places: [Chair: Set<String>] = [:]
        for meeting in meetings {
            if let chair = meeting.chair, let place = meeting.jurisdiction { places[key(chair), default: []].insert(place) }
        }
        for i in meetings.indices where meetings[i].jurisdiction == nil && meetings[i].kind != .other {
            guard let chair = meetings[i].chair, chair.name != nil, let known = places[key(chair)], let place = known.first,
                known.count == 1
            else { continue }
            meetings[i].jurisdiction = place
            meetings[i].absent["jurisdiction"] = nil
            meetings[i].warnings.append(
                Warning(
                    field: "jurisdiction", code: "jurisdiction-from-corpus",
                    message: "taken from other reports chaired by \(chair.name ?? "")"))
        }
    }

    /// The same person is known by name and first title; further titles vary from meeting to meeting.
    private static func key(_ chair: Chair) -> Chair { Chair(name: chair.name, titles: Array(chair.titles.prefix(1))) }
}
