/// 《…》 titles in order of first mention.
///
/// A short title that repeats the end of an earlier one (《条例》) refers back to it and is no document of its own.
/// A title within a title (〈…〉) belongs to the outer one.
enum CitedDocuments {
    static func extract(from document: ReportDocument) -> [Match<CitedDocument>] {
        var found: [Match<CitedDocument>] = []
        var index: [Text: Int] = [:]
        for paragraph in document.paragraphs {
            for range in titles(in: paragraph.text) {
                let title = paragraph.text[range].trimmed
                guard !title.isEmpty, !journals.contains(title) else { continue }
                if let known = index[title.printed] {
                    found[known].value.mentions += 1
                } else if !refersBack(title, to: found, in: document.text) {
                    index[title.printed] = found.count
                    found.append(Match(value: CitedDocument(title: title.string, mentions: 1), range: range, rule: marked.name))
                }
            }
        }
        return found
    }

    static let rules: [Rule<Text>] = [
        Rule(
            "book-title-marks", cues: ["《"], in: .titles,
            examples: [("审议《防汛办法》", Text("防汛办法")), ("《关于〈办法〉的说明》", Text("关于〈办法〉的说明")), ("《办法 is not closed", nil)]
        ) { text, open in
            guard let close = closing(text, from: open.upperBound) else { return nil }
            return Match(value: text[open.upperBound..<close], range: open.upperBound..<close)
        }
    ]

    /// Byte ranges of the text between 《 and its 》.
    private static let marked = rules.named("book-title-marks")

    static func titles(in text: Text) -> [Range<Int>] { marked.all(in: text).map(\.range) }

    /// The 》 that closes the title, past titles nested in it; where they are not balanced, the first 》.
    private static func closing(_ text: Text, from start: Int) -> Int? {
        var depth = 1, i = start
        var first: Int?
        // A title is never longer than this.
        let end = min(text.end, start + 1200)
        while i < end {
            // 《 is E3 80 8A, 》 is E3 80 8B.
            if text[i] == 0xE3, text[i + 1] == 0x80, text[i + 2] == 0x8A || text[i + 2] == 0x8B {
                let isOpening = text[i + 2] == 0x8A
                depth += isOpening ? 1 : -1
                if !isOpening { first = first ?? i }
                if depth == 0 { return i }
            }
            i += text.width(at: i)
        }
        return first
    }

    private static func refersBack(_ title: Text, to found: [Match<CitedDocument>], in text: Text) -> Bool {
        guard title.count <= 18 else { return false }
        let bare = withoutBrackets(title)
        // A title refers back to one of the last that were named.
        return found.suffix(64).contains { earlier in
            let whole = text[earlier.range]
            return withoutBrackets(whole).hasSuffix(bare) || bare.length <= 2 && whole.find(bare) != nil
        } || generic.contains(title)
    }

    /// 办法（试行） → 办法
    private static func withoutBrackets(_ title: Text) -> Text { title.upTo(title.find(anyOf: ["（", "("])?.at ?? title.end) }

    /// Names of kinds of documents, which name none.
    private static let generic = WordList(
        "条例 办法 规定 意见 方案 报告 通知 规划 决定 细则 纲要 计划 措施 规则 实施方案 实施意见 工作方案 若干措施 决议 公报 建议 草案 清单 要点 准则 章程")

    /// Periodicals are read, not deliberated.
    private static let journals = WordList("求是 人民日报 光明日报 经济日报 新闻联播 焦点访谈 半月谈 学习时报 新华每日电讯 中国纪检监察报 今日说法")
}
