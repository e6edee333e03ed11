/// The genre of a meeting, from the names of its bodies and its headline.
enum Kinds {
    static func classify(_ bodies: [String], title: String) -> Match<Kind> {
        if bodies.count > 1 { return Match(value: .joint, range: 0..<0, rule: "several-bodies") }
        let body = bodies.first.flatMap { name in withText(name) { rules.firstMatch(in: $0) } }
        // A headline tells 点评会 and 学习会 from other meetings of the same body.
        guard bodies.first != nil, let found = body ?? withText(title, { Array(rules.prefix(2)).firstMatch(in: $0) }) else {
            return Match(value: .meeting, range: 0..<0, rule: "no-known-body")
        }
        return Match(value: found.value, range: 0..<0, rule: found.rule)
    }

    /// In order: the first that occurs in the name decides.
    static let rules: [Rule<Kind>] = [
        rule(.review, ["点评会", "评议会", "考评会", "讲评会", "月评", "点评", "述职评议"], is: "区委书记月度工作点评会", isNot: "区委常委会"),
        rule(.study, ["理论学习中心组", "集体学习", "读书班", "专题学习", "学习会", "中心组"], is: "县委理论学习中心组", isNot: "县委常委会"),
        rule(.discipline, ["纪委", "纪律检查委员会", "监委", "监察委员会"], is: "市纪委常委会", isNot: "市委常委会"),
        rule(.partyGroup, ["党组"], is: "市水务局党组", isNot: "市政府常务会议"),
        rule(.cppcc, ["政协", "主席会议"], is: "县政协主席会议", isNot: "县人大常委会主任会议"),
        rule(.peoplesCongress, ["人大", "人民代表大会", "主任会议", "委员长会议", "主席团"], is: "县人大常委会主任会议", isNot: "县政协常委会"),
        rule(.headquarters, ["指挥部", "防指", "森防指", "总指挥"], is: "省防汛抗旱指挥部", isNot: "区委常委会"),
        rule(.joint, ["联席会"], is: "区生活垃圾分类工作联席会议", isNot: "党政班子会议"),
        rule(
            .standingCommittee, ["委常委会", "委常务委员会", "党工委", "中央政治局", "盟委", "地委"], is: "县委常委会", isNot: "安全生产会议"),
        rule(
            .governmentExecutive, ["常务会议", "政府全体会议", "政府全体（扩大）会议", "国务院全体会议", "政府常务会", "部务会", "局务会", "厅务会", "委务会"], is: "市政府常务会议",
            isNot: "市委常委会"),
        rule(.plenary, ["全体会议", "全体（扩大）会议", "中央委员会", "全委会", "全会", "全委扩大会议"], is: "县委十四届三次全会", isNot: "县委常委会"),
        // 中国共产党绥河县委员会: written out, the Party's committee holds its 全体会议.
        Rule(
            "party-committee-written-out", cues: MeetingName.writtenOut,
            examples: [("中国共产党绥河县委员会", .plenary), ("县教育委员会", nil), ("市委员会党组", nil)]
        ) { name, cue in cue.upperBound == name.end ? Match(value: .plenary, range: cue) : nil },
        rule(
            .leadingGroup,
            [
                "领导小组", "工作小组", "专班", "领导组", "财经委", "深改委", "安委会", "安全生产委员会", "食安委", "减灾委", "编委", "规委会", "国安委", "委员会", "河长制", "林长制",
            ], is: "市委财经委", isNot: "市政府常务会议"),
        rule(.governmentExecutive, named: "office-meeting", ["办公会", "碰头会"], is: "县长办公会议", isNot: "全会"),
        rule(.partyGroup, named: "party-committee", ["党委", "党总支", "党支部"], is: "集团党委", isNot: "县委常委会"),
        rule(
            .standingCommittee, named: "committee-alone", ["常委会", "常务委员会", "区委", "县委", "市委", "省委", "旗委", "州委"], is: "区委会议", isNot: "安全生产会议"),
        rule(
            .workConference,
            [
                "推进会", "动员会", "工作会", "座谈会", "部署会", "调度会", "现场会", "会商", "电视电话会", "视频会", "大会", "交流会", "培训会", "视频调度", "例会", "总结会",
            ], is: "全市招商引资工作推进会", isNot: "主席团"),
    ]

    private static func rule(_ kind: Kind, named name: StaticString? = nil, _ cues: [Literal], is example: Literal, isNot other: Literal)
        -> Rule<Kind>
    {
        Rule(name ?? kind.ruleName, cues: cues, examples: [(example, kind), (other, nil)]) { name, cue in
            // 慕尼黑安全会议 is no 全会, 机器人大会 no 人大.
            let isPart =
                name[cue] == "全会" && name.upTo(cue.lowerBound).hasSuffix("安")
                || name[cue] == "人大" && name.from(cue.upperBound).hasPrefix("会")
                    && name.upTo(cue.lowerBound).hasSuffix(anyOf: ["器", "疾", "老年"]) != nil
            return isPart ? nil : Match(value: kind, range: cue)
        }
    }
}

extension Kind {
    fileprivate var ruleName: StaticString {
        switch self {
        case .review: "body-of-review"
        case .study: "body-of-study"
        case .discipline: "body-of-discipline"
        case .partyGroup: "party-group"
        case .plenary: "plenary"
        case .joint: "joint-meeting"
        case .cppcc: "body-of-cppcc"
        case .peoplesCongress: "body-of-peoples-congress"
        case .headquarters: "body-of-headquarters"
        case .leadingGroup: "body-of-leading-group"
        case .governmentExecutive: "body-of-government"
        case .standingCommittee: "body-of-standing-committee"
        default: "name-of-work-conference"
        }
    }
}
