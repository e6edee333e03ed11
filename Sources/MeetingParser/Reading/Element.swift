/// What the reader of blocks must know of an HTML element.
enum Element: Sendable {
    /// Part of a line.
    case inline
    case link
    case lineBreak
    /// Begins and ends a paragraph.
    case block
    case paragraph
    case heading
    case listItem
    case table, row, cell
    /// Gives no text.
    case hidden
    /// Gives no text, and markup within it is text.
    case rawText, script
    case title
    /// Has no content.
    case void, meta

    /// Looks a name up, in any case.
    static func named(_ name: TagName) -> Element {
        let known = known
        var i = name.bucket(buckets)
        while let entry = known[i] {
            if name == entry.name { return entry.element }
            i = (i + 1) & (buckets - 1)
        }
        return .inline
    }

    var breaksLines: Bool {
        switch self {
        case .lineBreak, .block, .paragraph, .heading, .listItem, .table, .row, .cell: true
        default: false
        }
    }

    private static let buckets = 512

    /// The names, each in its bucket or the next free one; made once.
    nonisolated(unsafe) private static let known: UnsafeMutablePointer<(name: TagName, element: Element)?> = {
        let names: [(Element, [StaticString])] = [
            (.link, ["a"]), (.lineBreak, ["br"]), (.paragraph, ["p"]), (.listItem, ["li", "dt", "dd"]),
            (.heading, ["h1", "h2", "h3", "h4", "h5", "h6"]), (.table, ["table"]), (.row, ["tr"]), (.cell, ["td", "th"]),
            (
                .block,
                [
                    "html", "body", "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "dl",
                    "blockquote", "pre", "form", "fieldset", "center", "address", "figure", "figcaption", "hr", "thead", "tbody",
                    "tfoot", "caption", "details", "summary", "hgroup",
                ]
            ),
            (.hidden, ["template", "select", "option", "datalist", "object", "svg", "canvas", "audio", "video", "map", "button"]),
            (.rawText, ["style", "noscript", "iframe", "noembed", "noframes", "xmp", "textarea"]), (.script, ["script"]),
            (.title, ["title"]), (.void, ["img", "input", "link", "base", "area", "col", "embed", "param", "source", "track", "wbr"]),
            (.meta, ["meta"]),
        ]
        let table = UnsafeMutablePointer<(name: TagName, element: Element)?>.allocate(capacity: buckets)
        table.initialize(repeating: nil, count: buckets)
        for (element, list) in names {
            for word in list {
                let name = TagName(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
                var i = name.bucket(buckets)
                while table[i] != nil { i = (i + 1) & (buckets - 1) }
                table[i] = (name, element)
            }
        }
        return table
    }()
}
