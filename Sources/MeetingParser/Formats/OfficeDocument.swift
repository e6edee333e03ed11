/// The text of an office document as HTML: paragraphs, headings, numbers of lists, tables.
///
/// WordprocessingML (ECMA-376, part 1, chapter 17) and OpenDocument text (ISO 26300) name the same things differently.
package struct OfficeDocument: XMLHandler {
    package private(set) var html: [UInt8] = Array("<html><body>".utf8)
    private var numbering = OfficeNumbering()
    private var paragraph: Paragraph?
    /// Elements open whose text is none of the report's: fallbacks, deleted passages, notes.
    private var hidden = 0
    /// Elements open whose text is printed: `w:t`, in OpenDocument every paragraph.
    private var printed = 0

    private struct Paragraph {
        var text: [UInt8] = []
        var isHeading = false
        var list: String?
        var level = 0
    }

    /// Reads `word/document.xml`, with `word/numbering.xml` where there is one.
    package static func word(_ document: [UInt8], numbering: [UInt8]?) -> [UInt8] {
        var empty = OfficeDocument()
        if let numbering { empty.numbering = .read(numbering) }
        return XMLParts.read(document, by: empty).closed
    }

    /// Reads the `content.xml` of OpenDocument.
    package static func openDocument(_ content: [UInt8]) -> [UInt8] { XMLParts.read(content, by: OfficeDocument()).closed }

    private var closed: [UInt8] { html + Array("</body></html>".utf8) }

    private static let hiddenNames: Set<String> = [
        "mc:fallback", "w:del", "w:instrtext", "text:tracked-changes", "office:annotation", "text:note", "office:forms",
    ]
    private static let tables = [
        "w:tbl": "table", "w:tr": "tr", "w:tc": "td", "table:table": "table", "table:table-row": "tr", "table:table-cell": "td",
    ]

    mutating func start(_ name: String, _ element: XMLElement) {
        if Self.hiddenNames.contains(name) { hidden += 1 }
        guard hidden == 0 else { return }
        if let tag = Self.tables[name] {
            endParagraph()
            return html += Array("<\(tag)>".utf8)
        }
        switch name {
        case "w:p", "text:p", "text:h":
            endParagraph()
            paragraph = Paragraph(isHeading: name == "text:h")
            if name != "w:p" { printed += 1 }
        case "w:t": printed += 1
        case "w:pstyle": paragraph?.isHeading = Self.isHeading(element.attribute("w:val") ?? "")
        case "w:outlinelvl": paragraph?.isHeading = true
        case "w:ilvl": paragraph?.level = Int(element.attribute("w:val") ?? "") ?? 0
        case "w:numid": paragraph?.list = element.attribute("w:val")
        case "w:tab", "text:tab", "text:s": paragraph?.text.append(0x20)
        case "w:br", "w:cr", "text:line-break": paragraph?.text += Array("<br>".utf8)
        default: break
        }
    }

    mutating func end(_ name: String, at range: Range<Int>) {
        if Self.hiddenNames.contains(name) {
            hidden = max(0, hidden - 1)
            return
        }
        guard hidden == 0 else { return }
        if let tag = Self.tables[name] {
            endParagraph()
            return html += Array("</\(tag)>".utf8)
        }
        switch name {
        case "w:p": endParagraph()
        case "text:p", "text:h":
            endParagraph()
            printed = max(0, printed - 1)
        case "w:t": printed = max(0, printed - 1)
        default: break
        }
    }

    mutating func text(_ bytes: [UInt8]) {
        guard printed > 0, hidden == 0, paragraph != nil else { return }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): paragraph!.text += Array("&lt;".utf8)
            case UInt8(ascii: "&"): paragraph!.text += Array("&amp;".utf8)
            default: paragraph!.text.append(byte)
            }
        }
    }

    private mutating func endParagraph() {
        guard let done = paragraph else { return }
        paragraph = nil
        guard done.text.contains(where: { $0 > 0x20 }) else { return }
        let label = done.list.map { numbering.label(list: $0, level: done.level) } ?? ""
        let tag = done.isHeading ? "h2" : "p"
        html += Array("<\(tag)>\(label)".utf8) + done.text + Array("</\(tag)>\n".utf8)
    }

    private static func isHeading(_ style: String) -> Bool {
        ["title", "subtitle"].contains(style.lowercased()) || style.lowercased().hasPrefix("heading") || ["1", "2", "3"].contains(style)
    }
}
