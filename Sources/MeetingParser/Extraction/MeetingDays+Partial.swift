/// Days that stand elsewhere than in the lead, or of which a part is not printed or was lost on the way.
extension MeetingDays {
    /// 2020年5月，县委常委会召开会议: a month without a day, at the start of the lead.
    static func monthAlone(in sentence: Text) -> Match<PrintedDay>? {
        guard let year = ChineseNumeral.read(sentence, at: sentence.start), (1949...2099).contains(year.value),
            sentence.has("年", at: year.end),
            let month = ChineseNumeral.read(sentence, at: year.end + 3), (1...12).contains(month.value), sentence.has("月，", at: month.end)
        else { return nil }
        return Match(value: PrintedDay(year: year.value, month: month.value), range: sentence.start..<month.end + 3, rule: "month-alone")
    }

    /// 811日 of a page that lost its 月, where the digits can be read in one way and the page appeared within a month of that day.
    static func torn(in sentence: Text, _ document: ReportDocument) -> Match<PrintedDay>? {
        guard let published = document.metadata.published?.day, let found = signLost.first(in: sentence.upTo(sentence.start + 60)),
            let month = found.value.month, let day = found.value.day, let held = published.latest(month: month, day: day),
            published.number(since: held) <= 31, found.value.year.map({ $0 == held.year }) ?? true
        else { return nil }
        return found
    }

    static let signLost = Rule<PrintedDay>(
        "month-sign-lost", cues: ["日", "上午", "下午"],
        examples: [
            ("811日下午，集团", PrintedDay(month: 8, day: 11, timeOfDay: "下午")), ("1126上午，", PrintedDay(month: 11, day: 26, timeOfDay: "上午")),
            ("2018813日，", PrintedDay(year: 2018, month: 8, day: 13)), ("111日下午，", nil), ("120日攻坚", nil), ("2021年811日，", nil),
        ]
    ) { text, cue in
        // Of pages that lost their 月; only where the digits can be read in one way.
        var digits: [Int] = []
        while digits.count < 9, text.isDigit(at: cue.lowerBound - digits.count - 1) {
            digits.insert(Int(text[cue.lowerBound - digits.count - 1] - 0x30), at: 0)
        }
        let start = cue.lowerBound - digits.count
        guard digits.count >= 3, digits.count <= 8,
            start == text.start || text.upTo(start).hasSuffix(anyOf: ["，", "。", " ", "讯", "）"]) != nil,
            var day = monthDay(digits.suffix(digits.count > 4 ? digits.count - 4 : 4))
        else { return nil }
        if digits.count > 4 {
            day.year = digits.prefix(4).reduce(0) { $0 * 10 + $1 }
            guard (1949...2099).contains(day.year!) else { return nil }
        }
        let after = text[cue] == "日" ? cue.upperBound : cue.lowerBound
        day.timeOfDay = timeOfDay(text, at: after)
        guard day.timeOfDay != nil || text.has("，", at: after) else { return nil }
        return Match(value: day, range: start..<cue.upperBound)
    }

    /// 813 is 8月13日; nil where the digits can be parted in two ways, or in none.
    private static func monthDay(_ digits: ArraySlice<Int>) -> PrintedDay? {
        let all = Array(digits)
        guard all.count == 3 || all.count == 4 else { return nil }
        let days = [1, 2].compactMap { width -> PrintedDay? in
            let month = all.prefix(width).reduce(0) { $0 * 10 + $1 }, rest = all.dropFirst(width)
            let day = rest.reduce(0) { $0 * 10 + $1 }
            guard rest.count <= 2, rest.first != 0, (1...12).contains(month), (1...31).contains(day) else { return nil }
            return PrintedDay(month: month, day: day)
        }
        return days.count == 1 ? days[0] : nil
    }

    /// 本次监事会会议2020年3月25日在公司召开 of announcements: a whole day between 会议 and 召开, wherever it stands.
    static func toldLater(_ document: ReportDocument) -> Match<PrintedDay>? {
        for paragraph in document.paragraphs.prefix(24) where paragraph.cell == nil {
            for sentence in paragraph.sentences.prefix(6) {
                guard let meeting = sentence.find(anyOf: ["会议", "会于"])?.at, let held = sentence.find(anyOf: ["召开", "举行"], from: meeting),
                    held.at - meeting < 150,
                    let day = wholeDay.first(in: sentence[meeting..<held.at])
                else { continue }
                return day
            }
        }
        return nil
    }
}
