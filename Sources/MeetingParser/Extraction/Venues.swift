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
                ("会议在京召开。", nil),
            ]
        ) { sentence, cue in
            let clause = sentence[cue.upperBound..<(sentence.find(anyOf: ["，", "。"], from: cue.upperBound)?.at ?? sentence.end)]
            guard let met = clause.find(anyOf: ["主持召开", "组织召开", "顺利召开", "胜利召开", "隆重召开", "召开", "举行", "主持"]) else { return nil }
            let place = clause.upTo(met.at).trimmed
            guard (3...24).contains(place.length), place.hasSuffix(anyOf: rooms) != nil else { return nil }
            return Match(value: place, range: place.range)
        }
    ]

    static let rooms: [Literal] = [
        "会议室", "会议厅", "礼堂", "酒店", "宾馆", "会议中心", "行政中心", "服务中心", "报告厅", "大厦", "会堂", "会场", "楼", "一楼", "二楼", "三楼", "四楼", "五楼", "指挥中心", "会所",
        "影剧院", "大厅", "剧场",
    ]
}
