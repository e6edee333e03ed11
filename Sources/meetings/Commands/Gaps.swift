import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings gaps`: which sessions the corpus lacks.
struct Gaps: TableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the session numbers that the corpus lacks, body by body.",
        discussion: """
            EXAMPLES
              meetings gaps
              meetings gaps --body 常委会 --json
              meetings gaps --fields body,missing,after,before

            A row is a stretch of missing numbers with the days of the sessions around it; \
            a series without a gap has one row with nothing missing.
            """)

    @OptionGroup var options: TableOptions

    func columns(in console: Console) -> [Table.Column] {
        [
            .text("body"), .text("place"), .number("term"), .number("year"), .number("first"), .number("last"), .text("missing"),
            .number("count"), .text("after"), .text("before"),
        ]
    }

    func rows(of meetings: [Meeting], in console: Console) -> [[JSONValue]] {
        let wanted = Alternatives(filters.body)
        return SessionGaps.all(in: meetings).filter { wanted.match(anyPartOf: [$0.body]) }.flatMap { series -> [[JSONValue]] in
            let facts: [JSONValue] = [
                .string(series.body), .string(series.place), .integer(series.term), .integer(series.year), .integer(series.first),
                .integer(series.last),
            ]
            if series.gaps.isEmpty { return [facts + [.null, .integer(0), .null, .null]] }
            return series.gaps.map { gap in
                let (low, high) = (gap.numbers.lowerBound, gap.numbers.upperBound)
                return facts + [
                    .string(low == high ? "\(low)" : "\(low)..\(high)"), .integer(gap.numbers.count), .string(gap.after),
                    .string(gap.before),
                ]
            }
        }
    }
}
