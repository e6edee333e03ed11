extension Agenda {
    /// The forms in which a sentence names what the meeting took up; each reads one clause.
    ///
    /// The common one needs no cue: every clause is looked at for a verb with which it begins.
    static let rules: [Rule<Clause>] = [
        Rule(
            "verb-and-object", cues: [],
            examples: [
                ("审议通过《防汛办法》", clause("审议通过", "《防汛办法》")), ("听取了防汛工作汇报", clause("听取", "防汛工作汇报")), ("审议通过的《办法》共六章", nil),
                ("防汛工作有序开展", nil),
            ]
        ) { text, start in
            guard let verb = AgendaSentence.verb(text, at: start.lowerBound) else { return nil }
            return Match(value: Clause(action: text[verb.range], object: text.from(verb.end)), range: verb.range)
        },
        Rule(
            "object-before-verb", cues: ["对", "就", "针对"],
            examples: [
                ("对防汛工作进行安排部署", clause("安排部署", "防汛工作")), ("就防汛工作作了专题研究", clause("研究", "防汛工作")), ("针对防汛工作进行了专题部署", clause("部署", "防汛工作")),
                ("对照标准进行整改", nil), ("对防汛工作再安排、再部署", clause("再安排、再部署", "防汛工作")), ("对防汛工作进行再部署、再推进", clause("再部署、再推进", "防汛工作")),
                ("就防汛工作作了汇报", clause("汇报", "防汛工作")),
            ]
        ) { text, cue in
            let clause = text.from(cue.upperBound).clause
            if let again = clause.find(anyOf: ["再安排", "再部署", "再动员", "再强调"])?.at, again > clause.start, clause.end - again <= 60 {
                let object = clause.upTo(again)
                return Match(
                    value: Clause(action: clause.from(again), object: object.droppingSuffix("进行") ?? object),
                    range: cue.lowerBound..<clause.end)
            }
            guard let means = clause.find(anyOf: ["进行了", "进行"]) ?? clause.find(anyOf: ["作了", "作出", "作进一步", "做了", "开展了", "展开了"]),
                means.at > clause.start
            else { return nil }
            let action = clause.from(means.at + means.word.count).shortened { part in
                manners.first { part.hasPrefix($0) }.map { part.from(part.start + $0.count) }
            }
            // 就防汛工作作了汇报: these take an object up only so.
            guard
                action == "汇报" || action == "剖析" || action == "反馈"
                    || AgendaSentence.verb(action, at: action.start)?.range.upperBound == action.end
            else {
                return nil
            }
            return Match(value: Clause(action: action, object: clause.upTo(means.at)), range: cue.lowerBound..<action.end)
        },
        Rule(
            "topic-before-verb", cue: "围绕",
            examples: [
                ("围绕基层治理开展专题协商", clause("专题协商", "基层治理")), ("围绕全会精神专题学习立法工作", clause("专题学习", "立法工作")), ("围绕中心服务大局", nil),
                ("围绕“深化改革，推进发展”协商议政", clause("协商议政", "“深化改革，推进发展”")),
            ]
        ) { text, cue in
            let clause = text.from(cue.upperBound).clause
            for verb: Literal in ["专题议政", "专题协商", "协商议政", "学习研讨", "专题学习", "集体学习", "集中学习", "交流研讨", "交流讨论"] {
                guard var object = clause.droppingSuffix(verb), object.length >= 3 else { continue }
                let action = clause.from(object.end)
                for word: Literal in ["开展", "进行", "展开", "主题"] { object = object.droppingSuffix(word) ?? object }
                return Match(value: Clause(action: action, object: object), range: cue.lowerBound..<clause.end)
            }
            // 围绕全会精神专题学习立法工作: what is studied stands behind the verb.
            for verb: Literal in ["专题学习", "集体学习", "集中学习"] {
                guard let at = clause.find(verb), clause.end - at - verb.count >= 12 else { continue }
                return Match(
                    value: Clause(action: clause[at..<at + verb.count], object: clause.from(at + verb.count)),
                    range: cue.lowerBound..<clause.end)
            }
            return nil
        },
        Rule(
            "told-to-the-meeting", cues: tellingVerbs, in: .told,
            examples: [
                ("县应急局局长王平通报了防汛工作情况", clause("通报", "防汛工作情况")), ("会上，区安委办通报防汛工作情况。", clause("通报", "防汛工作情况")),
                ("市长王平、副市长李明分别传达了全会精神。", clause("传达", "全会精神")), ("各乡镇要汇报工作进展", nil),
                ("紧接着，王平在会上宣读了表彰名单。", clause("宣读", "表彰名单")), ("首先，由县联席会议办公室王平汇报防汛工作情况。", clause("汇报", "防汛工作情况")),
                ("副镇长王平在会上布置了下一步整治工作，他要求。", clause("布置", "下一步整治工作")),
                ("副主任王平总结2023年热线工作整体情况。", clause("总结", "2023年热线工作整体情况")), ("副主任王平总结讲话。", nil),
                ("县财政局、县水务局5家单位汇报了防汛准备情况。", clause("汇报", "防汛准备情况")),
                ("副市长王平听取了各部门的汇报。", clause("听取", "各部门的汇报")), ("副市长王平听取了群众意见。", nil),
                ("在首次党委会上，党委书记王平宣读了组建公司的批复。", clause("宣读", "组建公司的批复")), ("会上，各区县汇报了防汛进展情况。", clause("汇报", "防汛进展情况")),
                ("指挥长王平副市长听取了防汛工作汇报。", clause("听取", "防汛工作汇报")),
            ]
        ) { sentence, cue in
            var head = sentence
            for word in openers { head = head.droppingPrefix(word) ?? head }
            // 在首次党委会上，
            if head.hasPrefix("在"), let at = head.find("会上，"), at - head.start < 60 { head = head.from(at + 9) }
            let clause = head.upTo(head.find(anyOf: ["，", "。", "：", "；"])?.at ?? head.end)
            let isDone = sentence[cue.upperBound - 3..<cue.upperBound] == "了"
            guard cue.lowerBound >= clause.start + 6, cue.upperBound <= clause.end else { return nil }
            let who = clause.upTo(cue.lowerBound)
            guard isTeller(who) || isDone && who.hasPrefix("各") && who.length <= 8 else { return nil }
            var title = AgendaSentence.withoutReporter(clause.from(cue.upperBound))
            // 宣读了贺信并讲话
            if let more = title.find(anyOf: ["并讲话", "并发表", "并作", "并对", "并就", "并部署", "并安排部署", "并传达", "并通报", "并宣读"]) {
                title = title.upTo(more.at)
            }
            if sentence[cue] == "听取了", title.hasSuffix(anyOf: ["汇报", "报告", "介绍"]) == nil { return nil }
            guard !AgendaSentence.isEmptyPhrase(title), (4...75).contains(title.length),
                title.hasPrefix(anyOf: ["会议", "的", "人", "了", "发言"]) == nil
            else { return nil }
            let action = clause[cue.lowerBound..<(isDone ? cue.upperBound - 3 : cue.upperBound)]
            return Match(value: Clause(action: action, object: title), range: clause.start..<title.end)
        },
        Rule(
            "teller-reports", cue: "作",
            examples: [
                ("会上，局长王平作全县防汛工作形势分析报告。", clause("作", "全县防汛工作形势分析报告")), ("副主任王平作了河湖管理保护工作报告。", clause("作", "河湖管理保护工作报告")),
                ("县长王平作重要讲话。", nil), ("局长王平作了发言。", nil), ("副主任王平作的关于条例草案审议结果的报告。", nil),
            ]
        ) { sentence, cue in
            let before = sentence.upTo(cue.lowerBound)
            if before.hasSuffix(anyOf: ["工", "合", "运"]) != nil { return nil }
            let clauseStart = before.lastClause.start
            let told = sentence.from(cue.upperBound), matter = told.droppingPrefix("了") ?? told
            let title = matter.upTo(sentence.find(anyOf: ["，", "。", "；", "："], from: cue.upperBound)?.at ?? sentence.end)
            guard (8...40).contains(title.length), title.hasSuffix(anyOf: ["报告", "通报", "说明"]) != nil,
                !title.contains(anyOf: ["讲话", "发言", "题为", "辅导"]), !title.hasPrefix("的"),
                isTeller(sentence[clauseStart..<cue.lowerBound])
            else { return nil }
            return Match(
                value: Clause(action: sentence[cue.lowerBound..<cue.lowerBound + 3], object: title.droppingPrefix("关于") ?? title),
                range: clauseStart..<title.end)
        },
        Rule(
            "teller-treats", cues: ["进行了", "作了", "做了", "作出", "进行汇报", "进行通报"],
            examples: [
                ("河东社区、综治办公室分别就诉求办理情况进行汇报。", clause("汇报", "诉求办理情况")), ("领导小组各成员就督查工作的范围进行了讨论。", clause("讨论", "督查工作的范围")),
                ("我区接续召开会议，对贯彻落实会议精神进行了部署。", clause("部署", "贯彻落实会议精神")),
                ("副县长李明对今年防汛工作进行了全面部署。", clause("部署", "今年防汛工作")), ("首次总经理办公会对班子成员进行了分工。", clause("分工", "班子成员")),
                ("各乡镇要对隐患进行了解。", nil), ("县长王平对会议进行了总结。", nil),
                ("副县长李明对全年防汛工作进行了总结。", clause("总结", "全年防汛工作")), ("副县长李明针对上级通知，对防疫工作进行了部署。", clause("部署", "防疫工作")),
            ]
        ) { sentence, means in
            let clauseStart = sentence.upTo(means.lowerBound).lastClause.start
            guard let cue = sentence[clauseStart..<means.lowerBound].find(anyOf: ["对", "就"]) else { return nil }
            var who = sentence[clauseStart..<cue.at]
            // 副校长王平针对上级通知，对防疫工作进行了部署: who does stands before the occasion.
            if who.isEmpty, let occasion = sentence.find(anyOf: ["针对", "结合"]), occasion.at < cue.at {
                who = sentence.upTo(occasion.at)
            }
            let isMet = who.isEmpty && sentence.upTo(cue.at).hasSuffix("召开会议，")
            guard isMet || who.hasSuffix("会") || isTeller(who), let treated = objectBeforeVerb.match(sentence, cue.at..<cue.at + 3),
                treated.value.object.length >= 4, !(treated.value.action == "点评"),
                // 对会议进行了总结 closes the meeting; 对全年工作进行了总结 is a matter of it.
                !(treated.value.action == "总结") || treated.value.object.hasSuffix("工作")
            else { return nil }
            return treated
        },
        Rule(
            "units-reviewed", cue: "发言，并接受",
            examples: [("河东区、河西区的区委书记依次发言，并接受现场点评", clause("点评", "河东区、河西区")), ("与会人员依次发言，并接受任务", nil)]
        ) { sentence, cue in
            guard let review = sentence.find("点评", from: cue.upperBound), let of = sentence.upTo(cue.lowerBound).find("的") else {
                return nil
            }
            let units = sentence.upTo(of)
            guard units.contains("、") || units.hasSuffix(anyOf: ["区", "县", "市", "镇", "乡", "街道"]) != nil else { return nil }
            return Match(value: Clause(action: sentence[review..<review + 6], object: units), range: units.start..<cue.lowerBound)
        },
    ]

    /// Words for when somebody tells, before the subject.
    private static let openers: [Literal] = [
        "会上，", "会议上，", "首先，", "其次，", "随后，", "会前，", "最后，", "紧接着，", "接着，", "之后，", "然后，", "由",
    ]

    static let tellingVerbs: [Literal] = [
        "听取了", "反馈了", "报告了",
        "通报了", "宣读了", "传达了", "传达学习了", "汇报了", "介绍了", "解读了", "领学了", "公布了", "布置了", "部署了", "安排了", "安排部署了", "通报", "宣读", "传达学习", "传达", "汇报", "介绍",
        "解读", "领学", "公布", "总结了", "部署", "安排部署", "总结",
    ]

    /// How something is done, before a verb of the agenda.
    static let manners: [Literal] = [
        "专题", "认真", "全面", "逐一", "进一步", "深入", "仔细", "充分", "详细", "系统", "热烈", "及时", "迅速", "重点", "集中", "具体", "广泛", "再", "细致", "细化", "周密",
    ]

    /// Whether a text before a verb of telling names who tells: persons, an office, or units, and nothing else.
    private static func isTeller(_ subject: Text) -> Bool {
        var part = subject.trimmed
        for word: Literal in ["同志", "在会上", "在会议上", "首先", "分别", "依次", "先后", "现场", "书面", "逐一", "详细", "就", "集体", "还"] {
            part = part.droppingSuffix(word)?.trimmed ?? part
        }
        guard part.length <= 60, !part.contains("会议") || part.contains("会议办公室"),
            !part.hasPrefix("据"), !part.contains(anyOf: ["要", "将", "请", "应当", "须", "《", "关于", "听取"])
        else { return false }
        if let last = Persons.list(part, bare: part.length <= 4).last, last.range.upperBound == part.end { return true }
        // 县青年联席会议办公室汤琛莹
        if let office = part.findLast("办公室"), let name = Persons.list(part.from(office + 9), bare: true).last,
            name.range.upperBound == part.end
        {
            return true
        }
        // 河东、河西等6个县区, 县财政局、县水务局5家单位
        if part.hasSuffix(anyOf: ["区", "县", "市", "单位", "部门", "企业"]) != nil, let counted = part.find(anyOf: ["等", "、"]) {
            let rest = part.from(counted.at + 3)
            if let at = rest.findLast("个") ?? rest.findLast("家"), let number = ChineseNumeral.read(rest, endingAt: at), number.value > 1 {
                return true
            }
        }
        // 督查领导小组各成员
        if part.hasSuffix(anyOf: ["各成员", "全体成员", "与会人员"]) != nil { return true }
        // 指挥长王平副市长
        if let office = Offices.list.match(part, endingAt: part.end) {
            if part.length <= 14 { return true }
            let before = part.upTo(part.end - office), named = before.droppingSuffix("副") ?? before
            if Persons.list(named, bare: false).last?.range.upperBound == named.end { return true }
        }
        return part.split(["、", "和", "以及"]).allSatisfy {
            $0.length >= 2 && $0.hasSuffix(anyOf: AgendaSentence.organisations) != nil && !$0.hasPrefix("各")
        }
    }

    static let verbAndObject = rules.named("verb-and-object")
    static let objectBeforeVerb = rules.named("object-before-verb")
    static let topicBeforeVerb = rules.named("topic-before-verb")
    static let told = rules.named("told-to-the-meeting")
    static let reported = rules.named("teller-reports")
    static let treatedByTeller = rules.named("teller-treats")
    static let reviewed = rules.named("units-reviewed")

    private static func clause(_ action: Literal, _ object: Literal) -> Clause { Clause(action: Text(action), object: Text(object)) }
}
