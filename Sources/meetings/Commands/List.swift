import ArgumentParser
import MeetingParser

/// `meetings list`: one row a meeting.
struct List: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List meetings, one a row.",
        discussion: """
            EXAMPLES
              meetings list --since 2020-05
              meetings list --body 常委会 --chair 于军 --until 2020-06
              meetings list --fields date,session,agenda.title --format csv -o agenda.csv
              meetings list --format ndjson | jq -c '{date, session}'
            """)

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Order") var order: OrderOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    @Flag(name: [.customShort("e"), .customLong("exit-status")], help: "Exit with 1 where no meeting matches.")
    var failsWhenEmpty = false

    @Flag(help: "Print how many meetings match.")
    var count = false

    @Flag(help: "Add to JSON where each value stands in its file.")
    var evidence = false

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Field.help)
            return .done
        }
        let fields = try output.chosenFields()
        _ = try filters.filter()
        let options = MeetingParser.Options(evidence: evidence, text: filters.needsText || output.needsText)
        let corpus = try corpus.read(in: console, options: options)
        let wanted = try filters.apply(to: corpus.meetings, in: console)
        let meetings = try order.apply(to: wanted, in: console).map { output.needsText ? $0 : $0.withoutText }
        try output.write(to: console) { console in
            if count { return console.out.write("\(meetings.count)\n") }
            try output.chosenFormat.write(meetings, fields: fields, to: console)
        }
        return failsWhenEmpty && meetings.isEmpty ? .failed : corpus.status
    }
}

extension Meeting {
    /// The text serves filters; it is printed only where it was asked for.
    var withoutText: Meeting {
        var copy = self
        copy.text = nil
        return copy
    }
}
