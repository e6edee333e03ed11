/// Values over time as bars in a piece of SVG for a page, zero-based, in the colours of the page; the largest value and the
/// first and last stretch of time are named.
struct BarStrip {
    let labels: [String]
    let values: [Int]
    var width = 260.0, height = 64.0

    private static let foot = 16.0, head = 12.0

    var svg: String {
        let largest = Double(max(1, values.max() ?? 1)), step = width / Double(max(1, values.count))
        let bars = values.enumerated().map { i, value in
            let tall = Double(value) / largest * (height - Self.foot - Self.head)
            let bar = "<rect class=\"bar\" x=\"\(Chart.length(Double(i) * step))\" y=\"\(Chart.length(height - Self.foot - tall))\""
            return
                "\(bar) width=\"\(Chart.length(max(0.6, step * 0.84)))\" height=\"\(Chart.length(tall))\"><title>\(Markup.escapedForHTML(labels[i])): \(value)</title></rect>"
        }
        let peak = values.firstIndex(of: values.max() ?? 0) ?? 0
        let anchor = peak * 4 < values.count ? "start" : peak * 4 > values.count * 3 ? "end" : "middle"
        let top = "<text x=\"\(Chart.length((Double(peak) + 0.5) * step))\" y=\"9\" text-anchor=\"\(anchor)\">\(values.max() ?? 0)</text>"
        let ends =
            "<text x=\"0\" y=\"\(Chart.length(height - 4))\">\(Markup.escapedForHTML(labels.first ?? ""))</text>"
            + "<text x=\"\(Chart.length(width))\" y=\"\(Chart.length(height - 4))\" text-anchor=\"end\">\(Markup.escapedForHTML(labels.last ?? ""))</text>"
        let line =
            "<line x1=\"0\" y1=\"\(Chart.length(height - Self.foot))\" x2=\"\(Chart.length(width))\" y2=\"\(Chart.length(height - Self.foot))\" stroke=\"currentColor\" stroke-width=\"0.6\"/>"
        return
            "<svg viewBox=\"0 0 \(Chart.length(width)) \(Chart.length(height))\" width=\"\(Chart.length(width))\" role=\"img\" font-size=\"10\">"
            + bars.joined() + line + top + (labels.count > 1 ? ends : "") + "</svg>"
    }
}
