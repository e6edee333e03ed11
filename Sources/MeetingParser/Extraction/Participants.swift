/// The people named as present, with their part in the meeting.
///
/// A sentence is cut at its verbs of attendance; the people listed before a verb have its role.
enum Participants {
    static func extract(from document: ReportDocument, chair: String?) -> [Match<Participant>] {
        var found: [Match<Participant>] = []
        var absent: Set<String> = chair.map { [$0] } ?? []
        for person in labelled(in: document) { note(person) }
        for paragraph in document.paragraphs {
            for sentence in paragraph.sentences where mayName(sentence) {
                for person in read(sentence) { note(person) }
            }
        }
        return found.filter { !absent.contains($0.value.name) }

        func note(_ person: (person: NamedPerson, role: Participant.Role?)) {
            if person.role == nil { absent.insert(person.person.name) } else { add(person) }
        }

        func add(_ new: (person: NamedPerson, role: Participant.Role?)) {
            guard let role = new.role else { return }
            if let i = found.firstIndex(where: { $0.value.name == new.person.name }) {
                if found[i].value.titles.isEmpty { found[i].value.titles = new.person.titles }
                return
            }
            found.append(
                Match(
                    value: Participant(name: new.person.name, titles: new.person.titles, role: role),
                    range: new.person.range, rule: "attendance"))
        }
    }

    // MARK: Verbs

    private enum Cue { case role(Participant.Role), absent, other }

    /// Longer words first, so that 出席并讲话 is not 出席.
    private static let verbs: [(word: Literal, cue: Cue)] = [
        ("出席会议并讲话", .role(.spoke)), ("出席并讲话", .role(.spoke)), ("出席会议并作讲话", .role(.spoke)), ("参加会议并讲话", .role(.spoke)),
        ("出席会议并作", .role(.spoke)), ("出席并作", .role(.spoke)), ("到会并讲话", .role(.spoke)), ("到会讲话", .role(.spoke)), ("参加并讲话", .role(.spoke)),
        ("到会指导", .role(.attended)),
        ("因公请假", .absent), ("因事请假", .absent), ("因病请假", .absent), ("请假", .absent), ("缺席", .absent), ("未出席", .absent), ("陪同", .other),
        ("委托", .absent), ("列席", .role(.nonvoting)), ("出席", .role(.attended)), ("参加", .role(.attended)), ("参会", .role(.attended)),
        ("列席", .role(.nonvoting)), ("出席", .role(.attended)), ("到会", .role(.attended)),
        ("现场点评", .role(.spoke)), ("应邀作报告", .role(.spoke)), ("作专题辅导", .role(.spoke)), ("作辅导", .role(.spoke)), ("专题辅导", .role(.spoke)),
        ("作专题讲座", .role(.spoke)),
        ("辅导报告", .role(.spoke)), ("授课", .role(.spoke)), ("宣讲", .role(.spoke)),
        ("讲话", .role(.spoke)), ("致辞", .role(.spoke)), ("作点评", .role(.spoke)), ("进行点评", .role(.spoke)), ("作总结", .role(.spoke)),
        ("逐一点评", .role(.spoke)), ("逐个点评", .role(.spoke)), ("发言", .role(.reported)), ("汇报", .role(.reported)), ("作了说明", .role(.reported)),
        ("作说明", .role(.reported)),
        ("作了报告", .role(.reported)), ("的报告", .role(.reported)),
        ("通报", .role(.reported)), ("介绍", .role(.reported)), ("作报告", .role(.reported)), ("宣读", .role(.reported)), ("传达", .role(.reported)),
        ("解读", .role(.reported)), ("安排部署", .role(.reported)), ("主持", .other),
        ("作检讨", .role(.reported)), ("表态", .role(.reported)), ("领学", .role(.reported)), ("发布", .role(.reported)),
    ]

    private static let firstWords = WordList(verbs.map(\.word.string).joined(separator: " "))

    private static func mayName(_ sentence: Text) -> Bool { sentence.contains(anyOf: gates) }
    private static let gates: [Literal] = [
        "席", "参加", "参会", "请假", "汇报", "发言", "讲话", "点评", "辅导", "通报", "介绍", "说明", "报告", "授课", "宣讲", "与会", "到会", "解读", "宣读", "表态",
        "领学",
    ]

    /// People and roles of one sentence; a nil role is somebody who is away.
    private static func read(_ sentence: Text) -> [(person: NamedPerson, role: Participant.Role?)] {
        // What people say of others' attendance stands behind 强调 and the like.
        var people: [(NamedPerson, Participant.Role?)] = []
        var start = sentence.start
        var i = sentence.start
        while i < sentence.end {
            if sentence.has("；", at: i) || sentence.has("。", at: i) { start = i + 3 }
            guard firstWords.match(sentence, at: i) != nil, let verb = verbs.first(where: { sentence.has($0.word, at: i) }) else {
                if let speech = SpeechVerbs.list.match(sentence, at: i), speech == 6, isAttribution(sentence, i + speech) { return people }
                i += sentence.width(at: i)
                continue
            }
            let list = sentence[start..<i]
            switch verb.cue {
            case .role(.spoke) where isStudied(sentence, verb.word, i):
                i += verb.word.count
                continue
            case .role(var role):
                // 应邀到会听取意见并讲话
                let clause = sentence.from(i).upTo(sentence.find("，", from: i) ?? sentence.end)
                if role == .attended, clause.contains("讲话") { role = .spoke }
                people += named(in: list, role: role).map { ($0, role) }
            case .absent: people += named(in: afterDelegation(list), role: .attended).map { ($0, nil) }
            case .other: break
            }
            i += verb.word.count
            start = i
        }
        return people
    }

    private static func isAttribution(_ sentence: Text, _ i: Int) -> Bool {
        sentence.has("，", at: i) || sentence.has("：", at: i) || sentence.has("要", at: i) || sentence.has(",", at: i)
            || sentence.has(":", at: i)
    }

    /// 学习贯彻…重要讲话和指示精神: words that are studied, not said here.
    private static func isStudied(_ sentence: Text, _ verb: Literal, _ i: Int) -> Bool {
        verb == "讲话" && sentence.from(i + verb.count).hasPrefix(anyOf: ["精神", "和", "、", "中", "重要", "时", "指示", "要求"]) != nil
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
        let people = Persons.list(part, bare: false)
        if !people.isEmpty { return people }
        // 毛羽丰、童欣参加会议: names alone, and nothing else before the verb.
        let bare = Persons.list(part, bare: true)
        let names = bare.reduce(0) { $0 + $1.range.count }
        let clause = part.from(part.findLast("，").map { $0 + 3 } ?? part.start)
        guard !bare.isEmpty, names * 2 > part.count || bare.count >= 2 && clause.start <= bare[0].range.lowerBound else { return [] }
        return bare
    }

    // MARK: Forms

    /// 参会人员：X、Y of minutes and forms.
    private static func labelled(in document: ReportDocument) -> [(person: NamedPerson, role: Participant.Role?)] {
        labels.flatMap { label, role in
            FormLabel.values(in: document, [label]).flatMap(FormLabel.people).map { (person: $0, role: role) }
        }
    }

    private static let labels: [(Literal, Participant.Role?)] = [
        ("参会人员", .attended), ("出席人员", .attended), ("参加人员", .attended), ("出席", .attended), ("列席人员", .nonvoting), ("列席", .nonvoting),
        ("出席领导", .attended),
        ("参加", .attended), ("缺席", nil), ("请假", nil), ("参会领导", .attended), ("与会人员", .attended), ("汇报人", .reported), ("缺席人员", nil),
        ("请假人员", nil), ("参加领导", .attended),
    ]
}
