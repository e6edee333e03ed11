import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings reuse`: sentences that later reports repeat.
struct Reuse: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reuse",
        abstract: "List sentences that later reports repeat: first use, and who took them up when.",
        discussion: """
            EXAMPLES
              meetings reuse --limit 20
              meetings reuse --least 3 --place 海淀区 --fields sentence,meetings,first,last
              meetings reuse --json | jq '.[0].uses'

            Sentences count as the same where four fifths of their strings of four characters \
            are. Reprints of one meeting are one use.
            """)

    @Option(help: ArgumentHelp("Meetings that must have the sentence.", valueName: "number"))
    var least = 2

    @OptionGroup var options: TableOptions

    var fields: Set<String>? { ["sessions", "date"] }
    var needsText: Bool { true }

    func columns(in console: Console) -> [Table.Column] {
        let columns: [Table.Column] = [.number("meetings"), .text("first"), .text("firstBody"), .text("last"), .text("sentence")]
        return listsUses(console) ? columns + [.list("uses")] : columns
    }

    /// A table to read has the uses where they are asked for: thousands of them in a cell made it gigabytes wide.
    private func listsUses(_ console: Console) -> Bool {
        output.fields != nil || (try? output.chosenFormat(in: console)) != .table
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        guard least >= 2 else { throw Failure(.badNumber, "--least", String(least), "2", "1000000", status: .usage) }
        let listsUses = listsUses(console)
        return SentenceReuse(in: selection.meetings, leastUses: least).chains.map { chain in
            let uses = chain.uses.map { use -> JSONValue in
                .object([("date", .string(use.date)), ("body", .string(use.body)), ("id", .string(use.id))])
            }
            return [
                .integer(chain.uses.count), .string(chain.uses.first?.date), .string(chain.uses.first?.body),
                .string(chain.uses.last?.date),
                .string(chain.sentence),
            ] + (listsUses ? [.array(uses)] : [])
        }
    }
}
