/// Who must act by when, of a sentence that demands action.
enum Tasks {
    /// 会议要求，各街镇要…: who stands before 要; 由县水务局牵头: who stands behind 由.
    static func addressee(in sentence: Text) -> Text? {
        addressees.lazy.compactMap { $0.first(in: sentence)?.value }.first
    }

    /// 9月底前, 三个工作日内.
    static func deadline(in sentence: Text) -> Text? { deadlineRule.first(in: sentence)?.value }

    static let addressees: [Rule<Text>] = [
        Rule(
            "who-must", cues: ["要", "须", "应", "必须", "务必", "不得", "负责"],
            examples: [
                ("会议要求，各街镇要加强巡查。", Text("各街镇")), ("县水务局、县应急局要会商。", Text("县水务局、县应急局")), ("一要提高认识。", nil), ("会议强调，要加强巡查。", nil),
                ("各乡镇（街道）要加强巡查。", Text("各乡镇（街道）")), ("全市检察机关要深化学习。", Text("全市检察机关")), ("各项任务要落实到位。", nil), ("县领导要求抓好落实。", nil),
            ]
        ) { sentence, cue in
            // 县领导要求 tells who speaks.
            guard !sentence.has("求", at: cue.upperBound) else { return nil }
            let before = sentence.upTo(cue.lowerBound)
            var who = before.from(before.behindLast(stops) ?? before.start)
            if let numbered = Directives.point(who) { who = who.from(numbered.end) }
            // 他要求各级团组织一定要…
            if let asked = who.findLast("要求") { who = who.from(asked + 6) }
            for word: Literal in ["都", "也", "就", "同时", "还", "一定", "分别"] { who = who.droppingSuffix(word) ?? who }
            for word: Literal in ["同时", "另外", "会议要求", "要求", "希望", "今后"] { who = who.droppingPrefix(word) ?? who }
            guard (2...40).contains(who.length), let last = who.split(["、", "和", "及"]).last, last.length >= 2,
                isAll(who) || actors.match(last, endingAt: last.end) != nil, last.hasSuffix(anyOf: noActors) == nil,
                !who.contains(anyOf: ["的", "是", "对", "把", "在", "会议"]),
                !who.contains("工作") || who.contains(anyOf: ["工作组", "工作委员会", "工作专班", "工作队"])
            else { return nil }
            return Match(value: who, range: who.range)
        },
        Rule(
            "who-leads", cue: "由",
            examples: [("由县水务局牵头，尽快拿出方案。", Text("县水务局")), ("由于连日降雨，水位上涨。", nil)]
        ) { sentence, cue in
            let clause = sentence[cue.upperBound..<min(sentence.end, cue.upperBound + 120)]
            guard let does = clause.find(anyOf: ["牵头", "负责", "会同", "具体", "，"]), does.word != "，" else { return nil }
            let who = clause.upTo(does.at)
            guard (2...24).contains(who.length),
                actors.match(who, endingAt: who.end) != nil || who.hasSuffix(anyOf: ["同志", "长", "任"]) != nil, !who.contains("的")
            else {
                return nil
            }
            return Match(value: who, range: who.range)
        },
        Rule(
            "who-is-asked", cues: ["责成", "请", "要求", "号召"],
            examples: [
                ("责成县水务局尽快整改。", Text("县水务局")), ("请县财政局做好保障。", Text("县财政局")), ("请示汇报要及时。", nil), ("提请县人大常委会审议。", nil),
                ("县领导要求全县上下认真学习。", Text("全县上下")), ("会议要求办公室、各专委会抓好筹备。", Text("办公室、各专委会")), ("按照要求抓好落实。", nil),
            ]
        ) { sentence, cue in
            guard sentence.isHan(at: cue.upperBound), !sentence.has("对", at: cue.upperBound), !sentence.has("在", at: cue.upperBound) else {
                return nil
            }
            if sentence.upTo(cue.lowerBound).hasSuffix(anyOf: ["提", "申", "邀", "聘", "报", "按照", "工作", "和", "的", "、"]) != nil { return nil }
            var i = cue.upperBound, last: Int?
            // 各级部门 goes on behind 各级, and 办公室、 behind its mark.
            while i < sentence.end, i - (last ?? cue.upperBound) < (last == nil ? 72 : 12), !sentence.has("，", at: i),
                !sentence.has("。", at: i)
            {
                let joins = sentence.has("、", at: i) || sentence.has("和", at: i)
                i += sentence.width(at: i)
                if joins, last == i - 3 { last = nil }
                if actors.match(sentence[cue.upperBound..<i], endingAt: i) != nil { last = i }
            }
            guard let last else { return nil }
            let who = sentence[cue.upperBound..<last]
            return who.length >= 2 && !who.hasPrefix("示") && who.hasSuffix(anyOf: noActors) == nil
                ? Match(value: who, range: who.range) : nil
        },
    ]

    /// 各级人大, 全县上下, 有关方面: whoever is meant by all of them; 各项任务 and 全面落实 are no actors.
    private static func isAll(_ who: Text) -> Bool {
        who.length <= 24 && who.hasPrefix(anyOf: ["各", "全省", "全市", "全区", "全县", "全镇", "全乡", "全街", "全系统", "全体", "全校", "有关", "相关"]) != nil
            && who.hasPrefix(anyOf: ["各项", "各类", "各种", "各自", "各方面"]) == nil
            && who.hasSuffix(anyOf: ["工作", "任务", "措施", "环节", "领域", "指标", "项目", "数据", "情况", "问题", "资金", "政策"]) == nil
    }

    private static let stops: [Literal] = ["，", "：", "；", "。", "！"]

    /// Words that only end like one.
    private static let noActors: [Literal] = ["全部", "内部", "外部", "顶部", "底部", "局部", "之处", "到处", "处处", "实处", "好处", "深处"]

    /// The kinds of units and people that are told to act.
    private static let actors = WordList([
        "部门", "单位", "街镇", "镇街", "街道", "乡镇", "镇乡", "镇", "乡", "局", "委", "办", "厅", "村", "社区", "县区", "区县", "县市区", "市县", "各区", "各县", "各市", "地区",
        "各地", "政府", "党委",
        "党组织", "干部", "公司", "企业", "集团", "学校", "医院", "专班", "指挥部", "领导小组", "党组", "支部", "开发区", "园区", "中心", "法院", "检察院", "成员单位", "负责人", "负责同志",
        "一把手",
        "领导", "党员", "同志", "代表", "委员", "科室", "处室", "大队", "级", "各级", "人大", "机关", "系统", "条线", "上下", "（社）", "（街道）", "（镇）", "（区）", "（市）", "书记",
        "人员", "专委会", "工委", "办公室", "委员会", "新区", "试验区", "组织", "服务员", "“一把手”", "政协", "工会", "协会", "工作组", "工作队", "团队", "监委会", "深改委", "成员", "部",
        "处", "战线",
    ])

    static let deadlineRule = Rule<Text>(
        "by-when", cues: ["前", "内"],
        examples: [
            ("9月底前完成整改。", Text("9月底前")), ("要在三个工作日内报送。", Text("三个工作日内")), ("年底前建成。", Text("年底前")), ("当前要抓好落实。", nil), ("辖区内不得焚烧。", nil),
            ("要在汛期前完成。", nil), ("于9 月 15 日前报送。", Text("9 月 15 日前")), ("xx月20日前报送。", nil),
        ]
    ) { sentence, cue in
        var start = cue.lowerBound
        for word: Literal in ["之", "以"] where sentence[sentence.start..<start].hasSuffix(word) { start -= 3 }
        var hasUnit = false
        // Back over 2024年9月30日, 本月底, 24小时, 三个工作日.
        walk: while start > sentence.start {
            let before = sentence[sentence.start..<start]
            for unit: Literal in ["个工作日", "个月", "小时", "月", "年", "日", "天", "周", "底", "末", "号", "上旬", "中旬", "下旬", "旬"]
            where before.hasSuffix(unit) {
                hasUnit = true
                start -= unit.count
                continue walk
            }
            // 9 月 20 日前
            if before.hasSuffix(" ") {
                start -= 1
                continue
            }
            if hasUnit, let number = ChineseNumeral.read(sentence, endingAt: start), number.start < start {
                start = number.start
                continue
            }
            guard hasUnit, let word = (["本", "今", "明", "每", "下"] as [Literal]).first(where: { before.hasSuffix($0) }) else { break }
            start -= word.count
            break
        }
        while start < cue.lowerBound, sentence.has(" ", at: start) { start += 1 }
        let found = sentence[start..<cue.upperBound]
        // 个工作日内, 月20日前: what stood before is no number.
        let isCut = found.hasPrefix("个") || found.hasPrefix("月") && !found.hasPrefix("月底")
        guard hasUnit, !isCut, found.length >= 3, !sentence.has("期", at: cue.upperBound) else { return nil }
        return Match(value: found, range: found.range)
    }
}
