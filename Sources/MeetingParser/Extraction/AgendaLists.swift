/// Items that stand in lists: a line each, in headings, or numbered in one paragraph.
extension AgendaSentence {
    /// Of a form or of minutes: a numbered line, or a line below 会议议题：, names an item also without a verb.
    static func titled(_ line: Text) -> [Agenda.Mention] {
        let rest = skippingNumber(line), title = rest.droppingSuffix("；") ?? rest.droppingSuffix("。") ?? rest
        guard (5...70).contains(title.length), !title.hasPrefix("【"),
            title.isHan(at: title.start) || title.isHan(at: title.before(title.end)) || title.hasSuffix(anyOf: ["》", "）", "”"]) != nil,
            title.find(anyOf: ["。", "，", "：", "；"]) == nil || title.hasPrefix("关于") && title.find("。") == nil,
            title.hasPrefix(anyOf: ["会议要求", "会议强调", "会议指出", "会议决定", "参会", "出席", "列席", "记录", "主持", "地点", "时间"]) == nil,
            title.hasSuffix(anyOf: ["讲话", "发言", "要求", "精神学习记录", "情况："]) == nil || title.hasPrefix("关于"),
            FormLabel.isOfMinutes(title) == false
        else { return [] }
        let action = title.hasSuffix(anyOf: ["汇报", "报告"]) != nil ? Text("听取") : title.upTo(title.start)
        return [Agenda.Mention(action: action, title: withoutReporter(title), range: title.range, isLead: true, rule: "titled-line")]
    }

    /// The items of one line of a list: 2.审议《…》；
    static func listed(_ line: Text) -> [Agenda.Mention] {
        let rest = skippingNumber(line)
        guard AgendaVerbs.list.match(rest, at: rest.start) != nil else { return [] }
        return clauses(rest).flatMap { clause in
            var clause = clause
            // 原则同意A方案，规模待批复后再议: what else was said of it.
            if AgendaVerbs.outcomes.contains(clause.value.action) { clause.value.object = firstClause(clause.value.object) }
            return items(clause, isLead: true)
        }
    }

    /// A line below 会议议题：, with a verb or without.
    static func listedOrTitled(_ line: Text) -> [Agenda.Mention] {
        let items = listed(line)
        return items.isEmpty ? titled(line) : items
    }

    /// What stands behind 议题一：, which heads an item of minutes.
    static func topic(_ line: Text) -> Text? {
        guard let rest = line.droppingPrefix("议题"), let number = ChineseNumeral.read(rest, at: rest.start), line.count < 300,
            let colon = (["：", ":"] as [Literal]).first(where: { rest.has($0, at: number.end) })
        else { return nil }
        let topic = rest.from(number.end + colon.count).trimmed
        return topic.length >= 4 && !topic.contains("。") ? topic : nil
    }

    /// 一、甲传达… of 会议主要议程有：一、甲传达…。二、学习…。: what stands behind the colon.
    static func numberedList(_ sentence: Text) -> Text? {
        guard let opening = sentence.find(anyOf: listOpenings) else { return nil }
        let rest = sentence.from(opening.at + opening.word.count).trimmed
        return isNumbered(rest) || pointed(rest) != nil ? rest : nil
    }

    /// What stands behind 一是, of a list whose first item follows 议题： so.
    static func pointed(_ text: Text) -> Text? {
        guard !text.isDigit(at: text.start), let number = ChineseNumeral.read(text, at: text.start), text.has("是", at: number.end) else {
            return nil
        }
        return text.from(number.end + 3)
    }

    /// Whether a line or sentence is one of a numbered list.
    static func isNumbered(_ text: Text) -> Bool { skippingNumber(text).start > text.start }

    private static let listOpenings: [Literal] = [
        "议程有：", "议程为：", "议程是：", "议程：", "议程如下：", "议题有：", "议题为：", "议题是：", "议题：", "议题如下：", "内容有：", "内容为：",
    ]

    /// An item of such a list: what the meeting does, or who tells what.
    static func numbered(_ sentence: Text) -> [Agenda.Mention] {
        let sentence = pointed(sentence) ?? sentence, items = listed(sentence)
        return items.isEmpty ? Agenda.told.first(in: skippingNumber(sentence)).map { Self.items($0, isLead: true) } ?? [] : items
    }

    /// A heading that names an item: 二、审议《…》
    static func heading(_ line: Text) -> [Agenda.Mention] {
        let rest = skippingNumber(line)
        guard rest.start > line.start, line.count < 240, line.hasSuffix(anyOf: ["。", "；", "，", "："]) == nil,
            AgendaVerbs.list.match(rest, at: rest.start) != nil, AgendaVerbs.weak.match(rest, at: rest.start) == nil
        else { return [] }
        return clauses(rest).prefix(1).flatMap { items($0, isLead: false) }
    }
}
