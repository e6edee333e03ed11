import MeetingParser

/// One meeting as a page to read in a terminal.
struct MeetingPage {
    private let meeting: Meeting
    private let terminal: Terminal
    private let language: Language
    private var lines: [String] = []

    /// Long lines are tiring to read; a wide terminal shows no more than this.
    private static let widest = 100

    init(_ meeting: Meeting, on terminal: Terminal, _ language: Language) {
        self.meeting = meeting
        self.terminal = terminal
        self.language = language
        addHeading()
        addFacts()
        addAgenda()
        addDocuments()
        addRankings()
        addAssessments()
        addWarnings()
    }

    var text: String { lines.map { $0 + "\n" }.joined() }

    private var width: Int? { terminal.width.map { min($0, Self.widest) } }

    // MARK: Parts

    private mutating func addHeading() {
        for line in meeting.title.singleLine.wrapped(to: width) { lines.append(terminal.heading(line)) }
        lines.append("")
    }

    private mutating func addFacts() {
        let names = ["date", "show.session", "place", "chair"] + MeetingFacts.roles + ["reporters", "published", "file"]
        for (name, value) in MeetingFacts(meeting: meeting, language: language).named(names) { fact(name, value) }
    }

    /// Each agenda item with the directives that were given under it; first those given under none.
    private mutating func addAgenda() {
        let loose = meeting.directives.filter { $0.agenda == nil }
        if !meeting.agenda.isEmpty { section("agenda") }
        for item in meeting.agenda {
            hanging("\(item.number). ", "\(item.action) \(item.title)", indent: 2, paint: terminal.number)
            for directive in meeting.directives where directive.agenda == item.number { add(directive, indent: 5) }
        }
        if !loose.isEmpty { section(meeting.agenda.isEmpty ? "directives" : "other directives") }
        for directive in loose { add(directive, indent: 2) }
    }

    private mutating func add(_ directive: Directive, indent: Int) {
        hanging("• ", directive.said, indent: indent, paint: terminal.faint)
    }

    private mutating func addDocuments() {
        guard !meeting.documents.isEmpty else { return }
        section("documents")
        for document in meeting.documents {
            hanging("• ", "《\(document.title)》" + (document.mentions > 1 ? " ×\(document.mentions)" : ""), indent: 2, paint: terminal.faint)
        }
    }

    private mutating func addRankings() {
        guard !meeting.rankings.isEmpty else { return }
        section("rankings")
        let columns: [Table.Column] = [.text("scope"), .text("metric"), .text("end"), .text("period"), .list("entries")]
        let rows = meeting.rankings.flatMap { ranking in
            let units = ranking.entries.joined(separator: "、").wrapped(to: width.map { max(16, $0 - 50) })
            let facts: [JSONValue] = [
                .string(ranking.scope), .string(ranking.metric), .string(ranking.end.rawValue), .string(ranking.period),
            ]
            return units.enumerated().map { i, line in (i == 0 ? facts : Array(repeating: .null, count: 4)) + [.string(line)] }
        }
        var narrower = terminal
        narrower.width = width.map { $0 - 2 }
        let table = AlignedTable(Table(columns: columns, rows: rows), language).text(on: narrower)
        lines += table.split(separator: "\n").map { "  " + $0 }
    }

    private mutating func addAssessments() {
        guard !meeting.assessments.isEmpty else { return }
        section("assessments")
        for assessment in meeting.assessments {
            hanging("• ", "\(assessment.unit): \(assessment.shortcomings.joined(separator: "、"))", indent: 2, paint: terminal.faint)
        }
    }

    private mutating func addWarnings() {
        guard !meeting.warnings.isEmpty else { return }
        section("notes")
        for warning in meeting.warnings {
            hanging(
                "• ", "\(language.label(warning.field)): \(WarningMessage.text(warning.message, in: language))", indent: 2,
                paint: terminal.faint)
        }
    }

    // MARK: Lines

    private mutating func section(_ title: String) {
        lines.append("")
        lines.append(terminal.heading(language.heading(title)))
    }

    private mutating func fact(_ label: String, _ value: String) {
        let indent = 11
        let label = language.label(label).padded(to: indent)
        for (i, line) in value.wrapped(to: width.map { $0 - indent }).enumerated() {
            lines.append((i == 0 ? terminal.label(label) : String(repeating: " ", count: indent)) + line)
        }
    }

    /// A mark and a text whose further lines stand under its first character.
    private mutating func hanging(_ mark: String, _ text: String, indent: Int, paint: (String) -> String) {
        let margin = String(repeating: " ", count: indent)
        let further = String(repeating: " ", count: indent + mark.displayWidth)
        for (i, line) in text.singleLine.wrapped(to: width.map { $0 - indent - mark.displayWidth }).enumerated() {
            lines.append(i == 0 ? margin + paint(mark) + line : further + line)
        }
    }
}
