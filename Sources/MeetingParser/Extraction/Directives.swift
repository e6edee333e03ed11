/// The sentences that demand, order or forbid action, each with who said it and where it belongs.
///
/// Attribution is carried as a careful reader carries it: 会议指出 or X强调 holds for the following sentences and
/// paragraphs until somebody else speaks.
struct Directives {
    private(set) var found: [Match<Directive>] = []
    private var speaker: Attribution.Speaker?
    private var verb: Text?
    private var isAttributed = false
    private var isDemanding = false
    private var point: Int?
    private let chair: String?

    /// `chair` presides: what the chair 表示 is no pledge. `course` tells which item the report treats
    /// where; `lists` are sentences that only list items.
    init(document: ReportDocument, lead: MeetingLead?, chair: String?, lists: [Range<Int>], course: AgendaCourse) {
        self.chair = chair
        var items = DirectiveItems(course)
        let first = lead?.paragraph ?? 0
        for (p, paragraph) in document.paragraphs.enumerated() where paragraph.cell == nil {
            if let heading = speakerHeading(paragraph) {
                speaker = .person(heading)
                isAttributed = true
                isDemanding = true
                continue
            }
            items.begin(paragraph.text, isBehindLead: p > first)
            for (s, sentence) in paragraph.sentences.enumerated() {
                if p < first || lists.contains(where: { $0.overlaps(sentence.range) }) { continue }
                let attributions = Attribution.all(in: sentence, previous: speaker)
                let item = items.item(of: sentence, attributions, isFirst: s == 0, speaker: speaker, isAttributed: isAttributed)
                read(sentence, attributions, isFirst: s == 0, item: item.map { $0 + 1 })
            }
        }
    }

    private mutating func read(_ whole: Text, _ attributions: [Attribution], isFirst: Bool, item: Int?) {
        let sentence = labelled(whole)
        let wasAttributed = isAttributed
        var content = sentence
        var isOutside = false
        let opensItem = attributions.isEmpty && Self.opensItem(Self.point(sentence).map { sentence.from($0.end) } ?? sentence)
        if let first = attributions.first {
            content = sentence.from(first.contentStart).trimmed
            isAttributed = true
            isOutside = first.speaker == .outsider
            if !isOutside { speaker = first.speaker }
            verb = first.verb
            isDemanding = true
            point = nil
        } else if opensItem {
            // 会议听取X汇报。 what follows is the meeting's own.
            speaker = .meeting
            verb = nil
            isAttributed = true
            isDemanding = false
            point = nil
        } else if isFirst {
            point = nil
        }
        guard isAttributed, !isOutside, !content.isEmpty, !opensItem || DemandRules.hasYao(content) else { return }
        // ——零容忍查处。 is a point without a number.
        var isPoint = content.hasPrefix("——")
        if let numbered = Self.point(content) {
            isPoint = true
            point = numbered.number
            content = content.from(numbered.end)
        }
        let saysYao = attributions.isEmpty ? DemandRules.hasYao(sentence) : nil
        guard !Self.isAboutTheMeeting(sentence, saysYao: saysYao) else { return }
        let context = DemandRules.Context(
            isPoint: isPoint, isDemanding: isDemanding,
            isRequested: attributions.first.map { Self.requests.contains($0.verb) } ?? false,
            isStating: attributions.first?.isStating ?? false, saysYao: saysYao)
        // 他说，各部门要…: whoever has been demanding goes on to.
        let goesOn = attributions.first.map { $0.verb == "说" && sentence.from($0.start).hasPrefix(anyOf: ["他", "她"]) != nil } ?? false
        let isPledge =
            attributions.first.map { $0.isStating && !($0.verb == "认为") && !goesOn && $0.speaker != chair.map { .person($0) } } ?? false
        // 要…，并强调，…: what stands before the first attribution belongs to the one in force.
        let before = attributions.first.map { sentence.upTo($0.start) }
        let demandsBefore = wasAttributed && before.map { $0.count > 30 && DemandRules.hasYao($0) } ?? false
        let rule = demandsBefore ? "yao" : isPledge ? nil : DemandRules.demand(in: content, context)
        guard let rule else {
            later(attributions)
            return
        }
        isDemanding = true
        add(sentence, agenda: item, rule)
        later(attributions)
    }

    /// A sentence that changes the speaker midway (…；并指出，…) leaves the last one speaking.
    private mutating func later(_ attributions: [Attribution]) {
        guard let last = attributions.last, attributions.count > 1, last.speaker != .outsider else { return }
        speaker = last.speaker
        verb = last.verb
    }

    private mutating func add(_ sentence: Text, agenda: Int?, _ rule: StaticString) {
        var name: String?
        if case .person(let person)? = speaker { name = person }
        let sentence = Self.withoutListNumber(sentence)
        let value = Directive(
            number: found.count + 1, agenda: agenda, speaker: name, verb: verb?.string, point: point,
            addressee: Tasks.addressee(in: sentence)?.string, deadline: Tasks.deadline(in: sentence)?.string, text: sentence.string)
        found.append(Match(value: value, range: sentence.range, rule: rule))
    }

    /// Verbs behind which things are asked for.
    private static let requests = WordList("要求 责成 叮嘱")

    // MARK: Points

    /// 一要, 二是, 第三，, 四、, （五）: the number of a point and where its text begins.
    static func point(_ text: Text) -> (number: Int, end: Int)? {
        var i = text.start
        let isOrdinal = text.has("第", at: i)
        if isOrdinal { i += 3 }
        let bracket = (["（", "(", "【"] as [Literal]).first { text.has($0, at: i) }
        if let bracket { i += bracket.count }
        guard let number = ChineseNumeral.read(text, at: i), (1...20).contains(number.value) else { return nil }
        let end = number.end
        if bracket != nil {
            return text.has("）", at: end) ? (number.value, end + 3) : text.has(")", at: end) ? (number.value, end + 1) : nil
        }
        if isOrdinal { return text.has("，", at: end) || text.has("、", at: end) || text.has("是", at: end) ? (number.value, end + 3) : nil }
        if text.has("要", at: end), !text.isDigit(at: i) { return (number.value, end) }
        for mark: Literal in ["是要", "是", "、", "．"] where text.has(mark, at: end) {
            if text.isDigit(at: i), mark == "是" { return nil }
            return (number.value, end + mark.count)
        }
        if text.has(".", at: end), text.isDigit(at: i), !text.isDigit(at: end + 1) { return (number.value, end + 1) }
        return nil
    }

    /// A sentence without the number of its list: 1., 1、, ⑴, ①; 一、 and （一） are part of it.
    private static func withoutListNumber(_ sentence: Text) -> Text {
        var i = sentence.start
        while i - sentence.start < 2, sentence.isDigit(at: i) { i += 1 }
        if i > sentence.start, let dot = ([".", "．", "、"] as [Literal]).first(where: { sentence.has($0, at: i) }),
            !sentence.isDigit(at: i + dot.count)
        {
            return sentence.from(i + dot.count).trimmed
        }
        // U+2460 to U+24FF
        let isEnclosed = sentence[sentence.start] == 0xE2 && (0x91...0x93).contains(sentence[sentence.start + 1])
        return isEnclosed ? sentence.from(sentence.start + 3).trimmed : sentence
    }

    /// 2.会议学习…, 一是听取…: numbers of agenda items.
    private static func opensItem(_ text: Text) -> Bool {
        let text = text.trimmed
        return openingsOfItems.match(text, at: text.start) != nil
            || text.hasSuffix("；") && AgendaVerbs.list.match(text, at: text.start) != nil
    }

    private static let openingsOfItems = WordList("会议 听取 审议 传达")

    // MARK: What is no directive

    /// Who was there, what was heard, and 提出要求 without any.
    ///
    /// - Parameter saysYao: whether 要 demands in it; nil where it attributes what it says.
    private static func isAboutTheMeeting(_ sentence: Text, saysYao: Bool?) -> Bool {
        if bylines.match(sentence, at: sentence.start) != nil { return true }
        if saysYao == false {
            let last = sentence.lastClause
            if last.contains(anyOf: ["参加", "出席", "列席", "请假", "汇报", "发言", "收听收看"]) { return true }
            // A heading: 一、关于城镇小区配套幼儿园治理
            if sentence.hasSuffix(anyOf: ["。", "！", "；", "”", "？"]) == nil, sentence.count < 120 { return true }
        }
        return sentence.hasSuffix("。") && demandsLeftOut.match(sentence, endingAt: sentence.end - 3) != nil
            && !(saysYao ?? DemandRules.hasYao(sentence))
    }

    private static let bylines = WordList("（记者 (记者 （通讯员 (通讯员 ■")
    private static let demandsLeftOut = WordList(
        "提出了具体要求 提出具体要求 提出要求 提出了要求 提出了明确要求 提出明确要求 作出安排部署 作了安排部署 进行了安排部署 作出部署 点要求 点意见")

    /// A sentence without the label that tells who speaks: 【县长王平发言】各部门要….
    private mutating func labelled(_ sentence: Text) -> Text {
        guard let label = Self.label(of: sentence), label.count < 87 else { return sentence }
        if let speech = label.hasSuffix(anyOf: ["发言", "讲话", "点评"]), let person = Persons.namedPerson(label.upTo(label.end - speech.count)) {
            speaker = .person(person.name)
            (isAttributed, isDemanding, verb) = (true, true, nil)
        }
        return sentence.from(label.end + 3).trimmed
    }

    /// What stands within 【】 at the start.
    private static func label(of text: Text) -> Text? {
        text.droppingPrefix("【").flatMap { rest in rest.find("】").map { rest.upTo($0) } }
    }

    /// 【X讲话】 as a heading.
    private func speakerHeading(_ paragraph: Paragraph) -> String? {
        let line = paragraph.text
        guard line.count < 60, let label = Self.label(of: line), let at = label.find("讲话") else { return nil }
        return Persons.namedPerson(label.upTo(at))?.name
    }
}
