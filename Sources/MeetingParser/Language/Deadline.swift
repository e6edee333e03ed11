/// The day by which something is to be done, from how it is printed: 9月底前, 明年6月30日前, 年底前, 三个工作日内.
public enum Deadline {
    /// The last day that keeps a deadline.
    ///
    /// A month without a year is the next one that ends on or after the day of the meeting. Working days are counted from Monday
    /// to Friday; holidays are not known.
    /// - Parameters:
    ///   - printed: as in a record's `directives.deadline`.
    ///   - start: the day on which it was said.
    /// - Returns: nil where the words tell no day.
    public static func lastDay(_ printed: String, from start: CalendarDay) -> CalendarDay? {
        withText(printed) { text in
            // 每月20日前 is no day.
            text.hasPrefix("每") ? nil : span(text, from: start) ?? day(Parts(text), from: start)
        }
    }

    /// 三个工作日内, 24小时内, 两周内: a number of days after the meeting.
    private static func span(_ text: Text, from start: CalendarDay) -> CalendarDay? {
        guard text.hasSuffix("内"), let number = ChineseNumeral.read(text, at: text.start), number.value < 4000 else { return nil }
        let unit = text[number.end..<text.end]
        if unit.hasPrefix("个工作日") { return start.after(workingDays: number.value) }
        if unit.hasPrefix("个月") { return start.after(months: number.value) }
        if unit.hasPrefix("小时") { return start.after(days: (number.value + 23) / 24) }
        if unit.hasPrefix("周") { return start.after(days: number.value * 7) }
        return unit.hasPrefix("日") || unit.hasPrefix("天") ? start.after(days: number.value) : nil
    }

    /// The parts of a printed day, each nil where it is not printed.
    private struct Parts {
        var year: Int?, month: Int?, day: Int?
        var yearsOn: Int?, monthsOn: Int?
        /// The last day of the last ten days, or of the month or year.
        var toTheEnd = false

        init(_ text: Text) {
            var i = text.start
            while i < text.end {
                let rest = text[i..<text.end]
                if let number = ChineseNumeral.read(text, at: i) {
                    let unit = text[number.end..<text.end]
                    if unit.hasPrefix("年") { year = number.value }
                    if unit.hasPrefix("月") { month = number.value }
                    if unit.hasPrefix("日") || unit.hasPrefix("号") { day = number.value }
                    i = number.end
                    continue
                }
                if rest.hasPrefix("明年") { yearsOn = 1 } else if rest.hasPrefix("今年") || rest.hasPrefix("本年") { yearsOn = 0 }
                if rest.hasPrefix("本月") { monthsOn = 0 } else if rest.hasPrefix("下月") { monthsOn = 1 }
                if rest.hasPrefix("上旬") { day = 10 } else if rest.hasPrefix("中旬") { day = 20 }
                if rest.hasPrefix("底") || rest.hasPrefix("末") || rest.hasPrefix("下旬") || rest.hasPrefix("内") { toTheEnd = true }
                i += text.width(at: i)
            }
        }
    }

    private static func day(_ parts: Parts, from start: CalendarDay) -> CalendarDay? {
        var month = parts.month
        var year = parts.year.map { $0 < 100 ? 2000 + $0 : $0 } ?? parts.yearsOn.map { start.year + $0 }
        if let monthsOn = parts.monthsOn {
            (year, month) = start.month(after: monthsOn)
        }
        guard month != nil || parts.day != nil || parts.toTheEnd else { return nil }
        if month == nil {
            // 15日前 is said of this month, 年底前 of this year.
            if parts.day != nil { (month, year) = (start.month, year ?? start.year) } else { month = 12 }
        }
        guard let month, (1...12).contains(month) else { return nil }
        let wanted = year ?? (month < start.month ? start.year + 1 : start.year)
        if parts.day == nil, !parts.toTheEnd {
            // 9月前 ends with August.
            return month == 1 ? CalendarDay(year: wanted - 1, month: 12, day: 31) : CalendarDay.last(of: month - 1, in: wanted)
        }
        return parts.day.map { CalendarDay(year: wanted, month: month, day: $0) } ?? CalendarDay.last(of: month, in: wanted)
    }
}

extension CalendarDay {
    fileprivate static func last(of month: Int, in year: Int) -> CalendarDay? {
        CalendarDay(year: year, month: month, day: days(in: month, of: year))
    }

    fileprivate func after(days: Int) -> CalendarDay { (0..<days).reduce(self) { day, _ in day.next } }

    /// So many months on, with its year.
    fileprivate func month(after months: Int) -> (year: Int, month: Int) {
        (year + (month - 1 + months) / 12, (month - 1 + months) % 12 + 1)
    }

    fileprivate func after(months: Int) -> CalendarDay? {
        let (year, month) = month(after: months)
        return CalendarDay(year: year, month: month, day: min(day, Self.days(in: month, of: year)))
    }

    fileprivate func after(workingDays: Int) -> CalendarDay {
        var day = self, left = workingDays
        while left > 0 {
            day = day.next
            if !day.isWeekend { left -= 1 }
        }
        return day
    }

    /// 3 January 2000 was a Monday.
    private var isWeekend: Bool {
        let days = number(since: CalendarDay(year: 2000, month: 1, day: 3)!)
        return ((days % 7) + 7) % 7 >= 5
    }
}
