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

    static func named(_ name: [UInt8]) -> Element { elements[key(name[...])] ?? .inline }

    var breaksLines: Bool {
        switch self {
        case .lineBreak, .block, .paragraph, .heading, .listItem, .table, .row, .cell: true
        default: false
        }
    }

    /// Element names are short: up to ten bytes fit into a number that hashes fast.
    private static func key(_ name: ArraySlice<UInt8>) -> UInt128 {
        name.count > 16 ? 0 : name.reduce(0) { $0 << 8 | UInt128($1) }
    }

    private static let elements: [UInt128: Element] = {
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
        var table: [UInt128: Element] = [:]
        for (element, list) in names {
            for name in list.utf8.split(separator: 0x20) { table[key(Array(name)[...])] = element }
        }
        return table
    }()
}
