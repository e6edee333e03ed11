/// How an item of the agenda ended: 审议通过, 原则同意, 未通过, 暂缓.
struct AgendaOutcome {
    /// As printed.
    var word: String
    /// Byte offsets in the plain text.
    var range: Range<Int>

    /// What the verb of an item says itself: 审议通过 as it stands, of 讨论研究并原则同意 the second half.
    static func of(_ action: Text) -> String? {
        guard endings.contains(where: { action.hasSuffix($0) }) else { return nil }
        guard let and = action.findLast("并") ?? action.findLast("和") else { return action.string }
        return action.from(and + 3).string
    }

    /// What a sentence under items tells of them: 会议原则同意该方案, 听取A的汇报，并原则通过；听取B的汇报，并原则通过.
    static func told(in sentence: Text) -> [AgendaOutcome] {
        guard sentence.contains(anyOf: cues) else { return [] }
        return sentence.split(["；", ";"]).compactMap(toldOnce)
    }

    private static func toldOnce(_ part: Text) -> AgendaOutcome? {
        // 会议审议《A》。原则同意《A》，要求…
        if let word = words.first(where: { part.hasPrefix($0) }), word.count > 6 { return AgendaOutcome(word, part, at: part.start) }
        for lead in leads {
            guard let at = part.find(lead), let word = words.first(where: { part.has($0, at: at + lead.count) }) else { continue }
            // 会议同意由A担任…, 会议决定… order something; 会议通过视频召开 tells how it met.
            let rest = part.from(at + lead.count + word.count)
            let next = rest.droppingPrefix("了") ?? rest
            guard next.isEmpty || next.hasPrefix(anyOf: referring) != nil || word.count > 6 && lead != "，" else { continue }
            return AgendaOutcome(word, part, at: at + lead.count)
        }
        return nil
    }

    private init(_ word: Literal, _ part: Text, at start: Int) {
        (self.word, range) = (part[start..<start + word.count].string, part.start..<start + word.count)
    }

    /// What may follow: the matter, or nothing.
    private static let referring: [Literal] = ["《", "该", "此", "上述", "这", "以上", "，", "。", "区", "县", "市", "并", "（", "章程"]
    private static let leads: [Literal] = [
        "会议一致", "会议审议并", "会议", "，并", "研究，", "讨论，", "审议，", "该议案，", "该议案", "，", "与会人员一致", "全体", "表决结果：", "结果：", "表决情况：", "审议结果：",
    ]
    private static let words: [Literal] = [
        "原则同意并按程序印发", "原则上通过", "原则通过", "原則通過", "原则同意", "原則同意", "一致通过", "一致同意", "表决通过", "审议通过", "未通过", "暂缓", "通过", "通過", "同意",
    ]
    /// One of these stands in each of the words.
    private static let cues = Cues(["通过", "同意", "暂缓", "通過"])
    private static let endings: [Literal] = ["通过", "通過", "同意", "批准", "审定"]
}
