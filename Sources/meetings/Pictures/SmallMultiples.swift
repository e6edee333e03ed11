/// A grid of small charts with one scale, one for each group: differences of shape show at a glance (Tufte 1983).
struct SmallMultiples {
    let title: String
    /// One for each group, of the same labels and series.
    let charts: [Chart]

    private static let columns = 3, width = 280.0, height = 170.0, left = 34.0, top = 26.0, bottom = 22.0, head = 58.0

    private var largest: Double { charts.map(\.largest).max() ?? 0 }

    var text: String {
        let rows = (charts.count + Self.columns - 1) / Self.columns
        let wide = Self.width * Double(min(Self.columns, max(1, charts.count))) + 30, tall = Self.head + Double(rows) * Self.height + 12
        let names = charts.first?.series.map(\.name) ?? []
        let key = names.enumerated().map { s, name in
            "<tspan fill=\"\(SVGChart.colors[s % SVGChart.colors.count])\">\(Markup.escapedForHTML(name))</tspan>"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Chart.length(wide)) \(Chart.length(tall))" role="img" font-family="\(SVGChart.fonts)" font-size="11">
            <title>\(Markup.escapedForHTML(title))</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            <text x="16" y="24" font-size="15" font-weight="bold" fill="#111111">\(Markup.escapedForHTML(title))</text>
            <text x="16" y="43" fill="#444444">\(Markup.escapedForHTML(charts.first?.measure ?? "")): \(key.joined(separator: ", "))</text>
            \(charts.enumerated().map(small).joined())</svg>

            """
    }

    private func small(_ n: Int, _ chart: Chart) -> String {
        let x0 = 16 + Double(n % Self.columns) * Self.width, y0 = Self.head + Double(n / Self.columns) * Self.height
        let plotWidth = Self.width - Self.left - 14, plotHeight = Self.height - Self.top - Self.bottom
        let ticks = Chart.ticks(upTo: largest, isWhole: charts.allSatisfy(\.isWhole)), highest = ticks[ticks.count - 1]
        func x(_ i: Int) -> Double {
            x0 + Self.left + (chart.labels.count < 2 ? plotWidth / 2 : plotWidth * Double(i) / Double(chart.labels.count - 1))
        }
        func y(_ value: Double) -> Double { y0 + Self.top + plotHeight * (1 - value / highest) }
        let grid = [ticks[0], highest].map { tick in
            "<line x1=\"\(Chart.length(x0 + Self.left))\" y1=\"\(Chart.length(y(tick)))\" x2=\"\(Chart.length(x0 + Self.left + plotWidth))\" y2=\"\(Chart.length(y(tick)))\" stroke=\"#bbbbbb\"/>"
                + "<text x=\"\(Chart.length(x0 + Self.left - 5))\" y=\"\(Chart.length(y(tick) + 4))\" text-anchor=\"end\" fill=\"#444444\">\(Chart.text(tick))</text>"
        }
        let lines = chart.series.enumerated().map { s, series in
            let points = series.values.enumerated().map { "\(Chart.length(x($0))),\(Chart.length(y($1)))" }.joined(separator: " ")
            let dash = SVGChart.dashes[s % SVGChart.dashes.count]
            return
                "<polyline points=\"\(points)\" fill=\"none\" stroke=\"\(SVGChart.colors[s % SVGChart.colors.count])\" stroke-width=\"1.6\""
                + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"") + "/>"
        }
        let foot = Chart.length(y0 + Self.height - 8)
        let ends =
            "<text x=\"\(Chart.length(x0 + Self.left))\" y=\"\(foot)\" fill=\"#444444\">\(Markup.escapedForHTML(chart.labels.first ?? ""))</text>"
            + "<text x=\"\(Chart.length(x0 + Self.left + plotWidth))\" y=\"\(foot)\" text-anchor=\"end\" fill=\"#444444\">\(Markup.escapedForHTML(chart.labels.last ?? ""))</text>"
        let name = Markup.escapedForHTML(chart.title.truncated(to: 34))
        return
            "<text x=\"\(Chart.length(x0 + Self.left))\" y=\"\(Chart.length(y0 + 14))\" font-weight=\"bold\" fill=\"#111111\">\(name)</text>\n"
            + grid.joined() + lines.joined() + ends + "\n"
    }
}
