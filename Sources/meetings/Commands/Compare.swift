import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings compare`: what distinguishes two slices of a corpus.
struct Compare: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "List the words and phrases that distinguish two slices of the corpus.",
        discussion: """
            EXAMPLES
              meetings compare --a '--until 2020-05' --b '--since 2020-06'
              meetings compare --a '--body 常委会' --b '--kind leading-group' --limit 30
              meetings compare --a '--place 海淀区' --b '--place not:海淀区' --format csv -o keyness.csv

            --a and --b hold filters as on the command line; filters outside hold for both. \
            `logLikelihood` says how sure a difference is (15.13: p < 0.0001), `logRatio` how \
            large, in doublings, `dispersion` how uneven (0: in every report, 1: in few).
            """)

    @Option(parsing: .unconditional, help: ArgumentHelp("Filters of the first slice.", valueName: "filters"))
    var a: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Filters of the second slice.", valueName: "filters"))
    var b: String

    @Option(help: ArgumentHelp("Occurrences in both together that a phrase must have.", valueName: "number"))
    var least = 5

    @OptionGroup var options: TableOptions

    private static let columns: [Table.Column] = [
        .text("words"), .text("slice"), .number("a"), .number("b"), .number("logLikelihood"), .number("logRatio"), .number("dispersion"),
    ]

    func run(in console: Console) throws -> ExitStatus {
        if try output.answersFieldHelp(Self.columns, sortedBy: order, in: console) { return .done }
        guard (1...1_000_000).contains(least) else { throw Failure(.badNumber, "--least", String(least), "1", "1000000", status: .usage) }
        let filters = try [slice(a, "--a"), slice(b, "--b")].map { try corpus.filter($0, in: console) }
        let fields = filters.reduce(Set(["title"])) { $0.union($1.fields) }
        let selection = try corpus.select(
            self.filters, in: console, once: !self.filters.reports, options: .init(text: true), fields: fields)
        self.filters.tell(of: selection, in: console)
        let slices = filters.map { selection.meetings.filter($0.matches) }
        for (slice, text) in zip(slices, [("--a", a), ("--b", b)]) where slice.isEmpty {
            throw Failure(.emptySlice, text.0, text.1)
        }
        console.note(.slices, slices[0].count.grouped, slices[1].count.grouped)
        let rows = Keyness(of: slices, least: least).phrases.map { phrase -> [JSONValue] in
            [
                .string(phrase.text), .string(phrase.logRatio > 0 ? "a" : "b"), .integer(phrase.a), .integer(phrase.b),
                .decimal(phrase.logLikelihood), .decimal(phrase.logRatio), .decimal(phrase.dispersion),
            ]
        }
        try output.write(order.apply(to: Table(columns: Self.columns, rows: rows), in: console), to: console)
        return output.failsWhenEmpty && rows.isEmpty ? .failed : selection.status
    }

    /// Filters as somebody would write them behind a command; quotation marks keep blanks.
    private func slice(_ text: String, _ option: String) throws -> FilterOptions {
        var words: [String] = [], word = "", quote: Character?
        for character in text {
            if let open = quote {
                if character == open { quote = nil } else { word.append(character) }
            } else if character == "'" || character == "\"" {
                quote = character
            } else if character == " " {
                if !word.isEmpty { words.append(word) }
                word = ""
            } else {
                word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        do { return try FilterOptions.parse(words) } catch { throw Failure(.badSlice, option, text, status: .usage) }
    }
}
