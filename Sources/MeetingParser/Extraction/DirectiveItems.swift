/// Which item of the agenda each sentence of a report is about, followed sentence by sentence.
struct DirectiveItems {
    private let course: AgendaCourse
    /// Where the last speech of a person began.
    private var speech = 0
    /// The item whose subject the speech in force shares.
    private var topic: Int?
    /// The one item that the paragraph has opened last; nil for several.
    private var opened: Int?
    /// Whether the paragraph has opened any.
    private var hasOpened = false
    /// From where what is opened counts: behind the last speech of the paragraph.
    private var from = 0
    private var isBehindLead = false

    init(_ course: AgendaCourse) { self.course = course }

    mutating func begin(_ paragraph: Text, isBehindLead: Bool) {
        (opened, hasOpened, from, self.isBehindLead) = (nil, false, paragraph.start, isBehindLead)
    }

    /// Index of the item that a sentence is about: what its paragraph opened, else what shares its subject, else what the
    /// paragraphs before opened; nil where it is about none or all. `isFirst` of its paragraph; `speaker` is who spoke before it.
    mutating func item(
        of sentence: Text, _ attributions: [Attribution], isFirst: Bool, speaker: Attribution.Speaker?, isAttributed: Bool
    ) -> Int? {
        // 市长X强调，… closes the meeting: what is said from here on is about all of it.
        if isFirst, isBehindLead, case .person? = attributions.first?.speaker { speech = sentence.start }
        if isFirst || !attributions.isEmpty { topic = nil }
        let isPerson = if case .person? = attributions.first?.speaker ?? speaker { true } else { false }
        let offset = attributions.first?.start ?? sentence.start
        if course.opensItems(in: from..<offset) { (opened, hasOpened) = (course.onlyItem(in: from..<offset), true) }
        if !attributions.isEmpty { from = offset }
        if opened == nil, isAttributed || !attributions.isEmpty || sentence.contains("强调") {
            let isNew = topic != nil && !isFirst && attributions.isEmpty
            topic = course.topic(of: sentence, isNew: isNew, isPerson: isPerson) ?? topic
        }
        if hasOpened || topic != nil { return opened ?? topic }
        if let only = course.only, !isPerson, !attributions.isEmpty { return only }
        guard let anchor = course.anchor(at: offset), anchor.isHeading || anchor.offset >= speech, !anchor.isListed else { return nil }
        return anchor.item
    }
}
