import MeetingParser

/// Where, until when, by whom, how it ended: what stands beside the main fields and is no part of the mean, as
/// `score.py --more` counts it.
extension ReportScore {
    static let more = [
        "jurisdiction", "endDate", "venue", "outcomes", "directiveAgenda", "directives_addressee", "directives_deadline", "rankingValues",
    ]

    mutating func compareMore(_ gold: Gold, _ found: Meeting, items: [(gold: Gold.Item, place: Int, found: AgendaItem)]) {
        let facts = [
            ("jurisdiction", gold.jurisdiction, found.jurisdiction), ("endDate", gold.endDate, found.endDate),
            ("venue", gold.venue, found.venue),
        ]
        for (key, wanted, value) in facts where gold.states(key) { alike(key, wanted, value) }
        for item in items where item.gold.statesOutcome { alike("outcomes", item.gold.outcome, item.found.outcome) }
        let numbers = Dictionary(items.map { ($0.place + 1, $0.found.number) }) { first, _ in first }
        let said = found.directives.map { (text: Comparison.squashed($0.text), directive: $0) }
        for (i, start) in (gold.directives ?? []).enumerated() {
            let start = Comparison.squashed(start)
            guard let directive = said.first(where: { $0.text.hasPrefix(start) })?.directive else { continue }
            if let items = gold.directivesAgenda, items.indices.contains(i) {
                let wanted = items[i].map { String(numbers[$0] ?? -1) }
                list("directiveAgenda", [wanted].compactMap(\.self), [directive.agenda.map(String.init)].compactMap(\.self))
            }
            if let all = gold.directivesAddressee, all.indices.contains(i) { alike("directives_addressee", all[i], directive.addressee) }
            if let all = gold.directivesDeadline, all.indices.contains(i) { alike("directives_deadline", all[i], directive.deadline) }
        }
        for table in gold.rankings ?? [] { compareValues(table, found) }
    }

    /// The values of the table that is most like the gold's.
    private mutating func compareValues(_ table: Gold.Table, _ found: Meeting) {
        guard let values = table.values, !values.isEmpty else { return }
        let wanted = table.entries.joined()
        let best = found.rankings.enumerated().max { a, b in
            (Comparison.dice(wanted, a.element.entries.joined()), b.offset) < (
                Comparison.dice(wanted, b.element.entries.joined()), a.offset
            )
        }?.element
        func pairs(_ entries: [String], _ values: [String?]) -> [String] { zip(entries, values).map { $0 + " " + Comparison.squashed($1) } }
        list("rankingValues", pairs(table.entries, values), best.map { pairs($0.entries, $0.values) } ?? [])
    }

    /// Values of which one holds the other are the same.
    private mutating func alike(_ field: String, _ gold: String?, _ found: String?) {
        func stated(_ value: String?) -> [String] { value.map { $0.isEmpty ? [] : [$0] } ?? [] }
        list(field, stated(gold), stated(found)) { a, b in
            let (g, f) = (Comparison.squashed(a), Comparison.squashed(b))
            return !g.isEmpty && !f.isEmpty && (g.contains(f) || f.contains(g))
        }
    }
}
