/// The bytes of one report, and what is known of it besides.
public struct Report: Sendable {
    /// As stored; of an entry of a file of many, its text.
    public var bytes: [UInt8]
    /// Path below the corpus root; a date in it may tell the year.
    public var path: String
    /// What stands beside the text, in columns of a table or elements of a feed: `title`, `url`, `published`, `source`,
    /// `author`. It counts as a post's front matter does.
    public var columns: [String: String]

    /// A report that holds the bytes of one file; `columns` names what a table's columns are.
    public init(_ bytes: [UInt8], path: String, columns: [String: String] = [:]) {
        self.bytes = bytes
        self.path = path
        self.columns = columns
    }

    var isMarkdown: Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }
}
