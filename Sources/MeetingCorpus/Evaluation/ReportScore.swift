import MeetingParser

/// What one record has right and wrong.
struct ReportScore: Sendable {
    /// In the order in which they are printed.
    static let fields =
        [
            "date", "chair", "chairTitles", "meetings", "sessions", "participants", "participantRoles", "agenda", "agendaActions",
            "documents",
            "directives", "reporters", "rankings", "rankingEntries",
        ] + more
    /// Fields with one value.
    static let accuracies: Set<String> = ["date", "chair", "chairTitles"]

    let report: String
    private(set) var tallies = Array(repeating: Tally(), count: fields.count)
    private(set) var misses: [Evaluation.Miss] = []

    init(report: String) { self.report = report }

    mutating func compare(_ gold: Gold, _ record: Meeting?) {
        let isMeeting = gold.isMeeting ?? true
        list("meetings", isMeeting ? [report] : [], record == nil ? [] : [report])
        guard isMeeting else { return }
        let found = record ?? Meeting(path: report)
        if gold.states("date") { single("date", gold.date, found.date) }
        if gold.states("chair") { single("chair", gold.chair?.name, found.chair?.name) }
        if let name = gold.chair?.name, !name.isEmpty {
            let titles = [gold.chair?.titles ?? [], found.chair?.titles ?? []].map { Set($0.map(Comparison.squashed)) }
            note("chairTitles", titles[0] == titles[1], "\(gold.chair?.titles ?? [])", "\(found.chair?.titles ?? [])")
        }
        if gold.states("sessions") {
            list("sessions", gold.sessions ?? [], found.sessions, show: { $0.body ?? "" }, show: \.body) {
                $0.number == $1.number && Comparison.isSameBody($0.body, $1.body)
            }
        }
        if gold.states("participants") { comparePeople(gold, found) }
        let items = gold.states("agenda") ? compareAgenda(gold, found) : []
        if gold.states("documents") { squashed("documents", gold.documents, found.documents.map(\.title), gold.documentsOptional) }
        if gold.states("directives") { compareDirectives(gold, found) }
        if gold.states("reporters") { squashed("reporters", gold.reporters, found.reporters, gold.reportersOptional) }
        if gold.states("rankings") { compareRankings(gold, found) }
        compareMore(gold, found, items: items)
    }

    private mutating func compareDirectives(_ gold: Gold, _ found: Meeting) {
        let directives = found.directives.map { Comparison.squashed($0.text) }
        list(
            "directives", (gold.directives ?? []).map(Comparison.squashed), directives,
            optional: (gold.directivesOptional ?? []).map(Comparison.squashed)
        ) { $1.hasPrefix($0) }
    }

    private mutating func comparePeople(_ gold: Gold, _ found: Meeting) {
        let pairs = list(
            "participants", gold.participants ?? [], found.participants, optional: gold.participantsOptional ?? [], show: \.name,
            show: \.name
        ) { Comparison.squashed($0.name) == Comparison.squashed($1.name) }
        for (a, b) in pairs { list("participantRoles", [a.name + " " + (a.role ?? "")], [b.name + " " + b.role.rawValue]) }
    }

    private mutating func compareAgenda(_ gold: Gold, _ found: Meeting) -> [(gold: Gold.Item, place: Int, found: AgendaItem)] {
        let pairs = ranked(
            "agenda", Array((gold.agenda ?? []).enumerated()), found.agenda, optional: Array((gold.agendaOptional ?? []).enumerated()),
            show: \.element.title, show: \.title
        ) { Comparison.dice($0.element.title, $1.title) }
        for (a, b) in pairs {
            list("agendaActions", [a.element.action ?? ""], [b.action]) {
                !$1.isEmpty && ($0.isEmpty || $1.contains($0) || $0.contains($1))
            }
        }
        return pairs.map { ($0.element, $0.offset, $1) }
    }

    private mutating func compareRankings(_ gold: Gold, _ found: Meeting) {
        let pairs = ranked(
            "rankings", gold.rankings ?? [], found.rankings, optional: [], show: { $0.entries.joined(separator: "、") },
            show: { $0.entries.joined(separator: "、") }
        ) { gold, found in
            gold.end == found.end.rawValue ? 0.4 + 0.6 * Comparison.dice(gold.entries.joined(), found.entries.joined()) : 0
        }
        for (a, b) in pairs { list("rankingEntries", a.entries, b.entries) }
    }

    // MARK: Counting

    private mutating func single(_ field: String, _ gold: String?, _ found: String?) {
        note(field, gold == found, gold ?? "null", found ?? "null")
    }

    private mutating func note(_ field: String, _ isRight: Bool, _ gold: String, _ found: String) {
        count(field, hit: isRight ? 1 : 0, missed: isRight ? 0 : 1)
        if !isRight { misses.append(.init(field: field, report: report, sign: "≠", item: "\(gold) ≠ \(found)")) }
    }

    private mutating func squashed(_ field: String, _ gold: [String]?, _ found: [String], _ optional: [String]?) {
        list(
            field, (gold ?? []).map(Comparison.squashed), found.map(Comparison.squashed),
            optional: (optional ?? []).map(Comparison.squashed))
    }

    @discardableResult
    mutating func list(
        _ field: String, _ gold: [String], _ found: [String], optional: [String] = [], same: (String, String) -> Bool = { $0 == $1 }
    ) -> [(String, String)] {
        list(field, gold, found, optional: optional, show: \.self, show: \.self, same: same)
    }

    /// One-to-one matches in order.
    @discardableResult
    private mutating func list<G, F>(
        _ field: String, _ gold: [G], _ found: [F], optional: [G] = [], show: (G) -> String, show shown: (F) -> String,
        same: (G, F) -> Bool
    ) -> [(G, F)] {
        var pairs: [(Int, Int)] = []
        for i in gold.indices { for j in found.indices where same(gold[i], found[j]) { pairs.append((i, j)) } }
        return match(field, gold, found, pairs, show, shown) { extra in optional.contains { same($0, extra) } }
    }

    /// One-to-one matches, the most similar first; a pair needs 0.6.
    private mutating func ranked<G, F>(
        _ field: String, _ gold: [G], _ found: [F], optional: [G], show: (G) -> String, show shown: (F) -> String, score: (G, F) -> Double
    ) -> [(G, F)] {
        var pairs: [(score: Double, i: Int, j: Int)] = []
        for i in gold.indices { for j in found.indices { pairs.append((score(gold[i], found[j]), i, j)) } }
        let sorted = pairs.filter { $0.score >= 0.6 }.sorted { ($1.score, $0.i, $0.j) < ($0.score, $1.i, $1.j) }
        return match(field, gold, found, sorted.map { ($0.i, $0.j) }, show, shown) { extra in
            optional.contains { score($0, extra) >= 0.6 }
        }
    }

    private mutating func match<G, F>(
        _ field: String, _ gold: [G], _ found: [F], _ pairs: [(Int, Int)], _ show: (G) -> String, _ shown: (F) -> String,
        isOptional: (F) -> Bool
    ) -> [(G, F)] {
        var usedGold: Set<Int> = [], usedFound: Set<Int> = []
        var matched: [(G, F)] = []
        for (i, j) in pairs where !usedGold.contains(i) && !usedFound.contains(j) {
            usedGold.insert(i)
            usedFound.insert(j)
            matched.append((gold[i], found[j]))
        }
        let lost = gold.indices.filter { !usedGold.contains($0) }.map { gold[$0] }
        let extra = found.indices.filter { !usedFound.contains($0) }.map { found[$0] }.filter { !isOptional($0) }
        count(field, hit: matched.count, missed: lost.count, added: extra.count)
        misses += lost.map { .init(field: field, report: report, sign: "-", item: show($0)) }
        misses += extra.map { .init(field: field, report: report, sign: "+", item: shown($0)) }
        return matched
    }

    private mutating func count(_ field: String, hit: Int, missed: Int, added: Int = 0) {
        let f = Self.fields.firstIndex(of: field)!
        tallies[f] = tallies[f] + Tally(hit: hit, missed: missed, added: added)
    }
}
