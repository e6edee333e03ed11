import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings list`: one row a meeting.
struct List: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List meetings, one a row.",
        discussion: """
            EXAMPLES
              meetings list --since 2020-05
              meetings list --body 常委会 --chair 于军 --until 2020-06
              meetings list --fields date,session,agenda.title --format csv -o agenda.csv
              meetings list --format ndjson | jq -c '{date, session}'

            Rows show each meeting once; JSON has a record for every report, with \
            the ids of reports of the same meeting in `duplicates`.
            """)

    @OptionGroup var options: TableOptions

    @Flag(help: "Add to JSON where each value stands in its file.")
    var evidence = false

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Field.help)
            return .done
        }
        let fields = try output.fields.map(Field.list)
        let format = try output.chosenFormat(in: console)
        _ = try filters.filter()
        try order.checkField()
        let options = MeetingParser.Options(evidence: evidence, text: filters.needsText || output.needsText)
        if format.isJSON, fields == nil, !output.count, order.field == nil || order.field == "date" {
            return try writeRecords(format, options, console)
        }
        if output.count { return try writeCount(options, console) }
        // JSON has every report.
        let isJSON = format.isJSON
        let selection = try corpus.select(
            filters, in: console, once: !isJSON && !filters.reports, options: options,
            fields: neededFields(fields ?? Field.defaults(for: format)))
        filters.tell(of: selection, in: console)
        let meetings = try order.apply(to: selection.meetings, in: console).map { output.needsText ? $0 : $0.withoutText }
        if format.isJSON, fields == nil {
            try output.write(to: console) { try format.write(meetings, to: $0) }
        } else {
            try output.write(Table(meetings, fields ?? Field.defaults(for: format)), to: console)
        }
        return output.failsWhenEmpty && meetings.isEmpty ? .failed : selection.status
    }

    /// How many rows there are, without making them.
    private func writeCount(_ options: MeetingParser.Options, _ console: Console) throws -> ExitStatus {
        try order.checkLimit()
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: options, fields: filters.filter().fields, isCounted: true)
        filters.tell(of: selection, in: console)
        let all = selection.counts.reduce(0, +), count = min(all, order.limit ?? all)
        if count < all { console.note(.cut, count.grouped, all.grouped) }
        try output.write(to: console) { $0.out.write("\(count)\n") }
        return output.failsWhenEmpty && all == 0 ? .failed : selection.status
    }

    /// What is shown, chosen by and sorted by.
    private func neededFields(_ shown: [Field]) throws -> Set<String> {
        try filters.filter().fields.union(shown.map(\.key)).union([order.field.flatMap(Field.init)?.key ?? "date"])
    }

    /// Whole records by date go out as they are read, in little memory.
    private func writeRecords(_ format: OutputFormat, _ options: MeetingParser.Options, _ console: Console) throws -> ExitStatus {
        try order.checkLimit()
        let filter = try corpus.filter(filters, in: console)
        var summary = RecordLister.Summary()
        try output.write(to: console) { console in
            var written = 0
            summary = try corpus.answer(in: console, options: options) { source, _ in
                // Where an index fails on the way, the files give the same lines again.
                var passed = 0
                return try source.list(filter, keepsText: output.needsText, reversed: order.isReversed, limit: order.limit) { line in
                    passed += 1
                    guard passed > written else { return }
                    if format == .json { console.out.write(written == 0 ? "[" : ",") }
                    written += 1
                    console.out.write(format == .json ? Array(line.dropLast()) : line)
                    if console.out.bytes.count > 1 << 16 { try console.out.flushBlock() }
                }
            }
            if format == .json { console.out.write(written == 0 ? "[]\n" : "]\n") }
        }
        console.tell(problems: summary.problems, otherCount: filters.kind.isEmpty ? summary.otherCount : 0, of: summary.reportCount)
        filters.tellUndated(summary.undated, in: console)
        if let limit = order.limit, limit < summary.listed { console.note(.cut, limit.grouped, summary.listed.grouped) }
        if output.failsWhenEmpty, summary.listed == 0 { return .failed }
        return summary.problems.isEmpty ? .done : .incomplete
    }
}

extension Meeting {
    /// The text serves filters; it is printed only where it was asked for.
    var withoutText: Meeting {
        var copy = self
        copy.text = nil
        return copy
    }
}
