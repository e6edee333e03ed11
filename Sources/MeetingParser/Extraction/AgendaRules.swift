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
                ("对照标准进行整改", nil),
            ]
        ) { text, cue in
            let clause = text[cue.upperBound..<(text.find(anyOf: ["，", "。", "；"], from: cue.lowerBound)?.at ?? text.end)]
            guard let means = clause.find(anyOf: ["进行了", "进行"]) ?? clause.find(anyOf: ["作了", "作出", "作进一步"]), means.at > clause.start else {
                return nil
            }
            var action = clause.from(means.at + means.word.count)
            for word: Literal in ["专题", "认真", "全面", "逐一", "进一步"] { action = action.droppingPrefix(word) ?? action }
            guard AgendaSentence.verb(action, at: action.start)?.range.upperBound == action.end else { return nil }
            return Match(value: Clause(action: action, object: clause.upTo(means.at)), range: cue.lowerBound..<action.end)
        },
        Rule(
            "topic-before-verb", cue: "围绕",
            examples: [("围绕基层治理开展专题协商", clause("专题协商", "基层治理")), ("围绕全会精神专题学习立法工作", clause("专题学习", "立法工作")), ("围绕中心服务大局", nil)]
        ) { text, cue in
            let clause = text[cue.upperBound..<(text.find(anyOf: ["，", "。", "；"], from: cue.lowerBound)?.at ?? text.end)]
            for verb: Literal in ["专题议政", "专题协商", "协商议政", "学习研讨", "专题学习", "集体学习", "集中学习", "交流研讨"] {
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
            examples: [("县应急局局长王平通报了防汛工作情况", clause("通报", "防汛工作情况")), ("各乡镇通报了防汛工作情况", nil)]
        ) { sentence, cue in
            let clause = sentence.upTo(sentence.find(anyOf: ["，", "。", "：", "；"])?.at ?? sentence.end)
            guard cue.upperBound <= clause.end,
                Persons.list(clause.upTo(cue.lowerBound), bare: false).last?.range.upperBound == cue.lowerBound
            else { return nil }
            let title = clause.from(cue.upperBound)
            guard !AgendaSentence.isEmptyPhrase(title), title.count <= 150 else { return nil }
            return Match(value: Clause(action: clause[cue.lowerBound..<cue.upperBound - 3], object: title), range: clause.start..<title.end)
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

    static let tellingVerbs: [Literal] = ["通报了", "宣读了", "传达了", "传达学习了"]

    static var verbAndObject: Rule<Clause> { rules[0] }
    static var objectBeforeVerb: Rule<Clause> { rules[1] }
    static var topicBeforeVerb: Rule<Clause> { rules[2] }
    static var told: Rule<Clause> { rules[3] }
    static var reviewed: Rule<Clause> { rules[4] }

    private static func clause(_ action: Literal, _ object: Literal) -> Clause { Clause(action: Text(action), object: Text(object)) }
}
