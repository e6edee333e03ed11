/// A paragraph of a report and the sentences in it.
struct Paragraph {
    let text: Text
    /// Sentences end at 。！？ outside of quotation marks, and with the paragraph.
    let sentences: [Text]
    let isHeading: Bool
    /// Where it stands in a table, or nil.
    let cell: TableCell?

    /// `text` is the block's.
    init(_ block: Block, _ text: Text, _ filters: CharacterFilters) {
        self.text = text
        sentences = Sentences.split(text).map { $0.count == text.count ? text : filters.filtered($0) }
        isHeading = block.isHeading
        cell = block.cell.flatMap { $0.column < 0 ? nil : $0 }
    }
}

enum Sentences {
    private static let ends: [Literal] = ["。", "！", "？", "!", "?"]
    private static let quotes: [(open: Literal, close: Literal)] = [("“", "”"), ("「", "」"), ("『", "』"), ("《", "》")]

    /// The sentences of a paragraph, white space at their ends aside.
    static func split(_ paragraph: Text) -> [Text] {
        var sentences: [Text] = []
        var start = paragraph.start, i = start
        var unclosed: Set<Int> = []
        func add(to end: Int) {
            let sentence = paragraph[start..<end].trimmed
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        while i < paragraph.end {
            i = paragraph.skippingHan(from: i)
            guard i < paragraph.end else { break }
            let byte = paragraph[i]
            // “ 「 《 。 begin with E2 or E3, ！ ？ with EF; all else is skipped fast.
            guard byte == 0xE2 || byte == 0xE3 || byte == 0xEF || byte == 0x21 || byte == 0x3F else {
                i += paragraph.width(at: i)
                continue
            }
            if let quote = quotes.indices.first(where: { paragraph.has(quotes[$0].open, at: i) }), !unclosed.contains(quote) {
                if let close = paragraph.find(quotes[quote].close, from: i) {
                    i = close + quotes[quote].close.count
                } else {
                    // A mark that is never closed quotes nothing.
                    unclosed.insert(quote)
                }
            } else if let end = ends.first(where: { paragraph.has($0, at: i) }) {
                i += end.count
                while let end = ends.first(where: { paragraph.has($0, at: i) }) { i += end.count }
                add(to: i)
            } else {
                i += paragraph.width(at: i)
            }
        }
        add(to: paragraph.end)
        return sentences
    }
}
