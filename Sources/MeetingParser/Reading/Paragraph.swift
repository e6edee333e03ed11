/// A paragraph of a report and the sentences in it.
struct Paragraph {
    let text: Text
    /// See `Line`.
    let sentences: [Text]
    let isHeading: Bool
    /// Where it stands in a table, or nil.
    let cell: TableCell?

    /// `line` is the block's.
    init(_ block: Block, _ line: Line) {
        text = line.text
        sentences = line.sentences
        isHeading = block.isHeading
        cell = block.cell.flatMap { $0.column < 0 ? nil : $0 }
    }
}
