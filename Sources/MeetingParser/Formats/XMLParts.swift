/// What is told of the elements of an XML document, in their order. Names are in lower case, with their prefix.
protocol XMLHandler {
    mutating func start(_ name: String, _ element: XMLElement)
    /// `range` is the place of the end tag.
    mutating func end(_ name: String, at range: Range<Int>)
    mutating func text(_ bytes: [UInt8])
}

/// The start tag of an element.
struct XMLElement {
    fileprivate let tag: HTMLTag
    /// Its place in the document.
    let range: Range<Int>

    /// The value of an attribute with a lower-case name; nil where there is none.
    func attribute(_ name: StaticString) -> String? { tag.attribute(name).map { String(decoding: $0, as: UTF8.self) } }
}

/// Reads XML by the HTML tokenizer, which takes damaged files too: what feeds and office documents hold differs from HTML
/// in CDATA sections and in elements that close themselves.
struct XMLParts<Handler: XMLHandler>: HTMLTokenSink {
    private let input: UnsafeBufferPointer<UInt8>
    private var handler: Handler

    /// Tells a handler of a whole document, and returns it.
    static func read(_ document: [UInt8], by handler: Handler) -> Handler {
        document.withUnsafeBufferPointer { input in
            var tokenizer = HTMLTokenizer(input, sink: XMLParts(input: input, handler: handler))
            tokenizer.isXML = true
            tokenizer.run()
            return tokenizer.sink.handler
        }
    }

    mutating func text(_ range: Range<Int>) { handler.text(Array(input[range])) }
    mutating func text(_ bytes: [UInt8], from range: Range<Int>) { handler.text(bytes) }

    mutating func startTag(_ tag: HTMLTag, at range: Range<Int>) -> ContentModel {
        let name = String(decoding: tag.name.decoded, as: UTF8.self)
        handler.start(name, XMLElement(tag: tag, range: range))
        if tag.isSelfClosing { handler.end(name, at: range.upperBound..<range.upperBound) }
        return .data
    }

    mutating func endTag(_ name: TagName, at range: Range<Int>) { handler.end(String(decoding: name.decoded, as: UTF8.self), at: range) }
    mutating func comment(_ bytes: [UInt8], at range: Range<Int>) {}
    mutating func doctype(_ doctype: HTMLDoctype) {}
}
