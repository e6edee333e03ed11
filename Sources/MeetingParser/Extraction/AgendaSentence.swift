/// Reads the items of an agenda that one sentence names.
enum AgendaSentence {
    /// In the lead any clause that begins with a verb of the agenda is an item; elsewhere only what the meeting does.
    ///
    /// - Parameters:
    ///   - nameEnd: where the name of the meeting ends, if the sentence is the one that names it.
    ///   - isHeaded: whether a heading names the item: what somebody tells below it is about it.
    static func read(_ sentence: Text, isLead: Bool, behindName nameEnd: Int?, isHeaded: Bool) -> [Agenda.Mention] {
        if isLead, let reviewed = Agenda.reviewed.first(in: sentence) { return [mention(reviewed, isLead: true)] }
        let opening = opening(sentence, behindName: nameEnd)
        if !isLead, !isHeaded, let told = told(opening.isMeeting ? opening.rest : sentence) {
            // 通报了A情况，分析了B形势，并就C作了安排: who told goes on.
            let behind = sentence.from(told.range.upperBound)
            let more = clauses(behind.droppingPrefix("，") ?? behind).filter { goesOn($0.value) }
            // 副校长A介绍了X，办公室主任B汇报了Y
            let others = behind.split(["，", "；"]).compactMap(Self.told)
            return items(told, isLead: false) + more.flatMap { itemsOfClause($0, isLead: false) }
                + others.flatMap { items($0, isLead: false) }
        }
        if !isLead, !isHeaded, !opening.isMeeting || sentence.hasPrefix("会上，"), let treated = Agenda.treatedByTeller.first(in: sentence) {
            // 甲对A进行了回顾，并就B进行了部署
            let more = clauses(sentence.from(treated.value.end)).filter { $0.value.object.start < $0.value.action.start }
            return ([treated] + more).flatMap { items($0, isLead: false) }
        }
        if !isLead, !opening.isMeeting { return toldByPresider(sentence) }
        // 会议要求，要认真对标…、学习…: what is demanded is no agenda.
        if opening.isMeeting, opening.rest.hasPrefix(anyOf: ["要求", "指出", "强调", "认为"]) != nil { return [] }
        // 听取A的汇报，并原则通过B意见: the second tells how the first ended.
        let found = clauses(opening.rest).filter { !isOutcome($0.value, in: sentence) }
        // Behind the first clause only a title makes an item of 决定, 同意 and the like.
        let strong = found.enumerated().filter {
            isLead || $0.offset == 0 || sentence.contains("；") || !AgendaVerbs.weak.contains($0.element.value.action)
                || $0.element.value.object.hasPrefix("《") || firstClause($0.element.value.object).contains("人事") || goesOn($0.element.value)
        }
        .map(\.element)
        // 会议同意…, 会议决定… says how an item ended; a title makes it an item of its own, and so does what is decided among others.
        if !isLead, let first = found.first?.value, AgendaVerbs.outcomes.contains(first.action), !first.action.hasSuffix("任命"),
            first.object.start > first.action.start,
            !first.object.hasPrefix("《") || isAnaphora(first.object),
            first.object.trimmed.hasSuffix(anyOf: ["汇报", "报告", "规划", "计划", "结果", "总结", "名单"]) == nil
        {
            guard found.count > 1 else { return [] }
            // 通过了人事事项，听取和审议了X报告: what was done besides is told with 了.
            guard sentence.contains("；") else {
                let told = strong.dropFirst().filter { sentence.has("了", at: $0.value.action.end) }
                return told.flatMap { itemsOfClause($0, isLead: false) }
            }
            return (first.object.hasPrefix("人事") ? strong : Array(strong.dropFirst())).flatMap { itemsOfClause($0, isLead: false) }
        }
        if isLead, strong.isEmpty { return toldInLead(opening.rest) }
        // 会议传达了工作计划，各乡镇党委书记分别汇报了进展情况
        let told =
            isLead
            ? []
            : opening.rest.split(["，", "；"]).dropFirst().compactMap { clause in
                strong.contains { $0.range.overlaps(clause.range) } ? nil : Agenda.told.first(in: clause)
            }
        return strong.flatMap { itemsOfClause($0, isLead: isLead) } + told.flatMap { items($0, isLead: false) }
    }

    /// Who told the meeting what, or gave it a report.
    private static func told(_ clause: Text) -> Match<Agenda.Clause>? { Agenda.told.first(in: clause) ?? Agenda.reported.first(in: clause) }

    /// 县扶贫办主任李宪良主持会议，传达了《工作要点》: who presides tells, too, what is told with 了.
    private static func toldByPresider(_ sentence: Text) -> [Agenda.Mention] {
        // 副市长王平主持会议并就校园安全作了安排部署
        if let presides = sentence.find("主持会议并就"), sentence.upTo(presides).find(anyOf: ["，", "；"]) == nil,
            let treated = Agenda.objectBeforeVerb.match(sentence, presides + 15..<presides + 18)
        {
            return itemsOfClause(treated, isLead: false)
        }
        // 书记李明主持会议并讲话，县长王平传达了会议精神
        if let presides = sentence.find("主持会议并讲话，") ?? sentence.find("主持会议，由"), sentence.upTo(presides).find(anyOf: ["，", "；"]) == nil {
            return sentence.from(presides).split(["，", "；"]).compactMap(told).flatMap { items($0, isLead: false) }
        }
        guard let presides = sentence.find("主持会议，"), sentence.upTo(presides).find(anyOf: ["，", "；"]) == nil else { return [] }
        return clauses(sentence.from(presides + 15)).filter { sentence.has("了", at: $0.value.action.end) && goesOn($0.value) }
            .flatMap { itemsOfClause($0, isLead: false) }
    }

    /// …主持召开董事会会议，党委委员汪清良传达会议精神，董事长就安全生产作出部署: the lead goes on with who told what.
    private static func toldInLead(_ rest: Text) -> [Agenda.Mention] {
        rest.split(["，", "；", "。"]).flatMap { clause in
            (Agenda.told.first(in: clause) ?? Agenda.treatedByTeller.first(in: clause)).map { items($0, isLead: true) } ?? []
        }
    }

    /// What somebody does who has told the meeting something: verbs that mean more than one thing need a matter of work.
    private static func goesOn(_ clause: Agenda.Clause) -> Bool {
        guard AgendaVerbs.weak.contains(clause.action) else { return !AgendaVerbs.outcomes.contains(clause.action) }
        return clause.action.hasPrefix(anyOf: ["安排", "分析", "总结", "回顾"]) != nil
            && firstClause(clause.object).trimmed.hasSuffix(anyOf: ["工作", "形势", "情况", "问题", "任务"]) != nil
    }

    private static func isOutcome(_ clause: Agenda.Clause, in sentence: Text) -> Bool {
        guard AgendaVerbs.outcomes.contains(clause.action), !clause.object.contains("《"), clause.object.start > clause.action.start,
            sentence.upTo(clause.action.start).hasSuffix("并")
        else { return false }
        // 讨论A，并原则通过了B的建议: another matter.
        let before = Similarity.Pairs(sentence.upTo(clause.action.start)), object = firstClause(clause.object)
        return object.length < 10 || Similarity.containment(of: Similarity.Pairs(object), in: before) >= 0.6
    }

    private static func itemsOfClause(_ match: Match<Agenda.Clause>, isLead: Bool) -> [Agenda.Mention] {
        var match = match
        if !isLead { match.value.object = firstClause(match.value.object) }
        return items(match, isLead: isLead)
    }

    private static func mention(_ match: Match<Agenda.Clause>, isLead: Bool) -> Agenda.Mention {
        Agenda.Mention(
            action: match.value.action, title: match.value.object, range: match.range, isLead: isLead, rule: match.rule)
    }

    /// Outside of the lead an item ends with its clause: 通报了热线办理情况，4月共受理….
    static func firstClause(_ object: Text) -> Text {
        var i = object.start, depth = 0
        while i < object.end {
            i = object.skippingHan(from: i)
            depth = max(0, depth + object.quotation(at: i))
            if depth == 0, object.has("：", at: i) || object.has("，", at: i) && !goesOn(object, i) { return object.upTo(i) }
            i += object.width(at: i)
        }
        return object
    }

    /// 传达学习A会议精神，B会议精神: what is studied may be told in several clauses.
    private static func goesOn(_ object: Text, _ comma: Int) -> Bool {
        let next = object.from(comma + 3), clause = next.upTo(next.find(anyOf: ["，", "；", "。"])?.at ?? next.end)
        // 听取了A关于…的汇报，及B关于…的汇报
        if clause.hasPrefix(anyOf: ["及", "以及", "和"]) != nil, clause.hasSuffix(anyOf: ["汇报", "报告", "情况", "说明", "要求", "精神", "》"]) != nil {
            return true
        }
        let before = object.upTo(comma)
        // 听取A关于B的报告，C关于D的报告，…
        if clause.contains(anyOf: ["关于", "作的"]), clause.hasSuffix(anyOf: ["汇报", "报告", "说明", "》"]) != nil,
            before.hasSuffix(anyOf: ["汇报", "报告", "说明", "》"]) != nil
        {
            return true
        }
        // 听取了A进展情况，B有关事项，以及C的汇报
        if before.hasSuffix(anyOf: ["情况", "事项"]) != nil, next.contains("以及"),
            next.upTo(next.find(anyOf: ["；", "。"])?.at ?? next.end).hasSuffix("汇报")
        {
            return true
        }
        guard before.hasSuffix("精神") else { return false }
        return clause.hasSuffix("精神") && AgendaVerbs.list.match(clause, at: clause.start) == nil
    }

    // MARK: The start of the sentence

    /// What stands behind 会议, 1.会议, 会前，与会人员, or behind the clause that names the meeting.
    private static func opening(_ sentence: Text, behindName nameEnd: Int?) -> (rest: Text, isMeeting: Bool) {
        if let nameEnd {
            var rest = sentence.from(max(nameEnd, sentence.start))
            if let comma = rest.find(anyOf: ["，", ",", "：", "。", "；"]), comma.at - rest.start < 120 {
                rest = AgendaVerbs.list.match(rest, at: rest.start) != nil ? rest : rest.from(comma.at + comma.word.count)
            }
            return (rest, true)
        }
        var rest = skippingNumber(sentence)
        if let heard = sittingVerb(rest) { return (heard, true) }
        if let sitting = behindSitting(rest) { return (sitting, true) }
        // 经全体会员无记名投票通过…
        if rest.hasPrefix("经"), let vote = rest.find("投票"), vote - rest.start < 60, rest.upTo(vote).find("，") == nil {
            return (rest.from(vote + 6), true)
        }
        if let told = behindPurpose(rest) { return (told, true) }
        if let named = behindMeetingName(rest) { return (named, true) }
        // 会前，区委常委会集体学习了《监察法》
        if let before = rest.droppingPrefix("会前，"), let study = before.find(anyOf: ["集体学习了", "专题学习了"]), study.at - before.start <= 36,
            before.upTo(study.at).hasSuffix(anyOf: ["会", "党组", "党委"]) != nil
        {
            return (before.from(study.at), true)
        }
        // 在认真听取X的汇报后，会议指出…
        if rest.hasPrefix("在"), let end = rest.find(anyOf: ["后，", "时，", "时强调", "时指出", "时要求"]) {
            let heard = rest[rest.start + 3..<end.at]
            for word: Literal in ["认真", "听取并审议", "仔细"] where heard.hasPrefix(word) { return (heard.from(heard.start + word.count), true) }
            return heard.hasSuffix(anyOf: ["汇报", "报告", "精神", "情况", "》", "工作", "介绍"]) != nil ? (heard, true) : (heard.from(heard.end), false)
        }
        // 听取并审议了…: a sentence that goes on with what the meeting did.
        var isMeeting = AgendaVerbs.list.match(rest, at: rest.start).map { rest.has("了", at: rest.start + $0) } ?? false
        while true {
            if let length = openings.match(rest, at: rest.start) {
                rest = rest.from(rest.start + length).trimmed
                isMeeting = true
            } else if let length = joiners.match(rest, at: rest.start) {
                rest = rest.from(rest.start + length).trimmed
            } else {
                break
            }
        }
        return (rest, isMeeting)
    }

    /// 三是听取关于…的汇报, 讨论研究并原则同意《…》, 全体讨论并通过《…》: only meetings hear, discuss and pass.
    private static func sittingVerb(_ sentence: Text) -> Text? {
        var rest = sentence
        if let point = Directives.point(rest), point.end > rest.start { rest = rest.from(point.end) }
        for word: Literal in ["会议", "集体", "全体", "与会人员"] { rest = rest.droppingPrefix(word) ?? rest }
        guard let length = sittings.match(rest, at: rest.start) else { return nil }
        var object = rest.from(rest.start + length).trimmed
        // 审议通过了 关于…
        object = (object.droppingPrefix("了") ?? object).trimmed
        let clause = object.upTo(object.find(anyOf: ["，", "；", "。"])?.at ?? object.end)
        guard
            clause.hasPrefix("《") || clause.hasSuffix(anyOf: ["汇报", "报告", "名单", "方案", "议案"]) != nil
                || clause.contains("《") && clause.hasPrefix("关于"),
            !clause.contains(anyOf: ["要", "会上"])
        else { return nil }
        return rest
    }

    private static let sittings = WordList(
        "听取 听取并审议 审议 审议通过 审议并通过 讨论 讨论通过 讨论并通过 研究讨论 讨论研究 讨论研究并原则同意 研究并原则同意 研究并原则通过 研究并通过 传达学习 表决通过 通过 书面听取 听取和审议")

    /// 26日上午的第一次全体会议上，会议听取和审议了…
    private static func behindSitting(_ text: Text) -> Text? {
        guard let at = text.upTo(text.start + 87).find("会议上，"), text.upTo(at).find("，") == nil else { return nil }
        let rest = text.from(at + 12)
        return rest.droppingPrefix("会议") ?? rest
    }

    /// 党组（扩大）会议传达学习了…, 随后召开的主席会议审议了…
    static func behindMeetingName(_ text: Text) -> Text? {
        guard let at = text.upTo(text.start + 66).find("会议"), at > text.start, text.upTo(at).find("，") == nil else { return nil }
        var rest = text.from(at + 6)
        for word: Literal in ["还", "首先", "集体", "认真"] { rest = rest.droppingPrefix(word) ?? rest }
        return AgendaVerbs.list.match(rest, at: rest.start) != nil ? rest : nil
    }

    /// 为维护政府采购秩序，会议原则通过了《办法》: what for stands before.
    private static func behindPurpose(_ text: Text) -> Text? {
        guard let at = text.find(anyOf: ["，会议", "后会议", "，参会人员集体", "，与会人员集体"]) else { return nil }
        let rest = text.from(at.at + at.word.count)
        guard let length = AgendaVerbs.list.match(rest, at: rest.start),
            rest.has("了", at: rest.start + length) || rest.has("《", at: rest.start + length)
        else { return nil }
        return rest
    }

    /// Words for the meeting with which a sentence begins.
    private static let openings = WordList(
        """
        此次会议 会议还 会议首先 会议最后 会议集体 会议专题 会议分别 会议又 本次会议 会议上 这次会议的主要任务是： 本次会议的主要任务是： 会议的主要任务是： 会议主要任务是： 会议的主要任务是 会议主要任务是
        会议主要议题： 会议议题： 会议 会上 会前 全会 党组会议 常务会议 常委会会议 常委会 大会 主任会议 主席会议 与会人员首先 与会人员集体 与会人员共同 与会同志集体 与会同志共同 参会人员 参会人员集体 参会人员共同 会议内容： 会议议程： 会议主要内容： 议题：
        """)
    /// Words before or behind them.
    private static let joiners = WordList("， , 集中 再次 与会人员 与会同志 与会代表 全体代表 举手 首先 主要 还 集体 共同 分别 并 又 先后 认真 专门 在")

    /// 1.会议…, （一）会议…, 一、会议…
    static func skippingNumber(_ sentence: Text) -> Text {
        let marks: [Literal] = ["（", "("]
        let start = marks.first { sentence.hasPrefix($0) }.map { sentence.start + $0.count } ?? sentence.start
        guard let number = ChineseNumeral.read(sentence, at: start),
            let close = (["．", ".", "、", "）", ")", "，"] as [Literal]).first(where: { sentence.has($0, at: number.end) })
        else { return sentence }
        return sentence.from(number.end + close.count).trimmed
    }
}
