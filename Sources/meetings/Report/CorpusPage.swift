import MeetingCorpus
import MeetingParser
import Mustache

/// The page of a corpus: one HTML file with style, script and data in it. The template writes what is given to it as text; only
/// pictures that the program drew and the data, whose `<` are escaped, stand as they are.
struct CorpusPage {
    let selection: Selection
    let named: String
    let filters: [String]
    /// Bytes that the page may have.
    let most: Int
    let words: ReportWords

    init(_ selection: Selection, named: String, filters: [String], most: Int, language: Language) {
        self.selection = selection
        self.named = named
        self.filters = filters
        self.most = most
        words = ReportWords(language: language)
    }

    static let style = String(decoding: PackageResources.page_css, as: UTF8.self)
    static let script = String(decoding: PackageResources.page_js, as: UTF8.self)
    /// SHA-256 of the script, for the page's Content-Security-Policy; a test computes it anew.
    static let scriptHash = "sha256-drwQ3wwKKe3oJfg034tCaJMzwYt0eeu104tyQH/F7Ho="

    var text: String {
        get throws {
            let template = try MustacheTemplate(string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
            let sections = [trust, time, topics].merging
            var context = sections
            let tables = CorpusTables(selection.meetings, words).all
            context["tables"] = tables
            context["sections"] = contents(sections, tables)
            context.merge(frame) { $1 }
            // The rest of the page is written first: the data gets what it leaves.
            let data = MeetingData(selection.meetings, words: ["of": words.shown])
            let rest = template.render(context).utf8.count + 1024
            let fitted = data.fitted(into: max(0, most - rest))
            context["data"] = fitted.json
            context["leftOut"] = fitted.leftOut.map {
                words.leftOut(
                    directives: $0.directives, agendas: $0.agendas, since: $0.since, most >> 20, "meetings directives --until \($0.since)")
            }
            return template.render(context)
        }
    }

    private var frame: [String: Any] {
        let dates = selection.meetings.compactMap(\.date), bodies = Set(selection.meetings.compactMap(\.body))
        return [
            "lang": words.language == .zh ? "zh" : "en", "mark": "\(OwnOutput.mark) \(MeetingParser.version)\">", "title": named,
            "summary": words.summary(selection.meetings.count, dates.min(), dates.max(), bodies.count), "filters": filters,
            "style": Self.style, "script": Self.script, "scriptHash": Self.scriptHash, "words": labels,
        ]
    }

    private var labels: [String: String] {
        let columns = ["date", "body", "title", "chair"].map { ($0, words.language.label($0)) }
        return Dictionary(uniqueKeysWithValues: columns).merging([
            "contents": words.contents, "trust": words.trust, "meetings": words.meetings, "search": words.search, "more": words.more,
            "noScript": words.noScript, "madeBy": words.madeBy(MeetingParser.version),
        ]) { $1 }
    }

    private func contents(_ sections: [String: Any], _ tables: [[String: Any]]) -> [[String: Any]] {
        var contents: [[String: Any]] = [["id": "trust", "name": words.trust]]
        for (id, name) in [("time", words.time), ("topics", words.topics)] where sections[id] != nil {
            contents.append(["id": id, "name": name])
        }
        contents += tables.filter { ($0["inContents"] as? Bool) != false }.map { ["id": $0["id"]!, "name": $0["short"] ?? $0["name"]!] }
        return contents + [["id": "meetings", "name": words.meetings]]
    }

    // MARK: Sections

    private var trust: [String: Any] {
        let meetings = selection.meetings
        func isInferred(_ meeting: Meeting) -> Bool { ![nil, .text].contains(meeting.dateBasis.year) }
        let facts = [
            (selection.reportCount, words.reports), (selection.others.count, words.noMeeting), (selection.reprints, words.reprints),
            (selection.problems.count, words.unreadable), (meetings.count { $0.date != nil && !isInferred($0) }, words.printedDates),
            (meetings.count { $0.date != nil && isInferred($0) }, words.inferredDates), (meetings.count { $0.date == nil }, words.undated),
            (meetings.count { !$0.warnings.isEmpty }, words.warned),
        ]
        let findings = CorpusCheck(of: meetings, problems: selection.problems).summary.filter {
            !["reports", "meetings"].contains($0.code)
        }
        let rows = findings.prefix(30).map {
            ["field": words.language.label($0.field), "code": $0.code, "reports": String($0.reports), "example": $0.example]
        }
        let heading = ["field", "code", "reports", "example"].map { ($0, words.language.label($0)) }
        let table = Dictionary(uniqueKeysWithValues: heading).merging(["name": words.warnings]) { $1 } as [String: Any]
        return [
            "trust": facts.map { ["count": $0.0.grouped, "text": $0.1] },
            "warnings": rows.isEmpty ? [] : [table.merging(["rows": rows]) { $1 }],
        ]
    }

    private var time: [String: Any] {
        let history = MeetingHistory(selection.meetings)
        return history.periods.isEmpty ? [:] : ["time": history.context(words)]
    }

    private var topics: [String: Any] {
        let topics = AgendaTopics(selection.meetings)
        if topics.phrases.isEmpty { return [:] }
        let phrases = topics.phrases.map { ["text": $0.text, "count": String($0.count)] }
        return ["topics": ["name": words.topics, "note": words.topicsNote(topics.least), "phrases": phrases] as [String: Any]]
    }
}

extension [[String: Any]] {
    fileprivate var merging: [String: Any] { reduce(into: [:]) { all, part in all.merge(part) { $1 } } }
}
