import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings explain`: where the values of a record come from.
struct Explain: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a record: for each value the rule, the place in the file and the words.",
        discussion: """
            EXAMPLES
              meetings explain 181
              meetings explain 102 date
              meetings explain 2021-04-29 rankings --json
              meetings explain 181 -o 181.html

            A field without a value is `unstated` where the report gives no cue for it, \
            and `unparsed` where there is a cue and nothing could be made of it. A page (-o x.html) \
            shows the report's text with every value marked where it stands.
            """)

    @Argument(
        help: ArgumentHelp("Session number, BODY:NUMBER, id, path or date.", valueName: "ref"),
        completion: .corpus("sessions") { $0.sessions.compactMap(\.number).map(String.init) + [$0.id] })
    var reference: String

    @Argument(
        help: ArgumentHelp("One field, or an item of it: date, agenda, agenda.2.", valueName: "field"),
        completion: .list(Explanation.fields))
    var field: String?

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    private static let columns: [Table.Column] = [
        .text("field"), .text("value"), .text("rule"), .text("file"), .number("line"), .text("quote"), .text("absent"), .list("notes"),
    ]

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Table.help(Self.columns))
            return .done
        }
        if let name = field?.split(separator: ".").first.map(String.init), !Explanation.fields.contains(name) {
            throw Failure(.fieldOfExplain, name, Explanation.fields.joined(separator: ", "), status: .usage)
        }
        let corpus = try corpus.read(
            naming: [reference], filters, in: console, options: .init(evidence: true, text: filters.needsText))
        corpus.tellUnreadable(to: console)
        let meetings = try filters.apply(to: corpus.meetings, aliases: self.corpus.aliases(in: console), in: console).inOrder
        let found = try corpus.reference(reference, console).found(in: meetings, filters: filters)
        guard found.count == 1 else {
            console.say(.nameById, reference, found.count.grouped)
            try output.write(Table(found, Field.list("id,date,session,body,chair.name")), to: console)
            return .failed
        }
        let meeting = found[0]
        let file = ReportFile.bytes(of: meeting, in: corpus.root, try self.corpus.unpacking(in: console)) ?? []
        let aliases = try self.corpus.aliases(in: console)
        let explanations = Explanation.all(of: meeting, file: file).filter { isWanted($0.field) }.map { aliases.noted(in: $0) }
        if explanations.isEmpty, let field { throw Failure(.noSuchItem, field, meeting.id) }
        if output.output?.hasSuffix(".html") == true, output.format == nil, !output.json {
            let lines = ReportFile.lines(of: meeting, in: corpus.root, try self.corpus.unpacking(in: console))
            let page = MarkedReport(meeting: meeting, explanations: explanations, lines: lines, language: console.language)
            try output.write(to: console) { $0.out.write(page.text) }
        } else if try output.chosenFormat(in: console) == .table, output.fields == nil, !output.count {
            let page = ExplainPage(meeting, explanations, console.language)
            try output.write(to: console) { $0.out.write(page.text(on: $0.terminal)) }
        } else {
            try output.write(Table(columns: Self.columns, rows: explanations.map { Self.row($0, meeting) }), to: console)
        }
        return corpus.status
    }

    private func isWanted(_ name: String) -> Bool { field.map { name == $0 || name.hasPrefix($0 + ".") } ?? true }

    private static func row(_ explanation: Explanation, _ meeting: Meeting) -> [JSONValue] {
        [
            .string(explanation.field), explanation.value ?? .null, .string(explanation.rule),
            .string(explanation.correction ?? (explanation.line == nil ? nil : meeting.place)), .integer(explanation.line),
            .string(explanation.quote), .string(explanation.absence?.rawValue), .strings(explanation.notes),
        ]
    }
}
