import MeetingParser

/// A meeting as a document to read, paste or print: the same parts as in a terminal, as Markdown or HTML.
struct MeetingDocument {
    private let meeting: Meeting
    private let language: Language

    init(_ meeting: Meeting, _ language: Language) {
        self.meeting = meeting
        self.language = language
    }

    var title: String { (meeting.title.isEmpty ? meeting.body ?? meeting.id : meeting.title).singleLine }

    // MARK: Parts

    private var facts: [(label: String, value: String)] {
        let names = ["date", "show.session", "place", "venue", "chair"] + MeetingFacts.roles + ["reporters", "file"]
        return MeetingFacts(meeting: meeting, language: language).named(names).map { (language.heading($0.name), $0.value) }
    }

    private var loose: [String] { meeting.directives.filter { $0.agenda == nil }.map(\.said) }

    private var rankings: Table {
        let columns: [Table.Column] = [.text("period"), .text("scope"), .text("metric"), .text("end"), .list("entries")]
        let rows = meeting.rankings.map { ranking -> [JSONValue] in
            [
                .string(ranking.period), .string(ranking.scope), .string(ranking.metric), .string(ranking.end.rawValue),
                .strings(ranking.entries),
            ]
        }
        return Table(columns: columns, rows: rows)
    }

    private var notes: [String] { meeting.warnings.map { "\(language.label($0.field)): \(WarningMessage.text($0.message, in: language))" } }

    // MARK: Forms

    var markdown: String {
        func heading(_ name: String) -> String { "\n## \(language.heading(name))\n\n" }
        func list(_ lines: [String]) -> String { lines.map { "- \(Markup.escapedForMarkdown($0))\n" }.joined() }
        var text =
            "# \(Markup.escapedForMarkdown(title))\n\n"
            + facts.map { "- **\($0.label)**: \(Markup.escapedForMarkdown($0.value))\n" }.joined()
        if !meeting.agenda.isEmpty { text += heading("agenda") }
        for item in meeting.agenda {
            text += "\(item.number). \(Markup.escapedForMarkdown("\(item.action) \(item.title)"))\n"
            for directive in meeting.directives where directive.agenda == item.number {
                text += "   - \(Markup.escapedForMarkdown(directive.said))\n"
            }
        }
        if !loose.isEmpty { text += heading(meeting.agenda.isEmpty ? "directives" : "other directives") + list(loose) }
        if !meeting.documents.isEmpty { text += heading("documents") + list(meeting.documents.map { "《\($0.title)》" }) }
        if !meeting.rankings.isEmpty { text += heading("rankings") + Markup.markdown(rankings, language) }
        return notes.isEmpty ? text : text + heading("notes") + list(notes)
    }

    var html: String {
        func heading(_ name: String) -> String { "<h2>\(language.heading(name))</h2>\n" }
        func list(_ lines: [String]) -> String {
            lines.isEmpty ? "" : "<ul>" + lines.map { "<li>\(Markup.escapedForHTML($0))</li>\n" }.joined() + "</ul>\n"
        }
        var text = "<article><h1>\(Markup.escapedForHTML(title))</h1>\n<table>"
        text += facts.map { "<tr><th>\($0.label)</th><td>\(Markup.escapedForHTML($0.value))</td></tr>\n" }.joined() + "</table>\n"
        if !meeting.agenda.isEmpty {
            let items = meeting.agenda.map { item in
                let directives = meeting.directives.filter { $0.agenda == item.number }.map(\.said)
                return "<li value=\"\(item.number)\">\(Markup.escapedForHTML("\(item.action) \(item.title)"))\(list(directives))</li>\n"
            }
            text += heading("agenda") + "<ol>\(items.joined())</ol>\n"
        }
        if !loose.isEmpty { text += heading(meeting.agenda.isEmpty ? "directives" : "other directives") + list(loose) }
        if !meeting.documents.isEmpty { text += heading("documents") + list(meeting.documents.map { "《\($0.title)》" }) }
        if !meeting.rankings.isEmpty { text += heading("rankings") + Markup.html(rankings, language) }
        if !notes.isEmpty { text += heading("notes") + list(notes) }
        return text + "</article>\n"
    }
}
