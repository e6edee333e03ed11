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

    @Option(help: ArgumentHelp("Body, by any part of its name: 常委会. May be repeated; not:… excludes.", valueName: "name"))
    var body: [String] = []

    @Option(help: ArgumentHelp("Who presided.", valueName: "name"))
    var chair: [String] = []

    @Option(help: ArgumentHelp("Who presided or took part.", valueName: "name"))
    var person: [String] = []

    @Option(help: ArgumentHelp("Session number or range: 181, 180..189.", valueName: "number"))
    var session: [String] = []

    @Option(
        help: ArgumentHelp(
            "Kind of meeting: \(Kind.allCases.map(\.rawValue).joined(separator: ", ")) (no meeting), any.", valueName: "kind"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Place whose body met: 海淀区.", valueName: "name"))
    var place: [String] = []

    @Option(help: ArgumentHelp("Title of a document, or part of one.", valueName: "title"))
    var document: [String] = []

    @Option(help: ArgumentHelp("Text anywhere in the report.", valueName: "text"))
    var match: [String] = []

    /// Whether the plain text is needed to decide.
    var needsText: Bool { !match.isEmpty }

    func filter() throws -> MeetingFilter {
        var filter = MeetingFilter()
        filter.since = try since.map { try period($0, "--since") }
        filter.until = try until.map { try period($0, "--until") }
        filter.on = try on.map { try period($0, "--on") }
        filter.sessions = try session.map { text in
            guard let numbers = SessionNumbers(text) else {
                throw Failure(message: "--session \(text): write a number or a range, as in 181 or 180..189", status: .usage)
            }
            return numbers
        }
        let kinds = Kind.allCases.map(\.rawValue) + ["any"]
        for text in kind where !kinds.contains(text.hasPrefix("not:") ? String(text.dropFirst(4)) : text) {
            throw Failure(message: "--kind \(text): the kinds are \(kinds.joined(separator: ", "))", status: .usage)
        }
        (filter.bodies, filter.chairs, filter.people, filter.kinds) = (body, chair, person, kind)
        (filter.places, filter.documents, filter.texts) = (place, document, match)
        return filter
    }

    private func period(_ text: String, _ option: String) throws -> Period {
        guard let period = Period(text) else {
            throw Failure(message: "\(option) \(text): not a date; write \(Period.forms)", status: .usage)
        }
        return period
    }

    /// The wanted meetings; those left out only because their date is unknown are counted on standard error.
    func apply(to meetings: [Meeting], in console: Console) throws -> [Meeting] {
        let filter = try filter()
        let undated = meetings.count(where: filter.lacksDate)
        if undated > 0 { console.complain("\(undated) \(undated == 1 ? "meeting" : "meetings") without a known date left out") }
        return meetings.filter(filter.matches)
    }
}
