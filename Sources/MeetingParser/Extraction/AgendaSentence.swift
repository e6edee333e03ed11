/// Reads the items of an agenda that one sentence names.
enum AgendaSentence {
    /// In the lead any clause that begins with a verb of the agenda is an item; elsewhere only what the meeting does.
    static func read(_ sentence: Text, isLead: Bool, after lead: MeetingLead?) -> [Agenda.Mention] {
        if let reviewed = reviewed(sentence, isLead: isLead) { return [reviewed] }
        let opening = opening(sentence, after: lead.flatMap { $0.sentence.start == sentence.start ? $0 : nil })
        if !isLead, !opening.isMeeting { return told(sentence).map { [$0] } ?? [] }
        if !isLead, let told = told(opening.rest) { return [told] }
        let found = clauses(opening.rest)
        // Behind the first clause only a title makes an item of 决定, 同意 and the like.
        let strong = found.enumerated().filter {
            isLead || $0.offset == 0 || sentence.contains("；") || !AgendaVerbs.weak.contains($0.element.action)
                || $0.element.object.hasPrefix("《")
        }
        .map(\.element)
        // 会议同意…, 会议决定… says how an item ended; a title makes it an item of its own.
        if !isLead, let first = found.first, AgendaVerbs.weak.contains(first.action), first.object.start > first.action.start,
            !first.object.hasPrefix("《") || isAnaphora(first.object)
        {
            return []
        }
        return strong.flatMap { items(isLead ? $0 : ($0.action, firstClause($0.object)), isLead: isLead) }
    }

    /// Outside of the lead an item ends with its clause: 通报了热线办理情况，4月共受理….
    private static func firstClause(_ object: Text) -> Text {
        var i = object.start, depth = 0
        while i < object.end {
            if object.has("《", at: i) || object.has("“", at: i) { depth += 1 }
            if object.has("》", at: i) || object.has("”", at: i) { depth = max(0, depth - 1) }
            if depth == 0, object.has("，", at: i) { return object.upTo(i) }
            i += object.width(at: i)
        }
        return object
    }

    /// The items of one line of a list: 2.审议《…》；
    static func listed(_ line: Text) -> [Agenda.Mention] {
        let rest = skippingNumber(line)
        guard AgendaVerbs.list.match(rest, at: rest.start) != nil else { return [] }
        return clauses(rest).flatMap { items($0, isLead: true) }
    }

    // MARK: The start of the sentence

    /// What stands behind 会议, 1.会议, 会前，与会人员, or behind the clause that names the meeting.
    private static func opening(_ sentence: Text, after lead: MeetingLead?) -> (rest: Text, isMeeting: Bool) {
        if let lead, let name = lead.names.last {
            var rest = sentence.from(max(name.end, sentence.start))
            if let comma = rest.find(anyOf: ["，", ",", "：", "。", "；"]), comma.at - rest.start < 120 {
                rest = AgendaVerbs.list.match(rest, at: rest.start) != nil ? rest : rest.from(comma.at + comma.word.count)
            }
            return (rest, true)
        }
        var rest = skippingNumber(sentence)
        if let named = behindMeetingName(rest) { return (named, true) }
        // 在认真听取X的汇报后，会议指出…
        if rest.hasPrefix("在"), let end = rest.find(anyOf: ["后，", "时，", "时强调", "时指出", "时要求"]) {
            let heard = rest[rest.start + 3..<end.at]
            for word: Literal in ["认真", "听取并审议", "仔细"] where heard.hasPrefix(word) { return (heard.from(heard.start + word.count), true) }
            return heard.hasSuffix(anyOf: ["汇报", "报告", "精神", "情况", "》", "工作", "介绍"]) != nil ? (heard, true) : (heard.from(heard.end), false)
        }
        var isMeeting = false
        var changed = true
        while changed {
            changed = false
            for (word, means) in openings where rest.hasPrefix(word) {
                rest = rest.from(rest.start + word.count).trimmed
                isMeeting = isMeeting || means
                changed = true
            }
        }
        return (rest, isMeeting)
    }

    /// 党组（扩大）会议传达学习了…, 随后召开的主席会议审议了…
    private static func behindMeetingName(_ text: Text) -> Text? {
        guard let at = text.find("会议"), at - text.start <= 60, at > text.start, text.upTo(at).find("，") == nil else { return nil }
        var rest = text.from(at + 6)
        for word: Literal in ["还", "首先", "集体", "认真"] { rest = rest.droppingPrefix(word) ?? rest }
        return AgendaVerbs.list.match(rest, at: rest.start) != nil ? rest : nil
    }

    private static let openings: [(Literal, Bool)] = [
        ("会议还", true), ("会议首先", true), ("会议最后", true), ("会议集体", true), ("会议专题", true), ("会议分别", true), ("会议又", true), ("本次会议", true),
        ("会议上", true),
        ("会议主要议题：", true), ("会议议题：", true), ("會議", true), ("会议", true), ("会上", true), ("会前", true), ("全会", true), ("党组会议", true),
        ("常务会议", true), ("常委会会议", true), ("常委会", true), ("大会", true), ("主任会议", true), ("主席会议", true),
        ("会议内容：", true), ("会议议程：", true), ("会议主要内容：", true), ("议题：", true),
        ("，", false), (",", false), ("与会人员", false), ("与会同志", false), ("首先", false), ("还", false), ("集体", false), ("分别", false),
        ("並", false), ("并", false), ("又", false), ("先后", false), ("認真", false), ("认真", false), ("专门", false), ("在", false),
        ("議題", true),
    ]

    /// 1.会议…, （一）会议…, 一、会议…
    private static func skippingNumber(_ sentence: Text) -> Text {
        let marks: [Literal] = ["（", "("]
        let start = marks.first { sentence.hasPrefix($0) }.map { sentence.start + $0.count } ?? sentence.start
        guard let number = ChineseNumeral.read(sentence, at: start),
            let close = (["．", ".", "、", "）", ")", "，"] as [Literal]).first(where: { sentence.has($0, at: number.end) })
        else { return sentence }
        return sentence.from(number.end + close.count).trimmed
    }

    // MARK: Clauses

    /// Clauses that begin with a verb of the agenda, each with its verb.
    private static func clauses(_ text: Text) -> [(action: Text, object: Text)] {
        var clauses: [(action: Text, object: Text)] = []
        var start: (verb: Range<Int>, from: Int)?
        var i = text.start
        var quotes = 0
        func close(at end: Int) {
            if let begun = start { clauses.append((text[begun.verb], text[begun.from..<end])) }
            start = nil
        }
        while let joiner = joiners.first(where: { text.has($0, at: i) }) { i += joiner.count }
        if let verb = verb(text, at: i) {
            start = (verb.range, verb.end)
            i = verb.end
        } else if let treated = treated(text, at: i) {
            clauses.append(treated)
        }
        while i < text.end {
            if text.has("《", at: i) || text.has("“", at: i) { quotes += 1 }
            if text.has("》", at: i) || text.has("”", at: i) { quotes = max(0, quotes - 1) }
            guard quotes == 0, let stop = stops.first(where: { text.has($0, at: i) }) else {
                i += text.width(at: i)
                continue
            }
            var next = i + stop.count
            while let joiner = joiners.first(where: { text.has($0, at: next) }) { next += joiner.count }
            // 听取信访举报、审查调查情况汇报: behind 、 a verb may be part of a name.
            if let verb = verb(text, at: next), stop != "、" || start.map({ isComplete(text[$0.from..<i]) }) ?? true {
                close(at: i)
                start = (verb.range, verb.end)
                i = verb.end
            } else if let treated = treated(text, at: next) {
                close(at: i)
                clauses.append(treated)
                i = treated.action.end
            } else {
                if isSpeech(text, at: next) || stop == "。" || stop == "；" || stop == ";" || stop != "、" && endsItem(text, at: next) {
                    close(at: i)
                    if isSpeech(text, at: next) { break }
                }
                i = max(next, i + stop.count)
            }
        }
        close(at: text.end)
        return clauses
    }

    /// 对全区疫情防控等重点工作进行安排部署: the object stands before the verb.
    private static func treated(_ text: Text, at i: Int) -> (action: Text, object: Text)? {
        if text.has("围绕", at: i) { return discussed(text, at: i + 6) }
        guard text.has("对", at: i) || text.has("就", at: i) else { return nil }
        let clause = text[i + 3..<(text.find(anyOf: ["，", "。", "；", ","], from: i)?.at ?? text.end)]
        guard let means = clause.find(anyOf: ["进行了", "进行"]) ?? clause.find(anyOf: ["作了", "作出", "作进一步"]), means.at > clause.start else {
            return nil
        }
        var action = clause.from(means.at + means.word.count)
        for word: Literal in ["专题", "认真", "全面", "逐一", "再", "进一步"] { action = action.droppingPrefix(word) ?? action }
        guard AgendaVerbs.list.match(action, at: action.start) == action.count else { return nil }
        return (action, clause.upTo(means.at))
    }

    /// 围绕“做活富硒茶文章”专题议政
    private static func discussed(_ text: Text, at i: Int) -> (action: Text, object: Text)? {
        let clause = text[i..<(text.find(anyOf: ["，", "。", "；"], from: i)?.at ?? text.end)]
        for verb: Literal in ["专题议政", "专题协商", "协商议政", "学习研讨", "专题学习", "集体学习", "集中学习", "交流研讨"] {
            if let object = clause.droppingSuffix(verb), object.length >= 3 {
                for word: Literal in ["开展", "进行", "展开", "主题"] {
                    if let bare = object.droppingSuffix(word) { return (clause.from(object.end), bare) }
                }
                return (clause.from(object.end), object)
            }
        }
        return nil
    }

    private static let stops: [Literal] = ["，", "；", "。", ",", ";", "、", "：", "！"]
    private static let joiners: [Literal] = [
        "并", "还", "一是", "二是", "三是", "四是", "五是", "六是", "七是", "一、", "二、", "三、", "四、", "五、", "六、", "七、", "八、", "1.", "2.", "3.", "4.", "5.",
        "6.", "7.", "（一）", "（二）", "（三）", "（四）", "（五）", "会议", "会前", "认真", "集体", "一并", "同时", "以及",
        "分别", "共同", " ", "會議", "並", "專題",
    ]

    /// A verb of the agenda with the adverbs before it and 了 behind.
    private static func verb(_ text: Text, at i: Int) -> (range: Range<Int>, end: Int)? {
        guard let length = AgendaVerbs.list.match(text, at: i) else { return nil }
        var end = i + length
        // 学习和讨论, 通报、点评: two verbs of one object.
        for joiner: Literal in ["和", "并", "、"] {
            if text.has(joiner, at: end), let more = AgendaVerbs.list.match(text, at: end + joiner.count) { end += joiner.count + more }
        }
        let range = i..<end
        if text.has("了", at: end) { end += 3 }
        return (range, end)
    }

    private static func isSpeech(_ text: Text, at i: Int) -> Bool {
        guard let n = SpeechVerbs.list.match(text, at: i) else { return false }
        return !text.has("了", at: i + n) || text.has("要求", at: i)
    }

    /// Clauses that are no part of an item: 区委书记X主持会议, 并结合实际…
    private static func endsItem(_ text: Text, at i: Int) -> Bool {
        let clause = text.from(i).upTo(text.find(anyOf: ["，", "。", "；"], from: i)?.at ?? text.end)
        return clause.contains(anyOf: ["主持", "出席", "列席", "参加会议", "讲话", "要求", "强调", "指出", "会议要", "要"])
            || clause.hasPrefix(anyOf: ["结合", "就", "对标", "确保", "推动", "进一步", "给予", "连线", "曝光"]) != nil
    }

    /// 《办法》 alone refers back to a title.
    private static func isAnaphora(_ object: Text) -> Bool {
        CitedDocuments.titles(in: object).first.map { $0.count <= 12 } ?? false
    }

    // MARK: Items

    private static func items(_ clause: (action: Text, object: Text), isLead: Bool) -> [Agenda.Mention] {
        var object = clause.object.trimmed
        // 会议通报，上半年… tells what was reported, and names nothing.
        if object.isEmpty || object.hasPrefix(anyOf: ["，", "：", ",", ":"]) != nil { return [] }
        // 听取X情况汇报后指出，…
        if let end = object.find(anyOf: ["后指出", "后强调", "后要求", "后认为", "并指出", "时指出", "时强调", "时要求", "后，"]) { object = object.upTo(end.at) }
        for tail: Literal in ["后", "时", "中", "的基础上"] { object = object.droppingSuffix(tail) ?? object }
        object = withoutReporter(object)
        let isSummary = summaryEnd(object) != nil
        let isTreated = clause.object.start < clause.action.start
        if isLead, !isTreated, enumerating.contains(where: { clause.action.hasSuffix($0) }), let parts = enumeration(object) {
            return parts.map {
                Agenda.Mention(
                    action: clause.action.string, title: $0, range: clause.action.start..<$0.end, isLead: true, isSummary: isSummary)
            }
        }
        guard !isEmptyPhrase(object), !isSummary || object.contains("《") || object.contains("以及") else {
            return isEmptyPhrase(object)
                ? []
                : [
                    Agenda.Mention(
                        action: clause.action.string, title: object, range: clause.action.start..<object.end, isLead: isLead,
                        isSummary: true)
                ]
        }
        if let end = summaryEnd(object) { object = object.upTo(end) }
        return split(object).filter { !isEmptyPhrase($0) }.map {
            Agenda.Mention(
                action: clause.action.string, title: $0, range: min(clause.action.start, $0.start)..<max(clause.action.end, $0.end),
                isLead: isLead, isSummary: isSummary)
        }
    }

    /// Verbs whose objects are separate items where they are listed: 研究A、B和C等工作.
    private static let enumerating: [Literal] = ["研究", "部署", "讨论"]

    /// A、B和C of an enumeration of matters without 《》; nil where the object is one matter.
    private static func enumeration(_ object: Text) -> [Text]? {
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

    /// 主任X关于Y的汇报 → Y的汇报; 关于Y的汇报 → Y的汇报
    private static func withoutReporter(_ object: Text) -> Text {
        guard let about = object.find("关于"), object.find("《").map({ $0 > about }) ?? true else { return object }
        let before = object.upTo(about)
        let names = !Persons.list(before, bare: true).isEmpty || before.hasSuffix(anyOf: organisations) != nil
        if before.isEmpty
            || names && before.count <= 120 && !before.contains(anyOf: ["以及", "汇报", "报告", "情况", "、《"])
                && (object.hasSuffix("汇报") || object.hasSuffix("报告") || object.hasSuffix("说明") || object.hasSuffix("情况")
                    || object.hasSuffix("匯報"))
        {
            return object.from(about + 6)
        }
        return object
    }

    private static let organisations: [Literal] = [
        "局", "委", "办", "部", "室", "厅", "院", "府", "党组", "公司", "会", "中心", "镇", "乡", "街道", "组", "方", "部门", "单位", "府办",
    ]

    /// Where 等工作, 等事项, 等四项议题 begins at the end of an enumeration.
    private static func summaryEnd(_ object: Text) -> Int? {
        guard let at = object.findLast("等"), object.end - at <= 27, at > object.start else { return nil }
        let rest = object.from(at + 3)
        return rest.isEmpty
            || rest.hasSuffix(anyOf: ["工作", "事项", "议题", "事宜", "有关工作", "任务", "问题", "有关事项", "文件", "内容", "議題", "事項", "材料", "情况"]) != nil
            ? at : nil
    }

    /// 其他事项, 有关工作 and the like name nothing.
    private static func isEmptyPhrase(_ object: Text) -> Bool {
        if object.count < 9 { return true }
        if object.hasPrefix(anyOf: ["其他", "其它", "有关工作", "有关事项", "相关工作", "相关事项", "近期重点工作", "有关议题", "下列", "以下", "相关议题", "了其他", "其他"]) != nil,
            object.count <= 36
        {
            return true
        }
        return object.contains(anyOf: ["贯彻意见", "贯彻落实意见", "贯彻措施", "贯彻落实措施"]) && object.count <= 36
    }

    /// 《A》、《B》和《C》 are three items; so are A情况汇报和关于B的报告. Of other enumerations only those closed by 等… are split.
    private static func split(_ object: Text) -> [Text] {
        var parts: [Text] = []
        var start = object.start, i = object.start
        var depth = 0
        while i < object.end {
            if object.has("《", at: i) || object.has("“", at: i) { depth += 1 }
            if object.has("》", at: i) || object.has("”", at: i) { depth = max(0, depth - 1) }
            if depth == 0, i > start, let joiner = (["以及", "、", "和", "及", "；", "，"] as [Literal]).first(where: { object.has($0, at: i) }) {
                let left = object[start..<i], right = object.from(i + joiner.count)
                // 听取A情况和B情况汇报
                let isPaired =
                    joiner == "和" && right.contains(anyOf: ["情况", "工作"]) && left.hasSuffix(anyOf: ["情况", "工作", "进展"]) != nil
                    && left.length >= 6 && right.length >= 6 && object.hasSuffix(anyOf: ["汇报", "报告"]) != nil
                if begins(right) && isComplete(left) || joiner == "以及" && isComplete(left) || isPaired {
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
            let part = part.trimmed
            return part.droppingPrefix("关于").flatMap { isLead(part) ? $0 : nil } ?? part
        }
    }

    private static func isLead(_ part: Text) -> Bool { part.hasSuffix(anyOf: ["汇报", "报告", "情况", "说明", "匯報"]) != nil }

    private static func begins(_ right: Text) -> Bool {
        if right.hasPrefix("关于") { return true }
        guard right.hasPrefix("《"), let title = CitedDocuments.titles(in: right).first else { return false }
        // 《求是》杂志发表的文章 is no document.
        let after = right.from(title.upperBound + 3)
        return after.isEmpty
            || after.hasPrefix(anyOf: ["、", "和", "及", "（", "(", "，", "；", "等", "《", "以及", "（草案", "草案", "并", "情况", "修订", "起草"]) != nil
    }

    private static func isComplete(_ left: Text) -> Bool {
        left.hasSuffix(anyOf: [
            "》", "）", "汇报", "报告", "精神", "情况", "工作", "事项", "方案", "意见", "说明", "请示", "议案", "名单", "草案", "规划", "办法", "决定", "建议",
        ]) != nil
    }

    // MARK: Other forms

    /// 区城管委主任X通报了5月份考评结果: somebody tells the meeting.
    private static func told(_ sentence: Text) -> Agenda.Mention? {
        let clause = sentence.upTo(sentence.find(anyOf: ["，", "。", "：", "；"])?.at ?? sentence.end)
        for verb: Literal in ["通报了", "宣读了", "传达了"] {
            guard let at = clause.find(verb), Persons.list(clause.upTo(at), bare: false).last?.range.upperBound == at else { continue }
            let title = clause.from(at + verb.count)
            guard !isEmptyPhrase(title), title.count <= 150 else { return nil }
            return Agenda.Mention(
                action: clause[at..<at + verb.count - 3].string, title: title, range: clause.start..<title.end, isLead: false)
        }
        return nil
    }

    /// X的书记依次发言，并接受…点评 → 点评 X.
    private static func reviewed(_ sentence: Text, isLead: Bool) -> Agenda.Mention? {
        guard isLead, let spoke = sentence.find("发言，并接受"), sentence.from(spoke).contains("点评"),
            let of = sentence.upTo(spoke).find("的")
        else { return nil }
        let units = sentence.upTo(of)
        guard units.contains("、") || units.hasSuffix(anyOf: ["区", "县", "市", "镇", "乡", "街道"]) != nil else { return nil }
        return Agenda.Mention(action: "点评", title: units, range: units.start..<spoke, isLead: true)
    }
}
