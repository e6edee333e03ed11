/// What is said of a meeting before its name.
extension MeetingName {
    /// 由市科协主办的科普大会, 王某某8日上午参加了联组会, 新中国成立以来的全国卫生与健康大会: what is said of a meeting before its name.
    static func withoutModifiers(_ noun: String) -> String {
        var name = noun
        for verb: Literal in ["参加了", "出席了", "举行了", "召开了"] {
            let rest = withText(name) { text in text.findLast(verb).map { text.from($0 + verb.count).string } }
            if let rest, !rest.isEmpty { name = rest }
        }
        for start: Literal in ["了", "这是", "这次"] { name = name.dropping(prefix: start) ?? name }
        guard let last = name.lastIndex(of: "的"), !name[last...].contains(where: { "”》".contains($0) }) else { return name }
        let before = String(name[..<last])
        let isSaid = modifierStarts.contains(where: before.begins) || modifierEnds.contains(where: before.ends)
        let rest = String(name[name.index(after: last)...])
        return isSaid && rest.count >= 2 ? rest : name
    }

    private static let modifierStarts: [Literal] = ["由", "主题为", "来自", "为期", "更", "以“", "具有", "上午", "下午"]
    private static let modifierEnds: [Literal] = [
        "主办", "举办", "主持", "发起", "倡议", "以来", "召集", "承办", "参加", "建立", "认可", "意义", "首次举行", "出席",
    ]
}
