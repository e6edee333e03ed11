import MeetingCorpus
import MeetingParser

/// The text of a report with every value marked where it stands: one HTML page, without a script, for a reader who checks it.
///
/// Marks and the list beside the text are links to each other, so that keyboard, mouse and finger step through them.
struct MarkedReport {
    let meeting: Meeting
    let explanations: [Explanation]
    let lines: [PlacedLine]
    let language: Language

    private struct Mark {
        var number: Int
        var span: SourceSpan
        var explanation: Explanation
    }

    /// The longest first, so that what lies within another is marked in it.
    private var marks: [Mark] {
        explanations.enumerated().compactMap { i, explanation in
            meeting.evidence[explanation.field].map { Mark(number: i, span: $0.span, explanation: explanation) }
        }.sorted { $0.span.end - $0.span.start > $1.span.end - $1.span.start }
    }

    var text: String {
        let marks = marks, title = meeting.title.isEmpty ? meeting.id : meeting.title
        let body = """
            <nav><h1>\(Markup.escapedForHTML(title))</h1><p class="id">\(Markup.escapedForHTML(meeting.place))</p>
            <ol>\(explanations.enumerated().map(entry).joined())</ol></nav>
            <main>\(lines.map { paragraph($0, marks) }.joined())</main>
            """
        return HTMLDocument(title: title, language: language, style: Self.style, body: body).text
    }

    /// One value in the list, with a link to its mark.
    private func entry(_ i: Int, _ explanation: Explanation) -> String {
        let name = Markup.escapedForHTML(label(explanation.field))
        let value =
            explanation.value.map { Markup.escapedForHTML($0.line) }
            ?? "<i>\(language.text(explanation.absence == .unparsed ? .unparsed : .unstated, []))</i>"
        let rule = explanation.correction ?? explanation.rule
        let notes = explanation.notes.map { "<em>! \(Markup.escapedForHTML($0))</em>" }.joined()
        let body = "<b>\(name)</b> <span>\(value)</span><small>\(Markup.escapedForHTML(rule ?? ""))</small>\(notes)"
        let isMarked = meeting.evidence[explanation.field] != nil
        return "<li id=\"e\(i)\" class=\"\(Self.colour(of: explanation.field))\">" + (isMarked ? "<a href=\"#m\(i)\">\(body)</a>" : body)
            + "</li>\n"
    }

    private func paragraph(_ line: PlacedLine, _ marks: [Mark]) -> String {
        var html = "", open: [Int] = []
        for (scalar, place) in zip(line.text.unicodeScalars, line.places) {
            let wanted = marks.indices.filter { marks[$0].span.start <= place && place < marks[$0].span.end }
            if wanted != open {
                if !open.isEmpty { html += "</a>" }
                // A link within a link is none: what lies within another mark has a link of its own, and both begin here.
                for m in wanted where marks[m].span.start == place { html += "<span id=\"m\(marks[m].number)\"></span>" }
                if !wanted.isEmpty { html += tag(wanted.map { marks[$0] }) }
                open = wanted
            }
            html += Markup.escapedForHTML(String(scalar))
        }
        if !open.isEmpty { html += "</a>" }
        return "<p\(line.isOfReport ? "" : " class=\"page\"")>\(html)</p>\n"
    }

    /// A link to the innermost of some marks, which tells of all of them.
    private func tag(_ marks: [Mark]) -> String {
        let about = marks.reversed().map { mark in
            let explanation = mark.explanation
            return ([label(explanation.field), explanation.value?.line, explanation.rule].compactMap(\.self) + explanation.notes)
                .joined(separator: " · ")
        }
        let inner = marks[marks.count - 1], title = Markup.escapedForHTML(about.joined(separator: " — "))
        let classes = "mark \(Self.colour(of: inner.explanation.field))\(marks.count > 1 ? " within" : "")"
        return "<a class=\"\(classes)\" href=\"#e\(inner.number)\" title=\"\(title)\">"
    }

    private func label(_ field: String) -> String {
        let parts = field.split(separator: ".")
        return language.label(String(parts[0])) + (parts.count > 1 ? " \(parts[1])" : "")
    }

    /// The class of a field, which gives it its colour.
    private static func colour(of field: String) -> String {
        let name = String(field.prefix { $0 != "." })
        return groups.first { $0.fields.contains(name) }?.name ?? "other"
    }

    private static let groups: [(name: String, fields: [String])] = [
        ("day", ["date", "endDate", "timeOfDay"]), ("body", ["sessions", "kind", "jurisdiction", "venue"]),
        ("people", ["chair", "participants", "reporters", "editors"]), ("agenda", ["agenda"]), ("directive", ["directives"]),
        ("document", ["documents"]), ("table", ["rankings", "assessments"]),
    ]

    private static let style = """
        :root{--bg:#fff;--fg:#1a1a1a;--faint:#767676;--line:#ddd;--day:#ffd9a8;--body:#bfe3ff;--people:#d2f0c4;--agenda:#e6d6ff;\
        --directive:#f1f1d0;--document:#ffd6e4;--table:#d0efee;--other:#e8e8e8}
        @media(prefers-color-scheme:dark){:root{--bg:#161616;--fg:#e8e8e8;--faint:#9a9a9a;--line:#3a3a3a;--day:#6b4312;--body:#123f60;\
        --people:#234a17;--agenda:#432a6b;--directive:#46461a;--document:#61203a;--table:#144a48;--other:#3d3d3d}}
        *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.75 system-ui,"Noto Sans CJK SC","PingFang SC",\
        "Microsoft YaHei",sans-serif;display:grid;grid-template-columns:22rem minmax(0,46rem);gap:2rem;padding:1.5rem}
        nav{position:sticky;top:0;max-height:100vh;overflow:auto;font-size:14px;line-height:1.5}h1{font-size:1.1rem;margin:0}
        .id,small,i{color:var(--faint)}ol{list-style:none;padding:0}li{border-left:.4rem solid var(--other);padding:.25rem .6rem;margin:.35rem 0}
        li a{color:inherit;text-decoration:none;display:block}small{display:block}em{display:block;color:#b33a00}
        .page{color:var(--faint);font-size:.85em}.mark{color:inherit;text-decoration:none;background:var(--other);border-radius:.15em}
        .day{background:var(--day)}.body{background:var(--body)}.people{background:var(--people)}.agenda{background:var(--agenda)}\
        .directive{background:var(--directive)}.document{background:var(--document)}.table{background:var(--table)}
        li.day,li.body,li.people,li.agenda,li.directive,li.document,li.table{background:none}
        li.day{border-color:var(--day)}li.body{border-color:var(--body)}li.people{border-color:var(--people)}li.agenda{border-color:var(--agenda)}\
        li.directive{border-color:var(--directive)}li.document{border-color:var(--document)}li.table{border-color:var(--table)}
        .within{box-shadow:inset 0 -.15em 0 var(--faint)}:target+a{outline:3px solid #0072b2}li:target{outline:3px solid #0072b2;outline-offset:1px}a:focus-visible{outline:3px solid #d55e00}
        @media(max-width:900px){body{display:block;padding:.8rem}nav{position:static;max-height:40vh}}
        @media print{body{display:block}nav{position:static;max-height:none;overflow:visible}.mark{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
        """
}
