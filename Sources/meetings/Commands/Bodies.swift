import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings bodies`: which bodies met, how often, under whom.
struct Bodies: TableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bodies",
        abstract: "List bodies: how often they met, first and last session, chairs.",
        discussion: """
            EXAMPLES
              meetings bodies
              meetings bodies --place 海淀区 --kind leading-group
              meetings bodies --sort meetings --reverse
            """)

    @OptionGroup var options: TableOptions

    var fields: Set<String>? { ["sessions", "jurisdiction", "chair"] }

    var groupsByName: Bool { true }

    func columns(in console: Console) -> [Table.Column] {
        [
            .text("body"), .text("place"), .number("meetings"), .text("first"), .text("last"), .list("chairs"), .text("kind"),
            .number("firstNumber"), .number("lastNumber"),
        ]
    }

    func rows(of selection: Selection, in console: Console) throws -> [[JSONValue]] {
        let wanted = Alternatives(filters.body), aliases = try corpus.aliases(in: console)
        let bodies = BodyRecord.all(in: selection.meetings).filter { wanted.match(anyPartOf: aliases.bodies($0.body)) }
        for pair in BodyRecord.likelyPairs(in: bodies).prefix(5) { console.note(.likelySame, pair.plain, pair.full) }
        return bodies.map { body in
            [
                .string(body.body), .string(body.place), .integer(body.meetings), .string(body.first), .string(body.last),
                .strings(body.chairs), .string(body.kind.rawValue), .integer(body.firstNumber), .integer(body.lastNumber),
            ]
        }
    }
}
