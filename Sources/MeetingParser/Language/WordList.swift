/// A closed list of words, found at a place in a text by their first or last character.
///
/// Look-up is one hash of a character and a few comparisons; the longest word wins. Lists are made once and live as long
/// as the program, so their bytes are kept without reference counts.
struct WordList: @unchecked Sendable {
    private static let buckets = 512
    private let byFirst: Table
    private let byLast: Table
    /// The characters with which words begin, those that are words, and those with which words end.
    private let firsts, singles, lasts: CharacterFilter
    /// The pairs of characters with which longer words begin, each by a place of its own.
    private let pairs: CharacterFilter
    /// The list's bit in the vocabulary; empty where it is none of it.
    let vocabulary: Vocabulary

    /// Words separated by white space.
    init(_ words: StaticString, _ vocabulary: Vocabulary = []) {
        self.init(Self.split(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)), vocabulary)
    }

    init(_ words: [Literal], _ vocabulary: Vocabulary = []) {
        self.init(words.map { UnsafeBufferPointer(start: $0.text.utf8Start, count: $0.count) }, vocabulary)
    }

    /// Words that are part of the program, and stay where they are.
    private init(_ words: [UnsafeBufferPointer<UInt8>], _ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        byFirst = Table(words) { Self.bucket(Self.first($0)) }
        byLast = Table(words) { Self.bucket(Self.last($0)) }
        firsts = Self.filter(words) { Self.place(Self.first($0)) }
        singles = Self.filter(words) { $0.count == Self.first($0).count ? Self.place($0) : nil }
        lasts = Self.filter(words) { Self.place(Self.last($0)) }
        pairs = Self.filter(words) { word in
            let rest = UnsafeBufferPointer(rebasing: word[Self.first(word).count...])
            return rest.isEmpty ? nil : CharacterFilter.place(pair: Self.place(word), Self.place(rest))
        }
    }

    private static func split(_ bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
        var words: [UnsafeBufferPointer<UInt8>] = []
        words.reserveCapacity(bytes.count / 7)
        var start = 0
        for i in 0...bytes.count where i == bytes.count || bytes[i] <= 0x20 {
            if i > start { words.append(UnsafeBufferPointer(rebasing: bytes[start..<i])) }
            start = i + 1
        }
        return words
    }

    /// The first character of a word, and the last.
    private static func first(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: word[..<min(word[0] < 0x80 ? 1 : 3, word.count)])
    }

    private static func last(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let width = word[word.count - 1] < 0x80 ? 1 : min(3, word.count)
        return UnsafeBufferPointer(rebasing: word[(word.count - width)...])
    }

    private static func place(_ word: UnsafeBufferPointer<UInt8>) -> Int { CharacterFilter.place(word.baseAddress!, word.count) }

    private static func filter(
        _ words: [UnsafeBufferPointer<UInt8>], _ place: (UnsafeBufferPointer<UInt8>) -> Int?
    ) -> CharacterFilter {
        let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: CharacterFilter.words)
        memory.initialize(repeating: 0, count: CharacterFilter.words)
        let filter = CharacterFilter(memory)
        for word in words { if let place = place(word) { filter.add(place) } }
        return filter
    }

    /// Length in bytes of the longest word that begins at `i`, or nil.
    @inline(__always)
    func match(_ text: Text, at i: Int) -> Int? {
        firsts.mayHold(text.place(at: i)) ? longest(text, at: i) : nil
    }

    private func longest(_ text: Text, at i: Int) -> Int? {
        let first = text.place(at: i)
        guard singles.mayHold(first) || pairs.mayHold(CharacterFilter.place(pair: first, text.place(at: i + text.width(at: i)))) else {
            return nil
        }
        return i < text.end && Steps.take() ? byFirst.longest(in: Self.bucket(text, at: i)) { text.has($0, at: i) } : nil
    }

    /// Length in bytes of the longest word that ends at `i`, or nil.
    func match(_ text: Text, endingAt i: Int) -> Int? {
        guard i > text.start else { return nil }
        // Nearly all characters are Chinese.
        let isChinese = i - 3 >= text.start && i <= text.end && text.base[i - 3] >= 0xE4 && text.base[i - 3] <= 0xE9
        let last = isChinese ? i - 3 : text.before(i)
        guard lasts.mayHold(text.place(at: last)) else { return nil }
        return byLast.longest(in: Self.bucket(text, at: last)) { text.has($0, at: i - $0.count) }
    }

    /// Whether one of the words occurs, in one pass whatever their number.
    func occurs(in text: Text) -> Bool { first(in: text) != nil }

    /// The first place at which one of the words begins, at or after `from`.
    func first(in text: Text, from: Int? = nil) -> Int? {
        let from = max(from ?? text.start, text.start)
        if !vocabulary.isEmpty, text.contents != nil { return text.first(vocabulary, from: from) { longest(text, at: $0) != nil } }
        guard Steps.areLeft else { return nil }
        let bytes = text.base, end = text.end
        var i = from
        defer { _ = Steps.take(1 + (i - from) >> 4) }
        while i < end {
            // Nearly all characters are Chinese.
            while i + 2 < end, bytes[i] >= 0xE0, bytes[i] < 0xF0 {
                if firsts.mayHold(CharacterFilter.place(wide: bytes[i + 1], bytes[i + 2])), longest(text, at: i) != nil { return i }
                i += 3
            }
            guard i < end else { return nil }
            if match(text, at: i) != nil { return i }
            i += text.width(at: i)
        }
        return nil
    }

    func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { byFirst.forEachWord(body) }

    /// Whether the whole text is one of the words.
    func contains(_ text: Text) -> Bool { match(text, at: text.start) == text.count }

    // MARK: Hashing a character

    private static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        (Int(a) &* 31 &+ Int(b) &* 127 &+ Int(c) &* 7) & (buckets - 1)
    }

    private static func bucket(_ text: Text, at i: Int) -> Int {
        text[i] < 0x80 ? bucket(text[i], 0, 0) : bucket(text[i], text[i + 1], text[i + 2])
    }

    private static func bucket(_ word: UnsafeBufferPointer<UInt8>) -> Int {
        guard word[0] >= 0x80, word.count >= 3 else { return bucket(word[0], 0, 0) }
        return bucket(word[0], word[1], word[2])
    }

    // MARK: Storage

    /// The words by bucket, longest first.
    private struct Table {
        private let words: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>>
        /// `starts[b]..<starts[b + 1]` are the words of bucket `b`.
        private let starts: UnsafeMutableBufferPointer<Int32>

        init(_ list: [UnsafeBufferPointer<UInt8>], bucket: (UnsafeBufferPointer<UInt8>) -> Int) {
            words = .allocate(capacity: max(1, list.count))
            starts = .allocate(capacity: buckets + 2)
            starts.initialize(repeating: 0)
            for word in list { starts[bucket(word) + 2] += 1 }
            for b in 2..<buckets + 2 { starts[b] += starts[b - 1] }
            // `starts[b + 1]` moves to the end of bucket `b` as its words are put there, the longer before the shorter.
            let begins = Array(starts)
            for word in list {
                let b = bucket(word) + 1
                var place = Int(starts[b])
                starts[b] += 1
                words.initializeElement(at: place, to: word)
                while place > Int(begins[b]), words[place - 1].count < word.count {
                    words.swapAt(place, place - 1)
                    place -= 1
                }
            }
        }

        func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
            for w in 0..<Int(starts[buckets]) { body(words[w]) }
        }

        @inline(__always)
        func longest(in bucket: Int, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int? {
            for w in Int(starts[bucket])..<Int(starts[bucket + 1]) where holds(words[w]) { return words[w].count }
            return nil
        }
    }
}
