/// A day of the proleptic Gregorian calendar, without a time zone.
public struct CalendarDay: Comparable, Hashable, Sendable {
    /// 1 to 9999
    public var year: Int { Int(number >> 9) }
    /// 1–12
    public var month: Int { Int(number >> 5 & 0xF) }
    /// 1–31
    public var day: Int { Int(number & 0x1F) }

    /// All three in one number that orders as they do: inference keeps millions of days.
    private let number: Int32

    /// nil where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(in: month, of: year)
        else { return nil }
        number = Int32(year << 9 | month << 5 | day)
    }

    /// How many days a month has, by the Gregorian calendar.
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a day is earlier than another.
    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

    /// ISO 8601: `2020-05-27`.
    public var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// Reads `2020-05-27`, with whatever follows; nil where there is no such day.
    public init?(iso text: String) {
        var numbers = (0, 0, 0), count = 0
        for byte in text.utf8.prefix(10) {
            count += 1
            switch (count, byte) {
            case (5, UInt8(ascii: "-")), (8, UInt8(ascii: "-")): continue
            case (1...4, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
            case (6...7, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
            case (9...10, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard count == 10 else { return nil }
        self.init(year: numbers.0, month: numbers.1, day: numbers.2)
    }

    /// The latest such day of a year that is not after this one (29 February only in leap years).
    public func latest(month: Int, day: Int) -> CalendarDay? {
        for back in 0...8 {
            if let candidate = CalendarDay(year: year - back, month: month, day: day), candidate <= self {
                return candidate
            }
        }
        return nil
    }

    /// The earliest such day of a year that is not before this one.
    public func earliest(month: Int, day: Int) -> CalendarDay? {
        for ahead in 0...8 {
            if let candidate = CalendarDay(year: year + ahead, month: month, day: day), candidate >= self {
                return candidate
            }
        }
        return nil
    }

    /// The day before.
    public var previous: CalendarDay {
        if let day = CalendarDay(year: year, month: month, day: day - 1) { return day }
        let y = month == 1 ? year - 1 : year, m = month == 1 ? 12 : month - 1
        return CalendarDay(year: y, month: m, day: Self.days(in: m, of: y)) ?? self
    }

    /// The day after.
    public var next: CalendarDay {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? CalendarDay(year: year, month: month + 1, day: 1)
            ?? CalendarDay(year: year + 1, month: 1, day: 1) ?? self
    }

    /// Days from another day to this one, negative where it is later.
    public func number(since other: CalendarDay) -> Int { ordinal - other.ordinal }

    /// Days since 1 March of year 0 (Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
    private var ordinal: Int {
        let y = month > 2 ? year : year - 1, m = (month + 9) % 12
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day
    }

    static func padded(_ n: Int, _ width: Int) -> String {
        let digits = String(n)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
