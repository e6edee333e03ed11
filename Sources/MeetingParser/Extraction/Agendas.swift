import Algorithms

/// What the meeting took up, in order, each once.
///
/// The lead often lists it in short; the paragraphs then open with each item in full. Both are read, and an item of
/// the lead that a paragraph takes up again counts once.
struct Agenda {
    private(set) var items: [Match<AgendaItem>] = []
    /// Which item the report treats where.
    private(set) var course = AgendaCourse()
    /// The sentences that are a numbered list of items, and no demands.
    private(set) var lists: [Range<Int>] = []

    /// One item as printed somewhere.
    struct Mention {
        var action: Text
        var title: Text {
            didSet { compared = Compared(title) }
        }
        private var compared: Compared
        var range: Range<Int>
        var isLead: Bool
        /// An enumeration closed by 等工作, 等四项议题.
        var isSummary = false
        /// A numbered heading, with what was said of the item below it.
        var isHeading = false
        /// The name of the rule that read it.
        var rule: StaticString

        init(action: Text, title: Text, range: Range<Int>, isLead: Bool, isSummary: Bool = false, rule: StaticString) {
            (self.action, self.title, self.range, self.isLead) = (action, title, range, isLead)
            (self.isSummary, self.rule) = (isSummary, rule)
            compared = Compared(title)
        }

        var pairs: Similarity.Pairs { compared.pairs }
        var documents: [Text] { compared.documents }

        /// What titles are compared by, made once for all copies.
        private final class Compared {
            let pairs: Similarity.Pairs
            let documents: [Text]

            init(_ title: Text) {
                pairs = Similarity.Pairs(title)
                documents = CitedDocuments.titles(in: title).map { title[$0].printed }
            }
        }
    }

    /// A verb of the agenda and what it governs.
    struct Clause: Equatable, Sendable {
        var action: Text
        var object: Text
        /// Where reading goes on.
        var end: Int { max(action.end, object.end) }
    }

    init(document: ReportDocument, lead: MeetingLead?) {
        var mentions: [Mention] = []
        var isListing = false
        let leadParagraph = lead?.paragraph
        /// Where the last name of the meeting ends in the sentence that begins at an offset.
        let named = lead.flatMap { lead in lead.names.last.map { (sentence: lead.sentence.start, end: $0.end) } }
        let isMinutes = document.isMinutes
        /// 会议议题： with nothing behind it opens a list until the next label.
        var isTitled = false
        /// The items of the heading above, and its number.
        var section: [Mention] = []
        var number: Int?
        var ends: [AgendaCourse.Anchor] = []
        var outcomes: [AgendaOutcome] = []
        /// Whether a list of items goes on, 二是听取… or 2.听取….
        var isNumbered = false
        let hasTopics = document.paragraphs.contains { AgendaSentence.topic($0.text) != nil }
        for (p, paragraph) in document.paragraphs.enumerated() where paragraph.cell == nil && mentions.count < 2 * Self.most {
            let isLead = leadParagraph.map { p == $0 || p < max($0, 0) } ?? (p == 0)
            var listed = isListing ? AgendaSentence.listed(paragraph.text) : AgendaSentence.heading(paragraph.text)
            if let topic = AgendaSentence.topic(paragraph.text) {
                listed = AgendaSentence.listedOrTitled(topic)
            } else if FormLabel.opensAgenda(paragraph.text) {
                isTitled = true
                if let value = FormLabel.value(of: paragraph.text, FormLabel.agendaLabels), !value.isEmpty, listed.isEmpty {
                    listed = AgendaSentence.listedOrTitled(value)
                }
            } else if FormLabel.isOfMinutes(paragraph.text) || paragraph.text.contains("。") || paragraph.text.hasSuffix("：") {
                isTitled = false
            } else if isTitled, listed.isEmpty {
                listed = AgendaSentence.listedOrTitled(paragraph.text)
            } else if isMinutes, listed.isEmpty {
                // 一、关于…
                let unnumbered = AgendaSentence.skippingNumber(paragraph.text)
                if unnumbered.start > paragraph.text.start, unnumbered.hasPrefix("关于") { listed = AgendaSentence.titled(paragraph.text) }
            }
            if let n = Self.headingNumber(paragraph.text) {
                // In a list of items the next or the last line is numbered, too.
                let isHeading =
                    p + 1 < document.paragraphs.count && Self.headingNumber(document.paragraphs[p + 1].text) != n + 1
                    && (p == 0 || Self.headingNumber(document.paragraphs[p - 1].text) != n - 1)
                if isHeading { for i in listed.indices { (listed[i].isHeading, listed[i].isLead) = (true, false) } }
                // 六、县长讲话 goes on with the headings and is no item.
                if listed.isEmpty, n - 1 == number { ends.append(AgendaCourse.Anchor(offset: paragraph.text.start, item: nil)) }
                (section, number) = (listed, !listed.isEmpty && isHeading || n - 1 == number ? n : nil)
            } else if AgendaSentence.skippingNumber(paragraph.text).hasPrefix(anyOf: ["会议强调", "会议要求", "会议指出"]) != nil,
                AgendaSentence.isNumbered(paragraph.text)
            {
                ends.append(AgendaCourse.Anchor(offset: paragraph.text.start, item: nil))
            }
            mentions += listed
            // 会议议题如下： opens a list, one item a line.
            isListing =
                !listed.isEmpty
                || paragraph.text.hasSuffix(anyOf: ["：", "以下几项", "如下"]) != nil && paragraph.text.contains(anyOf: ["会议", "议题", "议程", "内容"])
            if !listed.isEmpty { continue }
            for sentence in paragraph.sentences {
                if let list = AgendaSentence.numberedList(sentence)
                    ?? (isNumbered && (AgendaSentence.isNumbered(sentence) || AgendaSentence.pointed(sentence) != nil) ? sentence : nil)
                {
                    let items = AgendaSentence.numbered(list)
                    lists.append(sentence.range)
                    mentions += items
                    isNumbered = true
                    continue
                }
                isNumbered = false
                let nameEnd = p == leadParagraph && sentence.start == named?.sentence ? named?.end : nil
                if !hasTopics {
                    let isTold =
                        p == leadParagraph && sentence.start > (named?.sentence ?? sentence.start)
                        && sentence.hasPrefix(anyOf: ["会上，", "会上,", "会议上，", "首先，", "随后，"]) != nil
                    let read = AgendaSentence.read(sentence, isLead: isLead && !isTold, behindName: nameEnd, isHeaded: !section.isEmpty)
                    mentions += section.isEmpty ? read : read.filter { mention in !section.contains { isSame(mention, $0) } }
                }
                outcomes += AgendaOutcome.told(in: sentence)
            }
        }
        let (opened, titles) = merge(mentions)
        course = AgendaCourse(opened: opened + ends, items: items, titles: titles, document: document, names: lead?.names ?? [])
        for outcome in outcomes {
            // 审议了A和B，原则同意: of all that the verb governs.
            for item in course.lastItems(upTo: outcome.range) where items[item].value.outcome == nil {
                items[item].value.outcome = outcome.word
            }
        }
    }

    // MARK: Merging

    /// The items, each once; where paragraphs open them, and by what they are compared.
    private mutating func merge(_ mentions: [Mention]) -> (opened: [AgendaCourse.Anchor], titles: [Similarity.Pairs]) {
        // No meeting takes up more; beyond it what is compared with each other would be.
        let body = Array(mentions.lazy.filter { !$0.isLead }.prefix(Self.most))
        var kept: [Mention] = []
        for mention in mentions.lazy.filter(\.isLead).prefix(Self.most) {
            // 研究A、B等工作 only sums up what the paragraphs say.
            if mention.isSummary, mention.documents.isEmpty, body.count >= 2, !body.contains(where: { similar($0, mention) }) { continue }
            if isCovered(mention, by: body.filter { similar($0, mention) || contains(mention, $0) }) { continue }
            if !kept.contains(where: { similar($0, mention) }) { kept.append(mention) }
        }
        for mention in body {
            if let same = kept.firstIndex(where: { similar($0, mention) }) {
                if kept[same].isLead {
                    let lead = kept[same]
                    kept[same] = better(lead, mention)
                    kept[same].isLead = false
                    kept[same].range = mention.range
                } else {
                    continue
                }
            } else if !kept.contains(where: { isPart(mention, of: $0) }) {
                kept.append(mention)
            }
        }
        for mention in kept {
            let title = mention.title.string
            let documents = CitedDocuments.titles(in: mention.title).map { mention.title[$0].string }
            let value = AgendaItem(
                number: items.count + 1, action: mention.action.string, title: title, documents: documents,
                outcome: AgendaOutcome.of(mention.action))
            items.append(Match(value: value, range: mention.range, rule: mention.rule))
        }
        let opened = body.compactMap { mention in
            kept.indices.filter { similar(kept[$0], mention) || isPart(mention, of: kept[$0]) }
                .max { Similarity.dice(kept[$0].pairs, mention.pairs) < Similarity.dice(kept[$1].pairs, mention.pairs) }
                .map { AgendaCourse.Anchor(offset: mention.range.lowerBound, item: $0, isHeading: mention.isHeading) }
        }
        return (opened, kept.map(\.pairs))
    }

    private static let most = 256

    /// The paragraph's wording, unless it is much longer than the lead's; the longer action says more.
    private func better(_ lead: Mention, _ body: Mention) -> Mention {
        var best = body
        if body.title.count > lead.title.count * 2, lead.title.count >= 18 { best.title = lead.title }
        if lead.action.count > body.action.count { best.action = lead.action }
        return best
    }

    private func similar(_ a: Mention, _ b: Mention) -> Bool {
        // 《A》（选址阶段） and 《B》（选址阶段） differ, and so do two things that one sentence names.
        if !a.documents.isEmpty, !b.documents.isEmpty, !a.documents.contains(where: b.documents.contains), a.isLead == b.isLead {
            return false
        }
        // Appointments to the same office differ in the person alone.
        if a.action.hasSuffix("任命"), b.action.hasSuffix("任命") { return a.title == b.title }
        let dice = Similarity.dice(a.pairs, b.pairs)
        // 总结2017年工作, 部署2018年工作任务; 前三季度, 第四季度.
        if dice >= 0.6, Self.tellOtherTimes(a.title, b.title) { return false }
        if a.isLead, b.isLead, a.action != b.action { return dice >= 0.9 }
        // What one part of the report names side by side differs in few characters: 副主席名单, 秘书长名单.
        if a.isLead == b.isLead, a.action == b.action, a.title.start != b.title.start, abs(a.range.lowerBound - b.range.lowerBound) < 600 {
            return dice >= 0.85
        }
        // 通报防汛工作情况，安排部署春季防汛工作: two verbs that one part of the report names side by side.
        if a.isLead == b.isLead, a.action != b.action, abs(a.range.lowerBound - b.range.lowerBound) < 300 { return dice >= 0.8 }
        return dice >= 0.6
    }

    /// Whether two titles name years, quarters or months, and none that both name.
    private static func tellOtherTimes(_ a: Text, _ b: Text) -> Bool {
        let first = times(in: a), second = times(in: b)
        return !first.isEmpty && !second.isEmpty && !first.contains(where: second.contains)
    }

    private static func times(in title: Text) -> [Int] {
        var found: [Int] = []
        for (u, unit) in (["年", "季度", "月"] as [Literal]).enumerated() {
            var from = title.start
            while let at = title.find(unit, from: from) {
                from = at + unit.count
                let head = title.upTo(at), counted = head.droppingSuffix("个") ?? head
                if let number = ChineseNumeral.read(counted, endingAt: counted.end) { found.append(number.value * 4 + u) }
            }
        }
        return found
    }

    /// What a sentence below a heading takes up again, in other words.
    private func isSame(_ mention: Mention, _ heading: Mention) -> Bool {
        Similarity.containment(of: mention.pairs, in: heading.pairs) >= 0.6
            || Similarity.containment(of: heading.pairs, in: mention.pairs) >= 0.6
    }

    /// The number of a line that may be a heading: 三、审议《办法》.
    private static func headingNumber(_ line: Text) -> Int? {
        guard line.count < 240, line.find("。") == nil, let number = ChineseNumeral.read(line, at: line.start),
            !line.isDigit(at: line.start),
            line.has("、", at: number.end)
        else { return nil }
        return number.value
    }

    /// 审议通过《A》，强调…: one of the documents 《A》《B》 that make up an item.
    private func isPart(_ mention: Mention, of item: Mention) -> Bool {
        item.documents.count > 1 && !mention.documents.isEmpty && mention.documents.allSatisfy(item.documents.contains)
    }

    private func contains(_ outer: Mention, _ inner: Mention) -> Bool { Similarity.containment(of: inner.pairs, in: outer.pairs) >= 0.75 }

    /// Whether a lead item is taken up piece by piece by two or more paragraphs.
    private func isCovered(_ lead: Mention, by body: [Mention]) -> Bool {
        guard body.count >= 2 else { return false }
        return !body.contains { Similarity.dice($0.pairs, lead.pairs) >= 0.85 }
    }
}
