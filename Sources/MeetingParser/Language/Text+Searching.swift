import Foundation

/// Finding words.
extension Text {
    /// The offset of the first occurrence of a word at or after `from`.
    func find(_ word: Literal, from: Int? = nil) -> Int? {
        mayHold(word) ? search(word, from: max(from ?? start, start)) : nil
    }

    /// Looks for a word of which it was asked already whether it may occur.
    private func search(_ word: Literal, from: Int) -> Int? {
        let n = word.count, last = end - n
        guard n > 0, Steps.areLeft else { return nil }
        var i = from
        defer { _ = Steps.take(1 + max(0, i - from) >> 4) }
        let first = Int32(word.text.utf8Start[n - 1])
        // The last byte of a Chinese character varies most, so memchr skips furthest on it.
        while i <= last {
            guard let hit = memchr(base + i + n - 1, first, last - i + 1) else {
                i = last
                return nil
            }
            let at = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - base - n + 1
            if base[at] == word.text.utf8Start[0], memcmp(base + at, word.text.utf8Start, n) == 0 { return at }
            i = at + 1
        }
        return nil
    }

    /// Of the places at or after `from` where a word of a list may begin the first that is one; nil where none is, or where
    /// it is not known what the text holds.
    @inline(__always)
    func first(_ list: Vocabulary, from: Int, where isOne: (Int) -> Bool) -> Int? {
        guard let contents, !contents.vocabulary.isDisjoint(with: list), Steps.take() else { return nil }
        let hints = contents.hints
        // By halves: a sentence may have many, and be asked for one after another.
        var low = 0, high = hints.count
        while low < high {
            let middle = (low + high) / 2
            if Int(hints[middle].offset) < from { low = middle + 1 } else { high = middle }
        }
        for hint in hints[low...] where !hint.lists.isDisjoint(with: list) {
            let i = Int(hint.offset)
            if i >= end || !Steps.take() { return nil }
            if isOne(i) { return i }
        }
        return nil
    }

    func findLast(_ word: Literal) -> Int? {
        let n = word.count
        guard n > 0, mayHold(word), Steps.areLeft else { return nil }
        let bytes = word.text.utf8Start, ones: UInt64 = 0x0101_0101_0101_0101, last = ones &* UInt64(bytes[n - 1])
        var i = end - n
        defer { _ = Steps.take(1 + (end - n - i) >> 4) }
        while i >= start {
            // Eight places at a time of which none holds the word's last byte (Mycroft's trick).
            if i - 7 >= start {
                let different = UnsafeRawPointer(base + i + n - 8).loadUnaligned(as: UInt64.self) ^ last
                if (different &- ones) & ~different & 0x8080_8080_8080_8080 == 0 {
                    i -= 8
                    continue
                }
            }
            let stop = max(start, i - 7)
            while i >= stop {
                if base[i + n - 1] == bytes[n - 1], base[i] == bytes[0], memcmp(base + i, bytes, n) == 0 { return i }
                i -= 1
            }
        }
        return nil
    }

    /// The nearest occurrence of any of the words at or after `from`; of words that begin at one place the first listed.
    ///
    /// It looks at growing stretches, so that a word that never occurs does not cost a look at the whole text each time.
    func find(anyOf words: [Literal], from: Int? = nil) -> (at: Int, word: Literal)? {
        let first = max(from ?? start, start)
        if words.count == 1 { return find(words[0], from: first).map { ($0, words[0]) } }
        // Which of the words may occur at all, by their bits; those beyond 64 are looked for in any case.
        var candidates: UInt64 = 0, areMarks = words.count <= 64
        for w in 0..<min(words.count, 64) where mayHold(words[w]) {
            candidates |= 1 << UInt64(w)
            areMarks = areMarks && words[w].isMark
        }
        return nearest(of: words, candidates, from: first, areMarks: areMarks)
    }

    /// The nearest of some words that may occur, by their bits.
    func nearest(of words: [Literal], _ candidates: UInt64, from first: Int, areMarks: Bool) -> (at: Int, word: Literal)? {
        if words.count <= 64, candidates & (candidates &- 1) == 0 {
            guard candidates != 0 else { return nil }
            let word = words[candidates.trailingZeroBitCount]
            return search(word, from: first).map { ($0, word) }
        }
        if areMarks { return findMark(words, candidates, from: first) }
        var start = first, size = 192
        while start < end {
            let stretch = self[start..<start + size + 48]
            var best: (at: Int, word: Literal)?
            for w in 0..<words.count where w >= 64 || candidates & 1 << UInt64(w) != 0 {
                if let at = stretch.search(words[w], from: start), best.map({ at < $0.at }) ?? true { best = (at, words[w]) }
            }
            if let best { return best }
            start += size
            size *= 2
        }
        return nil
    }

    /// The nearest of some words that all begin with a mark: Chinese characters need no look.
    private func findMark(_ words: [Literal], _ candidates: UInt64, from start: Int) -> (at: Int, word: Literal)? {
        guard Steps.areLeft else { return nil }
        var i = skippingHan(from: start)
        defer { _ = Steps.take(1 + (i - start) >> 4) }
        while i < end {
            var left = candidates
            while left != 0 {
                let word = words[left.trailingZeroBitCount]
                if has(word, at: i) { return (i, word) }
                left &= left - 1
            }
            i = skippingHan(from: i + width(at: i))
        }
        return nil
    }

    func contains(_ word: Literal) -> Bool { find(word) != nil }
    func contains(anyOf words: [Literal]) -> Bool { words.contains { find($0) != nil } }

    /// The offset of the first occurrence of other text at or after `from`.
    func find(_ other: Text, from: Int? = nil) -> Int? {
        guard !other.isEmpty, Steps.areLeft else { return nil }
        let first = max(from ?? start, start)
        var i = first
        defer { _ = Steps.take(1 + (i - first) >> 3) }
        while i + other.count <= end {
            if has(other, at: i) { return i }
            i += 1
        }
        return nil
    }

    // MARK: Trimming and splitting

    /// Whether it holds a Chinese character.
    var holdsHan: Bool { withBytes { $0.contains { (0xE4...0xE9).contains($0) } } }

    /// The text after a step was taken as often as it shortens it. Each turn is shorter than the one before, so it ends.
    func shortened(by step: (Text) -> Text?) -> Text {
        var part = self
        while let next = step(part), next.count < part.count, Steps.take() { part = next }
        return part
    }

    /// Without white space at both ends.
    var trimmed: Text {
        var a = start, b = end
        while a < b, self[a] <= 0x20 { a += 1 }
        while b > a, self[b - 1] <= 0x20 { b -= 1 }
        return self[a..<b]
    }

    func droppingPrefix(_ word: Literal) -> Text? { hasPrefix(word) ? from(start + word.count) : nil }
    func droppingSuffix(_ word: Literal) -> Text? { hasSuffix(word) ? upTo(end - word.count) : nil }

    /// The stretches between occurrences of any of the separators, empty ones included.
    func split(_ separators: [Literal]) -> [Text] {
        var parts: [Text] = []
        var from = start
        while let separator = find(anyOf: separators, from: from) {
            parts.append(self[from..<separator.at])
            from = separator.at + separator.word.count
        }
        parts.append(self[from..<end])
        return parts
    }

    /// Behind the last of some stops before an offset (the end, by default), looked for in so many bytes; none of the stops begins
    /// as Chinese characters do. nil where there is none.
    func behindLast(_ stops: [Literal], before end: Int? = nil, most: Int = .max) -> Int? {
        var i = end ?? self.end
        let first = most > i ? start : max(start, i - most)
        while i > first {
            i = before(i)
            guard self[i] < 0xE4 || self[i] > 0xE9, let stop = stops.first(where: { has($0, at: i) }) else { continue }
            return i + stop.count
        }
        return nil
    }

    /// What stands behind the last comma; the whole text where it has none.
    var lastClause: Text { from(findLast("，").map { $0 + 3 } ?? start) }

    /// Up to the first stop that stands within no 《》 or “”.
    var clause: Text {
        var i = start, depth = 0
        while i < end {
            i = skippingHan(from: i)
            depth = Swift.max(0, depth + quotation(at: i))
            if depth == 0, has("，", at: i) || has("。", at: i) || has("；", at: i) { return upTo(i) }
            i += width(at: i)
        }
        return self
    }
}
