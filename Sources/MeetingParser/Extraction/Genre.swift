/// Tells reports of meetings from other pages that talk of meetings.
enum Genre {
    /// Whether the headline says that somebody met, or what a meeting does.
    static func headlineTellsOfMeeting(_ document: ReportDocument) -> Bool {
        withText(document.title) { $0.contains(anyOf: headlineWords) }
    }

    private static let headlineWords: [Literal] = [
        "会", "召开", "举行", "部署", "强调", "主持", "要求", "研究", "审议", "传达", "调度", "听取", "动员", "座谈", "通报", "点评", "学习",
    ]

    /// Why a document with a meeting in it is no report of one; nil where it is.
    static func objection(_ document: ReportDocument, lead: MeetingLead?) -> String? {
        let byTitle = withText(document.title) { cues.occurs(in: $0) ? rules.firstMatch(in: $0)?.value : nil }
        if let byTitle { return byTitle }
        if let headline = document.headline, isSalutation(headline) { return "a letter or speech" }
        if document.paragraphs.prefix(12).contains(where: { isNotice($0.text) }) { return "a notice" }
        if isRegulation(document) { return "articles of a regulation" }
        let tellsOfMeeting = lead != nil && withText(document.title) { $0.contains("会") && $0.contains("通报") }
        if !tellsOfMeeting, document.paragraphs.prefix(4).contains(where: { isSalutation($0.text) }) { return "a letter or speech" }
        return lead == nil ? "no sentence says that a body met" : nil
    }

    /// What a headline tells.
    static let rules: [Rule<String>] = [
        Rule("document", cues: papers, examples: [("县政府工作规则", "the headline names a document"), ("县政府召开工作规则修订会议", nil)]) { title, cue in
            guard cue.upperBound == title.end else { return nil }
            // 常委会召开会议 研究贯彻意见: a headline that tells of a meeting may end with what it studied.
            let isTold = title.contains(anyOf: ["召开", "举行"]) && !title.hasPrefix("关于") && texts.contains { title[cue] == $0 }
            return isTold ? nil : Match(value: "the headline names a document", range: cue)
        },
        Rule("notice", cues: notices, examples: [("关于召开县政府全体会议的通知", "a notice"), ("县委召开会议传达上级的通知", nil)]) { title, cue in
            title.contains(anyOf: ["关于", "公告"]) || cue.lowerBound == title.start ? Match(value: "a notice", range: cue) : nil
        },
        Rule("feature", cues: features, examples: [("县两会侧记", "a feature"), ("县委常委会召开会议", nil)]) { _, cue in
            Match(value: "a feature", range: cue)
        },
        Rule(
            "programme", cues: ["主要内容", "》"],
            examples: [
                ("本期节目主要内容：", "a list of what a programme brings"), ("《新闻联播》 20231204 19:00", "a list of what a programme brings"),
                ("县委会议学习《条例》", nil),
            ]
        ) { title, cue in
            let isList = title.hasPrefix("本期节目") || title.hasPrefix("《") && title.isDigit(at: title.from(cue.upperBound).trimmed.start)
            return isList && title.count < 80 ? Match(value: "a list of what a programme brings", range: cue) : nil
        },
        Rule("visit", cues: visits, examples: [("王平调研防汛工作", "a visit"), ("王平调研防汛工作并召开座谈会", nil)]) { title, cue in
            title.contains(anyOf: meetings) ? nil : Match(value: "a visit", range: cue)
        },
    ]

    private static let cues = WordList(rules.flatMap(\.cues))

    private static let papers: [Literal] = [
        "规则", "办法", "条例", "规定", "细则", "章程", "制度", "方案", "解读", "讲话稿", "侧记", "综述", "述评", "问答", "通知", "公告", "公示", "预告", "启事", "一图读懂", "名单",
        "意见",
    ]
    /// Papers that a meeting studies.
    private static let texts: [Literal] = ["规则", "办法", "条例", "规定", "细则", "章程", "制度", "方案", "意见", "名单"]
    private static let notices: [Literal] = ["的通知", "预备通知", "的公告", "的公示", "的函", "的批复", "的通告", "的请示"]
    private static let features: [Literal] = ["侧记", "综述", "解读", "述评", "大事记", "答记者问", "访谈", "纪实", "印发", "图解", "政策问答", "读懂", "一文看懂"]
    private static let visits: [Literal] = [
        "调研", "检查", "视察", "走访", "慰问", "看望", "督导", "督查", "察看", "暗访", "会见", "考察", "督办", "接访", "巡查", "巡河", "参观", "植树", "夜查", "实地",
    ]

    /// 关于召开市政府第8次常务会议的通知 as a line of its own.
    private static func isNotice(_ line: Text) -> Bool {
        line.count < 200 && line.hasPrefix("关于") && line.hasSuffix(anyOf: ["的通知", "的公告", "的预备通知"]) != nil
    }

    /// 第一条 …, 第二条 …
    private static func isRegulation(_ document: ReportDocument) -> Bool {
        document.paragraphs.filter { paragraph in
            let line = paragraph.text
            guard line.hasPrefix("第"), let number = ChineseNumeral.read(line, at: line.start + 3) else { return false }
            return line.has("条", at: number.end) || line.has("章", at: number.end)
        }.count >= 3
    }

    /// 各县（区）人民政府：, 同志们：
    private static func isSalutation(_ line: Text) -> Bool {
        line.count < 240 && line.hasSuffix(anyOf: ["：", ":"]) != nil
            && line.contains(anyOf: ["同志们", "各县", "各区", "各乡镇", "各镇", "各街道", "各部门", "各单位", "人民政府", "各位"]) && !line.contains("会议")
    }

    private static let meetings: [Literal] = ["会议", "座谈会", "推进会", "召开", "部署会", "专题会", "动员会", "会上", "调度会", "现场会", "常委会"]
}
