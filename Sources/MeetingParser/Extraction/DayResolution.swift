/// Gives a printed day its year and month from the report itself and its surroundings.
///
/// In the order of trust: the text; the publication date, as the latest such day not after it; a date in the URL; a
/// year that the text mentions as current; the path. Series of session numbers and other reports are the corpus's.
enum DayResolution {
    struct Result {
        var first: CalendarDay?
        var last: CalendarDay?
        var basis = DateBasis()
        var warnings: [Warning] = []
    }

    static func resolve(_ printed: PrintedDay, printed words: String, document: ReportDocument, path: String) -> Result {
        var result = Result()
        result.basis = DateBasis(day: .text, year: nil, evidence: words)
        let published = document.metadata.published
        if let before = printed.daysBefore {
            guard let published else {
                fromAddress(document.metadata.url, path, before, words, &result)
                return result
            }
            result.first = (0..<before).reduce(published.day) { day, _ in day.previous }
            result.basis = DateBasis(day: .publication, year: .publication, evidence: "\(words); \(document.metadata.publishedFrom)")
            return result
        }
        if let year = printed.year {
            fill(&result, printed, year: year)
            result.basis.year = .text
            checkAgainst(published, &result)
        } else if let published {
            fromPublication(published, printed, document, &result)
        } else if let found = dateInAddress(document.metadata.url, printed) {
            fill(&result, printed, year: found.year, month: found.month)
            result.basis.year = .url
            result.basis.evidence = "\(words); \(document.metadata.url ?? "")"
            result.warnings.append(Warning(field: "date", code: "year-from-url", message: "the year is taken from the URL"))
        } else if let month = printed.month, let mention = YearMentions.current(in: document, month: month) {
            fill(&result, printed, year: mention.year)
            result.basis.year = .mention
            result.basis.evidence = "\(words); \(mention.words)"
            result.warnings.append(
                Warning(field: "date", code: "year-from-mention", message: "the year is inferred from “\(mention.words)”"))
        } else if let found = dateInAddress(path, printed) {
            fill(&result, printed, year: found.year, month: found.month)
            result.basis.year = .path
            result.basis.evidence = "\(words); \(path)"
            result.warnings.append(Warning(field: "date", code: "year-from-path", message: "the year is taken from the path"))
        }
        return result
    }

    /// 昨天 of a page without a publication date, by a day in its URL.
    private static func fromAddress(_ url: String?, _ path: String, _ before: Int, _ words: String, _ result: inout Result) {
        for (address, isPath) in [(url, false), (path, true)] {
            guard let address, let (year, month, day) = withText(address, dateDigits), let day,
                let printed = CalendarDay(year: year, month: month, day: day)
            else { continue }
            result.first = (0..<before).reduce(printed) { day, _ in day.previous }
            result.basis = DateBasis(day: isPath ? .path : .publication, year: isPath ? .path : .url, evidence: "\(words); \(address)")
            let place = isPath ? "path" : "URL"
            result.warnings.append(
                Warning(field: "date", code: "year-from-\(place.lowercased())", message: "the day is counted from the date in the \(place)")
            )
            return
        }
        result.basis = DateBasis(day: .publication, evidence: words)
    }

    /// Sets first and last day for a year that is known; a month that is not printed comes from `month`.
    static func fill(_ result: inout Result, _ printed: PrintedDay, year: Int, month: Int? = nil) {
        guard let day = printed.day, let month = printed.month ?? month else { return }
        result.first = CalendarDay(year: year, month: month, day: day)
        if let lastDay = printed.lastDay, let first = result.first {
            result.last = first.earliest(month: printed.lastMonth ?? month, day: lastDay)
        }
    }

    private static func fromPublication(
        _ published: PublicationTime, _ printed: PrintedDay, _ document: ReportDocument, _ result: inout Result
    ) {
        guard let day = printed.day else { return }
        if let month = printed.month {
            guard let first = published.day.latest(month: month, day: day) else { return }
            // A day shortly after the publication is announced, or misprinted: no year is lowered to make it fit.
            if let announced = CalendarDay(year: published.day.year, month: month, day: day)
                ?? CalendarDay(year: published.day.year + 1, month: month, day: day),
                announced > published.day, announced.number(since: published.day) < 120, published.day.number(since: first) > 180
            {
                result.warnings.append(
                    Warning(
                        field: "date", code: "after-publication",
                        message: "the day \(month)-\(day) would be after the publication \(published.day.iso)"))
                return
            }
            fill(&result, printed, year: first.year)
        } else {
            // 24日: of the month of publication, or of the month before.
            var candidate = CalendarDay(year: published.day.year, month: published.day.month, day: day)
            if candidate.map({ $0 > published.day }) ?? true {
                let month = published.day.month == 1 ? 12 : published.day.month - 1
                candidate = CalendarDay(
                    year: published.day.month == 1 ? published.day.year - 1 : published.day.year, month: month, day: day)
            }
            guard let first = candidate else { return }
            fill(&result, printed, year: first.year, month: first.month)
        }
        result.basis.year = .publication
        result.basis.evidence = "\(result.basis.evidence ?? ""); \(document.metadata.publishedFrom)"
    }

    private static func checkAgainst(_ published: PublicationTime?, _ result: inout Result) {
        guard let published, let first = result.first, first > published.day else { return }
        // A page that appeared days before tells of a meeting to come: the day is not that of the one reported.
        if first.number(since: published.day) > 3 { (result.first, result.last) = (nil, nil) }
        result.warnings.append(
            Warning(
                field: "date", code: "after-publication", message: "the printed date is after the publication date \(published.day.iso)"))
    }

    // MARK: Addresses

    /// `/2024/10/23/`, `t20230303_`, `/202307/`, `2021-04-12` in a URL or path. The month of publication may be the one
    /// after the meeting's.
    private static func dateInAddress(_ address: String?, _ printed: PrintedDay) -> (year: Int, month: Int)? {
        guard let address else { return nil }
        guard let (year, month, day) = withText(address, dateDigits) else {
            // /2020/PLHNPFMO_0625/ tells the year alone.
            return printed.month.flatMap { month in withText(address, yearSegment).map { ($0, month) } }
        }
        let last = CalendarDay(year: year, month: month, day: day ?? CalendarDay.days(in: month, of: year))
        guard let last else { return nil }
        if let printedMonth = printed.month {
            return last.latest(month: printedMonth, day: printed.day ?? 1).map { ($0.year, $0.month) }
        }
        guard let printedDay = printed.day else { return nil }
        return printedDay <= last.day ? (year, month) : month == 1 ? (year - 1, 12) : (year, month - 1)
    }

    /// A part of the address that is a year.
    private static func yearSegment(_ text: Text) -> Int? {
        for part in text.split(["/"]) where part.count == 4 {
            if let year = ChineseNumeral.read(part, at: part.start), year.end == part.end, (1995...2099).contains(year.value) {
                return year.value
            }
        }
        return nil
    }

    private static func dateDigits(_ text: Text) -> (Int, Int, Int?)? {
        var i = text.start
        while i < text.end {
            guard text.isDigit(at: i), !text.isDigit(at: i - 1) else {
                i += 1
                continue
            }
            if let found = dateDigits(text, at: i) { return found }
            while text.isDigit(at: i) { i += 1 }
        }
        return nil
    }

    private static func dateDigits(_ text: Text, at i: Int) -> (Int, Int, Int?)? {
        func number(_ from: Int, _ count: Int) -> Int? {
            var value = 0
            for k in from..<from + count {
                guard text.isDigit(at: k) else { return nil }
                value = value * 10 + Int(text[k] - 0x30)
            }
            return value
        }
        guard let year = number(i, 4), (1995...2099).contains(year) else { return nil }
        func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
        let isSeparated = isSeparator(text[i + 4])
        let m = isSeparated ? i + 5 : i + 4
        guard let month = number(m, 2) ?? (isSeparated ? number(m, 1) : nil), (1...12).contains(month) else { return nil }
        let monthEnd = number(m, 2) != nil ? m + 2 : m + 1
        // 2020-06-24, 202006/24
        let isDayApart =
            isSeparated ? isSeparator(text[monthEnd]) : text[monthEnd] == UInt8(ascii: "/") && !text.isDigit(at: monthEnd + 3)
        let d = isDayApart ? monthEnd + 1 : monthEnd
        // A longer run of digits is no date: 202307 is one, 2023078 is none.
        if let day = number(d, 2), CalendarDay(year: year, month: month, day: day) != nil { return (year, month, day) }
        return text.isDigit(at: monthEnd) ? nil : (year, month, nil)
    }
}

extension PrintedDay {
    /// `2020-05` where a year and a month are printed and no day.
    var monthISO: String? {
        guard let year, let month, day == nil, daysBefore == nil else { return nil }
        return "\(year)-\(CalendarDay.padded(month, 2))"
    }
}
