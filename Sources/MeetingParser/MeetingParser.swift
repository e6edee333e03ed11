/// Reads the bytes of one report into one `Meeting`.
///
/// Pure: it opens no file, asks no clock and no environment, and never throws. The year of a date that only other
/// reports can tell is left to the corpus.
public enum MeetingParser {
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

    /// Parses a report. `path` is its path below the corpus root; a date in it may tell the year.
    public static func parse(_ bytes: [UInt8], path: String, options: Options = Options()) -> Meeting {
        let document = ReportDocument(reading: bytes, isMarkdown: path.hasSuffix(".md") || path.hasSuffix(".markdown"))
        return withExtendedLifetime(document) {
            var record = RecordBuilder(document: document, path: path, options: options)
            return record.build()
        }
    }
}
