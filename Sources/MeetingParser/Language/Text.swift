import Foundation

/// A stretch of a report's plain text: UTF-8 bytes, addressed by their offsets in the whole text.
///
/// What rules compare is folded: ASCII punctuation between Chinese is full-width, traditional characters are simplified.
/// What `string` gives is the text as printed. Both have the same offsets.
///
/// `Text` borrows the bytes of its `ReportDocument` (or of `withText` in tests) and must not outlive them.
/// Reading outside of the stretch gives 0, so that rules look ahead and behind without checking bounds.
struct Text: Hashable, @unchecked Sendable {
    let base: UnsafePointer<UInt8>
    /// What is known of a longer stretch of which this is a part; nil where nothing is.
    private let known: Contents?
    private let lower, upper: UInt32

    // Three words, so that a text is passed and returned in registers.

    init(base: UnsafePointer<UInt8>, start: Int, end: Int, known: Contents? = nil) {
        self.base = base
        self.known = known
        lower = UInt32(truncatingIfNeeded: start)
        upper = UInt32(truncatingIfNeeded: max(start, end))
    }

    /// Byte offset of the first byte in the whole text.
    @inline(__always) var start: Int { Int(lower) }
    /// Byte offset behind the last byte in the whole text.
    @inline(__always) var end: Int { Int(upper) }

    /// What a longer stretch holds of which this is a part; nil where it is not known.
    @inline(__always) var contents: Contents? {
        guard let known, known.isComplete else { return nil }
        return known
    }

    /// Whether a word may occur, as far as the characters of the stretch tell.
    @inline(__always)
    func mayHold(_ word: Literal) -> Bool {
        guard let known else { return true }
        return known.characters.mayHold(word)
    }

    /// The characters of the stretch; nil where they are not known.
    @inline(__always) var characters: CharacterFilter? { known?.characters }

    /// How far behind `base` the text stands as printed; where a character is shorter than its folded form, NUL bytes
    /// fill the place.
    private var printedOffset: Int { known?.printedOffset ?? 0 }

    /// The same text, known to hold nothing else.
    func holding(_ contents: Contents) -> Text { Text(base: base, start: start, end: end, known: contents) }

    /// Words of the program itself, which live as long as it does: for examples.
    init(_ words: Literal) { self.init(base: words.text.utf8Start, start: 0, end: words.count) }

    var range: Range<Int> { start..<end }
    var count: Int { end - start }
    var isEmpty: Bool { start == end }

    subscript(i: Int) -> UInt8 { i >= start && i < end ? base[i] : 0 }

    /// The first three bytes at `i`, zeros behind the end: they tell a Chinese character.
    @inline(__always)
    func firstBytes(at i: Int) -> (UInt8, UInt8, UInt8) {
        i >= start && i + 2 < end ? (base[i], base[i + 1], base[i + 2]) : (self[i], self[i + 1], self[i + 2])
    }

    /// The place of the character at `i` in filters.
    @inline(__always)
    func place(at i: Int) -> Int {
        let (a, b, c) = firstBytes(at: i)
        return CharacterFilter.place(a, b, c)
    }

    /// The part of this stretch between two offsets, cut to its bounds.
    subscript(bounds: Range<Int>) -> Text {
        let lower = min(max(bounds.lowerBound, start), end)
        return Text(base: base, start: lower, end: min(max(bounds.upperBound, lower), end), known: known)
    }

    func from(_ i: Int) -> Text { self[i..<max(i, end)] }
    func upTo(_ i: Int) -> Text { self[min(start, i)..<i] }

    /// The text as printed, as a text to compare by.
    var printed: Text { Text(base: base + printedOffset, start: start, end: end) }

    /// The text as printed.
    var string: String {
        let bytes = UnsafeBufferPointer(start: base + printedOffset + start, count: count)
        guard !isEmpty else { return "" }
        _ = Steps.take(1 + count >> 5)
        if memchr(bytes.baseAddress!, 0, count) != nil { return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self) }
        // The whole text is UTF-8, and so is a part that cuts no character.
        let isWhole = bytes[0] & 0xC0 != 0x80 && endsCharacter
        return isWhole ? String(copying: UTF8Span(unchecked: bytes.span)) : String(decoding: bytes, as: UTF8.self)
    }

    /// The text as printed, without blanks (U+0020).
    var unspaced: String { find(" ") == nil ? string : string.filter { $0 != " " } }

    /// Whether the last character is whole.
    private var endsCharacter: Bool {
        let last = before(end)
        return base[last] < 0x80 || last + width(at: last) == end
    }

    // MARK: Comparing

    func has(_ word: Literal, at i: Int) -> Bool {
        let n = word.count, bytes = word.text.utf8Start
        // Most comparisons fail on the last byte of the first character; calling memcmp for them would cost more.
        guard i >= start, i + n <= end, n > 0, base[i] == bytes[0], n < 3 || base[i + 2] == bytes[2] else { return false }
        return memcmp(base + i, bytes, n) == 0
    }

    func has(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        let n = bytes.count
        guard i >= start, i + n <= end else { return false }
        return n == 0 || base[i + n - 1] == bytes[n - 1] && memcmp(base + i, bytes.baseAddress!, n) == 0
    }

    func has(_ other: Text, at i: Int) -> Bool {
        other.withBytes { has($0, at: i) }
    }

    func hasPrefix(_ word: Literal) -> Bool { has(word, at: start) }
    func hasSuffix(_ other: Text) -> Bool { has(other, at: end - other.count) }
    func hasSuffix(_ word: Literal) -> Bool { has(word, at: end - word.count) }
    /// Where a word with which the text begins ends, blanks within it aside (责 编：X); nil where it does not begin so.
    func endOfSpaced(_ word: Literal) -> Int? {
        var i = start
        for w in 0..<word.count {
            while self[i] == 0x20 { i += 1 }
            guard self[i] == word.text.utf8Start[w] else { return nil }
            i += 1
        }
        return i
    }

    /// Whether the text is a word, blanks aside.
    func isSpaced(_ word: Literal) -> Bool { endOfSpaced(word).map { from($0).trimmed.isEmpty } ?? false }

    func hasPrefix(anyOf words: [Literal]) -> Literal? { words.first { hasPrefix($0) } }
    func hasSuffix(anyOf words: [Literal]) -> Literal? { words.first { hasSuffix($0) } }

    static func == (a: Text, b: Text) -> Bool { a.count == b.count && a.has(b, at: a.start) }
    func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }
    static func == (a: Text, b: Literal) -> Bool { a.count == b.count && a.hasPrefix(b) }

    func withBytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        body(UnsafeBufferPointer(start: base + start, count: count))
    }

    // MARK: Characters

    /// Length in bytes of the character that begins at `i`.
    func width(at i: Int) -> Int {
        let byte = self[i]
        if byte < 0x80 { return 1 }
        return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    /// The offset at which the character before `i` begins.
    func before(_ i: Int) -> Int {
        var j = i - 1
        while j > start, self[j] & 0xC0 == 0x80 { j -= 1 }
        return j
    }

    /// At most so many bytes from the start; no character is cut in two.
    func first(_ bytes: Int) -> Text {
        count <= bytes ? self : upTo(before(start + bytes + 1))
    }

    /// At most so many bytes up to the end; no character is cut in two.
    func last(_ bytes: Int) -> Text {
        guard count > bytes else { return self }
        var i = end - bytes
        while i < end, self[i] & 0xC0 == 0x80 { i += 1 }
        return from(i)
    }

    /// The offset `n` characters before `i`, or nil where the text begins earlier.
    func before(_ i: Int, by n: Int) -> Int? {
        var j = i
        for _ in 0..<n {
            guard j > start else { return nil }
            j = before(j)
        }
        return j
    }

    /// The number of characters (Unicode scalars).
    var length: Int {
        var n = 0
        for i in start..<end where base[i] & 0xC0 != 0x80 { n += 1 }
        return n
    }

    func isDigit(at i: Int) -> Bool { self[i] >= 0x30 && self[i] <= 0x39 }

    /// Whether a Chinese character (U+3400–U+9FFF, or of the supplementary planes) begins at `i`.
    func isHan(at i: Int) -> Bool {
        let byte = self[i]
        if byte == 0xE3 { return self[i + 1] >= 0x90 }
        return byte >= 0xE4 && byte <= 0xE9 || byte == 0xF0
    }

    /// How far the character at `i` opens (1) or closes (-1) a title or a quotation: 《 “ and 》 ”.
    func quotation(at i: Int) -> Int {
        switch firstBytes(at: i) {
        case (0xE3, 0x80, 0x8A), (0xE2, 0x80, 0x9C): 1
        case (0xE3, 0x80, 0x8B), (0xE2, 0x80, 0x9D): -1
        default: 0
        }
    }

    /// Behind the Chinese characters (U+4000–U+9FFF) that begin at `i`.
    func skippingHan(from i: Int) -> Int {
        var i = i
        while i < end, base[i] >= 0xE4, base[i] <= 0xE9 { i += 3 }
        return min(i, end)
    }
}

/// Runs a closure over a string's bytes as `Text`: for tests and for values that come from metadata.
func withText<R>(_ string: String, _ body: (Text) throws -> R) rethrows -> R {
    var string = string
    return try string.withUTF8 { bytes in
        guard let base = bytes.baseAddress else {
            return try withUnsafePointer(to: UInt8(0)) { try body(Text(base: $0, start: 0, end: 0)) }
        }
        return try body(Text(base: base, start: 0, end: bytes.count))
    }
}
