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
        let report = AgendaReader(document: document, lead: lead, most: 2 * Self.most)
        lists = report.lists
        let (opened, titles) = merge(report.mentions)
        course = AgendaCourse(opened: opened + report.ends, items: items, titles: titles, document: document, names: lead?.names ?? [])
        for outcome in report.outcomes {
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
