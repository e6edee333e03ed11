/// A chart as bars of characters, one a stretch of time: readable in any width, in colour and without.
struct TerminalChart {
    let chart: Chart
    /// Columns of the terminal; nil where nothing limits a line.
    let width: Int?

    var text: String {
        let labelWidth = chart.labels.map(\.displayWidth).max() ?? 0
        let values = chart.series.map { $0.values.map(Chart.text) }
        let valueWidth = values.joined().map(\.count).max() ?? 0
        let room = max(8, min(60, (width ?? 80) - labelWidth - valueWidth - 3))
        var text = chart.title + "\n"
        for (s, series) in chart.series.enumerated() {
            text += "\n\(series.name) (\(chart.measure))\n"
            for (i, value) in series.values.enumerated() {
                let bar = Self.bar(value, of: chart.largest, width: room)
                let line = "\(chart.labels[i].padded(to: labelWidth)) \(values[s][i].padded(to: valueWidth, right: true)) \(bar)"
                text += line.reversed().drop { $0 == " " }.reversed().map(String.init).joined() + "\n"
            }
        }
        return text
    }

    /// A bar in eighths of a column.
    static func bar(_ value: Double, of largest: Double, width: Int) -> String {
        let eighths = largest > 0 ? Int((value / largest * Double(width * 8)).rounded(.down)) : 0
        let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8]
        // What is there is seen, however small.
        return String(repeating: "█", count: eighths / 8) + (eighths == 0 && value > 0 ? "▏" : part)
    }
}
