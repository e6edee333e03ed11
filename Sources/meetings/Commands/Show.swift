import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings show`: one meeting to read.
struct Show: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a meeting: its facts, its agenda with directives, documents and tables.",
        discussion: """
            EXAMPLES
              meetings show 181
              meetings show 常委会:181
              meetings show 2020-07-16
              meetings show haidian/000_bf014f305e761c61 --json | jq .agenda

            A reference is a session number, BODY:NUMBER, an id, a path or a date.
            """)

    @Argument(help: ArgumentHelp("Session number, BODY:NUMBER, id, path or date.", valueName: "ref"))
    var references: [String]

    @Flag(help: "Show every meeting that a reference names.")
    var all = false

    @Flag(help: "Add to JSON where each value stands in its file.")
    var evidence = false

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run(in console: Console) throws -> ExitStatus {
        let fields = try output.chosenFields()
        _ = try filters.filter()
        let options = MeetingParser.Options(evidence: evidence, text: filters.needsText || output.needsText)
        let corpus = try corpus.read(in: console, options: options)
        let meetings = try filters.apply(to: corpus.meetings, in: console).map { output.needsText ? $0 : $0.withoutText }
            .sorted { ($0.date ?? "~", $0.path) < ($1.date ?? "~", $1.path) }
        var chosen: [Meeting] = []
        for text in references {
            let found = MeetingReference(text).matches(in: meetings)
            if found.isEmpty { throw Failure(message: notFound(text, meetings)) }
            if found.count > 1, !all { return try listMatches(text, found, console) }
            chosen += found
        }
        try output.write(to: console) { console in try write(chosen, fields, console) }
        return corpus.status
    }

    private func write(_ meetings: [Meeting], _ fields: [Field]?, _ console: Console) throws {
        let format = output.chosenFormat
        if format == .table, fields == nil {
            for (i, meeting) in meetings.enumerated() {
                if i > 0 { console.out.write("\n") }
                console.out.write(MeetingPage(meeting, terminal: console.terminal).text)
            }
        } else if format == .json, meetings.count == 1 {
            var writer = JSONWriter()
            OutputFormat.write(meetings[0], fields, to: &writer)
            writer.endLine()
            console.out.write(writer.bytes)
        } else {
            try format.write(meetings, fields: fields, to: console)
        }
    }

    private func notFound(_ text: String, _ meetings: [Meeting]) -> String {
        let near = MeetingReference(text).near(in: meetings)
        let hint = near.isEmpty ? "`meetings list` shows what there is" : "near it: \(near.joined(separator: ", "))"
        return "no meeting “\(text)”; \(hint)"
    }

    private func listMatches(_ text: String, _ found: [Meeting], _ console: Console) throws -> ExitStatus {
        console.complain("“\(text)” names \(found.count) meetings; name one by its id, or show them with --all")
        let fields = try Field.list("id,date,session,body,chair.name")
        try output.write(to: console) { try OutputFormat.table.write(found, fields: fields, to: $0) }
        return .failed
    }
}
