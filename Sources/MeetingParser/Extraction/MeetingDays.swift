/// The day on which the meeting was held, as the report prints it.
enum MeetingDays {
    /// The first day printed in the lead, by the strongest rule that matches.
    static func extract(from document: ReportDocument, lead: MeetingLead?) -> Match<PrintedDay>? {
        if let labelled = labelled(in: document) { return labelled }
        if let lead, let told = behindDateline(lead.sentence) { return told.value == PrintedDay() ? nil : told }
        if let lead, let day = beforeVerb(lead) ?? beforeName(lead) { return day }
        var places: [Text] = []
        if let lead { places.append(lead.sentence) }
        if let p = lead?.paragraph, p >= 0 { places.append(document.paragraphs[p].text) }
        places += document.paragraphs.prefix(2).map(\.text)
        for place in places {
            if let day = printed.firstMatch(in: beforeItems(place, lead)), day.value.day != nil || day.value.daysBefore != nil {
                return day
            }
        }
        return toldLater(document) ?? lead.flatMap { torn(in: $0.sentence, document) ?? monthAlone(in: $0.sentence) }
    }

    static let wholeDays = printed.named(["year-month-day", "today-in-brackets", "month-day"])
    static let wholeDay = printed.named("year-month-day")
    private static let monthAndDay = printed.named("month-day")
    private static let dayAlone = printed.named("day-alone")

    /// 10月11日至12日，…，12日下午召开点评会: of several days the one next to the verb is the meeting's.
    private static func beforeVerb(_ lead: MeetingLead) -> Match<PrintedDay>? {
        guard let name = lead.names.first, name.start > lead.sentence.start else { return nil }
        let before = lead.sentence.upTo(lead.convener?.start ?? name.start)
        guard let alone = dayAlone.all(in: before).last, alone.value.lastDay == nil,
            let whole = monthAndDay.all(in: before).last, whole.range.upperBound < alone.range.lowerBound, let month = whole.value.month
        else { return nil }
        var day = alone
        day.value.month = month
        return day
    }

    /// 市人大常委会昨天举行主任会议，决定常委会会议于12月27日举行: a day before the name is the meeting's, whatever follows.
    private static func beforeName(_ lead: MeetingLead) -> Match<PrintedDay>? {
        guard let name = lead.names.first, name.start > lead.sentence.start,
            let day = printed.firstMatch(in: beforeItems(lead.sentence.upTo(name.start))),
            day.value.day != nil || day.value.daysBefore != nil
        else { return nil }
        return day
    }

    /// The day stands before what was taken up; dates in agenda titles are others.
    private static func beforeItems(_ place: Text, _ lead: MeetingLead? = nil) -> Text {
        let stop = place.find(anyOf: ["《", "传达学习", "会议听取", "会议研究", "会议审议"])?.at ?? place.end
        // 纪念《基本法》颁布三十周年大会31日在澳门举行: a title within the name of the meeting.
        var least = place.start + 60
        if let name = lead?.names.last, place.range.contains(name.start), place.upTo(name.end).find("《") != nil,
            let verb = place.from(name.end).find(anyOf: ["召开", "举行"]), verb.at - name.end < 90
        {
            least = max(least, verb.at)
        }
        return place.upTo(min(max(stop, least), place.end))
    }

    /// 会议时间：2021年3月4日 of minutes and forms.
    private static func labelled(in document: ReportDocument) -> Match<PrintedDay>? {
        for value in FormLabel.values(in: document, FormLabel.timeLabels) {
            // 时间：2022-05-19 来源：本站 is when it was published.
            if value.contains(anyOf: ["来源", "浏览", "点击", "阅读"]) { continue }
            if let day = printed.firstMatch(in: value) { return day }
            // 2024-05-16 19:30, 2024/5/16, 2024.5.16
            if let time = PublicationTime(value) {
                let day = PrintedDay(year: time.day.year, month: time.day.month, day: time.day.day)
                return Match(value: day, range: value.range, rule: "form-label")
            }
        }
        return nil
    }

    /// 东北网7月28日电（记者 X）昨日，: the day of a dateline is when it was written. The meeting's day is the one behind it, or
    /// counted from it; behind 近日 there is none, which an empty day stands for. nil where there is no dateline or nothing
    /// behind it tells.
    private static func behindDateline(_ sentence: Text) -> Match<PrintedDay>? {
        let head = sentence[sentence.start..<sentence.start + 120]
        // 4月9日讯, 4月9日盐城讯
        guard let mark = head.find(anyOf: ["讯", "电", "訊", "電"]), let at = head.upTo(mark.at).findLast("日"), mark.at - at <= 15,
            let day = ChineseNumeral.read(sentence, endingAt: at), sentence.has("月", at: day.start - 3),
            let month = ChineseNumeral.read(sentence, endingAt: day.start - 3)
        else { return nil }
        var rest = sentence.from(mark.at + mark.word.count).trimmed
        if rest.hasPrefix(anyOf: ["（", "【"]) != nil, let close = rest.find(anyOf: ["）", "】"]), close.at - rest.start < 150 {
            rest = rest.from(close.at + 3).trimmed
        }
        if rest.hasPrefix(anyOf: ["近日", "日前", "近期", "连日来", "近两日"]) != nil { return Match(value: PrintedDay(), range: rest.range) }
        if let found = printed.firstMatch(in: beforeItems(rest)) {
            guard let before = found.value.daysBefore else { return found.value.day == nil ? nil : found }
            // Counted from the day of the dateline, whatever year it is of.
            guard let written = CalendarDay(year: 2003, month: month.value, day: day.value) else { return nil }
            let held = (0..<before).reduce(written) { day, _ in day.previous }
            let value = PrintedDay(month: held.month, day: held.day, timeOfDay: found.value.timeOfDay)
            return Match(value: value, range: month.start..<found.range.upperBound, rule: "day-behind-dateline")
        }
        return nil
    }

    static let rules = printed + [signLost]

    private static let printed: [Rule<PrintedDay>] = [
        Rule(
            "year-month-day", cue: "年",
            examples: [
                ("2021年3月4日上午，", PrintedDay(year: 2021, month: 3, day: 4, timeOfDay: "上午")),
                ("二〇二一年四月九日，", PrintedDay(year: 2021, month: 4, day: 9)), ("2021年防汛", nil),
                ("2018年5月至8月", nil), ("自1999年12月20日起", nil), ("会议通知于2025年8月18日以书面方式发出", nil),
            ]
        ) { text, cue in
            guard let year = ChineseNumeral.read(text, endingAt: cue.lowerBound), (1949...2099).contains(year.value),
                let day = monthDay(text, at: cue.upperBound), !text.has("起", at: day.end)
            else { return nil }
            // The day on which a board was told to meet.
            if text.upTo(year.start).hasSuffix(anyOf: ["通知于", "通知已于"]) != nil { return nil }
            var value = day.value
            value.year = year.value
            return Match(value: value, range: year.start..<day.end)
        },
        Rule(
            "today-in-brackets", cue: "月",
            examples: [("今天（8月8日）下午", PrintedDay(month: 8, day: 8, timeOfDay: "下午")), ("8月8日", nil)]
        ) { text, cue in
            guard let month = ChineseNumeral.read(text, endingAt: cue.lowerBound),
                let open = ["（", "("].first(where: { text.has($0, at: month.start - $0.count) }) as Literal?,
                text.upTo(month.start - open.count).hasSuffix(anyOf: ["今天", "昨天", "今日", "昨日"]) != nil,
                let day = monthDay(text, at: month.start), !isDateline(text, behind: day.end)
            else { return nil }
            var value = day.value
            value.timeOfDay = timeOfDay(text, at: skippingBracket(text, day.end))
            return Match(value: value, range: month.start..<day.end)
        },
        Rule(
            "month-day", cue: "月",
            examples: [
                ("5月27日，", PrintedDay(month: 5, day: 27)),
                ("10月24日至25日，", PrintedDay(month: 10, day: 24, lastMonth: 10, lastDay: 25)),
                ("9月30日至10月1日", PrintedDay(month: 9, day: 30, lastMonth: 10, lastDay: 1)),
                ("5月27～28日，", PrintedDay(month: 5, day: 27, lastMonth: 5, lastDay: 28)), ("元月6日，", PrintedDay(month: 1, day: 6)),
                ("10月份", nil), ("“8·10”", nil),
            ]
        ) { text, cue in
            guard let month = month(text, endingAt: cue.lowerBound), !text.has("年", at: month.start - 3),
                let day = monthDay(text, at: month.start)
            else { return nil }
            return Match(value: day.value, range: month.start..<day.end)
        },
        Rule(
            "relative-day", cue: "天",
            examples: [
                ("昨天上午，", PrintedDay(daysBefore: 1, timeOfDay: "上午")), ("今天下午，", PrintedDay(daysBefore: 0, timeOfDay: "下午")),
                ("前天，", PrintedDay(daysBefore: 2)), ("几天", nil), ("今天的成绩", nil),
            ]
        ) { text, cue in relativeDay(text, at: cue.lowerBound - 3) },
        Rule(
            "relative-day-formal", cue: "日",
            examples: [("昨日，", PrintedDay(daysBefore: 1)), ("今日下午，", PrintedDay(daysBefore: 0, timeOfDay: "下午")), ("近日，", nil)]
        ) { text, cue in relativeDay(text, at: cue.lowerBound - 3) },
        Rule(
            "last-night", cues: ["晚", "夜", "早", "晨"],
            examples: [
                ("昨晚，县委", PrintedDay(daysBefore: 1, timeOfDay: "晚")), ("今晨，县委", PrintedDay(daysBefore: 0, timeOfDay: "晨")), ("至今早已", nil),
                ("傍晚，", nil),
            ]
        ) { text, cue in
            let words: [(Literal, Int)] = [("今", 0), ("昨", 1)]
            guard let word = words.first(where: { text.has($0.0, at: cue.lowerBound - 3) }),
                cue.lowerBound - 3 == text.start || !text.isHan(at: text.before(cue.lowerBound - 3)),
                text.has("，", at: cue.upperBound) || text.isHan(at: cue.upperBound)
            else { return nil }
            return Match(value: PrintedDay(daysBefore: word.1, timeOfDay: text[cue].string), range: cue.lowerBound - 3..<cue.upperBound)
        },
        Rule(
            "day-alone", cue: "日",
            examples: [
                ("24日，市政府", PrintedDay(day: 24)), ("昨（15）日，", PrintedDay(day: 15)),
                ("16日至17日", PrintedDay(day: 16, lastDay: 17)), ("27～28日，", PrintedDay(day: 27, lastDay: 28)), ("30日内", nil), ("节日", nil),
                ("会见（2）日国会议员", nil), ("近2日来", nil), ("近两日，", nil),
            ]
        ) { text, cue in
            var end = cue.lowerBound
            if let close = text.upTo(end).hasSuffix(anyOf: ["）", ")"]) { end -= close.count }
            guard let day = ChineseNumeral.read(text, endingAt: end), (1...31).contains(day.value),
                !text.has("内", at: cue.upperBound), !text.has("月", at: day.start - 3), !text.has("起", at: cue.upperBound),
                !text.has("来", at: cue.upperBound), text.upTo(day.start).hasSuffix(anyOf: ["近", "前", "后", "连", "这", "几"]) == nil,
                !isListNumber(text, day.start, end, cue.upperBound)
            else { return nil }
            var value = PrintedDay(day: day.value)
            var after = cue.upperBound
            // 27～28日, 5月27至28日 reads from the month.
            if let first = firstDay(text, before: day.start), first.value < day.value {
                if text.has("月", at: first.start - 3) { return nil }
                value = PrintedDay(day: first.value, lastDay: day.value)
                value.timeOfDay = timeOfDay(text, at: after)
                return Match(value: value, range: first.start..<after)
            }
            if let last = lastDay(text, at: after) {
                value.lastDay = last.day
                after = last.end
            }
            value.timeOfDay = timeOfDay(text, at: after)
            return Match(value: value, range: day.start..<after)
        },
    ]

    /// 10月14日讯（记者 …）10月13日下午，…: the day of a dateline is not the meeting's where another follows.
    private static func isDateline(_ text: Text, behind end: Int) -> Bool {
        let rest = text.from(end)
        guard rest.hasPrefix(anyOf: ["讯", "电"]) != nil, let month = rest.find("月"), month - end < 180 else { return false }
        return ChineseNumeral.read(rest, endingAt: month).map { monthDay(rest, at: $0.start) != nil } ?? false
    }

    /// （2）日国: a number of a list before a word that begins with 日.
    private static func isListNumber(_ text: Text, _ start: Int, _ end: Int, _ after: Int) -> Bool {
        end < after - 3 && text.upTo(start).hasSuffix("（") && !text.upTo(start - 3).hasSuffix("昨") && !text.upTo(start - 3).hasSuffix("今")
            && !text.upTo(start - 3).hasSuffix("天")
    }

    /// 27 of 27～28日, 27至28日.
    private static func firstDay(_ text: Text, before start: Int) -> (value: Int, start: Int)? {
        guard let joiner = joiners.first(where: { text.has($0, at: start - $0.count) }),
            let first = ChineseNumeral.read(text, endingAt: start - joiner.count), (1...31).contains(first.value)
        else { return nil }
        return first
    }

    private static let joiners: [Literal] = ["至", "到", "-", "－", "—", "～", "~", "、", "和"]

    /// The month whose name ends before 月: 5, 十二, 元.
    private static func month(_ text: Text, endingAt end: Int) -> (value: Int, start: Int)? {
        text.has("元", at: end - 3) ? (1, end - 3) : ChineseNumeral.read(text, endingAt: end)
    }

    // MARK: Parts of a date

    /// 5月27日(星期三)上午 at `i`, with a second day of the same meeting.
    private static func monthDay(_ text: Text, at i: Int) -> (value: PrintedDay, end: Int)? {
        let first = text.has("元月", at: i) ? (value: 1, end: i + 3) : ChineseNumeral.read(text, at: i)
        guard let month = first, (1...12).contains(month.value), text.has("月", at: month.end),
            let day = ChineseNumeral.read(text, at: month.end + 3), (1...31).contains(day.value)
        else { return nil }
        var value = PrintedDay(month: month.value, day: day.value)
        var end = day.end
        if text.has("日", at: end) || text.has("号", at: end) {
            end += 3
        } else if !joiners.contains(where: { text.has($0, at: end) }) || lastDay(text, at: end) == nil {
            // 3月8，县长…: 日 was forgotten at the start of the report.
            guard text.has("，", at: end), i <= text.start + 3 else { return nil }
        }
        // 25日下午至26日
        let half = (["上午", "下午", "晚"] as [Literal]).first { text.has($0, at: end) }
        if let last = lastDay(text, at: end) ?? half.flatMap({ lastDay(text, at: end + $0.count) }) {
            value.lastMonth = last.month ?? month.value
            value.lastDay = last.day
            end = last.end
        }
        value.timeOfDay = half.flatMap { value.lastDay == nil ? nil : $0.string } ?? timeOfDay(text, at: end)
        return (value, end)
    }

    /// 至25日, -25日, 、25日, 至6月1日
    private static func lastDay(_ text: Text, at i: Int) -> (month: Int?, day: Int, end: Int)? {
        guard let joiner = joiners.first(where: { text.has($0, at: i) }),
            let first = ChineseNumeral.read(text, at: i + joiner.count), (1...31).contains(first.value)
        else { return nil }
        if text.has("月", at: first.end), let second = ChineseNumeral.read(text, at: first.end + 3), text.has("日", at: second.end) {
            return (first.value, second.value, second.end + 3)
        }
        return text.has("日", at: first.end) && first.value <= 31 ? (nil, first.value, first.end + 3) : nil
    }

    private static func relativeDay(_ text: Text, at i: Int) -> Match<PrintedDay>? {
        let words: [(Literal, Int)] = [("今", 0), ("昨", 1), ("前", 2)]
        guard let word = words.first(where: { text.has($0.0, at: i) }) else { return nil }
        let end = skippingBracket(text, i + 6)
        let time = timeOfDay(text, at: end)
        guard
            time != nil || text.has("，", at: end) || text.has(",", at: end) || text.has("召开", at: end)
                || text.isHan(at: end) && !text.has("的", at: end) && !text.has("是", at: end)
        else { return nil }
        // 前日 and 日前 are no fixed day.
        if word.1 == 2, !text.has("天", at: i + 3) { return nil }
        return Match(value: PrintedDay(daysBefore: word.1, timeOfDay: time), range: i..<i + 6)
    }

    private static func skippingBracket(_ text: Text, _ i: Int) -> Int {
        guard text.has("（", at: i) || text.has("(", at: i), let close = text.find(anyOf: ["）", ")"], from: i), close.at - i < 30
        else { return text.has("）", at: i) ? i + 3 : text.has(")", at: i) ? i + 1 : i }
        return close.at + close.word.count
    }

    /// 上午, 下午, 晚 … behind the day, past a weekday in brackets.
    static func timeOfDay(_ text: Text, at i: Int) -> String? {
        let at = skippingBracket(text, i)
        return (["上午", "下午", "晚上", "晚", "中午", "傍晚", "凌晨", "深夜", "夜", "早上", "清晨", "午后"] as [Literal]).first { text.has($0, at: at) }?.string
    }
}
