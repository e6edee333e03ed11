/// Who met, as it stands before the verb.
extension MeetingLead {
    /// What stands before the verb in its clause, without date, place and dateline.
    static func subject(_ whole: Text) -> Text {
        var before = withoutTime(whole)
        // 主席团8日在北京举行第二次会议: the place stands between, and no place convenes.
        if let at = before.findLast("在"), before.end - at <= 45, before.from(at).find(anyOf: ["，", "、", "：", "次", "会议"]) == nil {
            let earlier = withoutTime(before.upTo(at))
            if earlier.end < at || at == before.start { before = earlier }
        }
        // 第四次全体会议，于10月20日至23日在北京举行: the day stands in a clause of its own.
        if let at = before.findLast("，"), before.has("于", at: at + 3), before.from(at).contains(anyOf: ["年", "月", "日"]) {
            before = before.upTo(at)
        }
        var start = before.start
        for stop: Literal in ["，", "。", "：", "；", ",", "）", "讯 ", "讯", "电 ", "）", "日上午", "日下午", "日晚", "日"] {
            if let at = before.findLast(stop) {
                if stop == "）", before[start..<at].contains("扩大") { continue }
                // 领导小组（指挥部）第12次会议
                if stop == "）", let open = openOfLastBracket(before.upTo(at + 3)),
                    before.upTo(open).hasSuffix(anyOf: ["小组", "指挥部", "委员会"]) != nil
                {
                    continue
                }
                // 日前 and 近日 are no dates.
                if stop == "日", !before.isDigit(at: at - 1), ChineseNumeral.read(before, endingAt: at) == nil { continue }
                start = max(start, at + stop.count)
            }
        }
        var subject = before[start..<before.end].trimmed
        // 第16次会商会由副市长X主持召开: who presides stands between.
        if subject.hasSuffix("主持"), let by = subject.find("由"), isMeeting(subject.upTo(by).trimmed) { subject = subject.upTo(by).trimmed }
        subject = subject.droppingPrefix("[视频]") ?? subject
        // 1.中共中央政治局召开会议: of a list of headlines.
        let numbered = AgendaSentence.skippingNumber(subject)
        if numbered.start > subject.start, !numbered.isDigit(at: numbered.start) { subject = numbered }
        // 【会议】 and the like are the newsroom's labels.
        if subject.hasPrefix("【"), let close = subject.find("】") { subject = subject.from(close + 3).trimmed }
        subject = subject.shortened { part in
            if part.hasPrefix("中共中央") { return nil }
            return leading.first { part.hasPrefix($0) }.map { part.from(part.start + $0.count).trimmed }
        }
        // 为期两天的县政协常委会会议
        if subject.hasPrefix("为期"), let end = subject.find("的"), end - subject.start <= 15 { subject = subject.from(end + 3) }
        for word in inserted {
            if let at = subject.find(word), at >= subject.start + 6 { subject = subject.upTo(at).trimmed }
        }
        return subject
    }

    /// 市委日前召开, 主席会议30日在京召开: without the time (and 在京) between body and verb.
    private static func withoutTime(_ before: Text) -> Text {
        before.trimmed.shortened { part in
            // 第三十三次会议27日上午在北京人民大会堂举行
            if let at = part.findLast("在"), part.end - at <= 60, at > part.start, part.hasSuffix(anyOf: Venues.rooms) != nil {
                return part.upTo(at).trimmed
            }
            if let word = part.hasSuffix(anyOf: times) { return part.upTo(part.end - word.count).trimmed }
            if let start = clock(endingIn: part) ?? day(endingIn: part) { return part.upTo(start).trimmed }
            // 第七次全体会议，于10月9日至12日在北京举行
            return part.droppingSuffix("于").flatMap { $0.hasSuffix("关") ? nil : $0.droppingSuffix("，") ?? $0 }
        }
    }

    /// Where 3时, 9点半 or 30分 at the end of a text begins.
    private static func clock(endingIn text: Text) -> Int? {
        guard let word = text.hasSuffix(anyOf: ["时", "时许", "时半", "点", "点半", "点钟", "分"]) else { return nil }
        return ChineseNumeral.read(text, endingAt: text.end - word.count).flatMap {
            $0.value < 60 && $0.start > text.start ? $0.start : nil
        }
    }

    private static let times: [Literal] = [
        "日前", "近日", "今天", "昨天", "昨日", "今日", "前天", "上午", "下午", "晚上", "晚", "日前在京", "在京", "近期", "今天上午", "今天下午", "当天", "当日", "再次", "先后", "相继",
    ]

    /// Where 2008年10月30日, 30日, 24日至25日 or （3月30日） at the end of a text begins.
    private static func day(endingIn text: Text) -> Int? {
        let inner = text.droppingSuffix("）") ?? text.droppingSuffix(")") ?? text
        guard let dayEnd = inner.droppingSuffix("日"), let day = ChineseNumeral.read(dayEnd, endingAt: dayEnd.end) else { return nil }
        var start = day.start
        if let monthEnd = inner.upTo(start).droppingSuffix("月"), let month = ChineseNumeral.read(monthEnd, endingAt: monthEnd.end) {
            start = month.start
            // 于2008年12月24日在县城举行
            if let yearEnd = inner.upTo(start).droppingSuffix("年"), let year = ChineseNumeral.read(yearEnd, endingAt: yearEnd.end),
                year.value >= 1900
            {
                start = year.start
            }
        }
        // 12月24日至25日
        if let to = inner.upTo(start).hasSuffix(anyOf: ["至", "到", "—", "-", "－", "～"]) {
            start = Self.day(endingIn: inner.upTo(start - to.count)) ?? start
        }
        guard inner.end < text.end else { return start > text.start ? start : nil }
        return inner.upTo(start).hasSuffix(anyOf: ["（", "("]).map { start - $0.count }
    }

    private static let leading: [Literal] = [
        "昨天", "今天", "昨日", "今日", "近日", "日前", "上午", "下午", "晚上", "晚", "当天", "当晚", "连日来", "同日", "随后", "会前", "本周", "中共", "节前", "前不久",
        "我县", "我市", "我区", "我省", "在", "周一", "周二", "周三", "周四", "周五", "日电", "午后", "继续",
    ]
    /// Places and manners between the meeting and the verb: 会议在北京召开, 会议以视频形式召开.
    private static let inserted: [Literal] = ["在", "以视频", "以电视", "采取", "通过视频", "如期", "正式", "胜利", "顺利", "圆满", "隆重"]
}
