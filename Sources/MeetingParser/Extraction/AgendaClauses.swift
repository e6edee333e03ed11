extension AgendaSentence {
    /// Clauses that begin with a verb of the agenda, or whose object stands before it.
    static func clauses(_ text: Text) -> [Match<Agenda.Clause>] {
        var clauses: [Match<Agenda.Clause>] = []
        var open: Match<Agenda.Clause>?
        var i = text.start
        var quotes = 0
        func close(at end: Int) {
            if var begun = open {
                begun.value.object = begun.value.object.upTo(end)
                clauses.append(begun)
            }
            open = nil
        }
        i = skippingJoiners(text, from: i)
        if let treated = treated(text, at: i) {
            clauses.append(treated)
        } else if let begun = Agenda.verbAndObject.match(text, i..<i) {
            open = begun
            i = begun.value.object.start
        }
        while i < text.end {
            // No stop is a Chinese character.
            i = text.skippingHan(from: i)
            quotes = max(0, quotes + text.quotation(at: i))
            guard quotes == 0, let stop = stops.first(where: { text.has($0, at: i) }) else {
                i += text.width(at: i)
                continue
            }
            let next = skippingJoiners(text, from: i + stop.count)
            // 听取信访举报、审查调查情况汇报: behind 、 a verb may be part of a name.
            let begun =
                stop != "、" || open.map { isComplete($0.value.object.upTo(i)) || text.has($0.value.action, at: next) } ?? true
                ? Agenda.verbAndObject.match(text, next..<next).flatMap { new in
                    open.map { isPart(new.value, of: $0.value, text, i) } ?? false ? nil : new
                } : nil
            if begun == nil || text.has("围绕", at: next), let treated = treated(text, at: next) {
                close(at: i)
                clauses.append(treated)
                i = treated.value.end
            } else if let begun {
                close(at: i)
                open = begun
                i = begun.value.object.start
            } else if stop == "；" || stop == ";", open.map({ listsMore($0.value, text, i, next) }) ?? false {
                i = next
            } else {
                if isSpeech(text, at: next) || stop == "。" || stop == "；" || stop == ";"
                    || stop != "、" && endsItem(text, at: next) && !teachesMore(open?.value, text, i, i + stop.count)
                {
                    close(at: i)
                    if isSpeech(text, at: next) { break }
                }
                i = max(next, i + stop.count)
            }
        }
        close(at: text.end)
        return clauses
    }

    /// 审议通过《A》；《B》；《C》, 听取了A情况汇报；B情况汇报: one verb with a list.
    private static func listsMore(_ open: Agenda.Clause, _ text: Text, _ end: Int, _ next: Int) -> Bool {
        guard open.object.start < end else { return false }
        if text.has("《", at: next) { return open.object.hasPrefix("《") }
        let item = text.from(next).upTo(text.find(anyOf: ["；", ";", "。"], from: next)?.at ?? text.end), before = open.object.upTo(end)
        guard item.length <= 60, !item.contains("，"), !SpeechVerbs.list.occurs(in: item) else { return false }
        return (["汇报", "报告", "精神"] as [Literal]).contains { item.hasSuffix($0) && before.hasSuffix(anyOf: [$0, "》"]) != nil }
    }

    /// 听取区政府关于落实乡村振兴战略，开展美丽乡村建设情况的报告: what is reported on goes on with a verb.
    private static func isPart(_ new: Agenda.Clause, of open: Agenda.Clause, _ text: Text, _ end: Int) -> Bool {
        guard open.object.start < end, AgendaVerbs.weak.contains(new.action), open.action.contains(anyOf: ["听取", "审议", "汇报", "报告"]) else {
            return false
        }
        let before = open.object.upTo(end), clause = new.object.upTo(new.object.find(anyOf: ["，", "；", "。"])?.at ?? new.object.end)
        return before.contains("关于") && !isComplete(before) && clause.hasSuffix(anyOf: ["的报告", "的汇报", "情况汇报", "情况报告"]) != nil
    }

    /// 传达学习A讲话精神，B出席会议时的讲话精神，以及C批示要求: what is taught goes on, whatever somebody did in it.
    private static func teachesMore(_ open: Agenda.Clause?, _ text: Text, _ end: Int, _ next: Int) -> Bool {
        guard let open, open.action.contains(anyOf: ["传达", "学习"]), open.object.start < end,
            open.object.upTo(end).hasSuffix(anyOf: ["精神", "》", "要求", "重要论述"]) != nil
        else { return false }
        let clause = text.from(next).upTo(text.find(anyOf: ["，", ",", "。", "；", ";"], from: next)?.at ?? text.end)
        let isNamed = clause.hasSuffix("精神") || clause.hasPrefix("以及") && clause.hasSuffix(anyOf: ["要求", "》"]) != nil
        return isNamed && AgendaVerbs.list.match(clause, at: clause.start) == nil && !clause.contains(anyOf: ["强调", "指出", "要求要", "会议要"])
    }

    /// 对全区疫情防控等重点工作进行安排部署, 围绕“做活富硒茶文章”专题议政: the object stands before the verb.
    private static func treated(_ text: Text, at i: Int) -> Match<Agenda.Clause>? {
        // 专题对防汛工作进行了部署
        let i = text.has("专题", at: i) ? i + 6 : i
        for rule in [Agenda.topicBeforeVerb, Agenda.objectBeforeVerb] {
            guard let cue = rule.cues.first(where: { text.has($0, at: i) }) else { continue }
            return rule.match(text, i..<i + cue.count)
        }
        return nil
    }

    static let stops: [Literal] = ["，", "；", "。", ",", ";", "、", "：", "！"]
    private static func skippingJoiners(_ text: Text, from start: Int) -> Int {
        var i = start
        while i < text.end {
            if text[i] == 0x20 {
                i += 1
            } else if text.has("深入贯彻", at: i) || text.has("深入学习", at: i) || text.has("集中学习", at: i) {
                break
            } else if let joiner = joiners.match(text, at: i) {
                i += joiner
            } else {
                break
            }
        }
        return i
    }

    private static let joiners = WordList(
        """
        并 还 会上 一是 二是 三是 四是 五是 六是 七是 一、 二、 三、 四、 五、 六、 七、 八、 1. 2. 3. 4. 5. 6. 7. （一） （二） （三） （四） （五）
        集中 再次 会议 会前 主要 认真 组织 集体 一并 同时 以及 分别 共同 及时 迅速 第一时间 全面 深入 进一步 重点 仔细 详细 逐项 逐条 充分 系统 现场 依次 首先 其次 最后 然后 还要 书面
        """)

    /// A verb of the agenda with the adverbs before it and 了 behind.
    static func verb(_ text: Text, at i: Int) -> (range: Range<Int>, end: Int)? {
        guard let length = AgendaVerbs.list.match(text, at: i) else { return nil }
        var end = i + length
        // 学习和讨论, 通报、点评: two verbs of one object.
        for joiner: Literal in ["和", "并", "、"] {
            if text.has(joiner, at: end), let more = AgendaVerbs.list.match(text, at: end + joiner.count) { end += joiner.count + more }
        }
        // 全会审议通过的《决定》共26条: the verb only describes.
        if text.has("的", at: end) { return nil }
        let isDone = text.has("了", at: end)
        if meansOther(text[i..<i + length], text.from(isDone ? end + 3 : end), isDone) { return nil }
        // 接受, 宣布 take something up only with what is accepted or announced.
        if let ends = endings(of: text[i..<i + length]) {
            let object = text.from(end).upTo(text.find(anyOf: ["，", "。", "；"], from: end)?.at ?? text.end)
            guard object.contains(anyOf: ends) else { return nil }
        }
        let range = i..<end
        if text.has("了", at: end) { end += 3 }
        return (range, end)
    }

    /// 安排细、责任清, 动员全市力量, 通过前期暗访, 围绕“…”的要求: words that take nothing up.
    private static func meansOther(_ verb: Text, _ rest: Text, _ isDone: Bool) -> Bool {
        let object = rest.upTo(rest.find(anyOf: ["，", "。", "；"])?.at ?? rest.end)
        if rest.hasPrefix(anyOf: ["细", "实、", "好、", "到位", "得", "周密", "有序", "科学", "及时"]) != nil { return true }
        if verb == "表决", object.hasPrefix("结果") { return true }
        if verb == "动员" { return object.hasPrefix(anyOf: ["全", "各", "广大", "社会", "一切", "干部", "群众"]) != nil && !object.hasSuffix("会") }
        // 通过“一个入口”实现全程网办 tells by what.
        if verb == "通过" {
            return !isDone && !object.contains("《")
                && (object.hasPrefix(anyOf: preposed) != nil || object.contains(anyOf: ["实现", "进一步", "了解"]))
        }
        // 决定将候选人提交大会选举 says what becomes of an item; 总结去年的经验 is what is done with any matter.
        if verb.hasSuffix("决定") || verb == "同意" { return object.hasPrefix(anyOf: ["将", "把", "提交", "提请", "通过", "由", "在", "于"]) != nil }
        if verb.hasSuffix("总结") { return object.hasSuffix(anyOf: ["经验", "经验教训", "做法"]) != nil }
        return object.hasPrefix(anyOf: ["会议情况和议定事项", "以下", "如下"]) != nil
    }

    private static let preposed: [Literal] = [
        "前期", "同", "与", "开展", "召开", "实地", "观看", "采取", "以", "现场", "座谈", "线上", "多种", "这次", "此次", "本次", "学习", "视频", "电视", "各种", "对", "加强",
        "集中", "听取",
    ]

    /// Of a verb that means many things, the words of which its object must hold one.
    private static func endings(of verb: Text) -> [Literal]? {
        if verb == "接受" || verb == "决定接受" { return ["辞去", "辞职"] }
        return verb == "宣布" ? ["名单", "议程", "日程", "决定", "方案", "安排", "任命", "结果", "通知"] : nil
    }

    static func isSpeech(_ text: Text, at i: Int) -> Bool {
        guard let n = SpeechVerbs.list.match(text, at: i) else { return false }
        return !text.has("了", at: i + n) || text.has("要求", at: i)
    }

    /// Clauses that are no part of an item: 区委书记X主持会议, 并结合实际…
    static func endsItem(_ text: Text, at i: Int) -> Bool {
        let clause = text.from(i).upTo(text.find(anyOf: ["，", "。", "；"], from: i)?.at ?? text.end)
        // 区委常委、副区长邢海波，副区长王大治等出席会议: who was there.
        if text.from(i).contains(anyOf: ["出席", "参加", "列席"]), Persons.last(clause)?.range.upperBound == clause.end { return true }
        return clause.contains(anyOf: ["主持", "出席", "列席", "参加会议", "讲话", "要求", "强调", "指出", "会议要", "要"])
            || clause.hasPrefix(anyOf: [
                "结合", "就", "对", "确保", "推动", "进一步", "给予", "连线", "曝光", "截至", "目前", "其中", "共", "动员", "号召", "加快", "坚定", "凝聚", "推进", "激励", "在",
            ]) != nil
    }

    /// 《办法》 alone refers back to a title.
    static func isAnaphora(_ object: Text) -> Bool {
        CitedDocuments.titles(in: object).first.map { $0.count <= 12 } ?? false
    }
}
