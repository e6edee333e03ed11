import Foundation

/// Facts about an article in JSON-LD (schema.org: headline, datePublished, author, publisher, url).
enum LinkedData {
    static func facts(_ json: Slice<UnsafeBufferPointer<UInt8>>) -> [(name: String, content: String)] {
        guard json.count < 1 << 16, let value = try? JSONSerialization.jsonObject(with: Data(json)) else { return [] }
        let objects = (value as? [Any] ?? [value]).compactMap { $0 as? [String: Any] }
        let graph = objects.flatMap { ($0["@graph"] as? [Any])?.compactMap { $0 as? [String: Any] } ?? [$0] }
        return graph.flatMap { object in
            names.compactMap { key, name in text(object[key]).map { (name, $0) } }
        }
    }

    private static let names: [(key: String, name: String)] = [
        ("headline", "headline"), ("datePublished", "datepublished"), ("author", "author"), ("publisher", "publisher"), ("url", "url"),
    ]

    /// A string, or the name of a person or organisation.
    private static func text(_ value: Any?) -> String? {
        switch value {
        case let text as String: text
        case let object as [String: Any]: object["name"] as? String
        case let list as [Any]: text(list.first)
        default: nil
        }
    }
}
