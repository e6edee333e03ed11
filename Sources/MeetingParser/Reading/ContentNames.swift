/// Ids and classes with which content systems name the element that holds an article.
enum ContentNames {
    /// Seen on government and news sites: TRS_Editor, UCAP-CONTENT, #zoom, pages_content, article-content, content_area …
    private static let words: [Literal] = [
        "content", "article", "editor", "zoom", "ucap", "cnt_bd", "detail", "maintext", "newstext", "custom_unionstyle", "con_text",
        "rich_media",
    ]

    static func match(_ tag: HTMLTag) -> Bool {
        guard !tag.attributes.isEmpty else { return false }
        return [tag.attribute("id"), tag.attribute("class")].contains { value in
            guard let value, !value.isEmpty, value.count < 120 else { return false }
            return value.map(\.lowercased).withUnsafeBufferPointer { bytes in
                Text(base: bytes.baseAddress!, start: 0, end: bytes.count).contains(anyOf: words)
            }
        }
    }
}
