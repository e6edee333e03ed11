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
        var i = bucket(name)
        while let entry = known[i] {
            if name.is(entry.name) { return entry.element }
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
    private static func bucket(_ name: TagName) -> Int {
        (Int(name.first) &* 31 &+ Int(name.last) &* 7 &+ name.count &* 13) & (buckets - 1)
    }

    /// The names, each in its bucket or the next free one.
    private static let known: [(name: StaticString, element: Element)?] = {
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
        var table: [(name: StaticString, element: Element)?] = Array(repeating: nil, count: buckets)
        for (element, list) in names {
            for name in list {
                var i = bucket(TagName(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)))
                while table[i] != nil { i = (i + 1) & (buckets - 1) }
                table[i] = (name, element)
            }
        }
        return table
    }()
}
