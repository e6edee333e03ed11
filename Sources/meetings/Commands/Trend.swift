import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings trend`: how often terms occur over time.
struct Trend: RowCommand {
    static let configuration = CommandConfiguration(
        commandName: "trend",
        abstract: "Count terms over time: a table, bars in the terminal, a picture.",
        discussion: """
            EXAMPLES
              meetings trend 接诉即办 垃圾分类 --by quarter
              meetings trend 防汛 --plot
              meetings trend 接诉即办 12345 --measure per10k -o trend.svg
              meetings trend '防汛 OR 抗旱' --body 常委会 --format csv

            Each term is a query as in `search`. `share` is the part of the meetings of the time \
            whose report has the term, `per10k` its hits in 10,000 characters. Times without a \
            meeting have rows, too.
            """)

    enum Measure: String, CaseIterable, ExpressibleByArgument { case meetings, share, sentences, per10k }

    @Argument(help: ArgumentHelp("Terms to count.", valueName: "term"))
    var terms: [String]

    @Option(help: ArgumentHelp("Unit of time.", valueName: "time"))
    var by = TimeUnit.month

    @Option(help: ArgumentHelp("What pictures show.", valueName: "measure"))
    var measure = Measure.meetings

    @Flag(help: "Draw bars.")
    var plot = false

    @OptionGroup var options: TableOptions

    private static let columns: [Table.Column] = [
        .text("time"), .text("words"), .number("meetings"), .number("share"), .number("sentences"), .number("hits"), .number("per10k"),
        .number("ofMeetings"),
    ]

    func run(in console: Console) throws -> ExitStatus {
        if try output.answersFieldHelp(Self.columns, sortedBy: order, in: console) { return .done }
        let queries = try terms.map { ($0, try TextQuery(checked: $0)) }
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: .init(text: true), fields: ["date", "title"])
        filters.tell(of: selection, in: console)
        let trend = TermTrend(of: queries, in: selection.meetings, by: by)
        if trend.undated > 0 { console.note(.trendUndated, trend.undated.grouped) }
        if output.output?.hasSuffix(".svg") == true {
            let picture = try SVGChart(chart: chart(trend, in: console)).text
            try output.write(to: console) { $0.out.write(picture) }
        } else if plot {
            try output.write(to: console) { try $0.out.write(TerminalChart(chart: chart(trend, in: $0), width: $0.terminal.width).text) }
        } else {
            try output.write(order.apply(to: Table(columns: Self.columns, rows: trend.points.map(Self.row)), in: console), to: console)
        }
        return output.failsWhenEmpty && trend.points.isEmpty ? .failed : selection.status
    }

    private static func row(_ point: TermTrend.Point) -> [JSONValue] {
        [
            .string(point.period), .string(point.term), .integer(point.meetings), .decimal(point.share), .integer(point.sentences),
            .integer(point.hits), .decimal(point.per10k), .integer(point.ofMeetings),
        ]
    }

    private func chart(_ trend: TermTrend, in console: Console) throws -> Chart {
        let root = try corpus.root(in: console)
        let named = corpus.corpus ?? root.split(separator: "/").last.map(String.init) ?? ""
        let series = terms.map { term in
            Chart.Series(name: term, values: trend.points.filter { $0.term == term }.map(value))
        }
        let measure = console.language == .zh ? Labels.chinese(measure.rawValue) : measure.rawValue
        return Chart(
            title: ([terms.joined(separator: ", "), named] + filters.summary).joined(separator: " · "), measure: measure,
            labels: trend.periods, series: series)
    }

    private func value(of point: TermTrend.Point) -> Double {
        switch measure {
        case .meetings: Double(point.meetings)
        case .share: point.share
        case .sentences: Double(point.sentences)
        case .per10k: point.per10k
        }
    }
}

extension TimeUnit: ExpressibleByArgument {}
