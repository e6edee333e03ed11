/// A closed list of words, found at a place in a text by their first or last character.
///
/// Look-up is one hash of a character and a few comparisons; the longest word wins. Lists are made once and live as long
/// as the program, so their bytes are kept without reference counts.
struct WordList: @unchecked Sendable {
    private static let buckets = 512
    private let byFirst: Table
    private let byLast: Table
    private let firsts: CharacterFilter
    private let lasts: CharacterFilter

    /// Words separated by white space.
    init(_ words: String) {
        let list = Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
        byFirst = Table(list) { Self.bucket($0[...]) }
        byLast = Table(list) { Self.bucket($0.suffix(($0.last ?? 0) < 0x80 ? 1 : 3)) }
        firsts = Self.filter(list.map { $0.prefix(3) })
        lasts = Self.filter(list.map { $0.suffix(($0.last ?? 0) < 0x80 ? 1 : 3) })
    }

    private static func filter(_ characters: [ArraySlice<UInt8>]) -> CharacterFilter {
        let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: CharacterFilter.words)
        memory.initialize(repeating: 0, count: CharacterFilter.words)
        let filter = CharacterFilter(memory)
        for character in characters {
            let first = (character.first ?? 0) < 0x80 ? character.prefix(1) : character
            first.withUnsafeBufferPointer(filter.add)
        }
        return filter
    }

    /// Length in bytes of the longest word that begins at `i`, or nil.
    @inline(__always)
    func match(_ text: Text, at i: Int) -> Int? {
        let (a, b, c) = text.firstBytes(at: i)
        return firsts.mayHold(a, b, c) ? longest(text, at: i) : nil
    }

    private func longest(_ text: Text, at i: Int) -> Int? {
        i < text.end ? byFirst.longest(in: Self.bucket(text, at: i)) { text.has($0, at: i) } : nil
    }

    /// Length in bytes of the longest word that ends at `i`, or nil.
    func match(_ text: Text, endingAt i: Int) -> Int? {
        guard i > text.start else { return nil }
        let last = text.before(i)
        let (a, b, c) = text.firstBytes(at: last)
        guard lasts.mayHold(a, b, c) else { return nil }
        return byLast.longest(in: Self.bucket(text, at: last)) { text.has($0, at: i - $0.count) }
    }

    /// Whether one of the words occurs, in one pass whatever their number.
    func occurs(in text: Text) -> Bool { first(in: text) != nil }

    /// The first place at which one of the words begins, at or after `from`.
    func first(in text: Text, from: Int? = nil) -> Int? {
        guard text.mayHold(anyOf: firsts) else { return nil }
        var i = max(from ?? text.start, text.start)
        while i < text.end {
            if match(text, at: i) != nil { return i }
            i += text.width(at: i)
        }
        return nil
    }

    /// Whether the whole text is one of the words.
    func contains(_ text: Text) -> Bool { match(text, at: text.start) == text.count }

    // MARK: Hashing a character

    private static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        (Int(a) &* 31 &+ Int(b) &* 127 &+ Int(c) &* 7) & (buckets - 1)
    }

    private static func bucket(_ text: Text, at i: Int) -> Int {
        text[i] < 0x80 ? bucket(text[i], 0, 0) : bucket(text[i], text[i + 1], text[i + 2])
    }

    private static func bucket(_ word: ArraySlice<UInt8>) -> Int {
        let first = word.first ?? 0
        guard first >= 0x80, word.count >= 3 else { return bucket(first, 0, 0) }
        return bucket(first, word[word.startIndex + 1], word[word.startIndex + 2])
    }

    // MARK: Storage

    /// The words by bucket, longest first.
    private struct Table {
        private let words: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>
        /// `starts[b]..<starts[b + 1]` are the words of bucket `b`.
        private let starts: UnsafeMutableBufferPointer<Int32>

        init(_ list: Set<[UInt8]>, bucket: ([UInt8]) -> Int) {
            var rows = Array(repeating: [[UInt8]](), count: buckets)
            for word in list { rows[bucket(word)].append(word) }
            words = .allocate(capacity: max(1, list.count))
            starts = .allocate(capacity: buckets + 1)
            starts.initialize(repeating: 0)
            var next = 0
            for (b, row) in rows.enumerated() {
                for word in row.sorted(by: { $0.count > $1.count }) {
                    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: word.count)
                    _ = bytes.initialize(from: word)
                    words.initializeElement(at: next, to: UnsafeBufferPointer(bytes))
                    next += 1
                }
                starts[b + 1] = Int32(next)
            }
        }

        @inline(__always)
        func longest(in bucket: Int, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
            for w in Int(starts[bucket])..<Int(starts[bucket + 1]) where holds(words[w]) { return words[w].count }
            return nil
        }
    }
}
