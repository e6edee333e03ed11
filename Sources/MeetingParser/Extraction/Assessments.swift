/// Verdicts on single units: 海淀区…；但在A、B、C等方面仍存不足。
enum Assessments {
    static func extract(from document: ReportDocument) -> [Match<Assessment>] {
        var found: [Match<Assessment>] = []
        for paragraph in document.paragraphs where lackWords.occurs(in: paragraph.text) {
            let parts = paragraph.sentences.flatMap { $0.split(["；", "。"]) }
            found += parts.compactMap { rules.firstMatch(in: $0) }
            found += joined(Array(paragraph.sentences))
        }
        return found
    }

    static let rules: [Rule<Assessment>] = [
        Rule(
            "strengths-and-shortcomings", cue: "但",
            examples: [
                (
                    "河东区成效明显，但在垃圾分类、物业管理等方面仍存不足",
                    Assessment(unit: "河东区", strengths: "成效明显", shortcomings: ["垃圾分类", "物业管理"])
                ), ("河东区成效明显，但任务仍重", nil),
            ]
        ) { part, but in
            guard let unit = unit(in: part), unit.end < but.lowerBound, let shortcomings = shortcomings(part.from(but.lowerBound)) else {
                return nil
            }
            let strengths = part[unit.end..<but.lowerBound].string.trimmingCommas
            return Match(value: Assessment(unit: unit.string, strengths: strengths, shortcomings: shortcomings), range: part.range)
        }
    ]

    static let lackWords = WordList(lacks, .shortcomings)
    private static let lacks: [Literal] = [
        "仍存不足", "仍存在不足", "还存在不足", "存在不足", "仍有不足", "存在短板", "仍有短板", "还有差距", "仍存短板", "有待加强", "存在差距", "仍有差距", "还有不足", "存在薄弱环节",
    ]

    /// The strengths may stand in one sentence and the shortcomings in the next: 海淀区…。但在A、B等方面仍存不足。
    private static func joined(_ sentences: [Text]) -> [Match<Assessment>] {
        zip(sentences, sentences.dropFirst()).compactMap { strengths, lack in
            guard lack.contains(anyOf: lacks), lack.hasPrefix("但") || lack.hasPrefix("在"), let shortcomings = shortcomings(lack),
                let unit = unit(in: strengths)
            else { return nil }
            let praise = strengths.from(unit.end).string
            return Match(
                value: Assessment(unit: unit.string, strengths: praise, shortcomings: shortcomings),
                range: strengths.start..<lack.end, rule: "strengths-and-shortcomings")
        }
    }

    /// The unit with which a sentence begins, up to the first word for a kind of unit.
    private static func unit(in sentence: Text) -> Text? {
        let start = sentence.start
        var i = start
        for _ in 0..<12 {
            guard i < sentence.end else { return nil }
            for kind in kinds where sentence.has(kind, at: i) && i > start {
                let end = i + kind.count
                // 开发区 of 经济技术开发区 and 区 of 海淀区: the first word that closes a name.
                return sentence[start..<end]
            }
            i += sentence.width(at: i)
        }
        return nil
    }

    private static let kinds: [Literal] = ["开发区", "新区", "街道", "地区", "区", "县", "市", "镇", "乡", "旗", "局", "村", "社区", "公司", "集团", "委"]

    /// A、B、C of 在A、B、C等方面.
    private static func shortcomings(_ text: Text) -> [String]? {
        guard let lack = text.find(anyOf: lacks) else { return nil }
        let before = text.upTo(lack.at)
        guard let start = before.findLast("在") else { return nil }
        var list = before.from(start + 3)
        if let end = list.findLast("等") ?? list.findLast("方面") { list = list.upTo(end) }
        let parts = list.split(["、"]).map(\.string).filter { !$0.isEmpty }
        return parts.isEmpty ? nil : parts
    }
}

extension String {
    fileprivate var trimmingCommas: String {
        var text = self[...]
        while let last = text.last, "，,；".contains(last) { text.removeLast() }
        return String(text)
    }
}
