/// Who says what follows: 会议指出, 县委书记沈砚清强调, 他要求, 并指出.
struct Attribution {
    enum Speaker: Equatable {
        case meeting
        case person(String)
        /// 大家, 村民代表X, 总书记: words that are not the meeting's own.
        case outsider
    }

    var speaker: Speaker
    var verb: Text
    /// Where the clause of the attribution begins.
    var start: Int
    /// Where what is said begins in the plain text.
    var contentStart: Int
    /// 要求老同志多带一带: what is asked follows without a comma.
    var isOpen: Bool
    /// 认为, 表示, 说: what follows is first of all a statement.
    var isStating: Bool

    /// The attribution that a sentence makes, first to last; `previous` is whom 他 means.
    static func all(in sentence: Text, previous: Speaker?) -> [Attribution] {
        var found: [Attribution] = []
        var i = sentence.start, quote = 0, counted = i, seen = 0
        while found.count < most, seen < mostVerbs, let verb = SpeechVerbs.list.first(in: sentence, from: i),
            let n = SpeechVerbs.list.match(sentence, at: verb)
        {
            seen += 1
            quote = titles(in: sentence[counted..<verb], open: quote)
            (i, counted) = (verb + sentence.width(at: verb), verb)
            guard quote == 0, let attribution = read(sentence, verb: verb..<verb + n, previous: found.last?.speaker ?? previous) else {
                continue
            }
            found.append(attribution)
            i = max(verb + n, attribution.contentStart)
            counted = i
        }
        return found
    }

    /// How many 《 are open behind a text.
    private static func titles(in text: Text, open: Int) -> Int {
        var open = open, from = text.start
        while let mark = text.find(anyOf: ["《", "》"], from: from) {
            open = mark.word == "《" ? open + 1 : max(0, open - 1)
            from = mark.at + 3
        }
        return open
    }

    /// No sentence of a report attributes more often than this; beyond it somebody is trying the parser's patience.
    private static let most = 16
    /// Nor are more verbs looked at.
    private static let mostVerbs = 256
    /// A clause longer than this names no speaker.
    private static let longestClause = 400

    private static let stops: [Literal] = ["，", "。", "；", "：", ",", ";", ":", "！", "？"]

    private static func read(_ sentence: Text, verb: Range<Int>, previous: Speaker?) -> Attribution? {
        let start = sentence.behindLast(stops, before: verb.lowerBound, most: longestClause) ?? sentence.start
        let clause = sentence[start..<verb.lowerBound].trimmed
        guard let content = content(sentence, behind: verb) else { return nil }
        let word = sentence[verb]
        guard let speaker = speaker(clause, word, sentence, start, previous: previous, isOpen: content.isOpen) else { return nil }
        return Attribution(
            speaker: speaker, verb: word, start: start, contentStart: content.start, isOpen: content.isOpen,
            isStating: SpeechVerbs.stating.contains(word))
    }

    /// Where the words begin, and whether they follow without a comma (会议指出要…, 指出农村饮水是…).
    private static func content(_ sentence: Text, behind verb: Range<Int>) -> (start: Int, isOpen: Bool)? {
        let end = verb.upperBound
        if let stop = (["，", "：", ",", ":"] as [Literal]).first(where: { sentence.has($0, at: end) }) { return (end + stop.count, false) }
        if sentence.has("“", at: end) { return (end, false) }
        // 提出四点要求：一是…, 提出三点意见。
        let rest = sentence.from(end)
        let clauseEnd = rest.find(anyOf: ["，", "：", "。", "；", ",", ":"])
        let clause = rest.upTo(clauseEnd?.at ?? rest.end)
        if clause.hasSuffix(anyOf: ["要求", "意见", "建议", "希望", "点要求", "任务"]) != nil, clause.count <= 45 {
            return ((clauseEnd.map { $0.at + $0.word.count }) ?? rest.end, false)
        }
        if sentence.has("了", at: end) || sentence.has("的", at: end) || end >= sentence.end { return nil }
        return (end, true)
    }

    // MARK: Speakers

    private static func speaker(
        _ clause: Text, _ verb: Text, _ sentence: Text, _ start: Int, previous: Speaker?, isOpen: Bool
    ) -> Speaker? {
        // “…。”X强调: the quotation before belongs to the one who speaks.
        var subject = clause.droppingPrefix("”")?.trimmed ?? clause
        while adverbEnds.match(subject, endingAt: subject.end) != nil, let word = subject.hasSuffix(anyOf: adverbs) {
            subject = subject.upTo(subject.end - word.count).trimmed
        }
        // Nearly always 会议指出, 会议强调.
        if subject == "会议" { return .meeting }
        if subject.isEmpty {
            // …，指出农村饮水…: whoever the sentence is about goes on speaking.
            guard start > sentence.start || !clause.isEmpty else { return isOpen ? nil : previous }
            guard verb == "指出" || verb == "强调" || verb == "要求" || verb == "強調" || verb == "认为" || !isOpen && verb == "提出" else {
                return nil
            }
            return sentenceSubject(sentence.upTo(start), previous) ?? previous ?? .meeting
        }
        // 舒望就贯彻会议精神强调: the topic may end with a noun, the person stands first.
        let isTopic = subject.contains(anyOf: ["就", "围绕", "对"]) && subject.hasSuffix(anyOf: ["提出", "作出", "做出", "进行", "的"]) == nil
        if nounLeads.match(subject, endingAt: subject.end) != nil, !isTopic || person(subject) == nil { return nil }
        if groundsOfDemands.match(subject, at: subject.start) != nil { return nil }
        if subject.hasPrefix(anyOf: ["大家", "与会", "代表们", "委员们", "同志们"]) != nil { return .outsider }
        if isMeeting(subject) { return .meeting }
        if subject == "他" || subject == "她" || subject.hasPrefix("他在") || subject.hasPrefix("他还") { return previous ?? .meeting }
        if let person = person(subject) {
            // Members and guests suggest; only the meeting's own suggestions are its words.
            if verb == "建议" || verb == "呼吁" || verb == "希望" && subject.contains(anyOf: ["代表", "委员"]) { return .outsider }
            return subject.contains(anyOf: ["总书记", "村民", "群众", "居民", "代表李"]) && verb == "说" || subject.contains("总书记")
                ? .outsider : .person(person)
        }
        if isOpen { return nil }
        // Somebody whose name could not be read still says it; what higher authorities said is only quoted.
        if verb == "强调" || verb == "指出" || verb == "要求", subject.length <= 20,
            !subject.contains(anyOf: ["总书记", "中央", "国务院", "上级", "省委", "全会", "讲话", "文件", "通知", "工作", "问题", "报告", "按", "记者", "群众"])
        {
            return .meeting
        }
        // 主持会议并强调: the presiding person speaks.
        return sentenceSubject(sentence.upTo(start), nil).flatMap { clause.contains("主持") || clause.contains("讲话") ? $0 : nil }
    }

    private static let adverbs: [Literal] = [
        "还", "又", "并", "特别", "再次", "进一步", "同时", "一致", "明确", "反复", "着重", "重点", "指出并", "最后", "在会上", "会上", "郑重", "、", "共同",
        "强烈", "就此", "深刻", "严肃", "也", "着重",
    ]
    private static let adverbEnds = WordList(adverbs)
    /// 提出要求, 作出部署, 工作要求: the verb is a noun.
    private static let nounLeads = WordList(
        """
        作出 提出 进行 的 工作 有关 具体 部署 总 新 各项 相关 决策 精神 任务 质量 标准 政策 更高 上级 纪律 时限 要素 做出 明确 统一 按 点 条 项 不
        """)
    /// 按照…要求: what is demanded stands in a document.
    private static let groundsOfDemands = WordList("按照 根据 落实 符合 对照 围绕 贯彻 以 为 既 按")

    private static func isMeeting(_ subject: Text) -> Bool {
        if subject.hasSuffix(anyOf: ["会议", "全会", "大会", "会议上", "会上", "常委会", "主任会议"]) != nil, subject.count <= 60 { return true }
        return subject.hasPrefix(anyOf: ["会议", "全会", "大会"]) != nil && subject.count <= 45
    }

    /// The person at the start of a clause: 路遥川在主持会议时, 卫中和同志对…, 县委书记沈砚清.
    private static func person(_ clause: Text) -> String? {
        var part = clause
        for word in followers {
            if let at = part.find(word), at > part.start + 3 { part = part.upTo(at) }
        }
        part = Persons.trimmingJoiners(part)
        // 就落实各级责任，X; 对于下一步工作，X: the topic stands in a clause of its own.
        return Persons.list(part, bare: true).last.flatMap { $0.range.upperBound == part.end ? $0.name : nil }
    }

    private static let followers: [Literal] = [
        "同志", "在主持", "在会上", "在讲话", "在听取", "在传达", "在总结", "在点评", "在部署", "主持", "出席", "对", "就", "围绕", "代表", "听取", "结合", "针对", "在", "参加", "还",
        "作", "传达", "最后", "从", "一", "肯定", "充分肯定",
    ]

    /// The subject of the sentence so far: a person, or the meeting.
    private static func sentenceSubject(_ before: Text, _ previous: Speaker?) -> Speaker? {
        if before.hasPrefix(anyOf: ["会议", "全会", "大会"]) != nil { return .meeting }
        if let at = before.findLast("主持") ?? before.findLast("讲话"), let name = person(before.upTo(at)) { return .person(name) }
        if let at = before.find(anyOf: ["主持", "出席"]), let last = Persons.last(before.upTo(at.at)) { return .person(last.name) }
        if before.hasPrefix("他") { return previous }
        // 鲍尔谦就防汛作了安排，要求…
        return person(before.upTo(before.find("，") ?? before.end)).map { .person($0) }
    }
}
