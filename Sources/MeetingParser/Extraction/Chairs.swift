/// Who presided: X主持会议, X主持召开, 会议由X主持, 受Y委托，X主持, 主持人：X.
///
/// Being named first among those present is no presiding.
enum Chairs {
    /// nil where the report says nothing of presiding; a chair without name or titles where it does and none was found.
    static func extract(from document: ReportDocument) -> Match<Chair>? {
        var cued = false
        if let labelled = labelled(in: document) { return completed(labelled, document) }
        for paragraph in document.paragraphs where paragraph.text.contains("主持") {
            for sentence in paragraph.sentences {
                var from = sentence.start
                while let at = sentence.find("主持", from: from) {
                    from = at + 6
                    guard isPresiding(sentence, at: at) else { continue }
                    cued = true
                    if let chair = read(sentence, at: at) { return completed(chair, document) }
                }
            }
        }
        if let headline = document.headline, let at = headline.find("主持"), let chair = read(headline, at: at),
            chair.value.name != nil
        {
            return completed(chair, document)
        }
        if let bracketed = bracketed(in: document) ?? convener(in: document) { return completed(bracketed, document) }
        return cued ? Match(value: Chair(name: nil, titles: []), range: 0..<0, rule: "unreadable") : nil
    }

    /// （主持人：甲 汇报人：乙） under an item of minutes.
    private static func bracketed(in document: ReportDocument) -> Match<Chair>? {
        for paragraph in document.paragraphs where paragraph.text.count < 600 && paragraph.text.contains("主持人：") {
            guard let at = paragraph.text.find("主持人："), paragraph.text.upTo(at).hasSuffix("（") else { continue }
            let rest = paragraph.text.from(at + 12)
            let name = rest.upTo(rest.find(anyOf: [" ", "）", "，", "；"])?.at ?? rest.end)
            if let person = FormLabel.people(name).first {
                return Match(value: Chair(name: person.name, titles: person.titles), range: person.range, rule: "presides-in-brackets")
            }
        }
        return nil
    }

    /// 市长X召集A、B等部门召开…会, X立即组织召开…: whoever convenes in person presides, where nothing else is said of it.
    private static func convener(in document: ReportDocument) -> Match<Chair>? {
        for paragraph in document.paragraphs.prefix(4) {
            for sentence in paragraph.sentences.prefix(3) {
                guard let verb = sentence.find(anyOf: ["召集", "组织召开", "召开"]), verb.at - sentence.start < 400 else { continue }
                // 会长X在北京召集…: the place stands between.
                var before = sentence.upTo(verb.at)
                if let at = before.findLast("在"), before.end - at <= 45, before.from(at).find(anyOf: ["，", "、"]) == nil {
                    before = before.upTo(at)
                }
                // 市长王平、副市长李明召开…: of several the first; 副书记、市长王平 is one.
                let whole = withoutAdverbs(before)
                let isOne = Persons.list(whole, bare: false).count == 1
                let clause = isOne ? whole : withoutAdverbs(before.upTo(before.find("、") ?? before.end))
                guard let last = Persons.last(clause), !last.titles.isEmpty, !last.titles.contains(where: { $0.contains("的") }),
                    last.range.upperBound == clause.end
                else { continue }
                return Match(value: Chair(name: last.name, titles: last.titles), range: last.range, rule: "convenes-in-person")
            }
        }
        return nil
    }

    /// 主持工作 and 主持人 are no presiding at this meeting.
    private static func isPresiding(_ sentence: Text, at: Int) -> Bool {
        let after = sentence.from(at + 6)
        if after.hasPrefix(anyOf: ["工作", "人", "日常", "全面", "常务", "编", "词", "县委工作", "政府工作"]) != nil { return false }
        let before = sentence.upTo(at)
        // 传达学习习近平总书记在主持召开…座谈会上的讲话精神: a meeting that is studied.
        if before.contains(anyOf: ["总书记", "习近平"]) && before.contains(anyOf: ["传达", "学习", "贯彻", "领学"]) { return false }
        return !before.hasSuffix("节目")
    }

    private static func read(_ sentence: Text, at: Int) -> Match<Chair>? {
        let clause = clause(sentence, endingAt: at)
        for rule in rules {
            if let match = rule.read(sentence[clause], at..<at + 6) {
                return Match(value: match.value, range: match.range, rule: rule.name)
            }
        }
        return deputy(sentence, before: clause.lowerBound, place: sentence[clause.lowerBound..<at])
    }

    /// 副市长X受市长Y委托，在301会议室主持: who was asked to stands in the clause before.
    private static func deputy(_ sentence: Text, before start: Int, place: Text) -> Match<Chair>? {
        guard start > sentence.start else { return nil }
        let before = sentence.upTo(start)
        let comma = before.upTo(before.before(start))
        guard let asked = comma.droppingSuffix("委托"), let by = asked.findLast("受") else { return nil }
        let bare = withoutAdverbs(place)
        guard bare.isEmpty || bare.hasPrefix("在") else { return nil }
        let from = clause(sentence, endingAt: by).lowerBound
        guard var match = person(withoutAdverbs(sentence[from..<by])) else { return nil }
        match.rule = "presides-by-delegation"
        return match
    }

    /// From the last comma that is not between titles and a name.
    private static func clause(_ sentence: Text, endingAt at: Int) -> Range<Int> {
        var start = sentence.start
        for stop: Literal in ["，", "；", "。", "：", ",", ";", "！"] {
            if let hit = sentence.upTo(at).findLast(stop) { start = max(start, hit + stop.count) }
        }
        return start..<min(at + 6, sentence.end)
    }

    static let rules: [Rule<Chair>] = [
        Rule(
            "presided-over-by", cue: "主持",
            examples: [
                ("会议由市长祝南风主持", Chair(name: "祝南风", titles: ["市长"])), ("会议由镇党委书记主持", Chair(name: nil, titles: ["镇党委书记"])),
                ("区委书记于军主持", nil),
            ]
        ) { clause, cue in
            guard let by = clause.upTo(cue.lowerBound).findLast("由"), by > clause.start || clause.hasPrefix("由") else { return nil }
            let named = clause[by + 3..<cue.lowerBound]
            // 由A和B分别主持: the one named first presides first.
            if named.hasSuffix("分别"), let first = Persons.list(named, bare: true).first {
                return Match(value: Chair(name: first.name, titles: first.titles), range: first.range)
            }
            return person(named)
        },
        Rule(
            "presides", cue: "主持",
            examples: [
                ("区委书记于军主持", Chair(name: "于军", titles: ["区委书记"])),
                ("国务院总理陆承安9月13日主持", Chair(name: "陆承安", titles: ["国务院总理"])),
                ("祝南风市长主持", Chair(name: "祝南风", titles: ["市长"])), ("国务院总理陆承安18日主持", Chair(name: "陆承安", titles: ["国务院总理"])),
                ("路遥川在主持", Chair(name: "路遥川", titles: [])),
                ("各县区分别主持", nil),
            ]
        ) { clause, cue in
            let subject = withoutAdverbs(clause.upTo(cue.lowerBound))
            if let person = person(subject) { return person }
            // 市长X在市防指主持召开…: the place stands between.
            return subject.findLast("在").flatMap { person(withoutAdverbs(subject.upTo($0))) }
        },
    ]

    private static func person(_ text: Text) -> Match<Chair>? {
        let part = Persons.trimmingJoiners(text)
        if let person = Persons.list(part, bare: true).last, person.range.upperBound == part.end {
            // 受X委托 names who is away.
            return Match(value: Chair(name: person.name, titles: person.titles), range: person.range)
        }
        let titles = part.split(["、"])
        guard !part.contains(anyOf: ["总书记", "传达", "学习"]), let last = titles.last, Offices.list.match(last, endingAt: last.end) != nil,
            part.count <= 90
        else { return nil }
        return Match(value: Chair(name: nil, titles: titles.map(\.string)), range: part.range)
    }

    /// Without what stands between the name and 主持: 9月13日, 在北京, 出席并, 亲自, 同志.
    private static func withoutAdverbs(_ text: Text) -> Text {
        text.trimmed.shortened { whole in
            var part = whole
            for word in adverbs where part.hasSuffix(word) { part = part.upTo(part.end - word.count).trimmed }
            for time in MeetingDays.wholeDays {
                // A day has at most some 45 bytes; days elsewhere are not looked for.
                if let day = time.all(in: part.last(72)).last, part.end - day.range.upperBound <= 9, day.range.lowerBound > part.start + 3 {
                    part = part.upTo(day.range.lowerBound).trimmed
                } else if let day = time.first(in: part.first(72)), day.range.lowerBound == part.start {
                    part = part.from(day.range.upperBound).trimmed
                }
            }
            // 总理X18日主持: the month is the dateline's.
            if let head = part.droppingSuffix("日"), let day = ChineseNumeral.read(head, endingAt: head.end), (1...31).contains(day.value),
                day.start > part.start
            {
                part = part.upTo(day.start).trimmed
            }
            for word in times where part.hasPrefix(word) { part = part.from(part.start + word.count).trimmed }
            return part
        }
    }

    private static let adverbs: [Literal] = [
        "同志", "在", "并", "出席会议", "出席", "参加会议", "参加", "亲自", "今天", "昨天", "日前", "近日", "分别", "上午", "下午", "在京", "到会", "召集", "会议", "先生", "共同",
        "随即", "立即", "连夜", "紧急", "现场", "专题", "受委托",
    ]
    private static let times: [Literal] = [
        "上午", "下午", "晚上", "晚", "昨天", "今天", "近日", "日前", "昨日", "今日", "讯", "当天", "会议", "本次会议", "，", "：", "有",
    ]

    // MARK: Forms

    /// 主持人：X, with the name on the same line or on the next.
    private static func labelled(in document: ReportDocument) -> Match<Chair>? {
        for value in FormLabel.values(in: document, ["会议主持人", "会议主持", "主持人", "主持", "主持会议"]) {
            guard let person = FormLabel.people(value).first else { continue }
            return Match(value: Chair(name: person.name, titles: person.titles), range: person.range, rule: "form-label")
        }
        return nil
    }

    // MARK: Titles

    /// A chair named without titles has those with which the report names the same person elsewhere.
    private static func completed(_ chair: Match<Chair>, _ document: ReportDocument) -> Match<Chair> {
        guard let name = chair.value.name, chair.value.titles.isEmpty else { return chair }
        var completed = chair
        completed.value.titles = TitledNames.titles(of: name, in: document)
        return completed
    }
}
