import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings diff`: what changed between two parses.
struct Diff: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two parses or two crawls of a corpus, field by field.",
        discussion: """
            EXAMPLES
              meetings diff crawl-2020 crawl-2021
              meetings list --format ndjson > before.ndjson
              meetings diff before.ndjson reports --fields id,field,before,after
              meetings diff before.ndjson reports --json | jq -r '.[].field' | sort | uniq -c

            Each is a folder, an index, or a file of records as `list --format ndjson` prints \
            them. Reports are the same where their ids are.
            """)

    @Argument(help: ArgumentHelp("What was before: a corpus or NDJSON.", valueName: "before"), completion: .file())
    var before: String

    @Argument(help: ArgumentHelp("What is now.", valueName: "after"), completion: .file())
    var after: String

    @OptionGroup(title: "Order") var order: OrderOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    private static let columns: [Table.Column] = [
        .text("id"), .text("change"), .text("field"), .text("before").called("was"), .text("after").called("is"),
    ]

    func run(in console: Console) throws -> ExitStatus {
        if try output.answersFieldHelp(Self.columns, sortedBy: order, in: console) { return .done }
        let sides = try readSides(in: console)
        for side in sides { console.tell(problems: side.problems, otherCount: 0, of: 0) }
        let rows = RecordDifference.all(from: sides[0].meetings, to: sides[1].meetings).map { difference -> [JSONValue] in
            [
                .string(difference.id), .string(difference.change.rawValue), .string(difference.field), difference.before,
                difference.after,
            ]
        }
        try output.write(order.apply(to: Table(columns: Self.columns, rows: rows), in: console), to: console)
        if output.failsWhenEmpty, rows.isEmpty { return .failed }
        return sides.allSatisfy(\.problems.isEmpty) ? .done : .incomplete
    }

    /// Before and after. A file of records comes second: most of its lines are what the other side prints.
    private func readSides(in console: Console) throws -> [CorpusContents] {
        if holdsRecords(after, in: console) {
            let old = try read(before, in: console)
            return [old, try read(after, in: console, known: old.meetings)]
        }
        let new = try read(after, in: console)
        return [try read(before, in: console, known: new.meetings), new]
    }

    /// A corpus, or a file of records.
    private func read(_ name: String, in console: Console, known: [Meeting] = []) throws -> CorpusContents {
        let corpus = try CorpusOptions.parse(["--corpus", name])
        let path = name.absolute(in: console.folder)
        return try corpus.reading(path) {
            if holdsRecords(name, in: console) { return try CorpusContents(recordsIn: path, named: name, known: known) }
            return try corpus.read(in: console).contents
        }
    }

    private func holdsRecords(_ name: String, in console: Console) -> Bool {
        let path = name.absolute(in: console.folder)
        return !MeetingIndex.isDatabase(path) && OwnOutput.isOurs(path)
    }
}
