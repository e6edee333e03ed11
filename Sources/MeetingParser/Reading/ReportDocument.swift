/// A report as plain text: title, paragraphs and sentences, each with its place, and what its surroundings say of it.
final class ReportDocument {
    let source: DecodedSource
    private(set) var metadata: PageMetadata
    let frontMatter: FrontMatter
    private(set) var paragraphs: [Paragraph] = []
    /// Indices of the paragraphs that may bear a label of a form, by the label; see `FormLabel.key`.
    private(set) var formLines: [UInt64: [Int]] = [:]
    /// All lines of the page, those that are no part of the report too.
    private(set) var lines: [Text] = []
    /// Lines that a page keeps in comments; only bylines are read from them.
    private(set) var comments: [Text] = []
    /// Lines below the report that name its editors.
    private(set) var editorLines: [Text] = []
    /// The headline as printed on the page, where it stands there.
    private(set) var headline: Text?

    private let storage: UnsafeMutableBufferPointer<UInt8>
    /// Whether the report is printed in traditional characters.
    let isTraditional: Bool
    private let length: Int
    private let map: SourceMap
    private let bodyStart: Int
    private let memory: ContentsMemory
    /// What is known of the whole text: nothing.
    private let whole: Contents
    /// What keeps the text of a part.
    private let owner: ReportDocument?
    private var sentences = UnsafeMutableBufferPointer<Text>(start: nil, count: 0)

    /// Reads the bytes of a report; never fails.
    init(reading report: Report) {
        owner = nil
        source = TextDecoding.decode(report.bytes)
        frontMatter = FrontMatter(source.bytes)
        bodyStart = frontMatter.bodyStart
        let reader = Self.readBlocks(source.bytes, from: bodyStart, isMarkdown: report.isMarkdown)
        length = reader.text.count
        isTraditional = TraditionalScript.isTraditional(reader.text)
        memory = ContentsMemory(printedOffset: length)
        whole = memory.unknown()
        // Folded and printed text stand one behind the other.
        storage = .allocate(capacity: max(1, 2 * length))
        _ = UnsafeMutableBufferPointer(rebasing: storage[..<length]).initialize(from: reader.text)
        _ = UnsafeMutableBufferPointer(rebasing: storage[length..<2 * length]).initialize(from: reader.printed)
        if isTraditional { TraditionalScript.fold(UnsafeMutableBufferPointer(rebasing: storage[..<length])) }
        map = reader.map
        metadata = PageMetadata(
            frontMatter: frontMatter.values.merging(report.columns) { $1 }, metaTags: reader.metaTags, pageTitle: reader.title)
        metadata.url = metadata.url ?? reader.original.address
        let content = MainContent(blocks: reader.blocks, parents: reader.parents, isNamed: reader.isNamedContent)
        let main = content.select(in: text)
        arrange(reader.blocks, main, text, isFragment: reader.title.isEmpty && reader.metaTags.isEmpty && report.columns["title"] == nil)
    }

    /// A part of a report, which tells of a meeting of its own; it shares the text of the whole, and only the first part has
    /// the headline.
    init(_ part: Range<Int>, of whole: ReportDocument) {
        (source, frontMatter, map, bodyStart) = (whole.source, whole.frontMatter, whole.map, whole.bodyStart)
        (metadata, lines, comments, editorLines) = (whole.metadata, whole.lines, whole.comments, whole.editorLines)
        (storage, isTraditional, length, memory) = (whole.storage, whole.isTraditional, whole.length, whole.memory)
        (self.whole, sentences, owner) = (whole.whole, whole.sentences, whole)
        if part.lowerBound == 0 { headline = whole.headline } else { metadata.title = nil }
        paragraphs = Array(whole.paragraphs[part])
        for (i, paragraph) in paragraphs.enumerated() {
            if let key = FormLabel.key(of: paragraph.text) { formLines[key, default: []].append(i) }
        }
    }

    deinit {
        guard owner == nil else { return }
        storage.deallocate()
        sentences.deallocate()
    }

    /// The whole plain text.
    var text: Text {
        let base = UnsafePointer(storage.baseAddress!)
        return Text(base: base, start: 0, end: length, known: whole)
    }

    /// The headline: from the metadata, else as printed.
    var title: String {
        // Spelled out: debug builds of Swift 6.3.1 read `metadata.title ?? headline?.string ?? ""` wrongly where both are nil.
        if let title = metadata.title { return title }
        guard let headline else { return "" }
        return headline.string
    }

    /// Whether it is printed as minutes: its heading says so.
    var isMinutes: Bool {
        withText(title) { $0.contains(anyOf: ["纪要", "记录"]) }
            || paragraphs.prefix(4).contains { $0.text.count < 150 && $0.text.contains(anyOf: ["纪要", "会议记录"]) }
    }

    /// The place of a range of the plain text in the file as stored.
    func span(of range: Range<Int>) -> SourceSpan {
        let place = map.source(of: range)
        return SourceSpan(start: storedPlaces.file(of: place.lowerBound), end: storedPlaces.file(of: place.upperBound))
    }

    private lazy var storedPlaces = DecodedSource.StoredPlaces(source)

    private static func readBlocks(_ bytes: [UInt8], from start: Int, isMarkdown: Bool) -> BlockReader {
        bytes.withUnsafeBufferPointer { buffer in
            let isPage = hasBlockMarkup(buffer, from: start, isPost: isMarkdown || start > 0)
            let shape = TextShape(buffer, from: start, isPlain: !isPage)
            let reader = BlockReader(buffer, lineFeeds: isPage ? .blank : .paragraph, shape: shape)
            if !isPage, isMarkdown || start > 0 {
                var markdown = MarkdownReader(buffer, from: start, blocks: reader)
                markdown.run()
                return markdown.blocks
            }
            var tokenizer = HTMLTokenizer(buffer, from: start, sink: reader)
            tokenizer.run()
            tokenizer.sink.finish()
            return tokenizer.sink
        }
    }

    /// Whether the body is HTML: it has an element that makes paragraphs. A post in Markdown may hold a few of them, above
    /// all `<br>`; it is a page where they are more than its blank lines and list items, and it begins with no heading.
    private static func hasBlockMarkup(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isPost: Bool) -> Bool {
        if isPost, let first = bytes[start...].first(where: { !$0.isHTMLSpace }), first == UInt8(ascii: "#") { return false }
        var i = start, blocks = 0, marks = 0
        while i + 2 < bytes.count {
            // Nearly all bytes are of Chinese characters.
            if bytes[i] > UInt8(ascii: "<") {
                i += 1
                continue
            }
            if bytes[i] == UInt8(ascii: "<"), bytes[i + 1].isASCIILetter {
                var end = i + 1
                while end < bytes.count, end - i < 12, bytes[end].isASCIILetter || bytes[end].isASCIIDigit { end += 1 }
                let element = Element.named(TagName(bytes, i + 1..<end))
                if element.breaksLines, !isPost { return true }
                if element.breaksLines, element != .lineBreak { blocks += 1 }
            } else if isPost, bytes[i] == 0x0A, beginsBlock(bytes[i + 1]) {
                marks += 1
            }
            i += 1
        }
        return blocks > marks
    }

    /// Whether a line of Markdown is blank, a heading or an item of a list, by its first byte.
    private static func beginsBlock(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A, 0x0D, UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "*"): true
        default: false
        }
    }

    // MARK: From blocks to the report

    /// Sorts a page's blocks into headline, paragraphs, facts about the report, and the rest.
    private func arrange(_ blocks: [Block], _ main: [Int], _ text: Text, isFragment: Bool) {
        let scanner = LineScanner(memory)
        var found: [Text] = [], ends = [0]
        // A sentence has some two hundred bytes.
        found.reserveCapacity(length / 128 + blocks.count)
        ends.reserveCapacity(blocks.count + 1)
        lines.reserveCapacity(blocks.count)
        for block in blocks {
            lines.append(scanner.scan(text[block.range], into: &found))
            ends.append(found.count)
        }
        sentences = .allocate(capacity: max(1, found.count))
        _ = sentences.initialize(from: found)
        let sentences = UnsafeBufferPointer(self.sentences)
        let first = main.first { blocks[$0].isComment == false } ?? blocks.count
        for line in lines[..<min(first, blocks.count)] where Furniture.isInfoLine(line) || Furniture.isIndexLine(line) {
            metadata.read(line: line)
            if line.contains(anyOf: ["记者", "通讯员", "作者：", "作者:"]) { editorLines.append(line) }
        }
        if metadata.title == nil {
            // A page without a title still prints its headline above the text.
            let above = blocks.indices.prefix(first).filter { i in
                let block = blocks[i], line = lines[i]
                return line.count >= 12 && line.count < 300 && block.linkBytes * 2 < line.count && !line.contains("。")
                    && !Furniture.isInfoLine(line) && !Furniture.isBreadcrumb(line) && !Furniture.isCaption(line)
            }
            if let block = above.first(where: { blocks[$0].isHeading }) ?? above.last { headline = lines[block] }
        }
        if !isFragment, let title = metadata.title {
            headline = withText(title) { title in
                lines.first { $0.count < 1500 && Self.isTitle($0, title[0..<1500]) }
            }
        }
        var kept: [Int] = []
        for index in main {
            let block = blocks[index], line = lines[index]
            if block.isComment {
                comments.append(line)
            } else if isHeadline(line, block, isFirst: kept.isEmpty) {
                headline = headline ?? line
            } else if block.cell == nil ? Furniture.isInfoLine(line) : Furniture.isStamp(line), !isOfForm(index, kept) {
                metadata.read(line: line)
                // （来源：… 记者：X 编辑：Y）
                if line.contains(anyOf: ["记者", "通讯员", "编辑", "作者："]) || line.contains("作者:") { editorLines.append(line) }
            } else if Bylines.isEditorLine(line) {
                editorLines.append(line)
            } else if Furniture.endsReport(line), isAhead(of: index, kept, lines, main) {
                // What stood so far was the page's head: its report begins below.
                kept.removeAll()
            } else if !kept.isEmpty, Furniture.endsReport(line) || beginsSecondReport(line, &kept, lines) {
                break
            } else if !Furniture.isCaption(line), !Furniture.isStyle(line), !Furniture.isBreadcrumb(line), block.linkBytes * 2 < line.count
            {
                kept.append(index)
            }
        }
        if editorLines.isEmpty { editorLines = lines.filter { Bylines.isEditorLine($0) } }
        let layout = Self.layoutTables(kept.map { (blocks[$0], lines[$0]) })
        paragraphs = kept.map { index in
            var block = blocks[index]
            if let cell = block.cell, layout.contains(cell.table) { block.cell = nil }
            return Paragraph(block, lines[index], UnsafeBufferPointer(rebasing: sentences[ends[index]..<ends[index + 1]]))
        }
        for (i, paragraph) in paragraphs.enumerated() {
            if let key = FormLabel.key(of: paragraph.text) { formLines[key, default: []].append(i) }
        }
    }

    /// 时间：2026年5月27日 among the labels of minutes, or the value of a label on the line before, tells of the meeting.
    private func isOfForm(_ index: Int, _ kept: [Int]) -> Bool {
        if let last = kept.last, FormLabel.isTime(lines[last]) { return true }
        guard FormLabel.isTime(lines[index].upTo(lines[index].find(anyOf: ["：", ":"])?.at ?? lines[index].start)) else { return false }
        return lines[(index + 1)...].prefix(4).contains(where: FormLabel.isOfMinutes)
            || lines[max(0, index - 3)..<index].contains(where: { FormLabel.isOfMinutes($0) || $0.contains(anyOf: ["纪要", "会议记录"]) })
    }

    /// Tables that only place text on the page: a cell of theirs holds prose.
    private static func layoutTables(_ blocks: [(block: Block, line: Text)]) -> Set<Int> {
        Set(
            blocks.compactMap { block, line in
                block.cell.flatMap { line.contains("。") || line.count > 240 ? $0.table : nil }
            })
    }

    /// The first line of a fragment, or a line that repeats the title of the page.
    private func isHeadline(_ line: Text, _ block: Block, isFirst: Bool) -> Bool {
        if let title = metadata.title { return line.count < 1500 && withText(title) { Self.isTitle(line, $0[0..<1500]) } }
        // menu, 03-18: what holds no Chinese character is of the page.
        guard isFirst, headline == nil, line.count < 300, line.holdsHan, !Furniture.isStyle(line), !Furniture.isInfoLine(line),
            !Furniture.isBreadcrumb(line), !FormLabel.isOfMinutes(line), FormLabel.value(of: line, FormLabel.timeLabels) == nil
        else { return false }
        return block.isHeading || line.length >= 2 && !line.contains("。")
    }

    private static func isTitle(_ line: Text, _ title: Text) -> Bool {
        let line = line.droppingPrefix("原标题：")?.trimmed ?? line
        if line.count >= 12, title.split([" "]).contains(where: { $0 == line }) { return true }
        return !line.isEmpty && line.count >= 9
            && (line == title || title.hasPrefix(line) && line.count * 3 > title.count
                || line.hasPrefix(title) && title.count >= 18 && line.count < title.count + 60)
    }

    /// Whether the only report of the page, with its dateline, begins behind a line.
    private func isAhead(of index: Int, _ kept: [Int], _ lines: [Text], _ main: some Sequence<Int>) -> Bool {
        !kept.contains { Furniture.beginsReport(lines[$0]) || lines[$0].contains("召开") && lines[$0].contains("。") }
            && main.contains { $0 > index && Furniture.beginsReport(lines[$0]) }
    }

    /// Whether a line is part of a report already: a remark of the newspaper (版权声明, a caption) is not.
    private func isProse(_ line: Text) -> Bool {
        line.contains("。") && line.count >= 120 && !line.contains(anyOf: ["版权", "订阅", "客户端", "扫码", "微博"])
    }

    private func beginsSecondReport(_ line: Text, _ kept: inout [Int], _ lines: [Text]) -> Bool {
        guard Furniture.beginsReport(line), kept.contains(where: { isProse(lines[$0]) }) else { return false }
        // The line before it is the second report's headline.
        if let last = kept.last, !lines[last].contains("。"), lines[last].count < 150 { kept.removeLast() }
        return true
    }
}

extension Text {
    fileprivate func hasPrefix(_ other: Text) -> Bool { has(other, at: start) }
}
