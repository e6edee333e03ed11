import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings evaluate`: how right the records are.
struct Evaluate: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compare the records with your own answers: precision, recall, F1 of each field.",
        discussion: """
            EXAMPLES
              meetings evaluate gold -C reports
              meetings evaluate gold --misses directives
              meetings evaluate gold --json | jq '.[] | select(.field == "mean")'
              meetings evaluate --draft 181 --draft 2020-07-16 -o gold

            GOLD is a folder of ID.gold.json files, where ID is a file's name without its \
            extension; `meetings schema --gold` tells their form. A key that a file does not \
            have is not scored. --draft writes such files with the program's own answers, for a \
            reader to correct. The interval is the 95 % bootstrap interval over 1000 draws of reports.
            """)

    @Argument(help: ArgumentHelp("A folder of ID.gold.json files.", valueName: "gold"), completion: .directory)
    var gold: String?

    @Option(help: ArgumentHelp("Write a gold file with the program's answers to a report, into the folder of -o.", valueName: "ref"))
    var draft: [String] = []

    @Option(help: ArgumentHelp("List what was missed (-), wrongly added (+) or differs (≠) in a field, or in all.", valueName: "field"))
    var misses: String?

    @OptionGroup var options: TableOptions

    private var columns: [Table.Column] {
        misses == nil
            ? [
                .text("field"), .text("measure"), .number("score"), .number("low"), .number("high"), .number("precision"),
                .number("recall"),
                .number("gold"),
            ] : [.text("field"), .text("report"), .text("sign"), .text("item")]
    }

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Table.help(columns))
            return .done
        }
        if let misses, misses != "all", !Evaluation.fields.contains(misses) { throw Failure(.noSuchField, misses, status: .usage) }
        _ = try filters.filter()
        let corpus = try corpus.read(in: console, options: .init(text: filters.needsText))
        if !draft.isEmpty { return try writeDrafts(of: corpus, in: console) }
        guard let gold else { throw Failure(.goldIsMissing, status: .usage) }
        let evaluation: Evaluation
        do {
            evaluation = try Evaluation(
                of: filters.apply(to: corpus.meetings, aliases: self.corpus.aliases(in: console), in: console),
                against: gold.absolute(in: console.folder))
        } catch let error as GoldError {
            switch error {
            case .none: throw Failure(.noGold, gold)
            case .unreadable(let file, let reason): throw Failure(.badGold, gold + "/" + file, reason)
            case .unknownKey(let file, let key): throw Failure(.unknownGoldKey, gold + "/" + file, key)
            }
        }
        try output.write(order.apply(to: Table(columns: columns, rows: rows(evaluation)), in: console), to: console)
        if let example = evaluation.missing.first {
            console.say(.missingGold, String(evaluation.missing.count), String(evaluation.reports), example)
            return .incomplete
        }
        return corpus.status
    }

    /// Files that are there already are not written again: somebody may have corrected them.
    private func writeDrafts(of corpus: Corpus, in console: Console) throws -> ExitStatus {
        guard let folder = output.output else { throw Failure(.draftNeedsPlace, status: .usage) }
        let place = folder.absolute(in: console.folder)
        let found = try draft.flatMap { try corpus.reference($0, console).found(in: corpus.meetings, filters: filters) }
        try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        for meeting in found {
            let name = (meeting.id.split(separator: "/").last.map(String.init) ?? meeting.id) + ".gold.json"
            guard !FileManager.default.fileExists(atPath: place + "/" + name) else {
                console.say(.goldIsThere, folder + "/" + name)
                continue
            }
            let file = try OutputFile(draftOf: place + "/" + name, named: folder + "/" + name),
                out = OutputStream(descriptor: file.descriptor)
            out.write(GoldFormat.draft(of: meeting))
            try out.flush()
            try file.commit()
            console.out.write(folder + "/" + name + "\n")
        }
        return corpus.status
    }

    private func rows(_ evaluation: Evaluation) -> [[JSONValue]] {
        if let misses {
            return evaluation.misses.filter { misses == "all" || $0.field == misses }.map {
                [.string($0.field), .string($0.report), .string($0.sign), .string($0.item)]
            }
        }
        return evaluation.figures.map { figure in
            let tally = figure.isAccuracy ? nil : figure.tally
            return [
                .string(figure.field), .string(figure.isAccuracy ? "accuracy" : "f1"), .decimal(figure.score), .decimal(figure.low),
                .decimal(figure.high), tally.map { .decimal($0.precision) } ?? .null, tally.map { .decimal($0.recall) } ?? .null,
                .integer(figure.tally?.gold ?? evaluation.reports),
            ]
        }
    }
}
