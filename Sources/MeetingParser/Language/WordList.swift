/// A closed list of words, found at a place in a text by their first or last character.
///
/// Look-up is one hash of a character and a few comparisons; the longest word wins.
struct WordList: Sendable {
    private struct Table: Sendable {
        var words: [[UInt8]] = []
        /// `starts[b]..<starts[b + 1]` are the words of bucket `b`, longest first.
        var starts: [Int32] = []
    }

    private static let buckets = 512
    private let byFirst: Table
    private let byLast: Table

    /// Words separated by white space.
    init(_ words: String) {
        let list = Set(words.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
        byFirst = Self.table(list) { Self.bucket($0[...]) }
        byLast = Self.table(list) { Self.bucket($0.suffix(Self.lastWidth($0))) }
    }

    /// Length in bytes of the longest word that begins at `i`, or nil.
    func match(_ text: Text, at i: Int) -> Int? {
        guard i < text.end else { return nil }
        return longest(byFirst, Self.bucket(text, at: i)) { text.has($0, at: i) }
    }

    /// Length in bytes of the longest word that ends at `i`, or nil.
    func match(_ text: Text, endingAt i: Int) -> Int? {
        guard i > text.start else { return nil }
        return longest(byLast, Self.bucket(text, at: text.before(i))) { text.has($0, at: i - $0.count) }
    }

    /// Whether the whole text is one of the words.
    func contains(_ text: Text) -> Bool { match(text, at: text.start) == text.count }

    /// The first word in the text at or after `from`.
    func first(in text: Text, from: Int? = nil) -> Range<Int>? {
        var i = from ?? text.start
        while i < text.end {
            if let n = match(text, at: i) { return i..<i + n }
            i += text.width(at: i)
        }
        return nil
    }

    private func longest(
        _ table: Table, _ bucket: Int, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Int? {
        for w in Int(table.starts[bucket])..<Int(table.starts[bucket + 1])
        where table.words[w].withUnsafeBufferPointer(holds) {
            return table.words[w].count
        }
        return nil
    }

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

    private static func lastWidth(_ word: [UInt8]) -> Int {
        (word.last ?? 0) < 0x80 ? 1 : 3
    }

    private static func table(_ list: Set<[UInt8]>, bucket: ([UInt8]) -> Int) -> Table {
        var rows = Array(repeating: [[UInt8]](), count: buckets)
        for word in list { rows[bucket(word)].append(word) }
        var table = Table(words: [], starts: [0])
        for row in rows {
            table.words += row.sorted {
                $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
            }
            table.starts.append(Int32(table.words.count))
        }
        return table
    }
}
