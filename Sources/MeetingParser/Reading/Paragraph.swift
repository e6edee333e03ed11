/// A paragraph of a report and the sentences in it.
struct Paragraph {
    let text: Text
    /// See `LineScanner`; the document owns them.
    let sentences: UnsafeBufferPointer<Text>
    let isHeading: Bool
    /// Where it stands in a table, or nil.
    let cell: TableCell?

    /// `line` is the block's.
    init(_ block: Block, _ line: Text, _ sentences: UnsafeBufferPointer<Text>) {
        text = line
        self.sentences = sentences
        isHeading = block.isHeading
        cell = block.cell.flatMap { $0.column < 0 ? nil : $0 }
    }
}
