/// Reads what a report says of its items, paragraph by paragraph, and keeps what one paragraph says of the next.
struct AgendaReader {
    private(set) var mentions: [Agenda.Mention] = []
    /// The sentences that are a numbered list of items, and no demands.
    private(set) var lists: [Range<Int>] = []
    /// Where an item ends without another.
    private(set) var ends: [AgendaCourse.Anchor] = []
    private(set) var outcomes: [AgendaOutcome] = []

    private let document: ReportDocument
    private let leadParagraph: Int?
    /// Where the sentence begins that names the meeting, and where its last name ends.
    private let named: (sentence: Int, end: Int)?
    private let isMinutes: Bool
    /// Whether 议题一：… heads each item.
    private let hasTopics: Bool

    /// Whether a list of one item a line goes on.
    private var isListing = false
    /// 会议议题： with nothing behind it opens a list until the next label.
    private var isTitled = false
    /// Whether a list in sentences goes on, 二是听取… or 2.听取….
    private var isNumbered = false
    /// The items of the heading above, and its number.
    private var section: [Agenda.Mention] = []
    private var number: Int?

    init(document: ReportDocument, lead: MeetingLead?, most: Int) {
        self.document = document
        leadParagraph = lead?.paragraph
        named = lead.flatMap { lead in lead.names.last.map { (lead.sentence.start, $0.end) } }
        isMinutes = document.isMinutes
        hasTopics = document.paragraphs.contains { AgendaSentence.topic($0.text) != nil }
        for (p, paragraph) in document.paragraphs.enumerated() where paragraph.cell == nil && mentions.count < most { read(p, paragraph) }
    }

    private mutating func read(_ p: Int, _ paragraph: Paragraph) {
        let line = paragraph.text, listed = underHeadings(p, items(onLine: line))
        mentions += listed
        // 会议议题如下： opens a list, one item a line.
        isListing =
            !listed.isEmpty
            || line.hasSuffix(anyOf: ["：", "以下几项", "如下"]) != nil && line.contains(anyOf: ["会议", "议题", "议程", "内容"])
        guard listed.isEmpty else { return }
        let isLead = leadParagraph.map { p == $0 || p < max($0, 0) } ?? (p == 0)
        for sentence in paragraph.sentences { read(sentence, isLead: isLead, isInLeadParagraph: p == leadParagraph) }
    }

    /// The items that a line is, as one of a list, behind a label or as a heading.
    private mutating func items(onLine line: Text) -> [Agenda.Mention] {
        let listed = isListing ? AgendaSentence.listed(line) : AgendaSentence.heading(line)
        if let topic = AgendaSentence.topic(line) { return AgendaSentence.listedOrTitled(topic) }
        if FormLabel.opensAgenda(line) {
            isTitled = true
            guard listed.isEmpty, let value = FormLabel.value(of: line, FormLabel.agendaLabels), !value.isEmpty else { return listed }
            return AgendaSentence.listedOrTitled(value)
        }
        if FormLabel.isOfMinutes(line) || line.contains("。") || line.hasSuffix("：") {
            isTitled = false
            return listed
        }
        guard listed.isEmpty else { return listed }
        if isTitled { return AgendaSentence.listedOrTitled(line) }
        // 一、关于… of minutes
        let unnumbered = AgendaSentence.skippingNumber(line)
        return isMinutes && unnumbered.start > line.start && unnumbered.hasPrefix("关于") ? AgendaSentence.titled(line) : []
    }

    /// Follows numbered headings: what is said below 三、审议《办法》 is about it, until the next.
    private mutating func underHeadings(_ p: Int, _ listed: [Agenda.Mention]) -> [Agenda.Mention] {
        let paragraphs = document.paragraphs, line = paragraphs[p].text
        guard let n = Self.headingNumber(line) else {
            // 三、会议强调，…: a section of its own.
            if AgendaSentence.isNumbered(line),
                AgendaSentence.skippingNumber(line).hasPrefix(anyOf: ["会议强调", "会议要求", "会议指出"]) != nil
            {
                ends.append(AgendaCourse.Anchor(offset: line.start, item: nil))
            }
            return listed
        }
        // In a list of items the next or the last line is numbered, too.
        let isHeading =
            p + 1 < paragraphs.count && Self.headingNumber(paragraphs[p + 1].text) != n + 1
            && (p == 0 || Self.headingNumber(paragraphs[p - 1].text) != n - 1)
        let goesOn = n - 1 == number
        // 六、县长讲话 goes on with the headings and is no item.
        if listed.isEmpty, goesOn { ends.append(AgendaCourse.Anchor(offset: line.start, item: nil)) }
        var headed = listed
        if isHeading { for i in headed.indices { (headed[i].isHeading, headed[i].isLead) = (true, false) } }
        (section, number) = (headed, !listed.isEmpty && isHeading || goesOn ? n : nil)
        return headed
    }

    private mutating func read(_ sentence: Text, isLead: Bool, isInLeadParagraph: Bool) {
        let goesOn = isNumbered && (AgendaSentence.isNumbered(sentence) || AgendaSentence.pointed(sentence) != nil)
        if let list = AgendaSentence.numberedList(sentence) ?? (goesOn ? sentence : nil) {
            lists.append(sentence.range)
            mentions += AgendaSentence.numbered(list)
            isNumbered = true
            return
        }
        isNumbered = false
        outcomes += AgendaOutcome.told(in: sentence)
        if hasTopics { return }
        let nameEnd = isInLeadParagraph && sentence.start == named?.sentence ? named?.end : nil
        // 会上，甲通报了…: a report of one paragraph goes on behind its lead.
        let isTold =
            isInLeadParagraph && sentence.start > (named?.sentence ?? sentence.start)
            && sentence.hasPrefix(anyOf: ["会上，", "会上,", "会议上，", "首先，", "随后，"]) != nil
        let found = AgendaSentence.read(sentence, isLead: isLead && !isTold, behindName: nameEnd, isHeaded: !section.isEmpty)
        mentions += section.isEmpty ? found : found.filter { mention in !section.contains { Self.isSame(mention, $0) } }
    }

    /// What a sentence below a heading takes up again, in other words.
    private static func isSame(_ mention: Agenda.Mention, _ heading: Agenda.Mention) -> Bool {
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
}
