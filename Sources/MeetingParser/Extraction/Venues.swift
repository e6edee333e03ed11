/// Where the meeting met, as a label (地点：…) or its first sentence (在区长会议室召开) prints it.
enum Venues {
    static func extract(from document: ReportDocument, lead: MeetingLead) -> Match<String>? {
        for line in FormLabel.values(in: document, ["会议地点", "地点", "开会地点"]) {
            let value = line.trimmed
            guard (2...30).contains(value.length), value.contains("。") == false else { continue }
            return Match(value: value.string, range: value.range, rule: "venue-label")
        }
        return rules.lazy.compactMap { $0.first(in: lead.sentence) }.first.map {
            Match(value: $0.value.string, range: $0.range, rule: $0.rule)
        }
    }

    static let rules: [Rule<Text>] = [
        Rule(
            "met-in", cue: "在",
            examples: [
                ("会议在区政府301会议室召开。", Text("区政府301会议室")), ("3月2日，镇长王平在镇会议厅主持召开全体会议。", Text("镇会议厅")), ("在全市上下掀起热潮，会议召开。", nil),
                ("会议在京召开。", nil), ("会议在青石举行。", Text("青石")), ("全市现场会在万泉镇圆满召开。", Text("万泉镇")), ("3月2日，市防指在市水利局召开会商会。", Text("市水利局")),
                ("在市长王平主持下，会议召开。", nil), ("推进会在我市召开。", nil),
            ]
        ) { sentence, cue in
            let clause = sentence[cue.upperBound..<(sentence.find(anyOf: ["，", "。"], from: cue.upperBound)?.at ?? sentence.end)]
            guard let met = clause.find(anyOf: ["召开", "举行", "主持"]) else { return nil }
            let place = clause.upTo(met.at).shortened { part in manners.first { part.hasSuffix($0) }.map { part.upTo(part.end - $0.count) }
            }
            // 会议在青石举行: the bare name of a place.
            let isBare =
                (2...4).contains(place.length) && sentence.upTo(cue.lowerBound).hasSuffix("会议") && place.hasSuffix(anyOf: noPlaces) == nil
            guard (2...24).contains(place.length), isBare || place.hasSuffix(anyOf: places) != nil, !place.contains("、"),
                place.hasPrefix(anyOf: ["我", "全", "本", "各"]) == nil
            else { return nil }
            return Match(value: place, range: place.range)
        }
    ]

    private static let noPlaces: [Literal] = ["上", "下", "中", "时", "内", "前", "后", "间", "期", "会", "里", "线", "日", "国"]

    /// How a meeting is held, between its place and the verb.
    private static let manners: [Literal] = ["主持", "组织", "圆满", "顺利", "胜利", "隆重", "成功", "如期", "正式", "继续", " "]

    /// What rooms and houses end with.
    static let rooms: [Literal] = [
        "会议室", "会议厅", "礼堂", "酒店", "宾馆", "会堂", "会场", "中心", "报告厅", "大厦", "楼", "会所", "影剧院", "大厅", "剧场", "馆",
    ]
    /// And offices and places.
    private static let places: [Literal] =
        rooms + ["局", "委", "学校", "中学", "小学", "大学", "公司", "基地", "园区", "机关", "市", "县", "区", "镇", "乡", "村", "城", "社区", "街道"]
}
