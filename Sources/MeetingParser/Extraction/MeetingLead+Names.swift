/// The phrase that names a meeting, and whether it does.
extension MeetingLead {
    /// The phrase behind the verb up to the end of its clause.
    static func object(_ after: Text) -> Text? {
        let end = after.find(anyOf: ["，", "。", "；", ",", ";", "：", " "])?.at ?? after.end
        var object = after.upTo(end)
        if object.hasPrefix("了") { object = object.from(object.start + 3) }
        // 召开会议研究…, 召开第5次会议部署…: the name ends with 会议.
        if let verb = agendaVerb(in: object) { object = object.upTo(verb) }
        // 召开第2次会议并讲话, 主持召开座谈会时强调: the verbs run on.
        if let next = ["并", "时强调", "时指出", "时要求", "上强调"].lazy.compactMap({ (word: Literal) in object.find(word) }).first(where: {
            isMeeting(object.upTo($0))
        }) {
            object = object.upTo(next)
        }
        // 推进会（区安委会2025年第四次会议、…）: what else met is read elsewhere.
        if object.hasSuffix("）"), let open = openOfLastBracket(object), isMeeting(object.upTo(open)) { object = object.upTo(open) }
        // 主持召开会议强调，: the name ends with 会议.
        if let verb = object.hasSuffix(anyOf: ["强调", "指出", "要求"]) {
            let bare = object.upTo(object.end - verb.count)
            if isMeeting(bare) { object = bare }
        }
        // 召开民营企业家座谈会侧重解难题: a headline runs on.
        if end == after.end, object.hasSuffix(anyOf: nouns) == nil, object.hasSuffix(anyOf: ["会谈", "会晤", "会见"]) == nil,
            let last = object.findLast("会议").map({ $0 + 6 }) ?? object.findLast("会").map({ $0 + 3 })
        {
            object = object.upTo(last)
        }
        return object
    }

    /// Where the bracket opens that closes at the end, past those within it.
    static func openOfLastBracket(_ text: Text) -> Int? {
        var i = text.end, depth = 0
        while i > text.start {
            i = text.before(i)
            if text.has("）", at: i) { depth += 1 }
            if text.has("（", at: i) { depth -= 1 }
            if depth == 0 { return i }
        }
        return nil
    }

    static func agendaVerb(in object: Text) -> Int? {
        for noun: Literal in ["会议", "全会", "大会", "会"] {
            var from = object.start
            while let at = object.find(noun, from: from) {
                from = at + noun.count
                if AgendaVerbs.list.match(object, at: from) != nil, !object.has("学习会", at: from), from < object.end { return from }
            }
        }
        return nil
    }

    /// Whether the phrase names a meeting.
    static func isMeeting(_ phrase: Text) -> Bool {
        guard !phrase.hasPrefix("的"), !phrase.hasPrefix("一次"), phrase.count <= 300 else { return false }
        if phrase.hasSuffix(anyOf: nouns) == nil { return false }
        // 召开第29次区委常委会，县委书记X主持召开县委常委会: the word 会议 is left out.
        if phrase.hasSuffix(anyOf: ["常委会", "党委会", "党组会", "常务会", "全体会"]) != nil, phrase.length <= 24 { return true }
        // 召开八届六次常务理事会: what is counted is a meeting.
        if phrase.hasSuffix(anyOf: ["理事会", "董事会", "监事会"]) != nil, phrase.contains("次"), phrase.length <= 30 { return true }
        let confers = phrase.hasSuffix(anyOf: ["会商会", "协商会", "商委会议"]) != nil
        return confers
            || phrase.hasSuffix(anyOf: notMeetings) == nil
                && !phrase.contains(anyOf: [
                    "发布会", "运动会", "晚会", "推介会", "招聘会", "博览会", "音乐会", "招待会", "茶话会", "交易会", "展销会", "欢迎会", "见面会",
                    "庙会", "灯会", "灯谜会", "游园会", "联欢会", "演唱会", "风筝会", "亚冬会", "残运会",
                    "奥运会", "冬奥会", "残奥会", "亚运会", "大运会", "进博会", "服贸会", "消博会", "广交会", "文博会", "农高会", "全运会", "世园会", "园博会", "世博会", "花博会", "农博会",
                ])
    }

    static let nouns: [Literal] = [
        "会议", "会", "大会", "集体学习", "专题学习", "集中学习", "读书班", "会商", "调度", "集中学习研讨",
    ]
    static let notMeetings: [Literal] = [
        "机会", "社会", "协会", "委员会", "常委会", "工会", "集会", "宴会", "团拜会", "记者会", "吹风会", "音乐会", "基金会", "理事会", "商会", "学会", "村委会", "体会",
    ]

    /// 暨 and 和 join bodies that met together; 暨 within a title does not.
    static func joined(_ phrase: Text) -> [Text] {
        var parts: [Text] = []
        for part in phrase.split(["暨"]) {
            // 统战工作领导小组、民族宗教工作领导小组会议
            if let comma = part.find("、"), part.upTo(comma).hasSuffix(anyOf: ["领导小组", "指挥部", "委员会"]) != nil,
                isMeeting(part.from(comma + 3)),
                part.hasSuffix("会议"), part.upTo(part.end - 6).hasSuffix(anyOf: ["领导小组", "指挥部", "委员会"]) != nil, !part.contains("《")
            {
                return [part.upTo(comma), part.from(comma + 3)]
            }
            guard let at = part.find(anyOf: ["和", "、"])?.at, isMeeting(part.upTo(at)), isMeeting(part.from(at + 3)) else {
                parts.append(part)
                continue
            }
            parts += [part.upTo(at), part.from(at + 3)]
        }
        return parts.count > 1 && parts.allSatisfy { isMeeting($0) || isCommittee($0) } && !phrase.contains("《") ? parts : [phrase]
    }

    /// 扶贫开发领导小组（扩大）暨脱贫攻坚指挥部第六次调度会议: of two that met together the first may be named alone.
    private static func isCommittee(_ part: Text) -> Bool {
        (part.droppingSuffix("（扩大）") ?? part).hasSuffix(anyOf: ["领导小组", "指挥部", "委员会", "安委会"]) != nil && part.length >= 5
    }

    /// 市长X在市防指主持召开调度会: the place is the body where the meeting's name gives none.
    static func seat(of subject: Text, _ object: Text) -> Text? {
        guard object.hasSuffix(anyOf: ["调度会", "会商会", "会商", "视频会", "专题会", "例会"]) != nil, let end = subject.findLast("主持"),
            let at = subject.upTo(end).findLast("在"), at + 3 < end
        else { return nil }
        let place = subject[at + 3..<end].trimmed
        return place.hasSuffix(anyOf: ["指挥部", "领导小组", "委员会", "防指", "管委会", "专班"]) != nil ? place : nil
    }

    /// 区委书记X主持 is no body; 县委、县政府 is two that convene as one.
    static func conveningBody(_ subject: Text) -> Text? {
        // 县防指组织县气象局、水利局等12个部门召开: who is called together stands between.
        if let call = subject.find("组织"), subject.from(call).contains(anyOf: ["部门", "单位", "局、"]),
            subject.upTo(call).hasSuffix(anyOf: ["指挥部", "防指", "委员会", "领导小组", "办公室", "政府", "委", "局", "院"]) != nil
        {
            return subject.upTo(call)
        }
        guard subject.count <= 120 else { return nil }
        // 县水利协会组织召开, but not 世界贸易组织召开
        let organiser = subject.droppingSuffix("组织").flatMap { $0.hasSuffix(anyOf: ["会", "委", "府", "局", "办", "院", "公司", "党组"]) }
        let subject = organiser == nil ? subject : subject.upTo(subject.end - 6)
        // 安理会就某国局势召开会议: the matter stands between; 就业工作领导小组 is a body.
        guard let about = subject.find("就"), !subject.has("业", at: about + 3) else { return subject }
        return about > subject.start + 6 ? subject.upTo(about).trimmed : nil
    }
}
