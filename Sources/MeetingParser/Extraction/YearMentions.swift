/// Years that a report mentions as current: 2020年防汛, 2020年上半年, 召开2023年第三次全体会议.
///
/// A year in which something began (2017年以来), a span (2020—2022年), a year under review (2021年度, 截至2019年底) and
/// the number of a paper (〔2018〕12号) say nothing of the meeting's.
enum YearMentions {
    /// The year that is mentioned most as the current one. At the end of a year reports speak of the next: 总结2023年,
    /// 部署2024年 in December tells 2023.
    static func current(in document: ReportDocument, month: Int) -> (year: Int, words: String)? {
        var votes: [Int: (count: Int, words: String)] = [:]
        func count(_ text: Text) {
            for mention in mentions(in: text) {
                // 谋划2023年工作 in autumn, 2024年项目完成情况 in spring tell of other years.
                if month >= 9 && mention.isPlanned || month == 1 && mention.weight == 1
                    || month <= 3 && mention.weight == 1 && mention.words.contains("完成情况")
                {
                    continue
                }
                // What is reviewed in spring is last year, at the end of the year this one.
                if mention.isReviewed {
                    if month <= 4 { votes[mention.year + 1, default: (0, mention.words)].count += 2 }
                    if month >= 11 { votes[mention.year, default: (0, mention.words)].count += 2 }
                } else {
                    votes[mention.year, default: (0, mention.words)].count += mention.weight
                }
            }
        }
        if let headline = document.headline { count(headline) }
        for paragraph in document.paragraphs { count(paragraph.text) }
        guard let most = votes.filter({ $0.value.count > 0 }).max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) }) else {
            return nil
        }
        if month >= 11, let before = votes[most.key - 1], before.count > 0 {
            // 听取2021年考评情况、2022年指标: each may be the current one.
            return before.count > 1 || most.value.count > 1 ? (most.key - 1, before.words) : nil
        }
        return (most.key, most.value.words)
    }

    /// A year and how much it counts.
    struct Mention: Equatable, Sendable {
        var year: Int
        var weight: Int
        var words: String
        /// 总结2007年, 2017年第四季度点评: a time that is over.
        var isReviewed = false
        /// 谋划2023年工作.
        var isPlanned = false
    }

    private static let mentioned = rules.named("year-mentioned")

    private static func mentions(in text: Text) -> [Mention] { mentioned.all(in: text).map(\.value) }

    static let rules: [Rule<Mention>] = [
        Rule(
            "year-mentioned", cues: ["年"], in: .years,
            examples: [
                ("部署2020年防汛工作", Mention(year: 2020, weight: 3, words: "2020年防汛工作")),
                ("完成2020年任务", Mention(year: 2020, weight: 1, words: "2020年任务")),
                ("关于2020年上半年经济运行情况", Mention(year: 2020, weight: 3, words: "2020年上半年经济运行情况")),
                ("总结2019年工作", Mention(year: 2019, weight: 0, words: "2019年", isReviewed: true)), ("2017年以来", nil), ("截至2019年", nil),
                ("2020—2022年", nil),
            ]
        ) { text, cue in
            guard let year = ChineseNumeral.read(text, endingAt: cue.lowerBound), (1990...2099).contains(year.value),
                cue.lowerBound - year.start >= 4
            else { return nil }
            let before = text.upTo(year.start), after = text.from(cue.upperBound)
            if before.hasSuffix(anyOf: reviewing) != nil || after.hasPrefix(anyOf: reviewed) != nil {
                return Match(
                    value: Mention(year: year.value, weight: 0, words: text[year.start..<cue.upperBound].string, isReviewed: true),
                    range: year.start..<cue.upperBound)
            }
            // 通报了2023年第二季度, but 经历了2017年
            let isReported = before.hasSuffix("了") && after.hasPrefix(anyOf: strong) != nil
            let isAbout = before.hasSuffix(anyOf: ["关于", "对于"]) != nil
            if before.hasSuffix(anyOf: openings) != nil, !isReported, !isAbout { return nil }
            // 2023年前7个月 is the current year, 2020年前 is not.
            let isPartOfYear = after.hasPrefix("前") && ChineseNumeral.read(text, at: cue.upperBound + 3) != nil
            if !isPartOfYear, after.hasPrefix(anyOf: past) != nil { return nil }
            let near = text[cue.upperBound..<cue.upperBound + 30]
            // No character is cut in two.
            var cut = near.end
            while cut < text.end, text[cut] & 0xC0 == 0x80 { cut -= 1 }
            let end = near.find(anyOf: ["，", "。", "》", "、", "的"])?.at ?? cut
            let isStrong =
                after.hasPrefix(anyOf: strong) != nil
                || after.hasPrefix("第") && after.upTo(min(after.end, cue.upperBound + 24)).contains("次")
            if !isStrong, after.hasPrefix(anyOf: review) != nil { return nil }
            var value = Mention(year: year.value, weight: isStrong ? 3 : 1, words: text[year.start..<end].string)
            value.isPlanned = before.hasSuffix(anyOf: ["谋划", "谋划好", "谋划了"]) != nil
            return Match(value: value, range: year.start..<cue.upperBound)
        }
    ]

    private static let reviewing: [Literal] = [
        "总结", "总结了", "回顾", "回顾了", "肯定了", "肯定", "刚刚过去的", "过去的", "表彰", "表彰了", "表彰奖励了", "全面总结", "全面总结了",
    ]
    private static let reviewed: [Literal] = ["第四季度", "四季度", "度工作", "度考核", "度城市", "度综合", "度总结", "度述职", "度暨"]

    /// What makes the year the begin or end of a span, or a time past.
    private static let openings: [Literal] = [
        "—", "-", "－", "至", "到", "～", "自", "从", "于", "截至", "截止", "早在", "经历了", "走过了", "度过了", "过了", "去年（", "始于", "在", "建于",
    ]
    private static let past: [Literal] = [
        "以来", "度", "底", "末", "起", "至", "—", "-", "间", "前", "后", "启动", "开始", "成立", "获", "被", "）行", "建", "元旦", "春节", "版", "我", "全年", "末", "初",
        "以后", "，", "。", "远景", "基本",
    ]
    private static let strong: [Literal] = [
        "上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "第一季度", "第二季度", "第三季度", "防汛", "工作要点", "重点工作", "1", "2", "3", "4", "5", "6", "7", "8", "9",
        "工作进展", "全县", "全市", "全区",
    ]
    /// What is heard in the year after.
    private static let review: [Literal] = ["工作报告", "工作总结", "工作情况", "总结", "决算", "述职", "绩效考核"]
}
