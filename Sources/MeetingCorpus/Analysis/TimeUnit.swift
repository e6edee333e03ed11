import MeetingParser

/// A stretch of time by which meetings are counted.
public enum TimeUnit: String, CaseIterable, Sendable {
    case day, month, quarter, year

    /// The stretch that holds a date: `2020-05-27`, `2020-05`, `2020-Q2`, `2020`; nil where the date is known too little.
    public func name(of date: String) -> String? {
        switch self {
        case .day: return date.count == 10 ? date : nil
        case .month: return date.count >= 7 ? String(date.prefix(7)) : nil
        case .year: return date.count >= 4 ? String(date.prefix(4)) : nil
        case .quarter:
            guard let month = Int(date.dropFirst(5).prefix(2)) else { return nil }
            return "\(date.prefix(4))-Q\((month + 2) / 3)"
        }
    }

    /// Every stretch from one to another, also those in which nothing was.
    public func names(from first: String, to last: String) -> [String] {
        guard let start = Period(first)?.first, let end = Period(last)?.first, start <= end else { return [] }
        var names: [String] = [], day = start
        while day <= end {
            if let name = name(of: day.iso), names.last != name { names.append(name) }
            day = self == .day ? day.next : day.startOfNextMonth
        }
        return names
    }
}

extension CalendarDay {
    fileprivate var startOfNextMonth: CalendarDay {
        CalendarDay(year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1) ?? next
    }
}
