/// What a text looks like as a whole, which tells what its blanks, dots and line feeds mean.
struct TextShape {
    /// A blank between all characters, as PDF converters leave them: 区 委 常 委 会.
    var isSpacedOut = false
    /// Sentences end with ASCII full stops, and none with 。.
    var endsWithDots = false
    /// Columns at which mail programs and PDF converters cut lines; nil where lines are paragraphs.
    var cutWidth: Int?
    /// Mirrors put the pronunciation behind characters: 會(huì)議.
    var hasPinyin = false

    init() {}

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isPlain: Bool) {
        var characters = 0, spaced = 0, dots = 0, stops = 0, pinyin = 0
        var i = start
        while i + 2 < bytes.count {
            let byte = bytes[i]
            guard byte >= 0xE3, byte <= 0xE9 else {
                i += 1
                continue
            }
            if byte == 0xE3 {
                if bytes[i + 1] == 0x80, bytes[i + 2] == 0x82 { stops += 1 }
                i += 3
                continue
            }
            // Most characters stand before another, which is nothing to look at.
            let run = i
            repeat { i &+= 3 } while i &+ 2 < bytes.count && bytes[i] >= 0xE4 && bytes[i] <= 0xE9
            characters += (i - run) / 3
            guard i + 1 < bytes.count else { break }
            switch bytes[i] {
            case 0x20: if bytes[i + 1] >= 0xE4, bytes[i + 1] <= 0xE9 { spaced += 1 }
            case UInt8(ascii: "."): if bytes[i + 1] >= 0xE4 || bytes[i + 1] <= 0x20 { dots += 1 }
            case UInt8(ascii: "("): if Self.pinyin(bytes, at: i).map({ $0.hasAccent }) ?? false { pinyin += 1 }
            default: break
            }
        }
        isSpacedOut = spaced * 2 > characters && characters > 12
        endsWithDots = stops == 0 && dots >= 2
        hasPinyin = pinyin >= 2
        if isPlain { cutWidth = Self.cutWidth(bytes, from: start) }
    }

    /// Where the pronunciation in brackets that begins at `i` ends, and whether a vowel of it has an accent.
    static func pinyin(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (end: Int, hasAccent: Bool)? {
        var j = i + 1, hasAccent = false
        while j < bytes.count, j - i < 12 {
            let byte = bytes[j]
            if byte == UInt8(ascii: ")") { return j > i + 1 ? (j + 1, hasAccent) : nil }
            // ā á ǎ à ü …: U+00C0–U+01FF
            if byte >= 0xC3, byte <= 0xC7 {
                hasAccent = true
                j += 2
            } else if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
                j += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// The width of the longest line, if lines that stop in mid-sentence and go on in the next are mostly about as long.
    private static func cutWidth(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var lines: [(width: Int, isOpen: Bool)] = []
        var i = start
        while i < bytes.count, lines.count < 2000 {
            var end = i, width = 0
            while end < bytes.count, bytes[end] != 0x0A {
                let byte = bytes[end]
                // Nearly all characters are Chinese, of three bytes.
                if byte >= 0xE0, byte < 0xF0, end + 3 <= bytes.count {
                    width += 2
                    end += 3
                    continue
                }
                if byte & 0xC0 != 0x80, byte != 0x0D { width += byte < 0x80 ? 1 : 2 }
                end += 1
            }
            let goesOn = end + 1 < bytes.count && bytes[end + 1] > 0x20
            lines.append((width, goesOn && width > 0 && !endsSentence(bytes, i..<end)))
            i = end + 1
        }
        let open = lines.filter(\.isOpen), widest = lines.map(\.width).max() ?? 0
        // Headings are open too, and short.
        guard (28...130).contains(widest) else { return nil }
        if open.count >= 2, open.allSatisfy({ $0.width >= widest - 6 }) { return widest - 6 }
        let full = open.count { $0.width >= widest - 8 }
        return full >= 8 && full * 3 >= open.count ? widest - 8 : nil
    }

    /// Whether a line ends with 。！？；：”） or with a mark of ASCII.
    private static func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var end = line.upperBound
        while end > line.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end - 3 >= line.lowerBound else { return true }
        if bytes[end - 1] < 0x80 {
            return !(bytes[end - 1].isASCIILetter || bytes[end - 1].isASCIIDigit || bytes[end - 1] == UInt8(ascii: ","))
        }
        switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
        case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x9A), (0xE2, 0x80, 0x9D),
            (0xEF, 0xBC, 0x89):
            return true
        default: return false
        }
    }
}
