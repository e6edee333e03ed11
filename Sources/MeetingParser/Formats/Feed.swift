/// The items of an RSS 2.0, RSS 1.0 or Atom (RFC 4287) feed.
package struct Feed: XMLHandler {
    /// Elements of an item by their names, in lower case: text as a reader sees it, of nested markup the markup.
    package typealias Item = [String: String]

    package private(set) var items: [Item] = []
    private let document: [UInt8]
    private var item: Item?
    private var field: Field?
    /// Elements open within the field.
    private var depth = 0

    private struct Field {
        var name: String
        var text: [UInt8] = []
        var start: Int
        var holdsElements = false
    }

    /// Whether a document begins as a feed.
    package static func begins(_ head: some Sequence<UInt8>) -> Bool {
        // Its first printed ASCII character tells that nearly all reports are none.
        guard head.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") else { return false }
        let head = String(decoding: Array(head), as: UTF8.self)
        guard head.drop(while: { $0.isWhitespace || $0 == "\u{FEFF}" }).hasPrefix("<") else { return false }
        return head.contains("<rss") || head.contains("<rdf:RDF")
            || head.contains("<feed") && head.contains("http://www.w3.org/2005/Atom")
    }

    package init(_ document: [UInt8]) {
        let document = TextDecoding.decode(document).bytes
        self = XMLParts.read(document, by: Feed(unread: document))
    }

    private init(unread document: [UInt8]) { self.document = document }

    mutating func start(_ name: String, _ element: XMLElement) {
        if field != nil {
            depth += 1
            field!.holdsElements = true
        } else if item != nil {
            // Atom: <link rel="alternate" href="…"/>
            if name == "link", let address = element.attribute("href"), (element.attribute("rel") ?? "alternate") == "alternate" {
                item!["link"] = item!["link"] ?? address
            }
            field = Field(name: name, start: element.range.upperBound)
        } else if name == "item" || name == "entry" {
            item = [:]
        }
    }

    mutating func end(_ name: String, at range: Range<Int>) {
        if let open = field {
            guard depth == 0 else { return depth -= 1 }
            let text = open.holdsElements ? Array(document[min(open.start, range.lowerBound)..<range.lowerBound]) : open.text
            let value = String(decoding: text, as: UTF8.self)
            if item![open.name] == nil, !value.isBlank { item![open.name] = value }
            field = nil
        } else if name == "item" || name == "entry", let done = item {
            items.append(done)
            item = nil
        }
    }

    mutating func text(_ bytes: [UInt8]) { field?.text += bytes }
}
