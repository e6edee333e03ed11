import ArgumentParser
import MeetingCorpus
import MeetingParser

/// Which meetings: the same on every command.
struct FilterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("From this day, month or year on.", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Up to the end of this day, month or year.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("On this day, or in this month, year or range. May be repeated.", valueName: "date"))
    var on: [String] = []

    @Option(
        help: ArgumentHelp("A body, by any part of its name: 常委会. May be repeated; not:… excludes.", valueName: "name"),
        completion: .corpus("sessions") { $0.sessions.map(\.body) })
    var body: [String] = []

    @Option(help: ArgumentHelp("Who presided.", valueName: "name"), completion: .corpus("chair") { [$0.chair?.name].compactMap(\.self) })
    var chair: [String] = []

    @Option(
        help: ArgumentHelp("Who presided or took part.", valueName: "name"),
        completion: .corpus("chair", "participants") { [$0.chair?.name].compactMap(\.self) + $0.participants.map(\.name) })
    var person: [String] = []

    @Option(help: ArgumentHelp("Session number or range: 181, 180..189.", valueName: "number"))
    var session: [String] = []

    @Option(
        help: ArgumentHelp(
            "Kind of meeting: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")) (no meeting), any.", valueName: "kind"),
        completion: .list(Kind.allCases.map(\.rawValue) + ["any"]))
    var kind: [String] = []

    @Option(
        help: ArgumentHelp("Place whose body met: 海淀区.", valueName: "name"),
        completion: .corpus("jurisdiction") { [$0.jurisdiction].compactMap(\.self) })
    var place: [String] = []

    @Option(
        help: ArgumentHelp("Title of a document, or part of one.", valueName: "title"),
        completion: .corpus("documents") { $0.documents.map(\.title) })
    var document: [String] = []

    @Option(help: ArgumentHelp("Words anywhere in the report, as of `search`: '防汛 责任', '防汛 OR 抗旱 -疫情'.", valueName: "query"))
    var match: [String] = []

    @Flag(help: "Every report: reprints of the same meeting too.")
    var reports = false

    /// Whether the plain text is needed to decide.
    var needsText: Bool { !match.isEmpty }

    /// The filters as they are written, for titles.
    var summary: [String] {
        let single = [("since", since), ("until", until)].compactMap { name, value in value.map { "--\(name) \($0)" } }
        let several = [
            ("on", on), ("body", body), ("chair", chair), ("person", person), ("session", session), ("kind", kind), ("place", place),
            ("document", document), ("match", match),
        ]
        return single + several.flatMap { name, values in values.map { "--\(name) \($0)" } }
    }

    func filter() throws -> MeetingFilter {
        var filter = MeetingFilter()
        filter.since = try since.map { try period($0, "--since") }
        filter.until = try until.map { try period($0, "--until") }
        (filter.on, filter.notOn) = (
            try on.wanted.map { try period($0, "--on") }, try on.excluded.map { try period($0, "--on") }
        )
        (filter.sessions, filter.notSessions) = (try session.wanted.map(numbers), try session.excluded.map(numbers))
        if let since = filter.since, let until = filter.until, since.first > until.last {
            throw Failure(.noPeriod, self.since ?? "", self.until ?? "", status: .usage)
        }
        let kinds = Kind.allCases.map(\.rawValue) + ["any"]
        for text in kind where !kinds.contains(text.hasPrefix("not:") ? String(text.dropFirst(4)) : text) {
            throw Failure(.notAKind, text, kinds.joined(separator: ", "), status: .usage)
        }
        filter.kinds = kind
        (filter.bodies, filter.chairs, filter.people) = (.init(body), .init(chair), .init(person))
        (filter.places, filter.documents) = (.init(place), .init(document))
        filter.texts = try match.map { try TextQuery(checked: $0) }
        return filter
    }

    private func numbers(_ text: String) throws -> SessionNumbers {
        guard let numbers = SessionNumbers(text) else { throw Failure(.notASession, text, status: .usage) }
        return numbers
    }

    private func period(_ text: String, _ option: String) throws -> Period {
        guard let period = Period(text) else { throw Failure(.notADate, option, text, status: .usage) }
        return period
    }

    /// The wanted meetings; those left out only because their date is unknown are counted on standard error.
    func apply(to meetings: [Meeting], aliases: Aliases, in console: Console) throws -> [Meeting] {
        var filter = try filter()
        filter.aliases = aliases
        tellUndated(meetings.count(where: filter.lacksDate), in: console)
        return meetings.filter(filter.matches)
    }

    func tellUndated(_ count: Int, in console: Console) {
        if count == 1 { console.note(.oneUndated) } else if count > 1 { console.note(.undated, count.grouped) }
    }

    /// Tells on standard error what a selection leaves out; of pages without a meeting only where they were not asked for.
    func tell(of selection: Selection, in console: Console) {
        console.tell(problems: selection.problems, otherCount: kind.isEmpty ? selection.others.count : 0, of: selection.reportCount)
        tellUndated(selection.undated, in: console)
        if selection.reprints > 0 { console.note(.reprints, selection.reprints.grouped) }
    }
}

extension [String] {
    fileprivate var wanted: [String] { filter { !$0.hasPrefix("not:") } }
    fileprivate var excluded: [String] { filter { $0.hasPrefix("not:") }.map { String($0.dropFirst(4)) } }
}
