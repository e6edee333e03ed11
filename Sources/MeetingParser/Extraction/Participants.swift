/// The people named as present, with their part in the meeting.
///
/// A sentence is cut at its verbs of attendance; the people listed before a verb have its role.
enum Participants {
    static func extract(from document: ReportDocument, chair: String?) -> [Match<Participant>] {
        var found: [Match<Participant>] = []
        var places: [String: Int] = [:]
        var absent: Set<String> = chair.map { [$0] } ?? []
        for attendance in labelled(in: document) { note(attendance, "form-label") }
        for paragraph in document.paragraphs {
            for sentence in paragraph.sentences where mayName(sentence) {
                for match in read(sentence) { note(match.value, match.rule) }
            }
        }
        return found.filter { !absent.contains($0.value.name) }

        func note(_ attendance: Attendance, _ rule: StaticString) {
            for person in attendance.people {
                guard let role = attendance.role else {
                    absent.insert(person.name)
                    continue
                }
                if let i = places[person.name] {
                    if found[i].value.titles.isEmpty { found[i].value.titles = person.titles }
                    // Who is named as present and speaks later spoke.
                    if found[i].value.role == .attended, role == .spoke { found[i].value.role = .spoke }
                } else {
                    let participant = Participant(name: person.name, titles: person.titles, role: role)
                    places[person.name] = found.count
                    found.append(Match(value: participant, range: person.range, rule: rule))
                }
            }
        }
    }

    // MARK: Rules

    /// People and their part in the meeting; a nil role is somebody who is away, no people a verb that ends a list.
    struct Attendance: Equatable, Sendable {
        var role: Participant.Role?
        var people: [NamedPerson]

        init(_ role: Participant.Role?, _ people: [NamedPerson]) {
            self.role = role
            self.people = people
        }
    }

    /// Verbs of attendance: the people listed before one have its role. Longer verbs stand first, so that 出席并讲话 is
    /// not 出席.
    static let rules: [Rule<Attendance>] = [
        rule(
            "speaks-at", .spoke,
            [
                "出席会议并强调", "出席并强调", "出席会议并讲话", "出席并讲话", "出席会议并作讲话", "参加会议并讲话", "出席会议并作", "出席并作", "到会并讲话", "到会讲话", "参加并讲话", "应邀作报告",
            ], [("县长李明出席会议并讲话", Attendance(.spoke, [person("李明", ["县长"])])), ("有关同志出席并讲话", nil)]),
        rule(
            "away", nil, ["因公请假", "因事请假", "因病请假", "请假", "缺席", "未出席", "委托"],
            [("副县长王平因事请假", Attendance(nil, [person("王平", ["副县长"])])), ("两名同志请假", nil)]),
        rule(
            "listens", .nonvoting, ["列席"],
            [("县人大常委会主任赵强列席会议", Attendance(.nonvoting, [person("赵强", ["县人大常委会主任"])])), ("有关部门列席", nil)]),
        rule(
            "attends", .attended,
            ["在主席台就座", "在主席台就坐", "到会指导", "出席", "参加", "参会", "到会", "就座", "就坐", "收听收看", "收看收听"],
            [("副县长王平、李明参加会议", Attendance(.attended, [person("王平", ["副县长"]), person("李明", ["副县长"])])), ("各乡镇参加", nil)]),
        rule(
            "teaches", .spoke,
            [
                "发表重要讲话", "发表讲话", "作重要讲话", "作了重要讲话", "作总结讲话", "作动员讲话", "现场点评", "作专题辅导", "作辅导", "专题辅导", "作专题讲座", "辅导报告", "授课", "宣讲", "讲话",
                "讲了话", "讲了意见", "讲了具体意见", "致辞", "作点评", "进行点评", "作总结", "逐一点评", "逐个点评",
            ],
            [
                ("邀请教授周文作专题辅导", Attendance(.spoke, [person("周文", ["教授"])])), ("学习重要讲话精神", nil),
                ("副县长王平就防汛讲了意见", Attendance(.spoke, [person("王平", ["副县长"])])),
            ]),
        rule(
            "reports", .reported,
            [
                "发言", "汇报", "作了说明", "作说明", "作了报告", "的报告", "通报", "介绍", "作报告", "宣读", "传达", "解读", "安排部署", "作检讨", "表态", "领学", "发布", "述职述责",
                "述职", "布置",
            ], [("会议听取县应急局局长王平汇报", Attendance(.reported, [person("王平", ["县应急局局长"])])), ("听取工作汇报", nil)]),
        Rule(
            "who-is-there", cues: ["的有", "的还有", "的领导有", "的人员有", "的同志有", "的领导还有"],
            examples: [
                ("出席会议的有：副县长王平、李明。", Attendance(.attended, [person("王平", ["副县长"]), person("李明", ["副县长"])])),
                ("出席会议的领导有：副县长王平。", Attendance(.attended, [person("王平", ["副县长"])])),
                ("列席会议的还有县法院院长赵强。", Attendance(.nonvoting, [person("赵强", ["县法院院长"])])), ("反映的有问题。", nil),
            ]
        ) { sentence, cue in
            let before = sentence.upTo(cue.lowerBound)
            let verb = (["出席", "参加", "列席"] as [Literal]).first {
                before.hasSuffix($0) || before.hasSuffix("会议") && before.upTo(before.end - 6).hasSuffix($0)
            }
            guard let verb else { return nil }
            let rest = sentence.from(cue.upperBound), list = rest.upTo(rest.find(anyOf: ["。", "；"])?.at ?? rest.end)
            let role: Participant.Role = verb == "列席" ? .nonvoting : .attended
            let people = named(in: list.droppingPrefix("：") ?? list, role: role)
            return people.isEmpty ? nil : Match(value: Attendance(role, people), range: cue)
        },
        Rule("ends-a-list", cues: ["主持", "陪同"], examples: [("县长李明主持", Attendance(nil, [])), ("县长李明", nil)]) { _, cue in
            Match(value: Attendance(nil, []), range: cue)
        },
    ]

    private static func person(_ name: String, _ titles: [String]) -> NamedPerson { NamedPerson(name: name, titles: titles, range: 0..<0) }

    private static func rule(
        _ name: StaticString, _ role: Participant.Role?, _ verbs: [Literal], _ examples: [(Literal, Attendance?)]
    ) -> Rule<Attendance> {
        Rule(name, cues: verbs, examples: examples) { text, verb in
            var list = text.upTo(verb.lowerBound)
            // 县长X在我县分会场收听收看: the place stands between.
            if let at = list.findLast("在"), at > list.start, list.end - at <= 60, list.from(at).find(anyOf: ["、", "，"]) == nil {
                list = list.upTo(at)
            }
            if role != nil, isOfStudied(text, list, verb) { return nil }
            guard let role else {
                let people = named(in: afterDelegation(list), role: .attended)
                return people.isEmpty ? nil : Match(value: Attendance(nil, people), range: verb)
            }
            if role == .spoke, isStudied(text, verb) { return nil }
            // 应邀到会听取意见并讲话
            let clause = text.from(verb.lowerBound).upTo(text.find("，", from: verb.lowerBound) ?? text.end)
            let part = role == .attended && clause.contains("讲话") ? .spoke : role
            let people = named(in: list, role: part)
            return people.isEmpty ? nil : Match(value: Attendance(part, people), range: verb)
        }
    }

    private static let whoIsThere = rules.named("who-is-there")

    /// Each verb with its rule, in the order of the rules.
    private static let verbs: [(word: Literal, rule: Rule<Attendance>)] = rules.filter { $0.name.description != "who-is-there" }.flatMap {
        rule in rule.cues.map { ($0, rule) }
    }
    static let verbsOfAttendance = WordList(verbs.map(\.word), .attendance)

    static let verbsAndStops = WordList(verbs.map(\.word) + ["；", "。"] + SpeechVerbs.words, .attendanceCuts)

    private static func mayName(_ sentence: Text) -> Bool { verbsOfAttendance.occurs(in: sentence) }

    /// The attendance that one sentence tells: it is cut at its verbs, and the people before a verb have its role.
    private static func read(_ sentence: Text) -> [Match<Attendance>] {
        // 出席会议的有：A、B: the list stands behind.
        if let listed = whoIsThere.first(in: sentence) { return [listed] }
        var found: [Match<Attendance>] = []
        var start = sentence.start
        var i = sentence.start
        while let next = verbsAndStops.first(in: sentence, from: i) {
            i = next
            if sentence.has("；", at: i) || sentence.has("。", at: i) { start = i + 3 }
            guard verbsOfAttendance.match(sentence, at: i) != nil, let verb = verbs.first(where: { sentence.has($0.word, at: i) }) else {
                // What people say of others' attendance stands behind 强调 and the like.
                if let speech = SpeechVerbs.list.match(sentence, at: i), speech == 6, isAttribution(sentence, i + speech) { return found }
                i += sentence.width(at: i)
                continue
            }
            let range = i..<i + verb.word.count
            i = range.upperBound
            if let match = verb.rule.match(sentence.from(start), range) { found.append(match) }
            if !isStudied(sentence, range) { start = i }
        }
        return found
    }

    private static func isAttribution(_ sentence: Text, _ i: Int) -> Bool {
        sentence.has("，", at: i) || sentence.has("：", at: i) || sentence.has("要", at: i) || sentence.has(",", at: i)
            || sentence.has(":", at: i)
    }

    /// 学习贯彻…重要讲话和指示精神: words that are studied, not said here.
    private static func isStudied(_ sentence: Text, _ verb: Range<Int>) -> Bool {
        sentence[verb] == "讲话"
            && (sentence.upTo(verb.lowerBound).hasSuffix("的")
                || sentence.from(verb.upperBound).hasPrefix(anyOf: ["精神", "和", "、", "中", "重要", "时", "指示", "要求"]) != nil)
    }

    /// 传达学习X副总理出席…时的讲话精神: whose words are studied is not here.
    private static func isOfStudied(_ text: Text, _ list: Text, _ verb: Range<Int>) -> Bool {
        let clause = list.lastClause
        guard clause.contains(anyOf: ["传达", "学习", "贯彻", "领学", "落实"]) else { return false }
        let rest = text.from(verb.upperBound)
        return rest.upTo(rest.find(anyOf: ["。", "；"])?.at ?? rest.end).contains(anyOf: ["精神", "重要讲话", "指示", "批示"])
    }

    private static func afterDelegation(_ list: Text) -> Text {
        list.findLast("受").map { list.from($0 + 3) } ?? list
    }

    /// The people of the list before a verb. Those who report or speak stand next to the verb or before 就, 围绕, 关于.
    private static func named(in list: Text, role: Participant.Role) -> [NamedPerson] {
        var part = list
        if role == .reported || role == .spoke {
            // 会议听取主任X关于… names X behind the verb.
            if let heard = part.findLast("听取") {
                part = part.from(heard + 6)
                for word: Literal in ["和审议", "并审议", "和讨论", "审议", "了"] { part = part.droppingPrefix(word) ?? part }
            }
        }
        if let colon = part.findLast("：") { part = part.from(colon + 3) }
        // A long stretch without the name of an office lists nobody.
        guard part.count <= 60 || Offices.list.occurs(in: part) || part.split(["、"]).allSatisfy({ (2...4).contains($0.trimmed.length) })
        else {
            return []
        }
        let bare = Persons.list(part, bare: true).filter { !isUnit($0, of: part) }
        // 甲、乙、丙等省有关负责人
        if let last = bare.last, bare.allSatisfy(\.titles.isEmpty), countsPlaces(part.from(last.range.upperBound)) { return [] }
        // 会议还学习了主任X在会见时的讲话: X spoke elsewhere.
        let titled = bare.filter { !$0.titles.isEmpty && !$0.titles[0].contains("学习了") }
        if !titled.isEmpty { return titled }
        // 毛羽丰、童欣参加会议: names alone, and nothing else before the verb.
        let names = bare.reduce(0) { $0 + $1.range.count }
        let clause = part.lastClause
        guard !bare.isEmpty, names * 2 > part.count || bare.count >= 2 && clause.start <= bare[0].range.lowerBound else { return [] }
        return bare
    }

    /// 县长王平，住建、工信、财政等相关部门负责人参加: units called by their matters, not by names.
    private static func isUnit(_ person: NamedPerson, of list: Text) -> Bool {
        let clause = list.lastClause
        guard person.range.lowerBound >= clause.start, person.range.upperBound <= clause.end,
            let among = clause.findLast("等"), among >= person.range.upperBound,
            clause.from(among).contains(anyOf: ["部门", "单位", "科室", "系统"])
        else { return false }
        return list[person.range].count == person.name.utf8.count
    }

    /// …等省有关负责人, but not …等市政府党组成员 and …等县领导.
    private static func countsPlaces(_ rest: Text) -> Bool {
        guard let place = rest.hasPrefix(anyOf: ["等省", "等市", "等县", "等区", "等地", "等镇", "等乡"]) else { return false }
        return rest.from(rest.start + place.count).hasPrefix(anyOf: ["政府", "领导", "委", "人大", "政协", "级", "直", "长"]) == nil
    }

    // MARK: Forms

    /// 参会人员：X、Y of minutes and forms.
    private static func labelled(in document: ReportDocument) -> [Attendance] {
        if document.formLines.isEmpty { return [] }
        return labels.map { label, role in Attendance(role, FormLabel.roll(in: document, [label])) }.filter { !$0.people.isEmpty }
    }

    private static let labels: [(Literal, Participant.Role?)] = [
        ("参会人员", .attended), ("出席人员", .attended), ("参加人员", .attended), ("出席", .attended), ("列席人员", .nonvoting), ("列席", .nonvoting),
        ("出席领导", .attended),
        ("参加", .attended), ("参会", .attended), ("出席情况", .attended), ("会议出席", .attended), ("出席会议", .attended), ("到会", .attended),
        ("到会人员", .attended), ("参会人", .attended), ("与会", .attended), ("参会同志", .attended), ("参加会议", .attended), ("列席情况", .nonvoting),
        ("列席会议", .nonvoting), ("列席单位", .nonvoting), ("列席同志", .nonvoting), ("主讲人", .spoke), ("党总支委员", .attended),
        ("缺席", nil), ("请假", nil), ("参会领导", .attended), ("与会人员", .attended), ("汇报人", .reported), ("缺席人员", nil),
        ("请假人员", nil), ("参加领导", .attended),
    ]
}
