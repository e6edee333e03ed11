import MeetingCorpus
import MeetingParser

/// A chart as lines in SVG 1.1: labels that do not collide, colours and dashes that survive printing and colour blindness
/// (Okabe and Ito 2008).
struct SVGChart {
    let chart: Chart

    private static let width = 860.0, height = 420.0
    private static let left = 62.0, right = 150.0, top = 56.0, bottom = 56.0
    static let fonts = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
    static let colors = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
    static let dashes = ["", "7 3", "2 3", "9 3 2 3", "4 2", "12 4", "1 2"]

    private var plotWidth: Double { Self.width - Self.left - Self.right }
    private var plotHeight: Double { Self.height - Self.top - Self.bottom }
    private var ticks: [Double] { Chart.ticks(upTo: chart.largest, isWhole: chart.isWhole) }

    var text: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Chart.length(Self.width)) \(Chart.length(Self.height))" role="img" \
        font-family="\(Self.fonts)" font-size="12">
        <title>\(Markup.escapedForHTML(chart.title))</title>
        <rect width="100%" height="100%" fill="#ffffff"/>
        <text x="\(Chart.length(Self.left))" y="24" font-size="15" font-weight="bold" fill="#111111">\(Markup.escapedForHTML(chart.title))</text>
        <text x="\(Chart.length(Self.left))" y="43" fill="#444444">\(Markup.escapedForHTML(chart.measure))</text>
        \(grid)\(times)\(lines)</svg>

        """
    }

    private var grid: String {
        ticks.map { tick in
            let y = y(tick)
            return """
                <line x1="\(Chart.length(Self.left))" y1="\(Chart.length(y))" x2="\(Chart.length(Self.left + plotWidth))" y2="\(Chart.length(y))" \
                stroke="\(tick == 0 ? "#333333" : "#dddddd")"/>
                <text x="\(Chart.length(Self.left - 8))" y="\(Chart.length(y + 4))" text-anchor="end" fill="#444444">\(Chart.text(tick))</text>

                """
        }.joined()
    }

    /// As many labels as have room.
    private var times: String {
        let widest = Double(chart.labels.map(\.displayWidth).max() ?? 1) * 7 + 14
        let room = max(1, Int(plotWidth / widest)), step = max(1, (chart.labels.count + room - 1) / room)
        return stride(from: 0, to: chart.labels.count, by: step).map { i in
            """
            <line x1="\(Chart.length(x(i)))" y1="\(Chart.length(y(0)))" x2="\(Chart.length(x(i)))" y2="\(Chart.length(y(0) + 5))" stroke="#333333"/>
            <text x="\(Chart.length(x(i)))" y="\(Chart.length(y(0) + 20))" text-anchor="middle" fill="#444444">\(Markup.escapedForHTML(chart.labels[i]))</text>

            """
        }.joined()
    }

    private var lines: String {
        let ends = spread(chart.series.map { y($0.values.last ?? 0) })
        return chart.series.enumerated().map { s, series in
            let color = Self.colors[s % Self.colors.count], dash = Self.dashes[s % Self.dashes.count]
            let points = series.values.enumerated().map { "\(Chart.length(x($0))),\(Chart.length(y($1)))" }
            let dots =
                series.values.count > 40
                ? ""
                : series.values.enumerated().map {
                    "<circle cx=\"\(Chart.length(x($0)))\" cy=\"\(Chart.length(y($1)))\" r=\"2.5\" fill=\"\(color)\"/>"
                }.joined()
            let end = x(max(0, series.values.count - 1))
            return """
                <polyline points="\(points.joined(separator: " "))" fill="none" stroke="\(color)" stroke-width="2"\
                \(dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")/>\(dots)
                <text x="\(Chart.length(end + 10))" y="\(Chart.length(ends[s] + 4))" fill="\(color)">\(Markup.escapedForHTML(series.name.truncated(to: 18)))</text>

                """
        }.joined()
    }

    /// Heights for the names at the ends of lines, 15 apart at least.
    private func spread(_ wanted: [Double]) -> [Double] {
        var places = wanted
        let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
        for (a, b) in zip(order, order.dropFirst()) { places[b] = max(places[b], places[a] + 15) }
        // What was pushed below the axis goes up again.
        var limit = Self.top + plotHeight
        for i in order.reversed() {
            places[i] = min(places[i], limit)
            limit = places[i] - 15
        }
        return places
    }

    private func x(_ i: Int) -> Double {
        chart.labels.count < 2 ? Self.left + plotWidth / 2 : Self.left + plotWidth * Double(i) / Double(chart.labels.count - 1)
    }

    private func y(_ value: Double) -> Double { Self.top + plotHeight * (1 - value / ticks[ticks.count - 1]) }
}
