/// Minutes, which name their meeting in a heading or a label instead of a sentence.
extension MeetingLead {
    /// 中共某镇委员会2023年第8次会议纪要: minutes name the meeting in their heading.
    static func minutes(_ document: ReportDocument) -> MeetingLead? {
        for name in FormLabel.values(in: document, ["会议名称", "会议全称", "标题", "名称"]) where isMeeting(name) {
            return MeetingLead(sentence: name, paragraph: -1, convener: nil, names: joined(name))
        }
        let headings = [document.headline].compactMap(\.self) + document.paragraphs.prefix(4).map(\.text)
        // 标题：市政府第57次常务会议 as the first line
        for heading in headings {
            guard let name = FormLabel.value(of: heading, ["标题", "会议名称", "名称"]), isMeeting(name) else { continue }
            return MeetingLead(sentence: heading, paragraph: -1, convener: nil, names: joined(name))
        }
        for heading in headings.sorted(by: { $0.count > $1.count }) where heading.count < 200 && !isTemplate(heading) {
            var bare = withoutRemark(heading.trimmed)
            // 标题：倾听民意——恳谈会会议记录
            bare = FormLabel.value(of: bare, ["标题", "会议名称", "名称"]) ?? bare
            if let dash = bare.findLast("——") { bare = bare.from(dash + 6) }
            let ends: [Literal] = ["活动记录", "会议决议公告", "会议决议", "会议纪要", "会议记录表", "会议记录", "纪要", "记录表", "记录"]
            // 家长委员会活动记录: the body met.
            guard let end = ends.first(where: { bare.hasSuffix($0) }), let stem = bare.droppingSuffix(end) else { continue }
            let isBody = stem.hasSuffix(anyOf: bodies) != nil
            let name = bare.upTo(stem.end + (end.count > 6 && !isBody && end != "活动记录" ? 6 : 0))
            guard isMeeting(name) || isBody && stem.length >= 4 else { continue }
            var lead = MeetingLead(sentence: heading, paragraph: -1, convener: nil, names: joined(name))
            // （2022年第11次） in the line below
            lead.ordinal = headings.first {
                $0.start > heading.start && $0.count < 60 && $0.contains("次") && $0.hasPrefix(anyOf: ["（", "第", "〔"]) != nil
            }
            return lead
        }
        return nil
    }

    /// [会议名称]纪要, XX会议纪要: a form to fill in.
    private static func isTemplate(_ heading: Text) -> Bool {
        heading.contains(anyOf: ["[", "×××", "XX", "xx", "××", "范文", "模板", "格式", "写法", "怎么写", "如何写"])
    }

    private static let bodies: [Literal] = ["委员会", "理事会", "董事会", "监事会", "党支部", "党总支", "党委", "党组", "代表大会", "家委会", "业委会", "居委会", "村委会"]

    /// 会议纪要（摘要） → 会议纪要
    private static func withoutRemark(_ heading: Text) -> Text {
        guard heading.hasSuffix("）"), let open = heading.findLast("（"), heading.end - open < 36 else { return heading }
        return heading.upTo(open)
    }
}
