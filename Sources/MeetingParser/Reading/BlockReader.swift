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
    private(set) var parents: [Int] = [-1]
    /// Whether the element's id or class says that it holds an article.
    private(set) var isNamedContent: [Bool] = [false]
    private(set) var title = ""
    private(set) var metaTags: [(name: String, content: String)] = []

    private let input: UnsafeBufferPointer<UInt8>
    private let lineFeeds: LineFeeds
    private var open: [(element: Element, name: [UInt8], index: Int, cell: TableCell?)] = []
    private var hiddenDepth = 0
    private var hiddenName: [UInt8] = []
    private var linkDepth = 0
    private var isInTitle = false
    private var isInLinkedData = false
    private var isInComment = false
    private var tables = 0
    private var blockStart = 0
    private var blockLinkBytes = 0
    private var pendingBlank = Blank.none

    private enum Blank { case none, lineFeed, space }

    /// Nesting beyond this is an attack, not a page; deeper elements count as their ancestor.
    private static let deepest = 400

    init(_ input: UnsafeBufferPointer<UInt8>, lineFeeds: LineFeeds) {
        self.input = input
        self.lineFeeds = lineFeeds
        text.reserveCapacity(input.count / 2 + 64)
    }

    // MARK: Text

    mutating func text(_ range: Range<Int>) {
        if isInLinkedData { return readLinkedData(range) }
        guard hiddenDepth == 0 else { return }
        if isInTitle { title += String(decoding: input[range], as: UTF8.self) }
        var i = range.lowerBound
        while i < range.upperBound {
            let blank = Blanks.width(input, at: i, end: range.upperBound)
            if blank > 0 {
                addBlank(input[i])
                i += blank
                continue
            }
            if let wide = Punctuation.widened(input, at: i) {
                widen(wide, at: i)
                i += 1
                continue
            }
            let start = i
            i += 1
            while i < range.upperBound, !stops(at: i, end: range.upperBound) { i += 1 }
            copy(input[start..<i], from: start..<i, copied: true)
        }
    }

    /// Whether a run of bytes to copy ends before `i`.
    private func stops(at i: Int, end: Int) -> Bool {
        let byte = input[i]
        if Punctuation.mayWiden(byte) { return Punctuation.widened(input, at: i) != nil }
        return Blanks.mayBegin(byte) && Blanks.width(input, at: i, end: end) > 0
    }

    /// Writes an ASCII mark as its full-width form, and as itself into the printed text.
    private mutating func widen(_ wide: StaticString, at i: Int) {
        UnsafeBufferPointer(start: wide.utf8Start, count: 3).withMemoryRebound(to: UInt8.self) {
            copy($0[...], from: i..<i + 1, copied: false)
        }
        guard printed.count == text.count, printed.count >= 3 else { return }
        printed.replaceSubrange(printed.count - 3..<printed.count, with: [input[i], 0, 0])
    }

    mutating func text(_ bytes: [UInt8], from range: Range<Int>) {
        guard hiddenDepth == 0 else { return }
        if isInTitle { title += String(decoding: bytes, as: UTF8.self) }
        bytes.withUnsafeBufferPointer { buffer in
            if Blanks.width(buffer, at: 0, end: buffer.count) > 0 {
                addBlank(buffer[0])
            } else {
                copy(buffer[...], from: range, copied: false)
            }
        }
    }

    private mutating func copy(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, from source: Range<Int>, copied: Bool) {
        if isInTitle { return }
        if text.count > blockStart, pendingBlank != .none,
            pendingBlank == .space || !isWide(text[text.count - 1]) || !isWide(bytes[bytes.startIndex])
        {
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

    /// Bytes of multi-byte characters; in Chinese reports nearly all of them are full-width.
    private func isWide(_ byte: UInt8) -> Bool { byte >= 0x80 }

    private mutating func addBlank(_ byte: UInt8) {
        let isLineFeed = byte == 0x0A || byte == 0x0D
        if isLineFeed, lineFeeds == .paragraph, !isInTitle { return endBlock() }
        // Blanks that indent the next line in the source are part of its line break.
        if isLineFeed, pendingBlank == .none { pendingBlank = .lineFeed }
        if !isLineFeed, byte != 0x20 || pendingBlank == .none { pendingBlank = .space }
    }

    // MARK: Blocks

    private mutating func endBlock(isHeading: Bool = false) {
        if text.count > blockStart {
            let cell = open.last { $0.cell != nil }?.cell
            blocks.append(
                Block(
                    range: blockStart..<text.count, linkBytes: blockLinkBytes, isHeading: isHeading, cell: cell,
                    element: open.last?.index ?? 0, isComment: isInComment))
            text.append(0x0A)
            printed.append(0x0A)
        }
        blockStart = text.count
        blockLinkBytes = 0
        pendingBlank = .none
    }

    /// Ends the last block and drops what marks only its end.
    mutating func finish() { endBlock() }

    // MARK: Tags

    mutating func startTag(_ tag: HTMLTag, at range: Range<Int>) -> ContentModel {
        let element = Element.named(tag.name)
        if hiddenDepth > 0 {
            if tag.name == hiddenName, !tag.isSelfClosing { hiddenDepth += 1 }
            return element == .script ? .scriptData : element == .rawText ? .rawtext : .data
        }
        switch element {
        case .title:
            isInTitle = title.isEmpty
            return .rcdata
        case .rawText, .script:
            hide(tag.name)
            isInLinkedData = tag.attribute("type")?.map(\.lowercased).is("application/ld+json") == true
            return element == .script ? .scriptData : .rawtext
        case .hidden: hide(tag.name)
        case .meta: readMeta(tag)
        case .void, .inline, .link:
            if element == .link { linkDepth = 1 }
            if element == .inline, isHidden(tag) { hide(tag.name) }
            if tag.name.is("time"), let time = tag.attribute("datetime") {
                metaTags.append(("time", String(decoding: time, as: UTF8.self)))
            }
        case .lineBreak: endBlock(isHeading: isInHeading)
        default: openBlock(element, tag)
        }
        return .data
    }

    private mutating func hide(_ name: [UInt8]) {
        hiddenDepth = 1
        hiddenName = name
    }

    private func isHidden(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty, !tag.isSelfClosing else { return false }
        if tag.attribute("hidden") != nil { return true }
        guard let style = tag.attribute("style") else { return false }
        let compact = style.filter { $0 > 0x20 }.map(\.lowercased)
        return compact.contains(StaticString("display:none")) || compact.contains(StaticString("visibility:hidden"))
    }

    private var isInHeading: Bool { open.contains { $0.element == .heading } }

    private mutating func openBlock(_ element: Element, _ tag: HTMLTag) {
        endBlock(isHeading: isInHeading)
        closeImplied(by: element)
        if isHidden(tag) { return hide(tag.name) }
        linkDepth = 0
        guard open.count < Self.deepest, !tag.name.is("hr") else { return }
        var cell: TableCell?
        switch element {
        case .table:
            cell = TableCell(table: tables, row: -1, column: -1, isHeader: false)
            tables += 1
        case .row:
            if let t = open.lastIndex(where: { $0.element == .table }) {
                open[t].cell?.row += 1
                open[t].cell?.column = -1
            }
        case .cell:
            if let t = open.lastIndex(where: { $0.element == .table }) {
                open[t].cell?.column += 1
                cell = open[t].cell
                cell?.isHeader = tag.name.is("th")
            }
        default: break
        }
        let around = open.last?.index ?? 0
        if element == .paragraph || element == .heading {
            return open.append((element, tag.name, around, nil))
        }
        parents.append(around)
        isNamedContent.append(ContentNames.match(tag))
        open.append((element, tag.name, parents.count - 1, cell))
    }

    /// A start tag ends what it cannot stand in: `<p>` another `<p>`, `<td>` another `<td>` …
    private mutating func closeImplied(by element: Element) {
        switch element {
        case .row: close(within: .table) { $0 == .row }
        case .cell: close(within: .row) { $0 == .cell }
        case .listItem: close(within: .block) { $0 == .listItem }
        default: break
        }
        if open.last?.element == .paragraph || open.last?.element == .heading { open.removeLast() }
    }

    private mutating func close(within outer: Element, _ matches: (Element) -> Bool) {
        var i = open.count - 1
        while i >= 0, open[i].element != outer, open[i].element != .table {
            if matches(open[i].element) { return open.removeSubrange(i...) }
            i -= 1
        }
    }

    mutating func endTag(_ name: [UInt8], at range: Range<Int>) {
        if hiddenDepth > 0 {
            if name == hiddenName {
                hiddenDepth -= 1
                isInLinkedData = false
            }
            return
        }
        let element = Element.named(name)
        switch element {
        case .title: isInTitle = false
        case .link: linkDepth = 0
        case .lineBreak: endBlock()
        // What stands behind a stray `</body>` or `</html>` still belongs to the page.
        case .block where name.is("body") || name.is("html"): endBlock()
        case .block, .paragraph, .heading, .listItem, .table, .row, .cell:
            endBlock(isHeading: isInHeading)
            closeElement(name, element)
        default: break
        }
    }

    private mutating func closeElement(_ name: [UInt8], _ element: Element) {
        var i = open.count - 1
        while i >= 0 {
            if open[i].name == name { return open.removeSubrange(i...) }
            // `</div>` in a cell does not end a `<div>` around the table.
            if open[i].element == .cell, element != .table, element != .row { return }
            i -= 1
        }
    }

    private mutating func readMeta(_ tag: HTMLTag) {
        guard let content = tag.attribute("content"), metaTags.count < 200,
            let name = tag.attribute("name") ?? tag.attribute("property") ?? tag.attribute("itemprop")
        else { return }
        metaTags.append(
            (String(decoding: name, as: UTF8.self).lowercased(), String(decoding: content, as: UTF8.self)))
    }

    mutating func doctype(_ doctype: HTMLDoctype) {}

    /// The facts of a JSON-LD script (schema.org Article), as if they were `<meta>` tags.
    private mutating func readLinkedData(_ range: Range<Int>) {
        for (name, content) in LinkedData.facts(input[range]) { metaTags.append((name, content)) }
    }

    // MARK: Comments

    /// Sina keeps lines that it replaced by advertisements in `<!--article_adlist[…]article_adlist-->`.
    mutating func comment(_ bytes: [UInt8], at range: Range<Int>) {
        guard hiddenDepth == 0, !isInComment, bytes.starts(with: "article_adlist[".utf8) else { return }
        endBlock()
        isInComment = true
        let inner = UnsafeBufferPointer(rebasing: input[..<max(range.lowerBound, range.upperBound - 15)])
        var tokenizer = HTMLTokenizer(inner, from: range.lowerBound + 15, sink: self)
        tokenizer.run()
        self = tokenizer.sink
        endBlock()
        isInComment = false
    }
}
