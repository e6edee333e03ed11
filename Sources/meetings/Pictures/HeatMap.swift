/// Groups by time as shades of characters, one row a group: where there are too many stretches of time for the width, neighbours
/// are added up. Readable without colour.
struct HeatMap {
    let title: String
    /// What the values are.
    let measure: String
    let labels: [String]
    let rows: [Chart.Series]
    /// Columns of the terminal; nil where nothing limits a line.
    let width: Int?

    private static let shades = ["·", "░", "▒", "▓", "█"]

    var text: String {
        let names = rows.map { $0.name.truncated(to: 24) }, nameWidth = names.map(\.displayWidth).max() ?? 0
        let room = max(8, (width ?? 80) - nameWidth - 8), step = max(1, (labels.count + room - 1) / room)
        let cells = rows.map { row in
            stride(from: 0, to: row.values.count, by: step).map { row.values[$0..<min($0 + step, row.values.count)].reduce(0, +) }
        }
        let largest = cells.joined().max() ?? 0
        var text = title + "\n\n"
        let columns = cells.first?.count ?? 0, first = labels.first ?? "", last = labels.last ?? ""
        let gap = max(1, columns - first.count - last.count)
        text += String(repeating: " ", count: nameWidth + 1) + first + (columns > 1 ? String(repeating: " ", count: gap) + last : "") + "\n"
        for (name, values) in zip(names, cells) {
            let line = values.map { Self.shade($0, of: largest) }.joined()
            text += "\(name.padded(to: nameWidth)) \(line) \(Chart.text(values.reduce(0, +)))\n"
        }
        let isWhole = cells.joined().allSatisfy { $0 == $0.rounded() }
        return text + "\n\(measure): " + Self.legend(largest, isWhole: isWhole) + "\n"
    }

    private static func shade(_ value: Double, of largest: Double) -> String {
        value == 0 || largest == 0 ? shades[0] : shades[min(4, Int((value / largest * 4).rounded(.up)))]
    }

    /// · 0  ░ ≤ 3  ▒ ≤ 6 …; of whole numbers only the shades that one has.
    private static func legend(_ largest: Double, isWhole: Bool) -> String {
        func limit(_ shade: Int) -> Double { isWhole ? (largest * Double(shade) / 4).rounded(.down) : largest * Double(shade) / 4 }
        let used = (1...4).filter { limit($0) > limit($0 - 1) }
        return (["\(shades[0]) 0"] + used.map { "\(shades[$0]) ≤ \(Chart.text(limit($0)))" }).joined(separator: "  ")
    }
}
