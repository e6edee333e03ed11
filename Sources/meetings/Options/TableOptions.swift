import ArgumentParser

/// What every command takes that writes rows: which corpus, which meetings, which order, which form.
struct TableOptions: ParsableArguments {
    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Order") var order: OrderOptions
    @OptionGroup(title: "Output") var output: OutputOptions
}

/// A command that reads a corpus.
protocol CorpusCommand: ConsoleCommand {
    var corpus: CorpusOptions { get }
}

/// A command with these options, which it names without their group.
protocol RowCommand: CorpusCommand {
    var options: TableOptions { get }
}

extension RowCommand {
    var corpus: CorpusOptions { options.corpus }
    var filters: FilterOptions { options.filters }
    var order: OrderOptions { options.order }
    var output: OutputOptions { options.output }
}
