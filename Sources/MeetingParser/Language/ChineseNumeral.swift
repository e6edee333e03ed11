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
            guard digit(text, at: before) != nil || word(text, at: before) != nil || letterO(text, at: before) != nil else { break }
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
        while end < text.end, digits < 12, let value = word(text, at: end) ?? (digits > 0 ? letterO(text, at: end) : nil) {
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

    /// 二O二O: the letter stands for 〇 between numerals.
    private static func letterO(_ text: Text, at i: Int) -> Int? {
        text.has("O", at: i) || text.has("o", at: i) || text.has("Ｏ", at: i) || text.has("0", at: i) ? 0 : nil
    }

    private static func word(_ text: Text, at i: Int) -> Int? {
        // By their bytes: this is asked at nearly every character of a report.
        switch text.firstBytes(at: i) {
        case (0xE4, 0xB8, 0x80): 1  // 一
        case (0xE4, 0xBA, 0x8C): 2  // 二
        case (0xE4, 0xB8, 0x89): 3  // 三
        case (0xE5, 0x9B, 0x9B): 4  // 四
        case (0xE4, 0xBA, 0x94): 5  // 五
        case (0xE5, 0x85, 0xAD): 6  // 六
        case (0xE4, 0xB8, 0x83): 7  // 七
        case (0xE5, 0x85, 0xAB): 8  // 八
        case (0xE4, 0xB9, 0x9D): 9  // 九
        case (0xE5, 0x8D, 0x81): 10  // 十
        case (0xE3, 0x80, 0x87), (0xE2, 0x97, 0x8B), (0xE9, 0x9B, 0xB6): 0  // 〇 ○ 零
        case (0xE7, 0x99, 0xBE): 100  // 百
        case (0xE5, 0x8D, 0x83): 1000  // 千
        case (0xE4, 0xB8, 0xA4): 2  // 两
        case (0xE5, 0xBB, 0xBF): 20  // 廿
        case (0xE5, 0x8D, 0x85): 30  // 卅
        default: nil
        }
    }
}
