/// Parts lines into sentences and notes in the same pass what each holds: its characters, and where words of
/// the vocabulary may begin.
final class LineScanner {
    private let finder = Vocabulary.Finder()
    private let memory: ContentsMemory

    init(_ memory: ContentsMemory) { self.memory = memory }

    /// The line with what it holds; its sentences are appended to `sentences`. They end at 。！？ outside of quotation marks,
    /// and with the line; white space at their ends is no part of them.
    func scan(_ line: Text, into sentences: inout [Text]) -> Text {
        var pass = Pass(line, memory, sentences.count)
        pass.run(finder, &sentences)
        return pass.result(&sentences)
    }
}

/// One line on its way.
private struct Pass {
    private let line: Text
    private let memory: ContentsMemory
    /// The line's first sentence among all.
    private let first: Int
    private var contents: Contents
    /// Where words may begin: of the line, and how many of them stand before the sentence.
    private let hints: UnsafeMutablePointer<Vocabulary.Hint>
    private var hintCount = 0
    private var earlierHints = 0
    /// Where the sentence begins.
    private var start: Int
    /// Until here a quotation reaches, in which nothing ends a sentence.
    private var quoted = 0
    /// Quotation marks that do not come any more; those that open them quote nothing.
    private var unclosed: [Literal] = []

    init(_ line: Text, _ memory: ContentsMemory, _ first: Int) {
        (self.line, self.memory, self.first) = (line, memory, first)
        start = line.start
        contents = memory.next()
        // One for each character at most.
        hints = memory.room(forHints: line.count)
    }

    mutating func run(_ finder: Vocabulary.Finder, _ sentences: inout [Text]) {
        var i = line.start
        while i < line.end {
            i = passCharacters(from: i, finder)
            guard i < line.end else { break }
            let lead = line[i], next = i + CharacterFilter.width(lead)
            pass(i, next, finder)
            // ，。！？ and quotation marks begin with E2, E3 or EF.
            if lead >= 0xE2 || lead == 0x21 || lead == 0x3F, i >= quoted { passMark(at: i, next, &sentences) }
            i = next
            // Longer is a roll of names, or nothing to read: rules look at a bounded stretch.
            if i - start > Self.longest, Self.pauses.contains(where: { line.has($0, at: i - 3) }) || i - start > Self.longest + 600 {
                endSentence(at: i, &sentences)
            }
        }
        endSentence(at: line.end, &sentences)
    }

    /// Bytes of a sentence, behind which it is ended at the next pause: some 2,000 characters.
    private static let longest = 6000
    private static let pauses: [Literal] = ["，", "、", "；"]

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

    /// Passes the plain characters before another one of three bytes: nearly the whole text. Returns where they end.
    private mutating func passCharacters(from start: Int, _ finder: Vocabulary.Finder) -> Int {
        line.withBytes { bytes in
            let characters = contents.characters
            var i = start - line.start, hintCount = hintCount
            var place = line.place(at: start), character = finder.character(place)
            let limit = min(bytes.count, self.start + Self.longest - line.start)
            while i &+ 5 < limit, Self.isPlain(bytes, i), bytes[i &+ 3] >= 0xE0 {
                let nextPlace = CharacterFilter.place(wide: bytes[i &+ 4], bytes[i &+ 5]), next = finder.character(nextPlace)
                characters.add(place)
                let lists = finder.lists(character, next, place, nextPlace)
                if !lists.isEmpty {
                    hints[hintCount] = Vocabulary.Hint(offset: UInt32(line.start + i), lists: lists)
                    hintCount &+= 1
                }
                (place, character) = (nextPlace, next)
                i &+= 3
            }
            self.hintCount = hintCount
            return line.start + i
        }
    }

    /// Passes any character.
    private mutating func pass(_ i: Int, _ next: Int, _ finder: Vocabulary.Finder) {
        let place = line.place(at: i), nextPlace = line.place(at: next)
        contents.characters.add(place)
        let lists = finder.lists(finder.character(place), finder.character(nextPlace), place, nextPlace)
        guard !lists.isEmpty else { return }
        hints[hintCount] = Vocabulary.Hint(offset: UInt32(i), lists: lists)
        hintCount += 1
    }

    /// The line with all that its sentences hold.
    func result(_ sentences: inout [Text]) -> Text {
        memory.keep(hints: hintCount)
        if memory.isFull { return line.holding(memory.next()) }
        guard sentences.count > first + 1 else {
            guard sentences.count > first else { return line.holding(contents) }
            let whole = line.holding(sentences[first].contents ?? contents)
            if sentences[first].count == line.count { sentences[first] = whole }
            return whole
        }
        let whole = memory.next()
        for s in first..<sentences.count { sentences[s].contents.map { whole.characters.add($0.characters) } }
        whole.set(UnsafeBufferPointer(start: hints, count: hintCount))
        return line.holding(whole)
    }

    private mutating func passMark(at i: Int, _ next: Int, _ sentences: inout [Text]) {
        switch line.firstBytes(at: i) {
        // 。！？!?
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0x21, _, _), (0x3F, _, _):
            // ？！ and the like end a sentence together.
            if !Self.ends.contains(where: { line.has($0, at: next) }) { endSentence(at: next, &sentences) }
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

    private mutating func endSentence(at end: Int, _ sentences: inout [Text]) {
        let sentence = line[start..<end].trimmed
        start = end
        guard !sentence.isEmpty else { return }
        contents.set(UnsafeBufferPointer(start: hints + earlierHints, count: hintCount - earlierHints))
        earlierHints = hintCount
        sentences.append(sentence.holding(contents))
        if end < line.end { contents = memory.next() }
    }
}
