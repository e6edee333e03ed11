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

    /// 会议原则同意该方案, …的汇报，并原则通过, 表决结果：通过: a sentence under the item that tells.
    static func told(in sentence: Text) -> AgendaOutcome? {
        guard sentence.contains(anyOf: cues) else { return nil }
        for lead in leads {
            guard let at = sentence.find(lead) else { continue }
            let start = at + lead.count
            guard let word = words.first(where: { sentence.has($0, at: start) }) else { continue }
            // 会议同意由A担任…, 会议决定… order something; 会议通过视频召开 tells how it met.
            let rest = sentence.from(start + word.count)
            let next = rest.hasPrefix("了") ? rest.from(rest.start + 3) : rest
            guard
                next.hasPrefix(anyOf: ["《", "该", "此", "上述", "这", "以上", "，", "。", "；", "区", "县", "市", "并", "（", "章程"]) != nil || next.isEmpty
                    || word.count > 6
            else { continue }
            return AgendaOutcome(word: word.string, range: sentence.start..<start + word.count)
        }
        return nil
    }

    private static let leads: [Literal] = ["会议一致", "会议", "，并", "与会人员一致", "全体", "表决结果：", "结果：", "表决情况：", "审议结果："]
    private static let words: [Literal] = [
        "原则同意并按程序印发", "原则上通过", "原则通过", "原則通過", "原则同意", "原則同意", "一致通过", "一致同意", "表决通过", "审议通过", "未通过", "暂缓", "通过", "通過", "同意",
    ]
    /// One of these stands in each of the words.
    private static let cues = Cues(["通过", "同意", "暂缓", "通過"])
    private static let endings: [Literal] = ["通过", "通過", "同意", "批准", "审定"]
}
