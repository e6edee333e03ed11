/// Places that are told one by one.
extension Rankings {
    /// 第一名：云梦泽区 89.76分；第二名：汉阴新区 89.10分；最后一名：黄陵区, or 第一名大沟涯村，第二名前岭村
    static func places(_ sentence: Text) -> [Match<Ranking>] {
        guard sentence.contains("名") else { return [] }
        var ends: [Ranking.End: [Text]] = [:]
        for part in sentence.split(["；", "。", "，"]) {
            guard let place = part.find("名"), let end = placed(part, at: place) else { continue }
            let behind = part.from(place + 3)
            let unit = behind.droppingPrefix("：") ?? behind
            let name = unit.upTo(unit.find(" ") ?? unit.find("（") ?? unit.end).trimmed
            guard (2...16).contains(name.length), unit.start > behind.start || UnitList.endsAsUnit(name) else { continue }
            ends[end, default: []].append(name)
        }
        guard ends[.top] != nil else { return [] }
        return [Ranking.End.top, .bottom].compactMap { end in
            ends[end].map { names in
                let ranking = Ranking(scope: commonSuffix(names), metric: nil, end: end, period: nil, entries: names.map(\.string))
                return Match(value: ranking, range: names[0].start..<names[names.count - 1].end, rule: "place-by-place")
            }
        }
    }

    /// 第一名, 最后一名, 倒数第二名
    private static func placed(_ part: Text, at place: Int) -> Ranking.End? {
        let head = part.upTo(place)
        if head.hasSuffix("最后一") || head.contains("倒数") { return .bottom }
        guard let ordinal = head.findLast("第"), let number = ChineseNumeral.read(head, at: ordinal + 3), number.end == place else {
            return nil
        }
        return .top
    }
}
