extension BlockReader {
    mutating func startTag(_ tag: HTMLTag, at range: Range<Int>) -> ContentModel {
        let element = Element.named(tag.name)
        // <p> ends where the next block begins, whether or not it says so.
        if hiddenDepth == 1, let hidden = hiddenName, hidden.is("p"), element.breaksLines, element != .lineBreak { hiddenDepth = 0 }
        if hiddenDepth > 0 {
            if hiddenName.map({ $0 == tag.name }) == true, !tag.isSelfClosing { hiddenDepth += 1 }
            return element == .script ? .scriptData : element == .rawText ? .rawtext : .data
        }
        switch element {
        case .title:
            isInTitle = title.isEmpty
            return .rcdata
        case .rawText, .script:
            hide(tag.name)
            isInLinkedData = tag.withValue(of: "type") { TagName($0).is("application/ld+json") } == true
            return element == .script ? .scriptData : .rawtext
        case .hidden: hide(tag.name)
        case .meta: readMeta(tag)
        case .void, .inline, .link:
            if element == .link { (linkDepth, link) = (1, (tag, text.count)) }
            if element == .inline, isHidden(tag) { hide(tag.name) }
            if tag.name.is("time"), let time = tag.attribute("datetime") {
                metaTags.append(("time", String(decoding: time, as: UTF8.self)))
            }
        case .lineBreak: endBlock(isHeading: isInHeading)
        default: openBlock(element, tag)
        }
        return .data
    }

    private mutating func hide(_ name: TagName) {
        hiddenDepth = 1
        hiddenName = name
    }

    private func isHidden(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty, !tag.isSelfClosing else { return false }
        if tag.has("hidden") { return true }
        // WeChat serves the article hidden, and a script shows it.
        if tag.withValue(of: "id", { TagName($0).is("js_content") }) == true { return false }
        return tag.withValue(of: "style", Self.hides) == true
    }

    /// Whether a style holds `display:none` or `visibility:hidden`, in any case and however spaced.
    private static func hides(_ style: UnsafeBufferPointer<UInt8>) -> Bool {
        // Both words have a letter that is rare in styles.
        guard style.holds(UInt8(ascii: "y")) || style.holds(UInt8(ascii: "Y")) else { return false }
        for i in 0..<style.count {
            let letter = style[i] | 0x20
            guard letter == UInt8(ascii: "d") || letter == UInt8(ascii: "v") else { continue }
            if holds("display:none", at: i, in: style) || holds("visibility:hidden", at: i, in: style) { return true }
        }
        return false
    }

    private static func holds(_ declaration: StaticString, at start: Int, in style: UnsafeBufferPointer<UInt8>) -> Bool {
        let n = declaration.utf8CodeUnitCount
        var i = start, matched = 0
        while i < style.count, matched < n, style[i] <= 0x20 || style[i].lowercased == declaration.utf8Start[matched] {
            if style[i] > 0x20 { matched += 1 }
            i += 1
        }
        return matched == n
    }

    /// The number of the innermost table that is open.
    private var openTable: Int? { open.last { $0.element == .table }?.cell?.table }

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
            grids.append(TableGrid())
        case .row:
            if let table = openTable { grids[table].beginRow() }
        case .cell:
            if let table = openTable {
                let rows = tag.span("rowspan"), place = grids[table].place(rows: rows, columns: tag.span("colspan"))
                cell = TableCell(table: table, row: place.row, column: place.column, rows: rows, isHeader: tag.name.is("th"))
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

    mutating func endTag(_ name: TagName, at range: Range<Int>) {
        if hiddenDepth > 0 {
            if hiddenName.map({ $0 == name }) == true {
                hiddenDepth -= 1
                isInLinkedData = false
            }
            return
        }
        let element = Element.named(name)
        switch element {
        case .title: isInTitle = false
        case .link: endLink()
        case .lineBreak: endBlock()
        // What stands behind a stray `</body>` or `</html>` still belongs to the page.
        case .block where name.is("body") || name.is("html"): endBlock()
        case .block, .paragraph, .heading, .listItem, .table, .row, .cell:
            endBlock(isHeading: isInHeading)
            closeElement(name, element)
        default: break
        }
    }

    private mutating func closeElement(_ name: TagName, _ element: Element) {
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
    mutating func readLinkedData(_ range: Range<Int>) {
        for (name, content) in LinkedData.facts(input[range]) { metaTags.append((name, content)) }
    }

    /// WeChat writes the day of publication into a script: `createTime = '2023-12-20 17:42'`, else `ct = "1703065320"`.
    mutating func readScript(_ range: Range<Int>) {
        let script = Text(base: input.baseAddress!, start: range.lowerBound, end: range.upperBound)
        guard metaTags.count < 200, let at = script.find("createTime = '") else { return }
        let value = script.from(at + 14)
        guard let end = value.find("'"), end - value.start < 40 else { return }
        metaTags.append(("pubdate", value.upTo(end).string))
    }

    // MARK: Comments

    /// Sina keeps lines that it replaced by advertisements in `<!--article_adlist[…]article_adlist-->`.
    mutating func comment(_ bytes: [UInt8], at range: Range<Int>) {
        guard hiddenDepth == 0, !isInComment, bytes.starts(with: "article_adlist[".utf8) else { return }
        endBlock()
        isInComment = true
        var end = max(range.lowerBound, range.upperBound - 15)
        // The plain text is UTF-8 throughout: no character is cut.
        while end > range.lowerBound, input[end] & 0xC0 == 0x80 { end -= 1 }
        let inner = UnsafeBufferPointer(rebasing: input[..<end])
        read(inner, from: range.lowerBound + 15)
        endBlock()
        isInComment = false
    }
}
