/// Reads the bytes of one report into one `Meeting`.
///
/// Pure: it opens no file, asks no clock and no environment, and never throws. The year of a date that only other
/// reports can tell is left to the corpus.
public enum MeetingParser {
    /// Of the rules: records of another version may differ.
    public static let version = "0.10.0"

    /// The version as a number: 500 for 0.5.0.
    public static let versionNumber = version.split(separator: ".").reduce(0) { $0 * 100 + (Int($1) ?? 0) }

    /// What is to be read besides the record itself.
    public struct Options: Sendable {
        /// Whether the record carries the places of its values in the source.
        public var evidence = false
        /// Whether the record carries the plain text.
        public var text = false

        /// Keys of the record that are looked at; nil for all of them. Others may be empty.
        public var fields: Set<String>?

        /// By default the whole record, without evidence and text.
        public init(evidence: Bool = false, text: Bool = false, fields: Set<String>? = nil) {
            self.evidence = evidence
            self.text = text
            self.fields = fields
        }

        /// Whether one of some keys is looked at.
        func wants(_ keys: String...) -> Bool {
            guard let fields, !fields.contains("absent") else { return true }
            return keys.contains(where: fields.contains)
        }
    }

    /// The plain text that `parse` reads its fields from, a paragraph a line: what a reader sees of the report.
    public static func plainText(of report: Report) -> String {
        let document = ReportDocument(reading: report)
        return withExtendedLifetime(document) { document.paragraphs.map(\.text.string).joined(separator: "\n") }
    }

    /// Parses a report. `path` is its path below the corpus root; a date in it may tell the year.
    ///
    /// Of a report that tells of several meetings, it gives the first; `meetings(in:options:)` gives all.
    public static func parse(_ bytes: [UInt8], path: String, options: Options = Options()) -> Meeting {
        meetings(in: [Report(bytes, path: path)], options: options)[0][0]
    }

    /// The encoding of a text, by its first bytes; the last of them may be cut.
    package static func encoding(of head: [UInt8]) -> TextEncoding {
        TextDecoding.decode(Array(head.dropLast(min(4, head.count / 8)))).encoding
    }

    /// Bytes of an encoding as text.
    package static func text(_ bytes: [UInt8], in encoding: TextEncoding) -> String {
        String(decoding: encoding == .utf8 ? bytes : TextDecoding.convert(bytes, from: encoding, markLength: 0).bytes, as: UTF8.self)
    }

    /// Bytes that are GBK as text; nil where they are not.
    package static func gbk(_ bytes: [UInt8]) -> String? {
        let read = TextDecoding.convert(bytes, from: .gb18030, markLength: 0)
        return read.hasReplacements ? nil : String(decoding: read.bytes, as: UTF8.self)
    }

    /// How many steps reading a report takes: the same on every machine, and at most in proportion to its bytes.
    ///
    /// For tests and fuzzers; a report that takes more than it may has a warning `budget`.
    public static func steps(reading bytes: [UInt8], path: String) -> Int {
        var records = RecordBuilder.all(in: Report(bytes, path: path), options: Options())
        for step in RecordBuilder.steps { for i in records.indices { records[i].take(step) } }
        return records.reduce(Steps.allowed(bytes: bytes.count)) { $0 - $1.stepsLeft }
    }

    /// Parses some reports, which is faster than one after the other: the meetings that each tells of, at least one record.
    public static func meetings(in reports: [Report], options: Options = Options()) -> [[Meeting]] {
        var records: [RecordBuilder] = [], counts: [Int] = []
        for report in reports {
            let found = RecordBuilder.all(in: report, options: options)
            records += found
            counts.append(found.count)
        }
        for step in RecordBuilder.steps { for i in records.indices { records[i].take(step) } }
        var rest = records[...]
        return counts.map { count in
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count).map { $0.finished() }
        }
    }
}
