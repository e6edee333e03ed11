/// Whole numbers as reports write them: 181, １８１, 一百八十一, 三十六, 二〇二一, 廿.
enum ChineseNumeral {
    /// The number that begins at `i`, and where it ends.
    static func read(_ text: Text, at i: Int) -> (value: Int, end: Int)? {
        readDigits(text, at: i) ?? readWords(text, at: i)
    }

    /// The number that ends at `end`, and where it begins.
    static func read(_ text: Text, endingAt end: Int) -> (value: Int, start: Int)? {
        var start = end
        while start > text.start {
            let before = text.before(start)
            guard digit(text, at: before) != nil || word(text, at: before) != nil else { break }
            start = before
        }
        guard start < end, let number = read(text[start..<end], at: start), number.end == end else { return nil }
        return (number.value, start)
    }

    private static func readDigits(_ text: Text, at i: Int) -> (value: Int, end: Int)? {
        var end = i, value = 0, count = 0
        while let d = digit(text, at: end), count < 9 {
            value = value * 10 + d
            end += text.width(at: end)
            count += 1
        }
        return count > 0 ? (value, end) : nil
    }

    /// 0–9 or ０–９
    private static func digit(_ text: Text, at i: Int) -> Int? {
        if text.isDigit(at: i) { return Int(text[i] - 0x30) }
        guard text[i] == 0xEF, text[i + 1] == 0xBC, text[i + 2] >= 0x90, text[i + 2] <= 0x99 else { return nil }
        return Int(text[i + 2] - 0x90)
    }

    private static func readWords(_ text: Text, at i: Int) -> (value: Int, end: Int)? {
        var end = i, total = 0, current = 0, digits = 0, hasUnit = false
        while end < text.end, digits < 12, let value = word(text, at: end) {
            if value >= 10 {
                hasUnit = true
                total += max(current, 1) * value
                current = 0
            } else {
                current = hasUnit ? value : current * 10 + value
            }
            digits += 1
            end += text.width(at: end)
        }
        return digits > 0 ? (total + current, end) : nil
    }

    private static func word(_ text: Text, at i: Int) -> Int? {
        guard text[i] >= 0xE3 else { return nil }
        return words.first { text.has($0.word, at: i) }?.value
    }

    private static let words: [(word: Literal, value: Int)] = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9), ("十", 10),
        ("〇", 0), ("○", 0), ("零", 0), ("百", 100), ("千", 1000), ("两", 2),
    ]
}
