/// Ids and classes with which content systems name the element that holds an article.
enum ContentNames {
    /// Seen on government and news sites: TRS_Editor, UCAP-CONTENT, #zoom, pages_content, article-content, content_area …
    private static let words = WordList(
        "content article editor zoom ucap cnt_bd detail maintext newstext custom_unionstyle con_text rich_media")

    static func match(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty else { return false }
        return tag.withValue(of: "id", holdsWord) == true || tag.withValue(of: "class", holdsWord) == true
    }

    private static func holdsWord(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !value.isEmpty, value.count < 120 else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: value.count) { lower in
            for i in value.indices { lower[i] = value[i].lowercased }
            return words.occurs(in: Text(base: UnsafePointer(lower.baseAddress!), start: 0, end: value.count))
        }
    }
}
