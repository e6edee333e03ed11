import MeetingParser

/// The sentences of reports that hold what a query wants.
public struct Concordance: Sendable {
    /// A sentence with its hits, as byte ranges in it.
    public struct Line: Sendable {
        public var meeting: Int
        /// From 1, in the order of the report's text.
        public var paragraph: Int
        public var sentence: String
        public var hits: [Range<Int>]
    }

    public let lines: [Line]

    /// Looks through the text of meetings; those without text have no lines.
    ///
    /// A report must match the query as a whole; then every sentence of it that holds a wanted word is a line.
    public init(of query: TextQuery, in meetings: [Meeting]) {
        var lines: [Line] = []
        for (m, meeting) in meetings.enumerated() {
            guard let text = meeting.text, query.matches(meeting.title + "\n" + text) else { continue }
            for (p, paragraph) in ([meeting.title] + text.split(separator: "\n").map(String.init)).enumerated() {
                for sentence in Self.sentences(paragraph) {
                    let hits = query.hits(in: sentence)
                    if !hits.isEmpty { lines.append(Line(meeting: m, paragraph: p, sentence: sentence, hits: hits)) }
                }
            }
        }
        self.lines = lines
    }

    /// Sentences end behind 。！？ and the closing quotation mark that may follow.
    private static func sentences(_ paragraph: String) -> [String] {
        var sentences: [String] = []
        var sentence = ""
        var ended = false
        for character in paragraph {
            if ended, !"”’」』）)。！？".contains(character) {
                sentences.append(sentence)
                sentence = ""
                ended = false
            }
            sentence.append(character)
            if "。！？".contains(character) { ended = true }
        }
        return sentence.isEmpty ? sentences : sentences + [sentence]
    }
}

extension Concordance.Line {
    /// The sentence around one hit: what stands before it, the words, what stands behind.
    public func context(of hit: Range<Int>) -> (left: String, match: String, right: String) {
        let bytes = Array(sentence.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return (part(0..<hit.lowerBound), part(hit), part(hit.upperBound..<bytes.count))
    }
}
