/// The ways in which a sentence names the units of a rank: behind the cue, before it, beside it, or a clause earlier.
extension Rankings {
    /// 排名靠后的A、B和C, 前三名A（96.4分）、B、C
    static func behind(_ sentence: Text, _ cue: RankingCue) -> List? {
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
    static func ahead(_ sentence: Text, _ before: Text, _ cue: RankingCue) -> List? {
        guard !cue.isAward, let list = UnitList.leading(before), !list.isSummary,
            cue.range.lowerBound - list.range.upperBound <= 75,
            !sentence[list.range.upperBound..<cue.range.lowerBound].contains("、")
        else { return nil }
        let isEach = sentence[list.range.upperBound..<cue.range.lowerBound].contains("分")
        var found = List(list, ranks: cue.ranks(in: sentence, of: list.entries.count, each: isEach))
        found.isBefore = true
        return found
    }

    /// 其中A、B同比上升9个百分点，升幅位居全县前两位; A由于推进迟缓，领到了黄牌
    static func clauseBefore(_ sentence: Text, _ before: Text, _ cue: RankingCue) -> List? {
        let measure = before.trimmed
        guard measure.hasPrefix(anyOf: measures) != nil, measure.length <= 12, before.start > sentence.start else { return nil }
        let earlier = sentence.upTo(before.start)
        guard let whole = earlier.droppingSuffix("，") ?? earlier.droppingSuffix(",") else { return nil }
        let clause = whole.lastClause
        guard let list = UnitList.leading(clause), !list.isSummary, list.range.upperBound < clause.end,
            list.entries.allSatisfy({ $0.hasPrefix(anyOf: ["全", "我"]) == nil })
        else { return nil }
        var found = List(list, ranks: cue.ranks(in: sentence, of: list.entries.count, each: false))
        found.isBefore = true
        found.values = UnitList.scores(in: clause.from(list.range.upperBound), of: list.entries.count)
        return found
    }

    /// What is measured, or how the place is told, where the units stand in the clause before.
    private static let measures: [Literal] = ["升幅", "增幅", "增速", "降幅", "提升幅度", "上升幅度", "领到", "领取", "分别领到", "各自领取", "分获"]

    /// 红榜 1.蒙阳县 2.河东区
    static func numbered(_ sentence: Text, _ cue: RankingCue) -> List? {
        let rest = sentence.from(cue.range.upperBound).trimmed
        let parts = rest.split([" "]).map { part -> Text in
            guard let number = ChineseNumeral.read(part, at: part.start), part.has(".", at: number.end) else { return part.from(part.end) }
            return part.from(number.end + 1)
        }
        guard parts.count > 1, parts.allSatisfy({ (2...16).contains($0.length) }) else { return nil }
        return List(entries: parts, range: rest.range)
    }

    /// …的是A、B、C; …的县（区）是A、B; …：A、B
    static func following(_ sentence: Text, _ cue: RankingCue) -> List? {
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
    static func preceding(_ before: Text, _ cue: RankingCue) -> List? {
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
}
