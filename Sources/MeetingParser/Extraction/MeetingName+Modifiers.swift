/// What is said of a meeting before its name.
extension MeetingName {
    /// A name without what a cut phrase leaves at its ends: 全国人大会议将, 通过党员大会, 展望”学术研讨会; nil where it names no meeting:
    /// 并以视频方式, 1200余次读书班.
    static func tidied(_ name: String) -> String? {
        var name = name.dropping(suffix: "将") ?? name
        // 03.18 青石县
        let stamp = name.prefix { $0.isASCII && !$0.isLetter }
        if stamp.last == " " { name = String(name.dropFirst(stamp.count)) }
        for start: Literal in ["通过", "并主持了", "并主持"] { name = name.dropping(prefix: start) ?? name }
        if name.holds("”"), let close = name.lastIndex(of: "”"), !name[..<close].contains("“") {
            name = String(name[name.index(after: close)...])
        }
        let isCounted = name.utf8.first?.isASCIIDigit == true && withText(name) { $0.first(24).contains(anyOf: ["余次", "多次", "余场", "多场"]) }
        return isCounted || name.begins(with: "并以") || name.count < 2 ? nil : name
    }

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
