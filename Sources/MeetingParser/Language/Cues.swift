/// Words of which the nearest is looked for, with the places of their characters in filters worked out once.
///
/// Most texts hold none of them, which two bits a word tell: 8 instructions, where reading the word's bytes takes 30.
/// They live as long as the program.
struct Cues: @unchecked Sendable {
    let words: [Literal]
    private let ends: UnsafeMutableBufferPointer<(first: UInt16, last: UInt16)>
    let areMarks: Bool

    init(_ words: [Literal]) {
        self.words = words
        areMarks = words.count <= 64 && words.allSatisfy(\.isMark)
        ends = .allocate(capacity: max(1, words.count))
        for (w, word) in words.enumerated() {
            let text = Text(word)
            let places = (UInt16(text.place(at: text.start)), UInt16(text.place(at: text.before(text.end))))
            ends.initializeElement(at: w, to: places)
        }
    }

    /// Which of the first 64 words may occur, a bit for each, as far as the characters of a text tell.
    @inline(__always)
    func candidates(_ characters: CharacterFilter) -> UInt64 {
        var found: UInt64 = 0
        for w in 0..<min(words.count, 64) where characters.mayHold(Int(ends[w].first)) && characters.mayHold(Int(ends[w].last)) {
            found |= 1 << UInt64(w)
        }
        return found
    }
}

extension Text {
    /// The nearest occurrence of any of the words at or after `from`; of words that begin at one place the first listed.
    func find(anyOf cues: Cues, from: Int? = nil) -> (at: Int, word: Literal)? {
        guard let characters, cues.words.count <= 64 else { return find(anyOf: cues.words, from: from) }
        let candidates = cues.candidates(characters)
        guard candidates != 0 else { return nil }
        return nearest(of: cues.words, candidates, from: max(from ?? start, start), areMarks: cues.areMarks)
    }

    /// Whether one of the words occurs.
    func contains(anyOf cues: Cues) -> Bool { find(anyOf: cues) != nil }
}
