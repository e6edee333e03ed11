/// The sentence that says that a body met, and the phrases in it that name body and meeting.
struct MeetingLead: Equatable, Sendable {
    /// The whole sentence.
    var sentence: Text
    /// Index of its paragraph; -1 for the headline.
    var paragraph: Int
    /// Who convened, where the name stands before 召开.
    var convener: Text?
    /// The phrases that name the meetings, one for each body.
    var names: [Text]
    /// The number of the session where it stands apart from the name.
    var ordinal: Text?

    /// The first sentence that reports a meeting; nil where none does.
    static func find(in document: ReportDocument) -> MeetingLead? {
        let paragraphs = document.paragraphs.prefix(32).enumerated().filter { $0.element.cell == nil }
        // A whole sentence tells more than a headline that stands among the paragraphs.
        for isWhole in [true, false] {
            for (p, paragraph) in paragraphs {
                for sentence in paragraph.sentences.prefix(6) where sentence.hasSuffix("。") == isWhole {
                    if let lead = read(sentence, paragraph: p) { return lead }
                }
            }
            if isWhole, let lead = chaired(paragraphs.map { ($0.offset, $0.element) }) { return lead }
        }
        return document.headline.flatMap { read($0, paragraph: -1) } ?? minutes(document)
            ?? told(paragraphs.map { ($0.offset, $0.element) })
    }

    /// 组织A、B等部门就…进行会商研判, 组织收听收看全省…电视电话会议: a gathering told by another verb; where nothing else tells.
    private static func told(_ paragraphs: [(Int, Paragraph)]) -> MeetingLead? {
        for (p, paragraph) in paragraphs {
            for sentence in paragraph.sentences.prefix(4) {
                guard !isToCome(sentence), var lead = told.firstMatch(in: sentence)?.value
                else { continue }
                lead.paragraph = p
                return lead
            }
        }
        return nil
    }

    /// Leads are the same that name the same body and meetings.
    static func == (a: MeetingLead, b: MeetingLead) -> Bool { a.convener == b.convener && a.names == b.names }

    init(sentence: Text, paragraph: Int, convener: Text?, names: [Text]) {
        self.sentence = sentence
        self.paragraph = paragraph
        self.convener = convener
        self.names = names
    }

    /// For examples.
    private init(_ convener: Literal?, _ names: [Literal]) {
        self.init(sentence: Text(""), paragraph: 0, convener: convener.map { Text($0) }, names: names.map { Text($0) })
    }

    static let rules: [Rule<MeetingLead>] = [
        Rule(
            "body-convenes", cues: conveningVerbs, in: .convening,
            examples: [
                ("县委召开第5次常委会会议。", MeetingLead("县委", ["第5次常委会会议"])), ("全市防汛工作会议召开。", MeetingLead(nil, ["全市防汛工作会议"])),
                ("县委常委会日前召开会议。", MeetingLead("县委常委会", ["会议"])), ("县政协常委会第5次会议在青石开幕。", MeetingLead(nil, ["县政协常委会第5次会议"])),
                ("县里开展植树活动。", nil),
            ]
        ) { sentence, verb in
            // 会议开幕。 but not 会议开幕式.
            if sentence[verb] == "开幕" || sentence[verb] == "闭幕" {
                guard sentence.from(verb.upperBound).hasPrefix(anyOf: ["。", "，"]) != nil || verb.upperBound == sentence.end else {
                    return nil
                }
            }
            // 举办 holds concerts and fairs, too.
            if sentence[verb] == "举办" {
                let object = sentence.from(verb.upperBound).upTo(
                    sentence.find(anyOf: ["，", "。"], from: verb.upperBound)?.at ?? sentence.end)
                guard object.hasSuffix(anyOf: ["总结会", "座谈会", "推进会", "工作会", "动员会", "工作会议", "调度会", "部署会", "讲评会", "点评会", "推进会议"]) != nil else {
                    return nil
                }
            }
            return read(sentence, verb: verb).map { Match(value: $0, range: verb) }
        },
        Rule(
            "session-completes", cue: "完成",
            examples: [
                ("县人大常委会第5次会议圆满完成各项议程，在青石闭会。", MeetingLead(nil, ["县人大常委会第5次会议"])), ("县里完成各项任务。", nil), ("要完成各项议程。", nil),
            ]
        ) { sentence, cue in
            guard sentence.from(cue.upperBound).hasPrefix(anyOf: ["各项议程", "全部议程", "预定议程", "各项预定议程", "了各项", "预定的"]) != nil else {
                return nil
            }
            var subject = subject(sentence.upTo(cue.lowerBound))
            if let word = subject.hasSuffix(anyOf: ["圆满", "顺利"]) { subject = subject.upTo(subject.end - word.count) }
            guard isMeeting(subject), subject.contains("次") else { return nil }
            return Match(value: MeetingLead(sentence: sentence, paragraph: 0, convener: nil, names: joined(subject)), range: cue)
        },
        Rule(
            "meeting-presided-over", cue: "主持",
            examples: [("县长李明主持防汛调度会。", MeetingLead(nil, ["防汛调度会"])), ("县长李明主持会议。", nil)]
        ) { sentence, cue in
            // 会议主持人王某: no verb.
            guard !sentence.has("人", at: cue.upperBound), !isTold(sentence.upTo(cue.lowerBound)),
                let object = object(sentence.from(cue.upperBound)), isMeeting(object),
                object.length > 2, !object.hasPrefix("会议")
            else {
                return nil
            }
            return Match(value: MeetingLead(sentence: sentence, paragraph: 0, convener: nil, names: joined(object)), range: cue)
        },
        Rule(
            "departments-confer", cue: "会商研判",
            examples: [("市防指办组织水务、气象等部门进行汛期会商研判。", MeetingLead("市防指办", ["会商研判"])), ("要加强会商研判。", nil)]
        ) { sentence, cue in
            guard let verb = sentence.upTo(cue.lowerBound).find(anyOf: ["组织", "召集"]),
                sentence.has("。", at: cue.upperBound) || cue.upperBound == sentence.end
            else { return nil }
            let convener = subject(sentence.upTo(verb.at))
            guard convener.length >= 3, sentence[verb.at..<cue.lowerBound].contains(anyOf: ["部门", "单位"]) else { return nil }
            return Match(value: MeetingLead(sentence: sentence, paragraph: 0, convener: convener, names: [sentence[cue]]), range: cue)
        },
        Rule(
            "studies-together", cues: ["集体学习", "专题学习"],
            examples: [
                ("国务院以“发展数字经济”为主题，进行第三次专题学习。", MeetingLead("国务院", ["第三次专题学习"])), ("县委常委会就防汛工作进行集体学习。", nil),
                ("县委常委会3月2日下午就防汛工作进行第二次集体学习。", MeetingLead("县委常委会", ["第二次集体学习"])),
            ]
        ) { sentence, cue in
            let before = sentence.upTo(cue.lowerBound)
            guard before.hasSuffix("次"), let number = before.findLast("第"),
                let verb = (["进行", "举行", "开展"] as [Literal]).first(where: { sentence.upTo(number).hasSuffix($0) })
            else { return nil }
            let clause = sentence.upTo(number - verb.count)
            // The topic stands between the body and the verb.
            let topic = clause.find(anyOf: ["就", "以“", "围绕"])?.at ?? clause.end
            let convener = subject(clause.upTo(topic))
            guard convener.length >= 3 else { return nil }
            return Match(
                value: MeetingLead(sentence: sentence, paragraph: 0, convener: convener, names: [sentence[number..<cue.upperBound]]),
                range: cue)
        },
        Rule(
            "watches-a-meeting", cues: ["收听收看", "收看收听", "集中收看"],
            examples: [("我县组织收听收看全省防汛工作电视电话会议。", MeetingLead(nil, ["全省防汛工作电视电话会议"])), ("收听收看会议的有县领导。", nil)]
        ) { sentence, cue in
            var object = sentence.from(cue.upperBound)
            object = object.upTo(object.find(anyOf: ["，", "。", "；"])?.at ?? object.end)
            if object.hasPrefix("了") { object = object.from(object.start + 3) }
            guard isMeeting(object), object.length > 4, !object.hasPrefix("会议") else { return nil }
            return Match(value: MeetingLead(sentence: sentence, paragraph: 0, convener: nil, names: [object]), range: cue)
        },
        Rule(
            "attended-and-addressed", cue: "出席",
            examples: [
                ("副总理韩松15日出席迎峰度夏能源保供工作电视电话会议并讲话。", MeetingLead(nil, ["迎峰度夏能源保供工作电视电话会议"])),
                ("副总理韩松15日出席中国国际贸易博览会并致辞。", nil), ("县长李明出席会议并讲话。", nil),
            ]
        ) { sentence, cue in
            // Whoever speaks to a gathering of work tells of it; fairs and forums are opened by visitors.
            guard let end = sentence.find("并讲话", from: cue.upperBound) else { return nil }
            let object = sentence[cue.upperBound..<end]
            guard object.find(anyOf: ["，", "。"]) == nil, object.length > 6,
                object.hasSuffix(anyOf: ["会议", "推进会", "动员会", "部署会", "动员大会", "现场会", "座谈会"]) != nil,
                !object.hasSuffix("领导人会议")
            else { return nil }
            return Match(value: MeetingLead(sentence: sentence, paragraph: 0, convener: nil, names: [object]), range: cue)
        },
    ]

    private static let convenes = rules.named(["body-convenes", "session-completes"])
    private static let presided = rules.named("meeting-presided-over")
    private static let told = rules.named(["departments-confer", "studies-together", "watches-a-meeting", "attended-and-addressed"])

    static let conveningVerbs: [Literal] = ["召开", "举行", "举办", "召集", "开展", "开幕", "闭幕"]

    /// 县长X主持座谈会: the meeting is named only where its presiding is told.
    private static func chaired(_ paragraphs: [(Int, Paragraph)]) -> MeetingLead? {
        for (p, paragraph) in paragraphs {
            for sentence in paragraph.sentences.prefix(6) {
                if var lead = presided.first(in: sentence)?.value {
                    lead.paragraph = p
                    return lead
                }
            }
        }
        return nil
    }

    /// Reads one sentence or headline.
    static func read(_ sentence: Text, paragraph: Int) -> MeetingLead? {
        guard !isToCome(sentence), var lead = convenes.firstMatch(in: sentence)?.value else { return nil }
        lead.paragraph = paragraph
        return lead
    }

    /// Whether a sentence tells of a meeting that is still to come; 《关于召开…的决议》 is a document.
    private static func isToCome(_ sentence: Text) -> Bool {
        guard future.occurs(in: sentence) else { return false }
        return sentence.split(["《"]).enumerated().contains { i, part in
            future.occurs(in: i > 0 ? part.find("》").map { part.from($0) } ?? part : part)
        }
    }

    /// Meetings that are still to come.
    static let future = WordList(
        "将召开 将于 拟召开 拟于 定于 决定召开 关于召开 定期召开 即将召开 准备召开 一般每 每月举行 每季度举行 应当召开 可以召开 隆重开幕 延期召开 推迟召开 筹备召开 同意召开", .future)

    /// 校长强调，总书记主持召开座谈会并讲话: what somebody tells of is not this meeting.
    private static func isTold(_ before: Text) -> Bool {
        before.contains(anyOf: ["强调，", "指出，", "认为，", "表示，", "会议决定，", "全会决定，", "会议建议，", "会议同意，", "介绍，", "宣布，"])
    }

    private static func read(_ sentence: Text, verb: Range<Int>) -> MeetingLead? {
        // 一、董事会会议召开情况; 会议的召开符合法律
        if sentence.from(verb.upperBound).hasPrefix(anyOf: ["情况", "符合", "程序", "方式", "时间", "地点", "的"]) != nil { return nil }
        if isTold(sentence.upTo(verb.lowerBound)) { return nil }
        let subject = subject(sentence.upTo(verb.lowerBound))
        // 热烈祝贺三中全会胜利召开, 期待明年的会议召开: what is wished for, not told.
        if subject.hasPrefix(anyOf: ["期待", "欢迎", "确保", "喜迎", "迎接", "并预祝"]) != nil { return nil }
        if subject.contains(anyOf: ["祝贺", "预祝", "将访问"]) { return nil }
        let object = object(sentence.from(verb.upperBound))
        if let object, !object.isEmpty, isMeeting(object) {
            let chaired = sentence.upTo(verb.lowerBound).hasSuffix("主持")
            let convener = chaired || subject.isEmpty ? seat(of: sentence.upTo(verb.upperBound), object) : conveningBody(subject)
            return MeetingLead(sentence: sentence, paragraph: 0, convener: convener, names: joined(object))
        }
        // …第102次会议暨…联席会议召开
        guard isMeeting(subject), subject.count >= 9 else { return nil }
        return MeetingLead(sentence: sentence, paragraph: 0, convener: nil, names: joined(subject))
    }
}
