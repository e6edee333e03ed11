import MeetingParser

/// A stretch of days, given as a day, a month, a quarter, a year or two of these.
///
/// `2020-05` means the whole of May: as a start its first day, as an end its last.
public struct Period: Equatable, Sendable {
    /// The first day.
    public var first: CalendarDay
    /// The last day, which belongs to it.
    public var last: CalendarDay

    /// From one day to another.
    public init(first: CalendarDay, last: CalendarDay) {
        self.first = first
        self.last = last
    }

    /// Reads `2020`, `2020-05`, `2020-05-27`, `2020-Q2`, `2020年5月27日`, `2020-05..2020-08`; nil for anything else.
    public init?(_ text: String) {
        if let dots = text.firstRange(of: "..") {
            guard let from = Period(String(text[..<dots.lowerBound])), let to = Period(String(text[dots.upperBound...])),
                from.first <= to.last
            else { return nil }
            self.init(first: from.first, last: to.last)
            return
        }
        var plain = ""
        for character in text where character != " " {
            switch character {
            case "年", "月", "/", ".": plain += "-"
            case "日", "号": continue
            default: plain.append(Self.digits[character] ?? character)
            }
        }
        if plain.hasSuffix("-") { plain.removeLast() }
        let parts = plain.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4, let year = Self.number(parts[0]) else { return nil }
        self.init(year: year, rest: parts.dropFirst().map(String.init))
    }

    private init?(year: Int, rest: [String]) {
        var months = 1...12
        if let first = rest.first {
            if first.uppercased().hasPrefix("Q"), let quarter = Int(first.dropFirst()), (1...4).contains(quarter), rest.count == 1 {
                months = quarter * 3 - 2...quarter * 3
            } else if first.count <= 2, let month = Self.number(first), (1...12).contains(month) {
                months = month...month
            } else {
                return nil
            }
        }
        if rest.count == 2 {
            guard rest[1].count <= 2, let number = Self.number(rest[1]),
                let day = CalendarDay(year: year, month: months.lowerBound, day: number)
            else { return nil }
            self.init(first: day, last: day)
            return
        }
        guard let first = CalendarDay(year: year, month: months.lowerBound, day: 1),
            let last = CalendarDay(
                year: year, month: months.upperBound, day: CalendarDay.days(in: months.upperBound, of: year))
        else { return nil }
        self.init(first: first, last: last)
    }

    private static let digits: [Character: Character] = [
        "〇": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]

    private static func number(_ text: some StringProtocol) -> Int? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
    }

}

extension Meeting {
    /// The days on which the meeting was held; nil where the date is not known.
    public var period: Period? {
        guard let date, let whole = CalendarDay(iso: date).map({ Period(first: $0, last: $0) }) ?? Period(date) else { return nil }
        guard let endDate, let last = CalendarDay(iso: endDate), last >= whole.first else { return whole }
        return Period(first: whole.first, last: last)
    }
}
