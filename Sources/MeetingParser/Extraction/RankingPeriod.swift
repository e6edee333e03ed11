/// The month to which a league table belongs.
struct RankingPeriod {
    private let day: CalendarDay?
    /// The period that the headline names.
    private(set) var inHeadline: String?

    /// `day` is the ISO date of the meeting, which gives the year.
    init(document: ReportDocument, day: String?) {
        self.day = day.flatMap { CalendarDay(iso: $0) }
        inHeadline = of(document.title)
    }

    /// 4月 → 2021-04, 上半年 → 2021-06, 一季度 → 2021-03; nil without a year or without such words.
    func of(_ string: String) -> String? {
        guard let day, let month = withText(string, { Self.month(in: $0) }) else { return nil }
        let year = month > day.month ? day.year - 1 : day.year
        return "\(year)-\(CalendarDay.padded(month, 2))"
    }

    private static func month(in text: Text) -> Int? {
        var from = text.start
        while let at = text.find("月", from: from) {
            from = at + 3
            guard let number = ChineseNumeral.read(text, endingAt: at), (1...12).contains(number.value),
                ChineseNumeral.read(text, at: from) == nil, !text.has("底", at: from), !text.has("前", at: from),
                !text.has(".", at: number.start - 1)
            else { continue }
            return number.value
        }
        for (word, month) in words where text.contains(word) { return month }
        return nil
    }

    /// The text behind 4月, 2月份, 上半年 at its start.
    static func skipping(_ text: Text) -> Text {
        for (word, _) in words { if let rest = text.droppingPrefix(word) { return rest } }
        guard let number = ChineseNumeral.read(text, at: text.start), text.has("月", at: number.end) else { return text }
        let rest = text.from(number.end + 3)
        return rest.droppingPrefix("份") ?? rest
    }

    private static let words: [(Literal, Int)] = [
        ("上半年", 6), ("第一季度", 3), ("一季度", 3), ("第二季度", 6), ("二季度", 6), ("第三季度", 9), ("三季度", 9), ("第四季度", 12), ("四季度", 12),
    ]
}
