import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings check`: how well the corpus was read.
struct Check: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a corpus: unreadable files, warnings, missing values, duplicates.",
        discussion: """
            EXAMPLES
              meetings check
              meetings check --by-file --format tsv | grep unparsed
              meetings check -C ~/reports && echo all files could be read

            Exits with 3 where a file could not be read or a correction not be applied.
            """)

    @Flag(help: "One row for each finding in each file.")
    var byFile = false

    @OptionGroup var options: TableOptions

    private var columns: [Table.Column] {
        byFile
            ? [.text("path"), .text("field"), .text("code"), .text("message")]
            : [.text("field"), .text("code"), .number("reports"), .text("example")]
    }

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Table.help(columns))
            return .done
        }
        var filters = filters
        if filters.kind.isEmpty { filters.kind = ["any"] }
        _ = try filters.filter()
        let corpus = try corpus.read(in: console, options: .init(text: filters.needsText))
        let check = CorpusCheck(
            of: try filters.apply(to: corpus.meetings, aliases: self.corpus.aliases(in: console), in: console),
            problems: corpus.contents.problems)
        let rows: [[JSONValue]] =
            byFile
            ? check.findings.map {
                [.string($0.path), .string($0.field), .string($0.code), .string(WarningMessage.text($0.message, in: console.language))]
            }
            : check.summary.map { [.string($0.field), .string($0.code), .integer($0.reports), .string($0.example)] }
        try output.write(order.apply(to: Table(columns: columns, rows: rows), in: console), to: console)
        return corpus.status
    }
}
