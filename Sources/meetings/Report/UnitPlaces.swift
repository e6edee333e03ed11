import MeetingCorpus
import MeetingParser

/// The places of units in the league tables of one scope and measure, over their periods.
struct UnitPlaces {
    private let name: String
    private let periods: [String]
    private let units: [(unit: String, places: [String: (end: Ranking.End, place: Int, of: Int)])]

    /// Tables, periods and units that a page shows at most.
    private static let mostTables = 6, mostPeriods = 18, mostUnits = 40

    /// Of scopes and measures that have two periods at least, the most frequent first.
    static func all(in meetings: [Meeting]) -> [UnitPlaces] {
        let rankings = meetings.flatMap { meeting in meeting.rankings.map { (period: $0.period ?? meeting.date ?? "", ranking: $0) } }
        let groups = Dictionary(grouping: rankings.filter { !$0.period.isEmpty && $0.ranking.entries.count > 0 }) {
            [$0.ranking.scope, $0.ranking.metric].compactMap(\.self).joined(separator: " · ")
        }
        return groups.filter { Set($0.value.map(\.period)).count > 1 }.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            .prefix(mostTables).map { UnitPlaces($0.key, $0.value) }
    }

    private init(_ name: String, _ rankings: [(period: String, ranking: Ranking)]) {
        self.name = name
        periods = Array(Set(rankings.map(\.period)).sorted().suffix(Self.mostPeriods))
        var units: [String: [String: (end: Ranking.End, place: Int, of: Int)]] = [:]
        for (period, ranking) in rankings {
            for (i, unit) in ranking.entries.enumerated() {
                units[unit, default: [:]][period] = (ranking.end, ranking.rank(at: i) ?? i + 1, ranking.entries.count)
            }
        }
        let ordered = units.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        self.units = ordered.prefix(Self.mostUnits).map { ($0.key, $0.value) }
    }

    /// ↑2 is the second of the first, ↓1 the last of all.
    func context(_ words: ReportWords, number: Int) -> [String: Any] {
        let rows = units.map { unit, places in
            ["cells": [["text": unit]] + periods.map { cell(places[$0]) }]
        }
        let columns =
            [["name": words.language.label("unit"), "isNumber": false]] + periods.map { ["name": $0, "isNumber": true] as [String: Any] }
        return [
            "id": "places-\(number)", "name": name.isEmpty ? words.places : "\(words.places): \(name)", "short": words.places,
            "inContents": number == 1, "note": words.placesNote, "columns": columns, "rows": rows,
        ]
    }

    private func cell(_ place: (end: Ranking.End, place: Int, of: Int)?) -> [String: String] {
        guard let place else { return ["text": "", "class": "n"] }
        let mark = place.end == .bottom ? "↓" : place.end == .top ? "↑" : ""
        return ["text": mark + String(place.place), "class": "n h\(place.end == .bottom ? 4 : 2)"]
    }
}
