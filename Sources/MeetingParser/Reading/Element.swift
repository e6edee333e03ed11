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

    static func named(_ name: [UInt8]) -> Element { name.withUnsafeBufferPointer { named($0[...]) } }

    /// Looks a lower-case name up.
    static func named(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Element {
        for entry in known[bucket(name)] where entry.name.count == name.count && entry.name.elementsEqual(name) { return entry.element }
        return .inline
    }

    var breaksLines: Bool {
        switch self {
        case .lineBreak, .block, .paragraph, .heading, .listItem, .table, .row, .cell: true
        default: false
        }
    }

    private static func bucket(_ name: some BidirectionalCollection<UInt8>) -> Int {
        guard let first = name.first, let last = name.last else { return 0 }
        return (Int(first) &* 31 &+ Int(last) &* 7 &+ name.count &* 13) & 127
    }

    private static let known: [[(name: [UInt8], element: Element)]] = {
        let names: [(Element, String)] = [
            (.link, "a"), (.lineBreak, "br"), (.paragraph, "p"), (.listItem, "li dt dd"),
            (.heading, "h1 h2 h3 h4 h5 h6"), (.table, "table"), (.row, "tr"), (.cell, "td th"),
            (
                .block,
                """
                html body div section article main aside header footer nav ul ol dl blockquote pre form fieldset \
                center address figure figcaption hr thead tbody tfoot caption details summary hgroup
                """
            ),
            (.hidden, "template select option datalist object svg canvas audio video map button"),
            (.rawText, "style noscript iframe noembed noframes xmp textarea"), (.script, "script"), (.title, "title"),
            (.void, "img input link base area col embed param source track wbr"), (.meta, "meta"),
        ]
        var table = Array(repeating: [(name: [UInt8], element: Element)](), count: 128)
        for (element, list) in names {
            for name in list.utf8.split(separator: 0x20) { table[bucket(Array(name))].append((Array(name), element)) }
        }
        return table
    }()
}
