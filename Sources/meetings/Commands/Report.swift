import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings report`: one page to look at a corpus.
struct Report: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write one page that shows a corpus: trust, time, topics, people, gaps, meetings.",
        discussion: """
            EXAMPLES
              meetings report -o page.html
              meetings report --body 常委会 --since 2020 -o standing-committee.html
              meetings report --max-size 5 --lang zh -o page.html

            The page needs no network and no other file. What would make it larger than --max-size \
            is left out, and the page says so: directives first, then agendas, of the oldest meetings.
            """)

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The page to write; - is standard output.", valueName: "file"),
        completion: .file())
    var output: String

    @Option(help: ArgumentHelp("Megabytes that the page may have.", valueName: "number"))
    var maxSize = 15

    @Option(help: ArgumentHelp("Language of the page.", valueName: "language"))
    var lang: Language?

    private static let fields: Set<String> = [
        "date", "dateBasis", "sessions", "kind", "jurisdiction", "chair", "participants", "agenda", "directives", "documents", "rankings",
        "warnings", "title", "url",
    ]

    func run(in console: Console) throws -> ExitStatus {
        guard (1...1000).contains(maxSize) else { throw Failure(.badNumber, "--max-size", String(maxSize), "1", "1000", status: .usage) }
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: .init(text: filters.needsText), fields: Self.fields)
        filters.tell(of: selection, in: console)
        let root = try corpus.root(in: console)
        let named = root.split(separator: "/").last.map(String.init) ?? root
        let page = CorpusPage(
            selection.renamed(by: try corpus.aliases(in: console)), named: named, filters: filters.summary, most: maxSize << 20,
            language: console.language)
        let text = try page.text
        try console.writeFile(output) { $0.write(text) }
        return selection.status
    }
}
