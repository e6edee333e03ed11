import Algorithms

/// Which item of the agenda a report treats where.
struct AgendaCourse {
    /// Where the report begins to treat an item, or, with nil, ends the one before: an offset in the plain text and
    /// an index of the agenda's items.
    struct Anchor {
        var offset: Int
        var item: Int?
        /// Whether a heading opens it, which holds whoever speaks.
        var isHeading = false
        /// Whether its paragraph opens others too: what follows is then about none of them, or about all.
        var isListed = false
    }

    private var anchors: [Anchor]
    private let topics: AgendaTopics
    /// Index of the item of a meeting that took up one alone: what it demands is about that.
    let only: Int?

    /// Of a report that treats nothing.
    init() { (anchors, topics, only) = ([], AgendaTopics(titles: []), nil) }

    /// `opened`: what paragraphs open, each with its item's index; `titles`: what the items are told from each other by,
    /// and `names`: those of the meeting.
    init(opened: [Anchor], items: [Match<AgendaItem>], titles: [Similarity.Pairs], document: ReportDocument, names: [Text]) {
        anchors = opened
        only = items.count == 1 ? 0 : nil
        let title = document.isTraditional ? TraditionalScript.simplified(document.title) : document.title
        // 常委会召开会议 传达学习…: what follows the meeting's name in the headline is an item.
        let headline = withText(title) { Similarity.Pairs($0.upTo($0.find(anyOf: Self.treats)?.at ?? $0.end)) }
        topics = AgendaTopics(titles: titles, setting: names.map { Similarity.Pairs($0) } + [headline])
        anchorByDocuments(items, document)
        anchors.sort { $0.offset < $1.offset }
        markListed(document)
    }

    /// Words with which an item begins in a headline.
    private static let treats: [Literal] = ["传达", "学习", "研究", "听取", "审议", "部署", "安排"]

    private mutating func markListed(_ document: ReportDocument) {
        for paragraph in document.paragraphs {
            let opened = anchors(in: paragraph.text.range)
            guard Set(opened.compactMap(\.item)).count > 1 else { continue }
            for i in opened.indices { anchors[i].isListed = true }
        }
    }

    private func anchors(in range: Range<Int>) -> ArraySlice<Anchor> {
        anchors[anchors.partitioningIndex { $0.offset >= range.lowerBound }...].prefix { $0.offset < range.upperBound }
    }

    /// Where the report began to treat what it treats at an offset.
    func anchor(at offset: Int) -> Anchor? {
        let behind = anchors.partitioningIndex { $0.offset > offset }
        return behind > 0 ? anchors[behind - 1] : nil
    }

    /// Whether a part of the report opens an item.
    func opensItems(in range: Range<Int>) -> Bool { anchors(in: range).contains { $0.item != nil } }

    /// Index of the one item that a part of the report opens; nil where it opens none or several.
    func onlyItem(in range: Range<Int>) -> Int? {
        let opened = anchors(in: range)
        guard let item = opened.first?.item, opened.allSatisfy({ $0.item == item }) else { return nil }
        return item
    }

    /// Indices of the items opened last up to the end of a part of the report: in it, those of its last verb.
    func lastItems(upTo range: Range<Int>) -> Set<Int> {
        guard let last = anchor(at: range.upperBound), let item = last.item else { return [] }
        let first = anchors.partitioningIndex { $0.offset >= max(range.lowerBound, last.offset) }
        return Set(anchors[first...].prefix { $0.offset == last.offset }.compactMap(\.item)).union([item])
    }

    /// Index of the item whose subject a passage shares. Where another item has been spoken of so far (`isNew`), and of a person,
    /// who closes the meeting with what is about all of it, it has to share more.
    func topic(of passage: Text, isNew: Bool, isPerson: Bool) -> Int? { topics.item(of: passage, least: isNew || isPerson ? 5 : 3) }

    /// A paragraph that names an item's documents treats the item, though it does not open with it; one that opens with
    /// a topic of its own (对于下一步工作，) ends the item before.
    private mutating func anchorByDocuments(_ items: [Match<AgendaItem>], _ document: ReportDocument) {
        let opened = Set(anchors.compactMap(\.item)), offsets = anchors.map(\.offset).sorted()
        // A title that several items name is the first one's.
        var owners: [String: Int] = [:]
        for (i, item) in items.enumerated() where !opened.contains(i) {
            for title in item.value.documents where owners[title] == nil { owners[title] = i }
        }
        for paragraph in document.paragraphs where paragraph.cell == nil {
            let next = offsets.partitioningIndex { $0 >= paragraph.text.start }
            guard let first = paragraph.sentences.first, next == offsets.count || offsets[next] >= paragraph.text.end else { continue }
            if first.hasPrefix(anyOf: ["对于", "下一步", "最后，", "就做好", "就抓好"]) != nil {
                anchors.append(Anchor(offset: first.start, item: nil))
            }
            let named = CitedDocuments.titles(in: first).compactMap { owners[paragraph.text[$0].string] }
            for item in Set(named).sorted() where !first.range.overlaps(items[item].range) {
                anchors.append(Anchor(offset: first.start, item: item))
            }
        }
    }
}
