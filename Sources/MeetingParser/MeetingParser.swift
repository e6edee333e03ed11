/// Reads the bytes of one report into one `Meeting`.
///
/// Pure: it opens no file, asks no clock and no environment, and never throws. The year of a date that only other
/// reports can tell is left to the corpus.
public enum MeetingParser {
    /// Of the rules: records of another version may differ.
    public static let version = "0.3.0"

    public struct Options: Sendable {
        /// Whether the record carries the places of its values in the source.
        public var evidence = false
        /// Whether the record carries the plain text.
        public var text = false

        public init(evidence: Bool = false, text: Bool = false) {
            self.evidence = evidence
            self.text = text
        }
    }

    /// The plain text that `parse` reads its fields from, a paragraph a line: what a reader sees of the report.
    public static func plainText(of bytes: [UInt8], path: String) -> String {
        let document = ReportDocument(reading: bytes, isMarkdown: isMarkdown(path))
        return withExtendedLifetime(document) { document.paragraphs.map(\.text.string).joined(separator: "\n") }
    }

    private static func isMarkdown(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }

    /// Parses a report. `path` is its path below the corpus root; a date in it may tell the year.
    public static func parse(_ bytes: [UInt8], path: String, options: Options = Options()) -> Meeting {
        let document = ReportDocument(reading: bytes, isMarkdown: isMarkdown(path))
        return withExtendedLifetime(document) {
            var record = RecordBuilder(document: document, path: path, options: options)
            return record.build()
        }
    }
}
