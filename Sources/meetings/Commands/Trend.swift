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
              meetings trend 防汛 --by body,year -o bodies.svg

            Each term is a query as in `search`. `share` is the part of the meetings of the time \
            whose report has the term, `per10k` its hits in 10,000 characters. Times without a \
            meeting have rows, too. A field before the time (body, place, chair …) gives each group \
            a small picture of its own, and with --plot a row of shades.
            """)

    enum Measure: String, CaseIterable, ExpressibleByArgument { case meetings, share, sentences, per10k }

    @Argument(help: ArgumentHelp("Terms to count.", valueName: "term"))
    var terms: [String]

    @Option(help: ArgumentHelp("day, month, quarter or year, a field before it: quarter; body,year.", valueName: "time"))
    var by = "month"

    @Option(help: ArgumentHelp("What pictures show.", valueName: "measure"))
    var measure = Measure.meetings

    @Flag(help: "Draw bars.")
    var plot = false

    @OptionGroup var options: TableOptions

    private static let columns: [Table.Column] = [
        .text("time"), .text("words"), .number("meetings"), .number("share"), .number("sentences"), .number("hits"), .number("per10k"),
        .number("ofMeetings"),
    ]

    /// Groups that a picture has room for.
    private static let mostGroups = 12

    /// The time, and at most one field before it.
    private var unitAndGroup: (unit: TimeUnit, group: (name: String, pivot: Pivot)?) {
        get throws {
            let (groups, unit) = try Pivot.withTime(by)
            guard groups.count <= 1 else { throw Failure(.oneGroup, by, status: .usage) }
            return (unit, groups.first)
        }
    }

    func run(in console: Console) throws -> ExitStatus {
        let (unit, group) = try unitAndGroup
        let columns = (group.map { [.text($0.name)] } ?? []) + Self.columns
        if try output.answersFieldHelp(columns, sortedBy: order, in: console) { return .done }
        let queries = try terms.map { ($0, try TextQuery(checked: $0)) }
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: .init(text: true),
            fields: Set(["date", "title"] + (group?.pivot.fields ?? [])))
        filters.tell(of: selection, in: console)
        let trend = TermTrend(of: queries, in: selection.meetings, by: unit)
        if trend.undated > 0 { console.note(.trendUndated, trend.undated.grouped) }
        let groups = try group.map { group in
            Self.groups(of: try selection.renamed(by: corpus.aliases(in: console)).meetings, by: group.pivot).map { name, meetings in
                (name: name, trend: TermTrend(of: queries, in: meetings, by: unit, over: trend.periods))
            }
        }
        if output.output?.hasSuffix(".svg") == true {
            let picture = try groups.map { try multiples(of: $0, in: console) } ?? SVGChart(chart: chart(trend, in: console)).text
            try output.write(to: console) { $0.out.write(picture) }
        } else if plot {
            try output.write(to: console) { console in
                let picture = try groups.map { try heatMaps(of: $0, in: console) }
                console.out.write(try picture ?? TerminalChart(chart: chart(trend, in: console), width: console.terminal.width).text)
            }
        } else {
            let rows =
                groups.map { $0.flatMap { name, trend in trend.points.map { [.string(name)] + Self.row($0) } } }
                ?? trend.points.map(Self.row)
            try output.write(order.apply(to: Table(columns: columns, rows: rows), in: console), to: console)
        }
        return output.failsWhenEmpty && trend.points.isEmpty ? .failed : selection.status
    }

    /// Those with most meetings first; a meeting is in each group of which it has the value.
    private static func groups(of meetings: [Meeting], by pivot: Pivot) -> [(name: String, meetings: [Meeting])] {
        var groups: [String: [Meeting]] = [:]
        for meeting in meetings {
            for value in pivot.values(of: meeting) where !value.isEmpty { groups[value, default: []].append(meeting) }
        }
        return groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func row(_ point: TermTrend.Point) -> [JSONValue] {
        [
            .string(point.period), .string(point.term), .integer(point.meetings), .decimal(point.share), .integer(point.sentences),
            .integer(point.hits), .decimal(point.per10k), .integer(point.ofMeetings),
        ]
    }

    // MARK: Pictures

    private func title(in console: Console) throws -> String {
        let root = try corpus.root(in: console)
        let named = corpus.corpus ?? root.split(separator: "/").last.map(String.init) ?? ""
        return ([terms.joined(separator: ", "), named] + filters.summary).joined(separator: " · ")
    }

    private func chart(_ trend: TermTrend, titled title: String? = nil, in console: Console) throws -> Chart {
        let series = terms.map { term in
            Chart.Series(name: term, values: trend.points.filter { $0.term == term }.map(value))
        }
        let measure = console.language == .zh ? Labels.chinese(measure.rawValue) : measure.rawValue
        return Chart(title: try title ?? self.title(in: console), measure: measure, labels: trend.periods, series: series)
    }

    private func multiples(of groups: [(name: String, trend: TermTrend)], in console: Console) throws -> String {
        let charts = try groups.prefix(Self.mostGroups).map { try chart($0.trend, titled: $0.name, in: console) }
        return SmallMultiples(title: try title(in: console), charts: charts).text
    }

    private func heatMaps(of groups: [(name: String, trend: TermTrend)], in console: Console) throws -> String {
        let charts = try groups.prefix(Self.mostGroups).map { try chart($0.trend, titled: $0.name, in: console) }
        return try terms.enumerated().map { t, term in
            let rows = charts.map { Chart.Series(name: $0.title, values: $0.series[t].values) }
            let title = terms.count > 1 ? term : try title(in: console)
            return HeatMap(
                title: title, measure: charts.first?.measure ?? "", labels: charts.first?.labels ?? [], rows: rows,
                width: console.terminal.width
            ).text
        }.joined(separator: "\n")
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
