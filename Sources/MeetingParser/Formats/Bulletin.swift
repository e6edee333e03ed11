/// A file that tells a day's news, a heading an item: 新闻联播 as it is archived, newsletters, 简报.
///
/// A report of one meeting may have headings too. A bulletin is what lists its headings at the top, or opens most of its
/// items with a dateline, or calls itself one.
package struct Bulletin {
    /// The items in their order, each with its heading.
    package private(set) var items: [[UInt8]] = []
    /// What the bulletin says of all its items: when it was published, and where.
    package private(set) var columns: [String: String] = [:]

    /// A heading: its level, and where its line or element begins and ends.
    private struct Heading {
        var level: Int
        var range: Range<Int>
        var text: String
    }

    /// nil where a file is no bulletin.
    package init?(_ report: Report) {
        guard Self.mayBe(report) else { return nil }
        let bytes = TextDecoding.decode(report.bytes).bytes
        let frontMatter = FrontMatter(bytes)
        let headings = report.isMarkdown ? Self.markdownHeadings(bytes, from: frontMatter.bodyStart) : Self.htmlHeadings(bytes)
        guard let sections = Self.sections(of: headings, in: bytes), Self.isBulletin(sections, headings, bytes) else { return nil }
        items = sections.map { Array(bytes[$0.range]) }
        columns = frontMatter.values.filter { ["date", "published", "source", "publisher"].contains($0.key) }
        let day = headings.prefix { $0.range.lowerBound < sections[0].range.lowerBound }.lazy.compactMap { Self.day(in: $0.text) }.first
        if let day, columns["date"] == nil, columns["published"] == nil { columns["published"] = day }
    }

    /// A look at the bytes, which is enough for nearly every file: several headings of one level.
    private static func mayBe(_ report: Report) -> Bool {
        // `\n#` and `<h`, with what makes them a heading of the second to fourth level.
        let (first, second) = report.isMarkdown ? (UInt8(0x0A), UInt8(ascii: "#")) : (UInt8(ascii: "<"), UInt8(ascii: "h"))
        return report.bytes.withUnsafeBufferPointer { bytes in
            var start = 0, found = 0
            while found < 2, let at = UnsafeBufferPointer(rebasing: bytes[start...]).offset(of: first) {
                start += at + 1
                guard start + 1 < bytes.count, bytes[start] | 0x20 == second | 0x20 else { continue }
                if report.isMarkdown || (0x32...0x34).contains(bytes[start + 1]) { found += 1 }
            }
            return found == 2
        }
    }

    /// Lines that begin with `#`, as a reader of Markdown takes them.
    private static func markdownHeadings(_ bytes: [UInt8], from start: Int) -> [Heading] {
        var headings: [Heading] = []
        var line = start
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
            let level = bytes[line..<end].prefix { $0 == UInt8(ascii: "#") }.count
            if (1...4).contains(level), line + level < end, bytes[line + level] == 0x20 {
                headings.append(
                    Heading(level: level, range: line..<end, text: String(decoding: bytes[(line + level)..<end], as: UTF8.self)))
            }
            line = end + 1
        }
        return headings
    }

    /// `<h2>…</h2>`, looked for without reading the page, which costs a moment of every page that has headings.
    private static func htmlHeadings(_ bytes: [UInt8]) -> [Heading] {
        var headings: [Heading] = []
        bytes.withUnsafeBufferPointer { bytes in
            var i = 0
            while let at = UnsafeBufferPointer(rebasing: bytes[i...]).offset(of: UInt8(ascii: "<")), i + at + 3 < bytes.count {
                let start = i + at
                i = start + 1
                guard bytes[i].lowercased == UInt8(ascii: "h"), (0x31...0x34).contains(bytes[i + 1]), !bytes[i + 2].isASCIILetter,
                    let end = closing(bytes, from: i)
                else { continue }
                let text = words(bytes[start..<end])
                headings.append(Heading(level: Int(bytes[i + 1] - 0x30), range: start..<end, text: text))
                i = end
            }
        }
        return headings
    }

    /// Behind the next `</h…>`; nil where no heading is that long.
    private static func closing(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let end = min(bytes.count, start + 2000)
        var i = start
        while i + 3 < end {
            if bytes[i] == UInt8(ascii: "<"), bytes[i + 1] == UInt8(ascii: "/"), bytes[i + 2].lowercased == UInt8(ascii: "h") {
                return bytes[i..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
            }
            i += 1
        }
        return nil
    }

    /// The text of a piece of a page without its tags.
    private static func words(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        var text: [UInt8] = [], isTag = false
        for byte in part {
            if byte == UInt8(ascii: "<") { isTag = true }
            if !isTag { text.append(byte) }
            if byte == UInt8(ascii: ">") { isTag = false }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The sections of the deepest level that occurs twice, each from its heading to the next of its level or above.
    private static func sections(of headings: [Heading], in bytes: [UInt8]) -> [(heading: Heading, range: Range<Int>)]? {
        let levels = headings.reduce(into: [Int: Int]()) { $0[$1.level, default: 0] += 1 }.filter { $0.value >= 2 }
        guard let level = levels.keys.max() else { return nil }
        return headings.indices.filter { headings[$0].level == level }.map { i in
            let next = headings[(i + 1)...].first { $0.level <= level }
            return (headings[i], headings[i].range.lowerBound..<(next?.range.lowerBound ?? bytes.count))
        }
    }

    private static func isBulletin(_ sections: [(heading: Heading, range: Range<Int>)], _ headings: [Heading], _ bytes: [UInt8]) -> Bool {
        let told = sections.filter { section in
            bytes[section.heading.range.upperBound..<section.range.upperBound].count >= 60
        }
        guard told.count >= 2 else { return false }
        let before = String(decoding: bytes[..<sections[0].range.lowerBound], as: UTF8.self)
        let listed = sections.count { $0.heading.text.trimmed.count >= 6 && before.contains($0.heading.text.trimmed) }
        let isListed = listed >= 2 && listed * 2 >= sections.count
        let isNamed = headings.contains { heading in
            heading.level < sections[0].heading.level && names.contains(where: heading.text.contains)
        }
        let datelines = told.count { section in
            let text = String(decoding: bytes[section.heading.range.upperBound..<section.range.upperBound].prefix(400), as: UTF8.self)
            return datelineMarks.contains(where: text.contains)
        }
        return isListed || datelines * 3 >= told.count * 2 || isNamed && told.count >= 3
    }

    /// The day in a headline: 《新闻联播》（20230808）, 要闻 2023年8月8日.
    private static func day(in headline: String) -> String? {
        let digits = headline.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).first { $0.count == 8 }
        guard let digits, let number = Int(String(digits)) else { return PublicationTime(headline)?.day.iso }
        return CalendarDay(year: number / 10000, month: number / 100 % 100, day: number % 100)?.iso
    }

    private static let names = ["新闻联播", "联播", "简报", "快报", "早报", "晚报", "新闻摘要", "详细新闻", "要闻汇总", "一周要闻", "每日要闻", "周报"]
    private static let datelineMarks = ["央视网消息", "新华社", "人民网", "本报讯", "本网讯", "中新网", "记者从", "日电", "日讯"]
}

extension String {
    /// Without white space and list numbers at its ends.
    fileprivate var trimmed: String { String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()) }
}
