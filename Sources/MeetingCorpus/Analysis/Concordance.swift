import MeetingParser

/// The sentences of reports that hold what a query wants.
public struct Concordance: Sendable {
    /// A sentence with its hits, as byte ranges in it.
    public struct Line: Sendable {
        /// Its place among the meetings that were looked through.
        public var meeting: Int
        /// From 1, in the order of the report's text.
        public var paragraph: Int
        /// As printed.
        public var sentence: String
        /// Where the words stand, in characters of the sentence.
        public var hits: [Range<Int>]
    }

    /// How many sentences there are, and how many words in them.
    public struct Tally: Equatable, Sendable {
        public var lines = 0, hits = 0

        mutating func add(_ other: Tally) { (lines, hits) = (lines + other.lines, hits + other.hits) }
    }

    /// None where they were only counted.
    public let lines: [Line]
    /// How often the words stand where.
    public let tally: Tally

    /// Looks through the text of meetings; those without text have no lines.
    ///
    /// A report must match the query as a whole; then every sentence of it that holds a wanted word is a line.
    public init(of query: TextQuery, in meetings: [Meeting]) {
        self.init(
            lines: meetings.enumerated().flatMap { m, meeting in
                guard let text = meeting.text else { return [Line]() }
                return Passage.withPassage(of: meeting.title) { title in
                    Passage.withPassage(of: text) { Self.lines(of: query, in: [title, $0]).map { $0.of(meeting: m) } }
                }
            })
    }

    /// Text as printed, and as it is compared; both have the same offsets.
    struct Passage {
        var printed: UnsafeRawBufferPointer
        var folded: UnsafeRawBufferPointer

        static func withPassage<Result>(of text: String, _ body: (Passage) -> Result) -> Result {
            withPassage(of: Array(text.utf8), body)
        }

        static func withPassage<Result>(of bytes: [UInt8], _ body: (Passage) -> Result) -> Result {
            bytes.withUnsafeBytes { printed in bytes.folded.withUnsafeBytes { body(Passage(printed: printed, folded: $0)) } }
        }
    }

    /// Lines that were found already.
    init(lines: [Line]) {
        self.lines = lines
        tally = Tally(lines: lines.count, hits: lines.reduce(0) { $0 + $1.hits.count })
    }

    /// Lines that were only counted.
    init(tally: Tally) { (lines, self.tally) = ([], tally) }

    /// How many lines a passage has of a word that is all that is wanted; see `TextQuery.onlyWord`.
    static func tally(of word: [UInt8], in passage: UnsafeRawBufferPointer) -> Tally {
        var tally = Tally()
        var i = 0, end = 0
        while let hit = memoryOffset(of: word, in: passage, from: i) {
            if hit >= end {
                end = endOfSentence(passage, from: hit, passage.count)
                tally.lines += 1
            }
            tally.hits += 1
            i = hit + word.count
        }
        return tally
    }

    /// The lines of one report, of which the title is the first passage; their meeting is still to be named.
    static func lines(of query: TextQuery, in passages: [Passage]) -> [Line] {
        guard query.matches(folded: passages.map(\.folded)) else { return [] }
        var lines: [Line] = []
        var paragraph = 0
        for (p, passage) in passages.enumerated() {
            var start = 0
            while start < passage.printed.count || start == 0 {
                let end = memoryOffset(of: 0x0A, in: passage.printed, from: start) ?? passage.printed.count
                if query.hasWord(inFolded: passage.folded[start..<end]) {
                    lines += Self.lines(of: query, in: passage, start..<end).map { $0.of(paragraph: paragraph) }
                }
                // The title counts where it is empty too, as paragraph 0.
                if p == 0 && start == 0 || end > start { paragraph += 1 }
                start = end + 1
            }
        }
        return lines
    }

    /// The lines of one paragraph.
    private static func lines(of query: TextQuery, in passage: Passage, _ paragraph: Range<Int>) -> [Line] {
        sentences(passage.printed, paragraph).compactMap { sentence in
            let hits = query.hits(inFolded: passage.folded[sentence])
            guard !hits.isEmpty else { return nil }
            return Line(meeting: 0, paragraph: 0, sentence: String(decoding: passage.printed[sentence], as: UTF8.self), hits: hits)
        }
    }

    /// Sentences end behind 。！？ and the closing marks that may follow.
    private static func sentences(_ bytes: UnsafeRawBufferPointer, _ paragraph: Range<Int>) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = paragraph.lowerBound
        while start < paragraph.upperBound {
            let end = endOfSentence(bytes, from: start, paragraph.upperBound)
            sentences.append(start..<end)
            start = end
        }
        return sentences
    }

    /// Where a sentence ends that goes on at an offset: with its marks, its paragraph or the text.
    private static func endOfSentence(_ bytes: UnsafeRawBufferPointer, from start: Int, _ limit: Int) -> Int {
        var i = start, hasEnded = false
        while i < limit {
            // No mark is a Chinese character.
            while !hasEnded, i < limit, bytes[i] >= 0xE4, bytes[i] <= 0xE9 { i += 3 }
            guard i < limit, bytes[i] != 0x0A else { return min(i, limit) }
            let mark = Mark(bytes, at: i, limit)
            if hasEnded, mark == .none { return i }
            if mark == .end { hasEnded = true }
            i += bytes[i] >= 0xE0 && bytes[i] < 0xF0 ? 3 : 1
        }
        return limit
    }

    enum Mark {
        case none, end, closing

        init(_ bytes: UnsafeRawBufferPointer, at i: Int, _ limit: Int) {
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

    fileprivate func of(paragraph: Int) -> Concordance.Line {
        var line = self
        line.paragraph = paragraph
        return line
    }

    /// The sentence around one hit: what stands before it, the words, what stands behind.
    public func context(of hit: Range<Int>) -> (left: String, match: String, right: String) {
        let bytes = Array(sentence.utf8)
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        return (part(0..<hit.lowerBound), part(hit), part(hit.upperBound..<bytes.count))
    }
}
