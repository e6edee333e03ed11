/// Words that say where in a league table the units of a list stand: 排名前十, 后三位, 排名末位, 并列第一, 红榜.
struct RankingCue {
    var end: Ranking.End
    var range: Range<Int>
    var word: String
    /// 红榜 and 黑榜 are tables with a name of their own.
    var isList = false
    /// “最美村”, “最脏村” are awarded; named alone they are what units strive for.
    var isAward: Bool { word.hasPrefix("“最") }

    static func read(_ text: Text, at i: Int) -> RankingCue? {
        guard beginnings.match(text, at: i) != nil else { return nil }
        for (word, end) in lists where text.has(word, at: i) && (text.has("：", at: i + word.count) || text.has(" 1", at: i + word.count)) {
            return RankingCue(end: end, range: i..<i + word.count, word: word.string, isList: true)
        }
        for (word, end) in fixed where text.has(word, at: i) {
            // 得分在前4名: the places are told.
            if word == "得分在前", ChineseNumeral.read(text, at: i + word.count) != nil { continue }
            return RankingCue(end: end, range: i..<i + word.count, word: word.string)
        }
        let start = i
        var j = i
        for lead in leads where text.has(lead, at: j) { j += lead.count }
        if j > i || text.has("全", at: j) {
            for whole in wholes where text.has(whole, at: j) { j += whole.count }
        }
        let end: Ranking.End
        if text.has("前", at: j) {
            end = .top
        } else if text.has("后", at: j) || text.has("末", at: j) || text.has("倒", at: j) {
            end = .bottom
        } else {
            return nil
        }
        var k = j + 3
        if text.has("数", at: k) { k += 3 }
        guard let number = ChineseNumeral.read(text, at: k), number.value <= 30 else { return nil }
        k = number.end
        // 前三季度, 前5个月 are times.
        for word: Literal in ["季度", "个月", "年", "月", "天", "日", "次", "届", "期", "项", "个", "百", "万"] where text.has(word, at: k) { return nil }
        for word: Literal in ["名", "位"] where text.has(word, at: k) { k += 3 }
        return RankingCue(end: end, range: start..<k, word: text[start..<k].string)
    }

    /// The places that the cue gives `count` units before it: 第一名、第二名, 第一名 for each, 前两位 for two; empty where it gives none.
    func ranks(in sentence: Text, of count: Int, each: Bool) -> [Int?] {
        let behind = sentence.from(range.lowerBound)
        let clause = behind.upTo(behind.find(anyOf: ["，", "。", "；"])?.at ?? behind.end)
        var places: [Int] = []
        for part in clause.split(["、"]) {
            guard let ordinal = part.find("第"), let number = ChineseNumeral.read(part, at: ordinal + 3), end == .top else { break }
            places.append(number.value)
        }
        if places.count == count { return places }
        if places.count == 1, each || word.hasPrefix("并列") { return Array(repeating: places[0], count: count) }
        guard end == .top, let ahead = clause.find("前"), let number = ChineseNumeral.read(clause, at: ahead + 3), number.value == count
        else { return [] }
        return Array(1...count)
    }

    /// One of these stands in every paragraph with a league table.
    static let gates = WordList(
        "排名 排在 红榜 黑榜 分列 位列 位居 并列 前十 后十 前三 后三 前五 后五 末位 第一名 垫底 红旗 黄旗 黄牌 红牌 靠后 靠前 先进单位 通报了 最快 最大 倒数 较快 偏慢 较慢 前列 表扬 批评 倒1 全市前 全县前 全区前 在前 前两 后两 全市第 第一、 由高到低 从高到低 由低到高 从低到高 最美 最脏 最差 一枚",
        .ranks)

    /// The words with which a cue begins.
    static let words: [Literal] =
        leads + wholes + ["前", "后", "末", "倒"] + lists.map(\.0) + fixed.map(\.0)

    private static let leads: [Literal] = ["排名", "位列", "位居", "分列", "居于", "排在", "名列", "列"]
    private static let wholes: [Literal] = ["全市", "全县", "全区", "全省", "全镇"]

    static let beginnings = WordList(words)

    private static let lists: [(Literal, Ranking.End)] = [
        ("红榜", .top), ("黑榜", .bottom), ("红牌", .bottom), ("黄牌", .bottom), ("先进单位", .top), ("后进单位", .bottom), ("红旗", .top), ("白旗", .bottom),
        ("红旗村", .top), ("黄旗", .bottom),
    ]
    private static let fixed: [(Literal, Ranking.End)] = [
        ("排名靠前", .top), ("排名领先", .top), ("排名靠后", .bottom), ("排名末位", .bottom), ("排名偏后", .bottom), ("一枚红", .top), ("一枚黄", .bottom),
        ("一个红牌", .top), ("一个黄牌", .bottom), ("排名末两位", .bottom), ("排名末三位", .bottom), ("排名倒数", .bottom),
        ("位居末位", .bottom),
        ("并列第一", .top), ("分获第一", .top), ("蝉联第一", .top), ("获得第一", .top), ("第一名", .top), ("分别垫底", .bottom), ("进展较快", .top), ("进展较慢", .bottom),
        ("进展偏慢", .bottom), ("走在前列", .top), ("走在全", .top), ("通报表扬", .top), ("通报批评", .bottom), ("提醒批评", .bottom), ("红旗的", .top),
        ("得分在前", .top), ("全市第1", .top), ("进步最快", .top), ("进位最快", .top), ("进步最大", .top), ("提升最快", .top), ("进步最慢", .bottom),
        ("排名最后", .bottom),
        ("最后一名", .bottom), ("流动红旗", .top), ("黄旗", .bottom),
        ("黄牌", .bottom), ("排名第一", .top), ("位列第一", .top), ("位居第一", .top), ("位列末位", .bottom), ("靠后", .bottom), ("靠前", .top), ("名列前茅", .top),
        ("垫底", .bottom), ("排在末位", .bottom), ("由高到低", .top), ("从高到低", .top), ("浓度由低到高", .top), ("浓度从低到高", .top), ("“最美", .top),
        ("“最差", .bottom), ("“最脏", .bottom),
    ]
}
