/// Makes blocks from Markdown: a paragraph is lines up to a blank one; headings, quotes and list items stand alone.
///
/// Marks that a reader does not see (`#`, `**`, `>`, `[text](url)` …) give nothing; inline HTML and character
/// references are read by the HTML tokenizer.
struct MarkdownReader {
    private let input: UnsafeBufferPointer<UInt8>
    private var position: Int
    private(set) var blocks: BlockReader
    /// Table and row of the line before, where it was a row.
    private var row: (table: Int, row: Int)?

    init(_ input: UnsafeBufferPointer<UInt8>, from position: Int, blocks: BlockReader) {
        self.input = input
        self.position = position
        self.blocks = blocks
    }

    mutating func run() {
        while position < input.count {
            let end = input[position...].firstIndex(of: 0x0A) ?? input.count
            readLine(position..<end)
            position = end + 1
        }
        blocks.finish()
    }

    private mutating func readLine(_ line: Range<Int>) {
        var i = line.lowerBound
        while i < line.upperBound, input[i].isHTMLSpace { i += 1 }
        guard i < line.upperBound else {
            row = nil
            return blocks.finish()
        }
        if isMore(i..<line.upperBound) { return }
        if input[i] == UInt8(ascii: "|") { return readRow(i + 1..<line.upperBound) }
        row = nil
        if isRule(i..<line.upperBound) { return blocks.finish() }
        if let content = afterBlockMark(i, line.upperBound) {
            blocks.finish()
            i = content
            readInline(i..<line.upperBound)
            return blocks.finish()
        }
        readInline(i..<line.upperBound)
        // Two blanks at the end break the line, and so does a full stop: one paragraph a line is how posts are typed.
        blocks.text([0x0A], from: line.upperBound..<line.upperBound)
    }

    /// `<!--more-->`, with which Hugo and Hexo end a summary, often in the middle of a sentence.
    private func isMore(_ line: Range<Int>) -> Bool {
        guard line.count < 24, input[line.lowerBound] == UInt8(ascii: "<") else { return false }
        return input[line].filter { !$0.isHTMLSpace }.map(\.lowercased).elementsEqual("<!--more-->".utf8)
    }

    /// `| 名次 | 社区 |`; the rule below the headings has no cells.
    private mutating func readRow(_ line: Range<Int>) {
        blocks.finish()
        let isRule = input[line].allSatisfy { $0.isHTMLSpace || [UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "|")].contains($0) }
        if isRule { return }
        if row == nil {
            row = (blocks.tables, -1)
            blocks.grids.append(TableGrid())
        }
        row!.row += 1
        var start = line.lowerBound, column = 0
        while start < line.upperBound {
            let end = input[start..<line.upperBound].firstIndex(of: UInt8(ascii: "|")) ?? line.upperBound
            blocks.plainCell = TableCell(table: row!.table, row: row!.row, column: column, isHeader: row!.row == 0)
            readInline(start..<end)
            blocks.finish()
            start = end + 1
            column += 1
        }
        blocks.plainCell = nil
    }

    /// `---`, `***`, `===`: a rule or the underline of a heading.
    private func isRule(_ line: Range<Int>) -> Bool {
        let first = input[line.lowerBound]
        switch first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="), UInt8(ascii: "_"): break
        default: return false
        }
        var marks = 0
        for byte in input[line] where !byte.isHTMLSpace {
            guard byte == first else { return false }
            marks += 1
        }
        return marks >= 3
    }

    /// Behind `# `, `> `, `- `, or nil where the line has no such mark.
    private func afterBlockMark(_ start: Int, _ end: Int) -> Int? {
        var i = start
        while i < end, input[i] == UInt8(ascii: "#") || input[i] == UInt8(ascii: ">") { i += 1 }
        if i == start, i + 1 < end, input[i + 1] == 0x20,
            input[i] == UInt8(ascii: "-") || input[i] == UInt8(ascii: "*") || input[i] == UInt8(ascii: "+")
        {
            i += 1
        }
        guard i > start else { return nil }
        while i < end, input[i].isHTMLSpace { i += 1 }
        return i
    }

    /// Emits the characters of a line without the marks of emphasis, code and links.
    private mutating func readInline(_ line: Range<Int>) {
        var i = line.lowerBound, close = line.lowerBound - 1
        var start = i
        func flush(_ reader: inout Self, to end: Int) {
            guard end > start else { return }
            let part = UnsafeBufferPointer(rebasing: reader.input[..<end])
            reader.blocks.read(part, from: start)
        }
        while i < line.upperBound {
            let byte = input[i]
            // Nearly all bytes are of Chinese characters, which mark nothing.
            if byte >= 0x80 {
                i += 1
                continue
            }
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "`"):
                flush(&self, to: i)
                i += 1
                start = i
            case UInt8(ascii: "\\") where i + 1 < line.upperBound && input[i + 1] < 0x80:
                flush(&self, to: i)
                start = i + 1
                i += 2
            case UInt8(ascii: "["), UInt8(ascii: "!"):
                let isImage = byte == UInt8(ascii: "!")
                guard let link = link(at: isImage ? i + 1 : i, line.upperBound, close: &close) else {
                    i += 1
                    continue
                }
                flush(&self, to: i)
                if !isImage {
                    readInline(link.label)
                    let address = link.label.upperBound + 2..<link.end - 1
                    blocks.noteLink(label: part(link.label), address: part(address))
                }
                i = link.end
                start = i
            default: i += 1
            }
        }
        flush(&self, to: line.upperBound)
    }

    private func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: input[range]) }

    /// `[label](target)`; `close` is the next `]` at or after `start`, looked for once for all brackets before it.
    private func link(at start: Int, _ end: Int, close: inout Int) -> (label: Range<Int>, end: Int)? {
        guard start < end, input[start] == UInt8(ascii: "[") else { return nil }
        if close < start { close = input[start..<end].firstIndex(of: UInt8(ascii: "]")) ?? end }
        guard close + 1 < end, input[close + 1] == UInt8(ascii: "("),
            // No target of a link is longer.
            let target = input[close..<min(end, close + 2000)].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (start + 1..<close, target + 1)
    }
}
