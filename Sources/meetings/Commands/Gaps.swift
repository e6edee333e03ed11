import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings gaps`: which sessions the corpus lacks.
struct Gaps: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "List the session numbers that the corpus lacks, body by body.",
        discussion: """
            EXAMPLES
              meetings gaps
              meetings gaps --body 常委会 --json
              meetings gaps --fields body,missing,after,before

            A row is a stretch of missing numbers with the days of the sessions around it; \
            a series without a gap has one row with nothing missing. Filters choose series, \
            which are then looked at as a whole.
            """)

    @OptionGroup var options: TableOptions

    private static let columns: [Table.Column] = [
        .text("body"), .text("place"), .number("term"), .number("year"), .number("firstNumber").minor, .number("lastNumber").minor,
        .text("missing").main, .number("count"), .text("after"), .text("before"),
    ]

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Table.help(Self.columns))
            return .done
        }
        let filter = try self.corpus.filter(filters, in: console), aliases = try self.corpus.aliases(in: console)
        let fields = filter.fields.union(["sessions", "jurisdiction", "chair", "dateBasis"])
        let corpus = try corpus.read(in: console, options: .init(text: filters.needsText), fields: fields)
        let wanted = Selection(corpus.contents, filter, once: !filters.reports)
        filters.tell(of: wanted, in: console)
        let all = Selection(corpus.contents, MeetingFilter(), once: true)
        let rows = Self.rows(of: all.renamed(by: aliases).meetings, ofBodiesIn: wanted.renamed(by: aliases).meetings)
        if rows.contains(where: { $0[1] == .null }) { console.note(.gapsWithoutPlace) }
        let table = try order.apply(to: Table(columns: Self.columns, rows: rows), in: console)
        try output.write(table, to: console)
        return output.failsWhenEmpty && table.rows.isEmpty ? .failed : corpus.status
    }

    /// The gaps of every series of which one meeting is wanted.
    private static func rows(of meetings: [Meeting], ofBodiesIn wanted: [Meeting]) -> [[JSONValue]] {
        let bodies = Set(SessionGaps.all(in: wanted).map { [$0.place, $0.body] })
        return SessionGaps.all(in: meetings).filter { bodies.contains([$0.place, $0.body]) }.flatMap { series -> [[JSONValue]] in
            let facts: [JSONValue] = [
                .string(series.body), .string(series.place), .integer(series.term), .integer(series.year), .integer(series.first),
                .integer(series.last),
            ]
            if series.gaps.isEmpty { return [facts + [.null, .integer(0), .null, .null]] }
            return series.gaps.map { gap in
                let missing = [("first", JSONValue.integer(gap.numbers.lowerBound)), ("last", .integer(gap.numbers.upperBound))]
                return facts + [
                    .object(missing), .integer(gap.numbers.count), .string(gap.after),
                    .string(gap.before),
                ]
            }
        }
    }
}
