/// A line of the plain text and the sentences in it.
struct Line {
    let text: Text
    /// Sentences end at 。！？ outside of quotation marks, and with the line; white space at their ends is no part of them.
    let sentences: [Text]
}

/// Parts lines into sentences and notes in the same pass what each holds: its characters and the words of the vocabulary.
final class LineScanner {
    private let finder = Vocabulary.Finder()
    private let memory = ContentsMemory()

    func scan(_ line: Text) -> Line {
        var pass = Pass(line, memory)
        pass.run(finder)
        return pass.result
    }
}

/// One line on its way.
private struct Pass {
    private let line: Text
    private let memory: ContentsMemory
    private var sentences: [Text] = []
    private var contents: Contents
    private var words: Vocabulary = []
    /// Where the sentence begins.
    private var start: Int
    /// Until here a quotation reaches, in which nothing ends a sentence.
    private var quoted = 0
    /// Quotation marks that do not come any more; those that open them quote nothing.
    private var unclosed: [Literal] = []

    init(_ line: Text, _ memory: ContentsMemory) {
        (self.line, self.memory) = (line, memory)
        start = line.start
        contents = memory.next()
        // A sentence has some two hundred bytes.
        sentences.reserveCapacity(line.count / 192 + 2)
    }

    mutating func run(_ finder: Vocabulary.Finder) {
        var i = line.start
        var place = line.place(at: i)
        while i < line.end {
            i = passCharacters(from: i, &place, finder)
            guard i < line.end else { break }
            let lead = line[i], next = i + CharacterFilter.width(lead)
            add(&place, before: next, finder)
            // ，。！？ and quotation marks begin with E2, E3 or EF.
            if lead >= 0xE2 || lead == 0x21 || lead == 0x3F, i >= quoted { passMark(at: i, next) }
            i = next
        }
        endSentence(at: line.end)
    }

    /// Whether a Chinese character (U+4000–U+9FFF) begins at `i`, or a mark that neither quotes nor ends a sentence: ，；：（）、
    @inline(__always)
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
        switch bytes[i] {
        case 0xE4...0xE9: true
        case 0xEF: bytes[i + 1] == 0xBC && bytes[i + 2] != 0x81 && bytes[i + 2] != 0x9F
        case 0xE3: bytes[i + 1] == 0x80 && bytes[i + 2] == 0x81
        default: false
        }
    }

    /// Notes the plain characters before another one of three bytes: nearly the whole text. Returns where they end.
    private mutating func passCharacters(from start: Int, _ place: inout Int, _ finder: Vocabulary.Finder) -> Int {
        line.withBytes { bytes in
            var i = start - line.start
            let characters = contents.characters
            var words = words
            while i + 5 < bytes.count, Self.isPlain(bytes, i), bytes[i + 3] >= 0xE0 {
                let following = CharacterFilter.place(wide: bytes[i + 4], bytes[i + 5])
                characters.add(place)
                finder.add(to: &words, place, following)
                place = following
                i += 3
            }
            self.words = words
            return line.start + i
        }
    }

    private mutating func add(_ place: inout Int, before next: Int, _ finder: Vocabulary.Finder) {
        let following = line.place(at: next)
        contents.characters.add(place)
        finder.add(to: &words, place, following)
        place = following
    }

    var result: Line {
        guard sentences.count > 1 else {
            let whole = line.holding(contents)
            return Line(text: whole, sentences: sentences.map { $0.count == line.count ? whole : $0 })
        }
        let whole = memory.next()
        for sentence in sentences { sentence.contents.map(whole.add) }
        return Line(text: line.holding(whole), sentences: sentences)
    }

    private mutating func passMark(at i: Int, _ next: Int) {
        switch line.firstBytes(at: i) {
        // 。！？!?
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0x21, _, _), (0x3F, _, _):
            // ？！ and the like end a sentence together.
            if !Self.ends.contains(where: { line.has($0, at: next) }) { endSentence(at: next) }
        case (0xE2, 0x80, 0x9C): quote(to: "”", from: i)
        case (0xE3, 0x80, 0x8C): quote(to: "」", from: i)
        case (0xE3, 0x80, 0x8E): quote(to: "』", from: i)
        case (0xE3, 0x80, 0x8A): quote(to: "》", from: i)
        default: break
        }
    }

    private static let ends: [Literal] = ["。", "！", "？", "!", "?"]

    private mutating func quote(to close: Literal, from i: Int) {
        guard !unclosed.contains(close) else { return }
        if let end = line.find(close, from: i) {
            quoted = end + close.count
        } else {
            unclosed.append(close)
        }
    }

    private mutating func endSentence(at end: Int) {
        let sentence = line[start..<end].trimmed
        start = end
        guard !sentence.isEmpty else { return }
        contents.vocabulary = words
        sentences.append(sentence.holding(contents))
        words = []
        if end < line.end { contents = memory.next() }
    }
}
