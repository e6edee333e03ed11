/// A paragraph, heading, list item or table cell of a page, as plain text.
struct Block {
    /// Byte offsets in the plain text.
    var range: Range<Int>
    /// How many of its bytes are in links.
    var linkBytes = 0
    var isHeading = false
    /// Where it stands in a table.
    var cell: TableCell?
    /// Index of the element it stands in.
    var element: Int
    /// Whether it comes from a comment, which only bylines are read from.
    var isComment = false
}

/// The place of a table cell: number of the table on the page, row and column, all from 0.
struct TableCell: Equatable {
    var table: Int
    var row: Int
    var column: Int
    /// How many rows it reaches over.
    var rows = 1
    var isHeader: Bool
}

/// Makes blocks of plain text from the tokens of a page.
///
/// White space is normalised: runs of blanks (U+0020, U+00A0, U+3000 …) become one U+0020, none at the ends of a
/// block, and none for a line break between two Chinese characters, where a browser shows nothing that matters.
struct BlockReader: HTMLTokenSink {
    /// How line feeds in text count.
    enum LineFeeds { case blank, paragraph }

    /// The plain text, folded: see `Text`.
    private(set) var text: [UInt8] = []
    /// The same as printed, with the same offsets.
    private(set) var printed: [UInt8] = []
    private(set) var map = SourceMap()
    private(set) var blocks: [Block] = []
    /// For each element that holds blocks, the index of the element around it (-1 for the outermost).
    var parents: [Int] = [-1]
    /// Whether the element's id or class says that it holds an article.
    var isNamedContent: [Bool] = [false]
    var title = ""
    var metaTags: [(name: String, content: String)] = []

    let input: UnsafeBufferPointer<UInt8>
    let lineFeeds: LineFeeds
    let shape: TextShape
    /// Where the last line of the source begins in the text.
    private var lineStart = 0
    var open: [(element: Element, name: TagName, index: Int, cell: TableCell?)] = []
    var hiddenDepth = 0
    var hiddenName: TagName?
    var linkDepth = 0
    /// The link that is open, and where its label begins in the text.
    var link: (tag: HTMLTag, label: Int)?
    /// Where the original of the page stands, by links called 查看原文 and the like.
    private(set) var original = OriginalLink()
    var isInTitle = false
    var isInLinkedData = false
    var isInComment = false
    /// The cells of each table so far.
    var grids: [TableGrid] = []
    var tables: Int { grids.count }
    /// The cell of a table that is not written in HTML.
    var plainCell: TableCell?
    var blockStart = 0
    var blockLinkBytes = 0
    var pendingBlank = Blank.none

    enum Blank { case none, lineFeed, space }

    /// Nesting beyond this is an attack, not a page; deeper elements count as their ancestor.
    static let deepest = 400

    init(_ input: UnsafeBufferPointer<UInt8>, lineFeeds: LineFeeds, shape: TextShape = TextShape(), capacity: Int? = nil) {
        self.shape = shape
        self.input = input
        self.lineFeeds = lineFeeds
        text.reserveCapacity(capacity ?? input.count / 2 + 64)
    }

    /// Notes where a link leads whose label is text from an offset on.
    mutating func endLink() {
        linkDepth = 0
        guard let link else { return }
        self.link = nil
        original.note(label: text[min(link.label, text.count)...], address: { link.tag.attribute("href") })
    }

    /// Notes a link that is not written in HTML.
    mutating func noteLink(label: UnsafeBufferPointer<UInt8>, address: UnsafeBufferPointer<UInt8>) {
        original.note(label: Array(label)[...], address: { Array(address) })
    }

    // MARK: Text

    mutating func text(_ range: Range<Int>) {
        if isInLinkedData { return readLinkedData(range) }
        if hiddenDepth > 0, hiddenName?.is("script") == true { readScript(range) }
        guard hiddenDepth == 0 else { return }
        if isInTitle { title += String(decoding: input[range], as: UTF8.self) }
        var i = range.lowerBound
        while i < range.upperBound {
            let blank = Blanks.width(input, at: i, end: range.upperBound)
            if blank > 0 {
                if !Blanks.isInvisible(input, at: i) { addBlank(input[i]) }
                i += blank
                continue
            }
            if shape.hasPinyin, input[i] == UInt8(ascii: "("), pendingBlank == .none, followsCharacter,
                let pinyin = TextShape.pinyin(input, at: i)
            {
                i = pinyin.end
                continue
            }
            if shape.endsWithDots, input[i] == UInt8(ascii: "."), followsCharacter {
                widen("。", at: i)
                i += 1
                continue
            }
            if let wide = Punctuation.widened(input, at: i) {
                widen(wide, at: i)
                i += 1
                continue
            }
            let start = i
            i += 1
            i = endOfRun(from: i, to: range.upperBound)
            copy(input[start..<i], from: start..<i, copied: true)
        }
    }

    /// Where a run of bytes to copy ends, looked for sixteen bytes at a time.
    private func endOfRun(from start: Int, to end: Int) -> Int {
        var i = start
        while i < end {
            if i + 18 <= end {
                let places = Self.mayStop(UnsafeRawPointer(input.baseAddress! + i))
                if places[0] | places[1] == 0 {
                    i += 16
                    continue
                }
                let zeros = places[0] != 0 ? places[0].trailingZeroBitCount : 64 + places[1].trailingZeroBitCount
                i += zeros / 8
            }
            if stops(at: i, end: end) { return i }
            i += 1
        }
        return end
    }

    /// Of sixteen bytes those at which a blank or a mark to widen may begin, as bytes of ones.
    @inline(__always)
    private static func mayStop(_ p: UnsafeRawPointer) -> SIMD2<UInt64> {
        typealias Bytes = SIMD16<UInt8>
        func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }
        let here = p.loadUnaligned(as: Bytes.self), next = (p + 1).loadUnaligned(as: Bytes.self),
            third = (p + 2).loadUnaligned(as: Bytes.self)
        // Blanks, ! ( ) , : ; ?, that is ASCII below @ but for digits and signs.
        let ascii = (here .<= all(0x2C)) .| (here .== all(0x2E)) .| ((here &- all(0x3A)) .<= all(5)) .| (here .== all(0x7F))
        // U+3000 and U+FEFF; U+2000–U+200F, U+2028–U+202F and U+205F–U+206F, but not quotation marks and dashes.
        let wide = ((here .== all(0xE3)) .& (next .== all(0x80)) .& (third .== all(0x80))) .| ((here .== all(0xEF)) .& (next .== all(0xBB)))
        let general = (here .== all(0xE2)) .& (next .<= all(0x81)) .& ((third .<= all(0x8F)) .| (third .>= all(0x9F)))
        return unsafeBitCast(ascii .| wide .| general .| (here .== all(0xC2)), to: SIMD2<UInt64>.self)
    }

    /// Whether a run of bytes to copy ends before `i`.
    private func stops(at i: Int, end: Int) -> Bool {
        let byte = input[i]
        if Punctuation.mayWiden(byte) { return Punctuation.widened(input, at: i) != nil }
        if byte == UInt8(ascii: ".") { return shape.endsWithDots }
        return Blanks.mayBegin(byte) && Blanks.width(input, at: i, end: end) > 0
    }

    /// Writes an ASCII mark as its full-width form, and as itself into the printed text.
    private mutating func widen(_ wide: StaticString, at i: Int) {
        UnsafeBufferPointer(start: wide.utf8Start, count: 3).withMemoryRebound(to: UInt8.self) {
            copy($0[...], from: i..<i + 1, copied: false)
        }
        guard !isInTitle else { return }
        printed.replaceSubrange(printed.count - 3..<printed.count, with: [input[i], 0, 0])
    }

    mutating func text(_ bytes: [UInt8], from range: Range<Int>) {
        guard hiddenDepth == 0 else { return }
        if isInTitle { title += String(decoding: bytes, as: UTF8.self) }
        bytes.withUnsafeBufferPointer { buffer in
            if Blanks.width(buffer, at: 0, end: buffer.count) > 0 {
                if !Blanks.isInvisible(buffer, at: 0) { addBlank(buffer[0]) }
            } else {
                copy(buffer[...], from: range, copied: false)
            }
        }
    }

    private mutating func copy(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, from source: Range<Int>, copied: Bool) {
        if isInTitle { return }
        if text.count > blockStart, pendingBlank != .none, isBlankMeant(before: bytes) {
            map.add(text: text.count, source: source.lowerBound..<source.lowerBound, copied: false)
            text.append(0x20)
            printed.append(0x20)
        }
        pendingBlank = .none
        map.add(text: text.count, source: source, copied: copied)
        text += bytes
        printed += bytes
        if linkDepth > 0 { blockLinkBytes += bytes.count }
    }

    /// Whether a blank before some bytes parts words. Between Chinese characters a line feed does not; beside the digits of
    /// a date or a number (第 9 次, 1 月 7 日) and beside full-width marks no blank does.
    private func isBlankMeant(before next: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let n = text.count, first = next[next.startIndex]
        let areWide = isWide(text[n - 1]) && isWide(first)
        if areWide, pendingBlank == .lineFeed || shape.isSpacedOut { return false }
        let code = next.count >= 3 ? UInt32(first) << 16 | UInt32(next[next.startIndex + 1]) << 8 | UInt32(next[next.startIndex + 2]) : 0
        let last = n - blockStart >= 3 ? UInt32(text[n - 3]) << 16 | UInt32(text[n - 2]) << 8 | UInt32(text[n - 1]) : 0
        if Self.closing.contains(code) || Self.opening.contains(last) { return false }
        if text[n - 1].isASCIIDigit { return !Self.countWords.contains(code) && !(shape.isSpacedOut && isWide(first)) }
        if first.isASCIIDigit { return !Self.countWords.contains(last) && !(shape.isSpacedOut && isWide(text[n - 1])) }
        return true
    }

    private static func codes(_ characters: String) -> Set<UInt32> {
        Set(characters.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
    }
    private static let countWords = codes("年月日号次届第时分期季度项共名总")
    private static let closing = codes("，。、；》）”！？"), opening = codes("《（“")

    /// Whether the text so far ends with a Chinese character.
    private var followsCharacter: Bool {
        text.count - blockStart >= 3 && text[text.count - 3] >= 0xE4 && text[text.count - 3] <= 0xE9
    }

    /// Whether the line that ends here was cut in mid-sentence by a converter.
    private var isCutLine: Bool {
        guard let least = shape.cutWidth, text.count > lineStart else { return false }
        var width = 0
        for byte in text[lineStart...] where byte & 0xC0 != 0x80 { width += byte < 0x80 ? 1 : 2 }
        return width >= least && !Self.sentenceEnds.contains(text.suffix(3).reduce(0) { $0 << 8 | UInt32($1) })
    }
    private static let sentenceEnds = codes("。！？；：”）")

    /// Bytes of multi-byte characters; in Chinese reports nearly all of them are full-width.
    private func isWide(_ byte: UInt8) -> Bool { byte >= 0x80 }

    private mutating func addBlank(_ byte: UInt8) {
        let isLineFeed = byte == 0x0A || byte == 0x0D
        if isLineFeed, lineFeeds == .paragraph, !isInTitle, !isCutLine { return endBlock() }
        if isLineFeed { lineStart = text.count }
        // Blanks that indent the next line in the source are part of its line break.
        if isLineFeed, pendingBlank == .none { pendingBlank = .lineFeed }
        if !isLineFeed, byte != 0x20 || pendingBlank == .none { pendingBlank = .space }
    }

    /// Reads HTML of the same input into the same blocks. They are handed over and back: a copy for each line of a post
    /// would make its reading quadratic.
    mutating func read(_ part: UnsafeBufferPointer<UInt8>, from start: Int) {
        // Most lines hold no markup, and need no tokenizer, which costs as much as they do.
        if !part[start...].contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 == 0 || $0 == 0x0D }) {
            return text(start..<part.count)
        }
        var reader = BlockReader(input, lineFeeds: lineFeeds, shape: shape, capacity: 0)
        swap(&reader, &self)
        var tokenizer = HTMLTokenizer(part, from: start, sink: reader)
        reader = BlockReader(input, lineFeeds: lineFeeds, shape: shape, capacity: 0)
        tokenizer.run()
        self = tokenizer.sink
    }

    // MARK: Blocks

    mutating func endBlock(isHeading: Bool = false) {
        if text.count > blockStart {
            let cell = open.last { $0.cell != nil }?.cell ?? plainCell
            blocks.append(
                Block(
                    range: blockStart..<text.count, linkBytes: blockLinkBytes, isHeading: isHeading, cell: cell,
                    element: open.last?.index ?? 0, isComment: isInComment))
            text.append(0x0A)
            printed.append(0x0A)
        }
        blockStart = text.count
        lineStart = text.count
        blockLinkBytes = 0
        pendingBlank = .none
    }

    /// Ends the last block and drops what marks only its end.
    mutating func finish() { endBlock() }
}
