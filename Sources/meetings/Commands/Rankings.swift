import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings rankings`: league tables, or one unit's places in them.
struct Rankings: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rankings",
        abstract: "List league tables; with --unit, a unit's places over the months.",
        discussion: """
            EXAMPLES
              meetings rankings
              meetings rankings --unit 大台街道
              meetings rankings --format csv -o rankings.csv
            """)

    @OptionGroup var options: TableOptions

    @Option(help: ArgumentHelp("A unit, by any part of its name: its place in each table. May be repeated.", valueName: "name"))
    var unit: [String] = []

    var fields: Set<String>? { ["rankings"] }

    func columns(in console: Console) -> [Table.Column] {
        let table: [Table.Column] = [.text("period"), .text("date"), .text("scope"), .text("metric"), .text("end")]
        return table + (unit.isEmpty ? [.list("entries").main] : [.text("unit").main, .number("rank"), .number("of"), .text("value")]) + [
            .text("id").minor
        ]
    }

    func rows(of selection: Selection, in console: Console) -> [[JSONValue]] {
        let units = Alternatives(unit)
        let tables = selection.meetings.flatMap { meeting in meeting.rankings.map { (meeting: meeting, ranking: $0) } }
            .enumerated().sorted { ($0.element.ranking.period ?? "~", $0.offset) < ($1.element.ranking.period ?? "~", $1.offset) }
        return tables.map(\.element).flatMap { meeting, ranking in
            let table: [JSONValue] = [
                .string(ranking.period), .string(meeting.date), .string(ranking.scope), .string(ranking.metric),
                .string(ranking.end.rawValue),
            ]
            if unit.isEmpty {
                let entries = ranking.entries.indices.map { place -> JSONValue in
                    .object([
                        ("unit", .string(ranking.entries[place])), ("rank", .integer(ranking.rank(at: place))),
                        ("value", .string(ranking.value(at: place))),
                    ])
                }
                return [table + [.array(entries), .string(meeting.id)]]
            }
            // Where no rank is printed, the place in the list; 1 of `bottom` is the last of all, as the report lists it.
            return ranking.entries.enumerated().filter { units.match(anyPartOf: [$0.element]) }.map { place, entry in
                table + [
                    .string(entry), .integer(ranking.rank(at: place) ?? place + 1), .integer(ranking.entries.count),
                    .string(ranking.value(at: place)), .string(meeting.id),
                ]
            }
        }
    }
}
