/// What a picture shows: values of some series over stretches of time, zero-based.
struct Chart {
    struct Series {
        var name: String
        /// One for each label.
        var values: [Double]
    }

    /// Says what was counted, in which corpus, with which filter.
    var title: String
    /// What the values are.
    var measure: String
    /// The stretches of time, in order.
    var labels: [String]
    var series: [Series]

    var largest: Double { series.flatMap(\.values).max() ?? 0 }

    /// Values that an axis from zero names: steps of 1, 2 or 5 times a power of ten, at most six of them; the last is not
    /// below the largest value (Heckbert 1990, nice numbers).
    static func ticks(upTo largest: Double, isWhole: Bool) -> [Double] {
        guard largest > 0 else { return [0, 1] }
        var step = 1.0
        while step < largest / 5 { step *= 10 }
        while step / 10 >= largest / 5 { step /= 10 }
        for part in [0.1, 0.2, 0.5] where step * part >= largest / 5 {
            step *= part
            break
        }
        if isWhole { step = max(step, 1) }
        var ticks = [0.0]
        while ticks[ticks.count - 1] < largest - step * 1e-9 { ticks.append(Double(ticks.count) * step) }
        return ticks
    }

    /// Whether all values are whole numbers.
    var isWhole: Bool { series.allSatisfy { $0.values.allSatisfy { $0 == $0.rounded() } } }

    /// A length in SVG, to a tenth.
    static func length(_ value: Double) -> String { text((value * 10).rounded() / 10) }

    /// 12, 0.35: as few digits as tell a value.
    static func text(_ value: Double) -> String {
        if value == value.rounded() { return String(Int(value)) }
        let digits = value < 0.1 ? 1000.0 : value < 10 ? 100.0 : 10.0
        let rounded = (value * digits).rounded() / digits
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
