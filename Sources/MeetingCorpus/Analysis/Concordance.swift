import MeetingParser

/// The sentences of reports that hold what a query wants.
public struct Concordance: Sendable {
    /// A sentence with its hits, as byte ranges in it.
    public struct Line: Sendable {
        /// Its place among the meetings that were looked through.
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
        lines = meetings.enumerated().flatMap { m, meeting in
            guard let text = meeting.text else { return [Line]() }
            let lines = Self.lines(of: query, in: Array(meeting.title.utf8), Array(text.utf8), folded: Array(text.utf8).folded)
            return lines.map { $0.of(meeting: m) }
        }
    }

    /// The lines of many reports in any order, those of one report in theirs.
    init(_ lines: [Line]) {
        let order = lines.indices.sorted { (lines[$0].meeting, $0) < (lines[$1].meeting, $1) }
        self.lines = order.map { lines[$0] }
    }

    /// The lines of one report, by its title and its text, as printed and folded; their meeting is still to be named.
    static func lines(
        of query: TextQuery, in title: some Collection<UInt8>, _ text: some Collection<UInt8>, folded: some Collection<UInt8>
    ) -> [Line] {
        var lines: [Line] = []
        let printed = Array(title) + [0x0A] + Array(text), folded = Array(title).folded + [0x0A] + Array(folded)
        guard query.matches(folded: folded) else { return [] }
        var paragraph = 0, start = 0
        while start < printed.count {
            let end = printed[start...].firstIndex(of: 0x0A, from: start) ?? printed.count
            if query.hasWord(inFolded: folded[start..<end]) {
                for sentence in sentences(printed, start..<end) {
                    let hits = query.hits(inFolded: folded[sentence])
                    guard !hits.isEmpty else { continue }
                    let words = String(decoding: printed[sentence], as: UTF8.self)
                    lines.append(Line(meeting: 0, paragraph: paragraph, sentence: words, hits: hits))
                }
            }
            if start == 0 || end > start { paragraph += 1 }
            start = end + 1
        }
        return lines
    }

    /// Sentences end behind 。！？ and the closing marks that may follow.
    private static func sentences(_ bytes: [UInt8], _ paragraph: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = paragraph.lowerBound, i = start, hasEnded = false
        while i < paragraph.upperBound {
            let mark = Mark(bytes, at: i, paragraph.upperBound)
            if hasEnded, mark == .none {
                sentences.append(start..<i)
                (start, hasEnded) = (i, false)
            }
            if mark == .end { hasEnded = true }
            i += bytes[i] >= 0xE0 && bytes[i] < 0xF0 ? 3 : 1
        }
        if start < paragraph.upperBound { sentences.append(start..<paragraph.upperBound) }
        return sentences
    }

    private enum Mark {
        case none, end, closing

        init(_ bytes: [UInt8], at i: Int, _ limit: Int) {
            guard bytes[i] >= 0xE2, i + 2 < limit else {
                self = bytes[i] == UInt8(ascii: ")") ? .closing : .none
                return
            }
            switch UInt32(bytes[i]) << 16 | UInt32(bytes[i + 1]) << 8 | UInt32(bytes[i + 2]) {
            case 0xE38082, 0xEFBC81, 0xEFBC9F: self = .end  // 。！？
            case 0xE2809D, 0xE28099, 0xE3808D, 0xE3808F, 0xEFBC89: self = .closing  // ”’」』）
            default: self = .none
            }
        }
    }
}

extension Concordance.Line {
    func of(meeting: Int) -> Concordance.Line {
        var line = self
        line.meeting = meeting
        return line
    }

    /// The sentence around one hit: what stands before it, the words, what stands behind.
    public func context(of hit: Range<Int>) -> (left: String, match: String, right: String) {
        let bytes = Array(sentence.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return (part(0..<hit.lowerBound), part(hit), part(hit.upperBound..<bytes.count))
    }
}
