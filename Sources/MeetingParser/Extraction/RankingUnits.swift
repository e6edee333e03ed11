/// Units that stand side by side in a league table: 河东镇、河西镇（96.4分）和河口镇.
struct UnitList: Equatable, Sendable {
    var entries: [Text]
    /// Byte offsets in the plain text.
    var range: Range<Int>

    /// The list that begins at `i`; nil where no unit does.
    static func read(_ text: Text, at start: Int) -> UnitList? {
        var entries: [Text] = [], i = start, end = start
        while let name = unit(text, at: i), entries.count < 200 {
            end = name.end
            if let value = score(text, at: end) { end = value.end }
            entries.append(name)
            guard let joiner = joiners.first(where: { text.has($0, at: end) }) else { break }
            i = end + joiner.count
        }
        if entries.count < 2, let bare = bareNames(text, at: start) { return bare }
        return entries.isEmpty ? nil : UnitList(entries: entries, range: start..<end)
    }

    /// The list with which a clause begins, past what introduces it.
    static func leading(_ clause: Text) -> UnitList? {
        var part = clause.trimmed
        if let colon = part.findLast("：") { part = part.from(colon + 3) }
        part = withoutIntroduction(part)
        return read(part, at: part.start)
    }

    /// Without 其中, 会议对 and the like before the first name.
    static func withoutIntroduction(_ list: Text) -> Text {
        var part = list
        for word: Literal in ["其中，", "其中", "而", "最终", "由", "对", "给予", "授予", "会上", "会议对"] { part = part.droppingPrefix(word) ?? part }
        return part
    }

    /// 全市, 各镇街, 其他单位: words for all of them, which name none.
    var isSummary: Bool {
        entries.contains {
            $0.contains("各") || $0.hasPrefix(anyOf: ["全", "我", "本", "该", "其", "这", "有关", "相关", "所有", "部分", "个别", "会议"]) != nil
        }
    }

    /// The scores printed behind `names`; empty where none has one.
    static func values(behind names: [Text], in text: Text) -> [String?] {
        let values = names.map { score(text, at: $0.end)?.text.string }
        return values.contains { $0 != nil } ? values : []
    }

    /// 分别上升12.4个百分点和11.8个百分点: as many scores as there are units; empty for any other number of them.
    static func scores(in text: Text, of count: Int) -> [String?] {
        var found: [String?] = [], i = text.start
        while i < text.end {
            if text.isDigit(at: i), let score = score(text, at: i) {
                found.append(score.text.string)
                i = score.end
            } else {
                i += text.width(at: i)
            }
        }
        return found.count == count ? found : []
    }

    /// The kinds of units that are ranked.
    static func endsAsUnit(_ entry: Text) -> Bool {
        entry.hasSuffix(anyOf: [
            "街道", "镇", "乡", "区", "县", "市", "旗", "村", "社区", "局", "委", "办", "会", "集团", "公司", "银行", "中心", "部门", "院", "厂", "场", "库", "队", "所",
            "站", "联", "学校", "园", "小学", "中学", "地区", "新区", "苏木", "矿", "店", "府", "处", "部", "总队", "大队",
        ]) != nil
    }

    private static let joiners: [Literal] = ["、", "和", "及", "与", "，和"]

    /// A name of two to sixteen characters that ends as units do, and behind which a name may end.
    private static func unit(_ text: Text, at start: Int) -> Text? {
        var i = start, last: Int?
        for _ in 0..<18 {
            guard i < text.end, text.isHan(at: i) || text.isDigit(at: i) || text.has("（", at: i) || text.has("）", at: i) else { break }
            if notInNames.contains(where: { text.has($0, at: i) }) { break }
            i += text.width(at: i)
            let part = text[start..<i]
            guard part.length >= 2, endsAsUnit(part) else { continue }
            if text.isEnd(of: part) { return part }
            if stops.contains(where: { text.has($0, at: i) }) { last = last ?? i }
        }
        return last.map { text[start..<$0] }
    }

    private static let notInNames: [Literal] = ["主要", "负责", "由", "的", "位居"]

    /// Words that go on behind a unit: 分别, 在全市….
    private static let stops: [Literal] = [
        "分别", "在", "被", "获", "荣", "位", "排", "列", "以", "分", "继", "政府", "党委", "负责", "主要", "名列", "并列", "得分", "综合", "的", "等", "为", "红旗", "黄旗",
        "流动", "捧",
        "两", "三", "四", "五", "3个", "进行", "垫底", "满意", "工作", "由于", "因", "同比", "环比", "中心", "考核",
    ]

    /// （96.42分）, 90.99分, 99件 behind a unit.
    private static func score(_ text: Text, at i: Int) -> (text: Text, end: Int)? {
        let isBracketed = text.has("（", at: i)
        let start = isBracketed ? i + 3 : text[i] == 0x20 ? i + 1 : i
        guard text.isDigit(at: start) else { return nil }
        var j = start
        while text.isDigit(at: j) || text[j] == UInt8(ascii: ".") { j += 1 }
        for unit: Literal in ["个百分点", "分", "%", "％", "件", "天", "次", "万元", "亿元", "位"] where text.has(unit, at: j) {
            j += unit.count
            return (text[start..<j], isBracketed && text.has("）", at: j) ? j + 3 : j)
        }
        guard isBracketed, let close = text.find("）", from: j), close - j <= 24 else { return nil }
        return (text[start..<close], close + 3)
    }

    /// 黄家渡、万泉、岔河等乡镇: names alone, of which the word behind says what they are.
    private static func bareNames(_ text: Text, at start: Int) -> UnitList? {
        let clause = text[start..<(text.find(anyOf: ["，", "。", "；"], from: start)?.at ?? text.end)]
        guard let close = clause.find("等"),
            kinds.contains(where: { clause.has($0, at: close + 3) }) || ChineseNumeral.read(clause, at: close + 3) != nil
        else { return nil }
        let names = clause.upTo(close).split(["、", "和"])
        guard names.count > 1, names.allSatisfy({ (2...16).contains($0.length) && !$0.contains(anyOf: ["的", "了", "要", "“"]) }) else {
            return nil
        }
        return UnitList(entries: names, range: start..<close)
    }

    private static let kinds: [Literal] = ["乡镇", "镇街", "街镇", "街道", "单位", "县区", "县（市", "县市", "区县", "村", "社区", "部门", "地区", "镇", "乡", "区"]
}

extension Text {
    /// Whether a name that ends here ends as a word: before a mark, a joiner, a number, or the end.
    fileprivate func isEnd(of part: Text) -> Bool {
        let i = part.end
        return i >= end || self[i] <= 0x20 || isDigit(at: i)
            || (["、", "，", "。", "；", "和", "及", "与", "（", "”", "等", "：", "！"] as [Literal]).contains { has($0, at: i) }
    }
}
