/// When a report was published, as its metadata print it.
struct PublicationTime: Equatable, Sendable {
    /// The day in China.
    var day: CalendarDay
    /// ISO 8601 date or date-time, with the zone where one is printed.
    var iso: String

    /// Reads the first date in the text: `2021-04-12 07:30:00`, `2018年10月8日`, `2018/11/29`,
    /// `Fri, 30 Apr 2021 00:00:19 GMT` (RFC 1123), `07.01.2015` (day first).
    init?(_ text: Text) {
        guard let time = Self.yearFirst(text) ?? Self.rfc1123(text) ?? Self.dayFirst(text) else { return nil }
        self = time
    }

    init?(_ string: String) {
        guard let time = withText(string, { PublicationTime($0) }) else { return nil }
        self = time
    }

    private init(day: CalendarDay, clock: Clock?) {
        iso = day.iso + (clock?.iso ?? "")
        // 16:00 in Greenwich is midnight in China.
        self.day = clock?.zone == "Z" && clock!.hour >= 16 ? day.next : day
    }

    private struct Clock {
        var hour: Int
        var iso: String
        var zone: String
    }

    private static func yearFirst(_ text: Text) -> PublicationTime? {
        var i = text.start
        while i < text.end {
            guard let year = number(text, &i, digits: 4...4), (1900...2100).contains(year) else { continue }
            var j = i
            guard skip(text, &j, ["-", "/", ".", "年"]), let month = number(text, &j, digits: 1...2, jump: false),
                skip(text, &j, ["-", "/", ".", "月"]), let dayNumber = number(text, &j, digits: 1...2, jump: false),
                let day = CalendarDay(year: year, month: month, day: dayNumber)
            else { continue }
            _ = skip(text, &j, ["日"])
            return PublicationTime(day: day, clock: clock(text, j))
        }
        return nil
    }

    private static func rfc1123(_ text: Text) -> PublicationTime? {
        let months: [Literal] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard let name = text.find(anyOf: months), let month = months.firstIndex(where: { text.has($0, at: name.at) })
        else { return nil }
        var i = name.at + 3, j = max(text.start, name.at - 3)
        guard let dayNumber = number(text, &j, digits: 1...2), skip(text, &i, [" ", "-"]),
            let year = number(text, &i, digits: 4...4, jump: false),
            let day = CalendarDay(year: year, month: month + 1, day: dayNumber)
        else { return nil }
        return PublicationTime(day: day, clock: clock(text, i))
    }

    private static func dayFirst(_ text: Text) -> PublicationTime? {
        var i = text.start
        guard let dayNumber = number(text, &i, digits: 1...2), skip(text, &i, ["."]),
            let month = number(text, &i, digits: 1...2, jump: false), skip(text, &i, ["."]),
            let year = number(text, &i, digits: 4...4, jump: false), year >= 1900,
            let day = CalendarDay(year: year, month: month, day: dayNumber)
        else { return nil }
        return PublicationTime(day: day, clock: clock(text, i))
    }

    private static func clock(_ text: Text, _ start: Int) -> Clock? {
        var i = start
        while text[i] == 0x20 || text[i] == UInt8(ascii: "T") { i += 1 }
        guard let hour = number(text, &i, digits: 1...2, jump: false), hour < 24, skip(text, &i, [":", "："]),
            let minute = number(text, &i, digits: 2...2, jump: false), minute < 60
        else { return nil }
        var iso = "T\(CalendarDay.padded(hour, 2)):\(CalendarDay.padded(minute, 2))"
        var j = i
        if skip(text, &j, [":", "："]), let second = number(text, &j, digits: 2...2, jump: false), second < 60 {
            iso += ":\(CalendarDay.padded(second, 2))"
            i = j
            // .000 of a second
            if text[i] == UInt8(ascii: "."), text.isDigit(at: i + 1) {
                i += 1
                while text.isDigit(at: i) { i += 1 }
            }
        }
        while text[i] == 0x20 { i += 1 }
        let isGreenwich = text.has("GMT", at: i) || text.has("UTC", at: i) || text.has("Z", at: i)
        var zone = isGreenwich ? "Z" : ""
        if text.has("+08:00", at: i) || text.has("+0800", at: i) { zone = "+08:00" }
        return Clock(hour: hour, iso: iso + zone, zone: zone)
    }

    /// The next number of so many digits; without `jump` it must stand at `i`.
    private static func number(_ text: Text, _ i: inout Int, digits: ClosedRange<Int>, jump: Bool = true) -> Int? {
        while jump, i < text.end, !text.isDigit(at: i) { i += 1 }
        let start = i
        var value = 0
        while text.isDigit(at: i), i - start < 9 {
            value = value * 10 + Int(text[i] - 0x30)
            i += 1
        }
        return digits.contains(i - start) ? value : nil
    }

    private static func skip(_ text: Text, _ i: inout Int, _ words: [Literal]) -> Bool {
        guard let word = words.first(where: { text.has($0, at: i) }) else { return false }
        i += word.count
        return true
    }
}
