/// League tables: who came first and who last, in prose (排名前十的是…), lists (红榜：…) and HTML tables.
enum Rankings {
    static func extract(from document: ReportDocument, period: RankingPeriod) -> [Match<Ranking>] {
        var found: [Match<Ranking>] = []
        var context = RankingContext()
        for paragraph in document.paragraphs where paragraph.cell == nil {
            guard RankingCue.gates.occurs(in: paragraph.text) else { continue }
            for sentence in paragraph.sentences {
                // 会议通报了4月“接诉即办”情况。 dates the tables that follow.
                if sentence.contains(anyOf: ["通报", "排名", "考评", "考核"]), let named = period.of(sentence.string) { context.period = named }
                for match in read(sentence, &context) { found.append(dated(match, context.period ?? period.inHeadline)) }
            }
        }
        for match in RankingTables.read(document) {
            var match = match
            match.value.period = context.period ?? period.inHeadline
            found.append(match)
        }
        return found.map(padded)
    }

    /// Places and scores are as many as the units.
    private static func padded(_ match: Match<Ranking>) -> Match<Ranking> {
        var match = match
        let count = match.value.entries.count
        if match.value.ranks.count != count { match.value.ranks = Array(repeating: nil, count: count) }
        if match.value.values.count != count { match.value.values = Array(repeating: nil, count: count) }
        return match
    }

    /// What an earlier table of the same paragraph said, for those that leave it out.
    struct RankingContext {
        var scope: String?
        var metric: String?
        var period: String?
    }

    private static func dated(_ match: Match<Ranking>, _ period: String?) -> Match<Ranking> {
        var match = match
        match.value.period = period
        return match
    }

    // MARK: Prose

    private static func read(_ sentence: Text, _ context: inout RankingContext) -> [Match<Ranking>] {
        guard sentence.contains("名") || RankingCue.beginnings.occurs(in: sentence) else { return [] }
        var found = places(sentence)
        let placed = found.map(\.range)
        var clauseStart = sentence.start
        var i = sentence.start
        while let next = stopsAndCues.first(in: sentence, from: i) {
            i = next
            if let stop = stops.first(where: { sentence.has($0, at: i) }) {
                if !sentence.has("：", at: i) { clauseStart = i + stop.count }
                i += stop.count
                continue
            }
            if placed.contains(where: { $0.contains(i) || i < $0.lowerBound && $0.lowerBound - i < 24 }) {
                i += sentence.width(at: i)
                continue
            }
            guard let cue = RankingCue.read(sentence, at: i) else {
                i += sentence.width(at: i)
                continue
            }
            let before = sentence[clauseStart..<i]
            if let list = list(sentence, before, cue) {
                let label = Self.label(list.isBefore ? before.upTo(before.start) : before, cue)
                context.scope = list.unit ?? label.scope ?? (list.isBefore ? nil : context.scope)
                context.metric = label.metric ?? context.metric
                let ranking = Ranking(
                    scope: context.scope ?? commonSuffix(list.entries), metric: context.metric, end: cue.end, period: nil,
                    entries: list.entries.map { unmarked($0) }, ranks: list.ranks,
                    values: UnitList.values(behind: list.entries, in: sentence))
                found.append(
                    Match(value: ranking, range: min(before.start, list.range.lowerBound)..<list.range.upperBound, rule: list.rule))
                i = max(cue.range.upperBound, list.range.upperBound)
                clauseStart = i
            } else {
                i = cue.range.upperBound
            }
        }
        return found
    }

    private static let stops: [Literal] = ["；", "，", "。", ",", ";", "："]
    static let stopsAndCues = WordList(stops + RankingCue.words, .rankCuts)

    /// The units that a cue of rank lists.
    struct List: Equatable, Sendable {
        var entries: [Text]
        var range: Range<Int>
        var unit: String?
        var isBefore = false
        var ranks: [Int?] = []
        var rule: StaticString = ""

        static func == (a: List, b: List) -> Bool { a.entries == b.entries }

        fileprivate init(entries: [Text], range: Range<Int>, unit: String? = nil, isBefore: Bool = false) {
            (self.entries, self.range, self.unit, self.isBefore) = (entries, range, unit, isBefore)
        }

        fileprivate init(_ list: UnitList, ranks: [Int?]) {
            self.init(entries: list.entries, range: list.range)
            self.ranks = ranks
        }

        /// For examples.
        fileprivate init(_ entries: Literal...) { self.init(entries: entries.map { Text($0) }, range: 0..<0) }
    }

    /// Where the units of a rank stand, tried in order at each cue.
    static let rules: [Rule<List>] = [
        Rule(
            "units-behind-rank", cues: RankingCue.words,
            examples: [("排名前三的是河东镇、河西镇、河口镇", List("河东镇", "河西镇", "河口镇")), ("排名前三的乡镇要总结经验", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { following(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "units-before-rank", cues: RankingCue.words,
            examples: [
                ("河东镇、河西镇、河口镇分列前三名", List("河东镇", "河西镇", "河口镇")), ("各项工作位居前列", nil), ("龙家、大观、云溪3个村名列全镇前三", List("龙家", "大观", "云溪")),
                ("其中河东镇、河西镇满意度位居全县前两位", List("河东镇", "河西镇")),
            ]
        ) { sentence, cue in
            guard let rank = RankingCue.read(sentence, at: cue.lowerBound) else { return nil }
            let clause = sentence.upTo(cue.lowerBound)
            let start = clause.findLast("，").map { $0 + 3 } ?? clause.start
            return preceding(clause.from(start), rank).map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "units-beside-rank", cues: RankingCue.words,
            examples: [("排名靠后的河东镇、河西镇被约谈", List("河东镇", "河西镇")), ("排名靠后的要总结经验", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { behind(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "numbered-units", cues: RankingCue.words,
            examples: [("红榜 1.河东镇 2.河西镇", List("河东镇", "河西镇")), ("红榜 河东镇", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { numbered(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
    ]

    private static func list(_ sentence: Text, _ before: Text, _ cue: RankingCue) -> List? {
        let ways = [
            { following(sentence, cue) }, { preceding(before, cue) }, { behind(sentence, cue) ?? ahead(sentence, before, cue) },
            { numbered(sentence, cue) },
        ]
        for (rule, read) in zip(rules, ways) {
            guard var list = read() else { continue }
            list.rule = rule.name
            return list
        }
        return nil
    }

    /// 排名靠后的A、B和C, 前三名A（96.4分）、B、C
    private static func behind(_ sentence: Text, _ cue: RankingCue) -> List? {
        var start = cue.range.upperBound
        for word: Literal in ["单位", "的", "：", "是"] where sentence.has(word, at: start) { start += word.count }
        guard let list = UnitList.read(sentence, at: start), !list.isSummary else { return nil }
        let isAlone = list.entries.count == 1
        guard !isAlone || ["政府", "党委", "主要", "负责", "被", "红旗", "黄旗"].contains(where: { sentence.has($0, at: list.range.upperBound) }) else {
            return nil
        }
        return List(list, ranks: [])
    }

    /// 对A、B予以通报表扬, A和B在两组排名中分别垫底, A、B分别在五区中排名第一名、第二名
    private static func ahead(_ sentence: Text, _ before: Text, _ cue: RankingCue) -> List? {
        guard !cue.isAward, let list = UnitList.leading(before), !list.isSummary,
            cue.range.lowerBound - list.range.upperBound <= 75,
            !sentence[list.range.upperBound..<cue.range.lowerBound].contains("、")
        else { return nil }
        let isEach = sentence[list.range.upperBound..<cue.range.lowerBound].contains("分")
        var found = List(list, ranks: cue.ranks(in: sentence, of: list.entries.count, each: isEach))
        found.isBefore = true
        return found
    }

    /// 红榜 1.蒙阳县 2.河东区
    private static func numbered(_ sentence: Text, _ cue: RankingCue) -> List? {
        let rest = sentence.from(cue.range.upperBound).trimmed
        let parts = rest.split([" "]).map { part -> Text in
            guard let number = ChineseNumeral.read(part, at: part.start), part.has(".", at: number.end) else { return part.from(part.end) }
            return part.from(number.end + 1)
        }
        guard parts.count > 1, parts.allSatisfy({ (2...16).contains($0.length) }) else { return nil }
        return List(entries: parts, range: rest.range)
    }

    /// …的是A、B、C; …的县（区）是A、B; …：A、B
    private static func following(_ sentence: Text, _ cue: RankingCue) -> List? {
        let rest = sentence.from(cue.range.upperBound)
        let clauseEnd = rest.find(anyOf: ["，", "；", "。", ",", ";"])?.at ?? rest.end
        let clause = rest.upTo(clauseEnd)
        // 排名领先的A、B等4个单位
        if let named = clause.droppingPrefix("的"), let end = named.find("等"), let units = entries(named.upTo(end)), units.count > 1,
            units.allSatisfy(UnitList.endsAsUnit)
        {
            return List(entries: units, range: named.upTo(end).range)
        }
        guard let link = clause.find(anyOf: ["分别是", "分别为", "依次是", "依次为", "是：", "为：", "有：", "是", "为", "有", "：", ":"]),
            link.at - clause.start <= 45
        else { return nil }
        let between = clause.upTo(link.at)
        var list = clause.from(link.at + link.word.count)
        if let colon = list.hasPrefix(anyOf: ["：", ":"]) { list = list.from(list.start + colon.count) }
        guard let entries = entries(list) else { return nil }
        let unit = between.droppingPrefix("的") ?? between.droppingPrefix("名的") ?? between.droppingPrefix("位的")
        return List(entries: entries, range: list.range, unit: unit.flatMap { $0.count >= 3 ? $0.string : nil })
    }

    /// A、B、C分列前三名, A、B排名末位
    private static func preceding(_ before: Text, _ cue: RankingCue) -> List? {
        var list = UnitList.withoutIntroduction(before)
        if let colon = list.findLast("：") { list = list.from(colon + 3) }
        // A、B获得4月份流动红旗
        let verb = list.find(anyOf: ["获得", "夺得", "荣获", "获评", "被授予", "被亮", "被评为", "被列入"])
        if let verb { list = list.upTo(verb.at) }
        if cue.isAward, verb == nil { return nil }
        for word: Literal in ["分别", "依次", "分列", "位列", "位居", "排名", "列", "被", "获", "并列", "综合得分", "得分", "满意度", "满意率", "办结率", "成绩"] {
            if let part = list.droppingSuffix(word) { list = part }
        }
        let counted = counted(list)
        list = counted?.names ?? list
        guard list.contains("、") || list.length <= 8, let entries = entries(list),
            entries.allSatisfy(UnitList.endsAsUnit) || counted?.number == entries.count,
            entries.count > 1 || !entries[0].contains("各")
        else { return nil }
        return List(entries: entries, range: list.range, isBefore: true)
    }

    /// A、B、C3个村, A、B等3个乡镇: the names, and how many units there are.
    private static func counted(_ list: Text) -> (names: Text, number: Int)? {
        guard let counter = list.findLast("个"), list.end - counter <= 21, let number = ChineseNumeral.read(list, endingAt: counter) else {
            return nil
        }
        let names = list.upTo(number.start)
        return (names.droppingSuffix("等") ?? names, number.value)
    }

    private static func entries(_ list: Text) -> [Text]? {
        var entries: [Text] = []
        for part in list.split(["、"]).map(withoutScore) {
            // A、B和C
            if let and = part.find("和"), UnitList.endsAsUnit(part.upTo(and)), UnitList.endsAsUnit(part.from(and + 3)) {
                entries += [part.upTo(and).trimmed, part.from(and + 3).trimmed]
            } else {
                entries.append(part.trimmed)
            }
        }
        guard entries.allSatisfy({ (2...16).contains($0.length) && !$0.contains(anyOf: ["的", "了", "要", "进行", "，"]) }) else { return nil }
        return entries.count > 1 || entries.first.map(UnitList.endsAsUnit) == true ? entries : nil
    }

    /// 花溪镇（96.42分）, 红石镇（21.4%）, 泾河新城（48微克/立方米） → the unit
    private static func withoutScore(_ entry: Text) -> Text {
        guard let open = entry.find("（"), open > entry.start, entry.hasSuffix("）"),
            entry.from(open).contains(anyOf: ["分", "%", "％", "."]) || entry.isDigit(at: open + 3)
        else { return entry }
        return entry.upTo(open)
    }

    static func commonSuffix(_ entries: [Text]) -> String? {
        for suffix: Literal in ["街道", "镇", "乡", "区", "县", "市", "村", "社区", "局", "公司"] where entries.allSatisfy({ $0.hasSuffix(suffix) }) {
            return suffix.string
        }
        return nil
    }

    private static func unmarked(_ entry: Text) -> String { entry.unspaced }
}
