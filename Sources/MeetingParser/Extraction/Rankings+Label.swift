/// What a league table ranks and by what: 4月全市各街道乡镇综合评分排名前三….
extension Rankings {
    /// 4月全市各街道乡镇综合评分 → scope 街道乡镇, metric 综合评分
    static func label(_ before: Text, _ cue: RankingCue) -> (scope: String?, metric: String?) {
        if cue.isList { return (nil, cue.word) }
        var text = before.trimmed
        if let colon = text.findLast("：") ?? text.findLast(",") { text = text.from(colon + 1) }
        text = UnitList.withoutIntroduction(RankingPeriod.skipping(text))
        for word: Literal in ["全市", "全区", "全县", "全省"] { text = text.droppingPrefix(word) ?? text }
        var scope: String?
        let bare = text.droppingPrefix("各") ?? text
        if let unit = scopes.first(where: { bare.hasPrefix($0) && !isOwner(bare, $0) }) {
            let isOneCharacter = unit.count == 3
            scope = isOneCharacter ? "各" + unit.string : unit.string
            text = bare.from(bare.start + unit.count)
        }
        for word: Literal in ["排名", "位列", "考核中", "中", "位居", "的", "在"] { text = text.droppingSuffix(word) ?? text }
        return (scope, text.isEmpty ? nil : text.string)
    }

    /// 县委、县政府综合考评, 区直机关: whoever ranks or is ranked begins with the level, which is not what is ranked.
    private static func isOwner(_ text: Text, _ unit: Literal) -> Bool {
        unit.count == 3 && text.from(text.start + unit.count).hasPrefix(anyOf: ["委", "政", "直", "级", "属", "域", "人大"]) != nil
    }

    private static let scopes: [Literal] = [
        "街道乡镇", "街道（乡镇）", "乡镇街道", "镇街", "街镇", "乡镇", "街道", "市级部门", "区级部门", "县级部门", "区直部门", "县直部门", "市直部门", "国有企业", "县（区）", "县区", "县市区", "部门",
        "社区", "企业", "村", "区", "县", "市",
    ]
}
