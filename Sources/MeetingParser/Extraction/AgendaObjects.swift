extension AgendaSentence {
    static func items(_ match: Match<Agenda.Clause>, isLead: Bool) -> [Agenda.Mention] {
        let clause = match.value
        var object = clause.object.trimmed
        // 会议通报，上半年… tells what was reported, and names nothing.
        if object.isEmpty || object.hasPrefix(anyOf: ["，", "：", ",", ":"]) != nil { return [] }
        // 听取X情况汇报后指出，…
        if let end = object.find(anyOf: ["后指出", "后强调", "后要求", "后认为", "，并进行讨论", "，并进行了讨论", "，并讨论", "并指出", "时指出", "时强调", "时要求", "后，"]) {
            object = object.upTo(end.at)
        }
        for tail: Literal in ["强调", "指出", "后", "时", "中", "的基础上"] { object = object.droppingSuffix(tail) ?? object }
        object = withoutAttendance(withoutReporter(withoutAuthor(object)))
        let end = summaryEnd(object)
        func mention(_ title: Text) -> Agenda.Mention {
            Agenda.Mention(
                action: clause.action, title: title,
                range: min(clause.action.start, title.start)..<max(clause.action.end, title.end),
                isLead: isLead, isSummary: end != nil, rule: match.rule)
        }
        let isTreated = clause.object.start < clause.action.start
        if isLead, !isTreated, enumerating.contains(where: { clause.action.hasSuffix($0) }), let parts = enumeration(object) {
            return parts.map(mention)
        }
        if !isTreated, clause.action.contains(anyOf: ["传达", "学习"]), let parts = teachings(object) { return parts.map(mention) }
        if isEmptyPhrase(object) || isOnlyReporter(object) { return [] }
        if let parts = counted(object) { return parts.map(mention) }
        guard let end else { return split(object).filter { !isEmptyPhrase($0) }.map(mention) }
        // Only titles and 以及 part what 等工作 sums up.
        guard object.contains("《") || object.contains("以及") else { return [mention(object)] }
        return split(object.upTo(end)).filter { !isEmptyPhrase($0) }.map(mention)
    }

    /// A、B、C等三项议案: as many matters as are named; nil where the number is another.
    private static func counted(_ object: Text) -> [Text]? {
        guard let at = object.findLast("等"), object.end - at <= 30, let number = ChineseNumeral.read(object, at: at + 3), number.value > 1,
            object.from(number.end).hasPrefix(anyOf: ["项", "个", "件", "份"]) != nil
        else { return nil }
        var parts: [Text] = [], start = object.start, i = object.start, depth = 0
        while i < at {
            depth = max(0, depth + object.quotation(at: i))
            if depth == 0, let joiner = (["、", "，", "和", "以及"] as [Literal]).first(where: { object.has($0, at: i) }),
                joiner != "和" || parts.count + 2 == number.value
            {
                parts.append(object[start..<i])
                start = i + joiner.count
                i = start
                continue
            }
            i += object.width(at: i)
        }
        parts.append(object[start..<at])
        return parts.count == number.value && parts.allSatisfy({ $0.length >= 4 }) ? parts.map(\.trimmed) : nil
    }

    /// A会议精神、B批示精神和C讲话精神: what is taught are items each, where each says so itself.
    private static func teachings(_ object: Text) -> [Text]? {
        let bare = summaryEnd(object).map { object.upTo($0) } ?? object
        var parts: [Text] = [], start = bare.start, i = bare.start, depth = 0
        while i < bare.end {
            depth = max(0, depth + bare.quotation(at: i))
            if depth == 0, bare.upTo(i).hasSuffix(anyOf: taught) != nil,
                let joiner = teachingJoiners.first(where: { bare.has($0, at: i) }),
                // 重要讲话、重要指示精神 is one.
                bare.from(i + joiner.count).hasPrefix(anyOf: ["重要", "指示", "批示"]) == nil
            {
                parts.append(bare[start..<i])
                i += joiner.count
                start = i
                continue
            }
            i += bare.width(at: i)
        }
        parts.append(bare[start..<bare.end])
        guard parts.count > 1, parts.allSatisfy({ $0.length >= 6 && $0.hasSuffix(anyOf: taught) != nil }),
            parts.contains(where: { $0.hasSuffix(anyOf: ["精神", "批示要求", "指示要求"]) != nil })
        else { return nil }
        return parts.map(\.trimmed)
    }

    private static let teachingJoiners: [Literal] = ["，以及", ",以及", "、", "以及", "和", "及", "，", ","]
    private static let taught: [Literal] = ["精神", "要求", "》", "通知", "重要论述", "的讲话", "贺词", "条例"]

    /// 听取法律合规部部长X的汇报 names who reported, not what.
    private static func isOnlyReporter(_ object: Text) -> Bool {
        guard let who = object.droppingSuffix("的汇报") ?? object.droppingSuffix("汇报") ?? object.droppingSuffix("的介绍") else { return false }
        return Persons.list(who, bare: false).last?.range.upperBound == who.end
    }

    /// Verbs whose objects are separate items where they are listed: 研究A、B和C等工作.
    static let enumerating: [Literal] = ["研究", "部署", "讨论"]

    /// A、B和C of an enumeration of matters without 《》; nil where the object is one matter.
    static func enumeration(_ object: Text) -> [Text]? {
        guard !object.contains("《"), object.contains("、") else { return nil }
        var list = object
        if let end = summaryEnd(object) { list = object.upTo(end) }
        var parts: [Text] = []
        var start = list.start, i = list.start, depth = 0
        func isItem(_ part: Text) -> Bool { part.length >= 4 && !part.hasPrefix("和") }
        while i < list.end {
            if list.has("“", at: i) || list.has("（", at: i) { depth += 1 }
            if list.has("”", at: i) || list.has("）", at: i) { depth = max(0, depth - 1) }
            if depth == 0, list.has("、", at: i) || list.has("和", at: i) && !parts.isEmpty && isItem(list.from(i + 3)) {
                parts.append(list[start..<i])
                start = i + 3
            }
            i += list.width(at: i)
        }
        parts.append(list[start..<list.end])
        return parts.count > 1 && parts.allSatisfy(isItem) ? parts.map(\.trimmed) : nil
    }

    /// Where 等工作, 等事项, 等四项议题 begins at the end of an enumeration.
    static func summaryEnd(_ object: Text) -> Int? {
        guard let at = object.findLast("等"), object.end - at <= 27, at > object.start else { return nil }
        let rest = object.from(at + 3)
        return rest.isEmpty
            || rest.hasSuffix(anyOf: ["工作", "事项", "议题", "事宜", "有关工作", "任务", "问题", "有关事项", "文件", "内容", "材料", "情况"]) != nil
            ? at : nil
    }

    /// 其他事项, 有关工作 and the like name nothing.
    static func isEmptyPhrase(_ object: Text) -> Bool {
        if object.count < 9 { return true }
        // 会议分析指出…: what was found.
        if object.hasPrefix(anyOf: ["指出", "认为", "认定"]) != nil { return true }
        // 7项议题
        if let number = ChineseNumeral.read(object, at: object.start), object.from(number.end).hasPrefix(anyOf: ["项", "个", "件"]) != nil,
            object.length <= 8
        {
            return true
        }
        // 各位副县长关于…情况的汇报 names what, 各位副县长 does not.
        if people.match(object, at: object.start) != nil, object.length < 14 || object.hasSuffix(anyOf: ["汇报", "报告"]) == nil {
            return true
        }
        if object.count <= 36, others.match(object, at: object.start) != nil { return true }
        if object.hasSuffix(anyOf: ["如下", "如下：", "如下事项", "如下事项："]) != nil { return true }
        if object == "有关精神" || object == "相关精神" || object.hasPrefix("落实") && object.count <= 18 { return true }
        return object.count <= 36 && object.contains(anyOf: ["贯彻意见", "贯彻落实意见", "贯彻措施", "贯彻落实措施", "贯彻落实举措", "贯彻举措"])
    }

    private static let people = WordList("大家 与会 各位")
    private static let others = WordList(
        "有关汇报 相关汇报 其他 其它 别的 別的 另外 有关情况 相关情况 有关工作 有关事项 相关工作 相关事项 近期重点工作 有关议题 下列 以下 相关议题 了其他 其他 上述 以上 该")

    /// 《A》、《B》和《C》 are three items; so are A情况汇报和关于B的报告. Of other enumerations only those closed by 等… are split.
    static func split(_ object: Text) -> [Text] {
        // 对《A》、《B》的书面审议意见 is one.
        if let last = object.findLast("》"), let open = object.find("《"), object.upTo(open).hasSuffix("对"), object.has("的", at: last + 3) {
            return [object]
        }
        var parts: [Text] = []
        var start = object.start, i = object.start
        var depth = 0
        while let next = joinersAndQuotes.first(in: object, from: i) {
            i = next
            depth = max(0, depth + object.quotation(at: i))
            if depth == 0, i > start,
                let joiner = (["以及", "、", "和", "及", "；", "，"] as [Literal]).first(where: { object.has($0, at: i) })
            {
                let left = object[start..<i], right = object.from(i + joiner.count)
                // 听取A情况和B情况汇报
                let isPaired =
                    joiner == "和" && right.contains(anyOf: ["情况", "工作"]) && left.hasSuffix(anyOf: ["情况", "工作", "进展"]) != nil
                    && left.length >= 6 && right.length >= 6 && object.hasSuffix(anyOf: ["汇报", "报告"]) != nil
                // 《A》（讨论稿）、法院工作报告: among titles whatever ends like one is an item of its own.
                let isListed =
                    left.contains("《") && left.hasSuffix(anyOf: ["》", "）"]) != nil && (joiner == "，" ? namesTitle(right) : isItem(right))
                // A的决议（草案）、B的决议（草案）
                let areDrafts = left.hasSuffix("（草案）") && right.upTo(end(ofFirst: right)).hasSuffix("（草案）")
                // 关于A的汇报和B情况汇报
                let areReports =
                    left.length >= 6 && left.hasSuffix(anyOf: ["汇报", "报告"]) != nil
                    && right.upTo(right.find(anyOf: ["、", "，", "；"])?.at ?? right.end).hasSuffix(anyOf: ["汇报", "报告", "草案"]) != nil
                    && isItem(right)
                // A审核办法及B管理办法
                let areAlike =
                    joiner != "，" && joiner != "；" && left.length >= 6 && !object.contains("《")
                    && papers.contains { left.hasSuffix($0) && isItem(right) && right.upTo(end(ofFirst: right)).hasSuffix($0) }
                // 传达学习A会议精神，B会议精神
                let areTeachings =
                    (joiner == "，" || joiner == "；") && left.hasSuffix("精神") && AgendaSentence.firstClause(right).hasSuffix("精神")
                // A进展情况，B有关事项，以及C的汇报
                let areHeard = joiner == "，" && left.hasSuffix(anyOf: ["情况", "事项"]) != nil && right.contains("以及")
                if areReports || areHeard || areTeachings || begins(right) && isComplete(left) || joiner == "以及" && isComplete(left)
                    || isPaired
                    || isListed || areDrafts || areAlike
                {
                    parts.append(left)
                    start = i + joiner.count
                }
                i += joiner.count
                continue
            }
            i += object.width(at: i)
        }
        parts.append(object[start..<object.end])
        return parts.map { part in
            let part = withoutAuthor(part.trimmed)
            return part.droppingPrefix("关于").flatMap { isLead(part) ? $0 : nil } ?? part
        }
    }

    private static let papers: [Literal] = ["办法", "方案", "条例", "规定", "细则", "议案", "决议"]
    private static let joinersAndQuotes = WordList("以及 、 和 及 ； ， 《 》 “ ”")

    /// 县教科局《B》，县委农工委《C》: who sent a title in, and the title, without a verb.
    private static func namesTitle(_ right: Text) -> Bool {
        let part = right.upTo(end(ofFirst: right))
        guard part.hasSuffix("》"), let open = part.find("《"), open > part.start else { return false }
        let sender = part.upTo(open)
        return (sender.droppingSuffix("送审的") ?? sender.droppingSuffix("提交的") ?? sender).hasSuffix(anyOf: organisations) != nil
            && !SpeechVerbs.list.occurs(in: sender)
    }

    /// Whether a text up to its next joiner ends as items of an agenda do.
    private static func isItem(_ right: Text) -> Bool {
        let part = right.upTo(end(ofFirst: right))
        return part.length >= 5 && isComplete(part) && part.hasPrefix(anyOf: ["有关", "其他", "相关", "等"]) == nil
    }

    /// Where the first part of a list ends; what stands within 《》 parts nothing.
    private static func end(ofFirst list: Text) -> Int {
        var from = list.start
        while true {
            let end = list.find(anyOf: ["、", "，", "；"], from: from)?.at ?? list.end
            guard let open = list.find("《", from: from), open < end, let close = list.find("》", from: open) else { return end }
            from = close + 3
        }
    }

    static func isLead(_ part: Text) -> Bool { part.hasSuffix(anyOf: ["汇报", "报告", "情况", "说明"]) != nil }

    static func begins(_ right: Text) -> Bool {
        if right.hasPrefix("关于") { return true }
        // 县审计局局长X作的《…》
        if madeBy(right) != nil { return true }
        guard right.hasPrefix("《"), let title = CitedDocuments.titles(in: right).first else { return false }
        // 《求是》杂志发表的文章 is no document.
        let after = right.from(title.upperBound + 3)
        return after.isEmpty
            || after.hasPrefix(anyOf: ["、", "和", "及", "（", "(", "，", "；", "等", "《", "以及", "（草案", "草案", "并", "情况", "修订", "起草"]) != nil
    }

    static func isComplete(_ left: Text) -> Bool {
        left.hasSuffix(anyOf: [
            "》", "）", "汇报", "报告", "精神", "情况", "工作", "事项", "方案", "意见", "说明", "请示", "议案", "名单", "草案", "规划", "办法", "决定", "建议", "重要论述", "任免案",
        ]) != nil
    }
}
