import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings cite`: how to cite the program and what it read.
struct Cite: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "cite",
        abstract: "Print how to cite the program and the corpus.",
        discussion: """
            EXAMPLES
              meetings cite
              meetings cite --bibtex >> paper.bib
            """)

    @Flag(help: "As an entry for BibTeX.")
    var bibtex = false

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("Language of the text.", valueName: "language"))
    var lang: Language?

    func run(in console: Console) throws -> ExitStatus {
        let selection = try corpus.select(
            filters, in: console, once: true, options: .init(text: filters.needsText), fields: ["date", "jurisdiction"])
        let dates = selection.meetings.compactMap(\.date)
        let counts = [
            String(selection.meetings.count), String(selection.reportCount), dates.min() ?? "?", dates.max() ?? "?", MeetingParser.version,
        ]
        console.out.write(console.language.text(bibtex ? .citationBibTeX : .citation, counts) + "\n")
        return selection.status
    }
}
