/// The name of a meeting, taken apart: 县委十六届第43次常委会会议 → 县委常委会, number 43, term 16.
enum MeetingName {
    /// Reads the phrase that names one meeting. `convener` is the body before 召开, where it stands apart.
    static func parse(_ phrase: Text, convener: Text? = nil) -> Session? {
        // 县政协十届十九次常委会议举行全体会议: the session is named before the verb.
        let isOneSitting = phrase.hasPrefix("第") && phrase.hasSuffix("全体会议") && phrase.length <= 9
        if let convener, isOneSitting || phrase == "全体会议" || phrase == "闭幕会" || phrase == "开幕会", number(in: convener) != nil {
            return parse(convener)
        }
        // 第十六届人大第六次会议筹备会: number and term are those of a meeting that is still to come.
        if phrase.contains(anyOf: ["次会议筹备", "次会议代表中", "次会议临时党"]) {
            guard let body = body(convener: nil, noun: phrase.string), body.utf8.count <= 150 else { return nil }
            return Session(body: body, number: nil, term: nil)
        }
        // 县委召开全体会，, 市政府召开全体（扩大）会议: of a government this is another gathering than its 常务会议.
        let isPlenary = phrase.contains("全体") && phrase.hasSuffix(anyOf: ["会议", "全体会"]) != nil
        let isPreparing = phrase.contains("筹备")
        var number: Int?, term: Int?, year: Int?, total: Int?
        /// The end of what is no part of the name at `i`, or nil.
        func passed(_ i: Int) -> Int? {
            if phrase[i] == 0x20 { return i + 1 }
            if phrase.has("全体成员", at: i) || isExpansion(phrase, at: i) { return nil }
            guard let ordinal = ordinal(phrase, at: i) else { return modifiers.match(phrase, at: i).map { i + $0 } }
            // 第22次主席会议第二次会议: the first counts the meetings of the body; 第九次审议大会第二次筹备会议.
            let counted = isPreparing ? ordinal.number ?? number : number ?? ordinal.number
            (number, term) = (counted, ordinal.term ?? term)
            (year, total) = (ordinal.year ?? year, ordinal.total ?? total)
            return ordinal.end
        }
        var rest = ""
        var i = phrase.start, kept = i
        while i < phrase.end {
            guard let end = passed(i) else {
                i += phrase.width(at: i)
                continue
            }
            rest += phrase[kept..<i].string
            (i, kept) = (end, end)
        }
        rest += phrase[kept..<phrase.end].string
        if term == nil { term = convener.flatMap { printedTerm($0) } ?? printedTerm(phrase) }
        var convener = convener.map(withoutTerm)
        // 市政协召开七届委员会第九次主席会议, 市政协七届委员会第九次主席会议: the committee is 政协 itself.
        if term != nil, !phrase.contains("政协委员会"), let committee = rest.firstRange(of: "政协委员会") {
            rest.replaceSubrange(committee, with: "政协")
        }
        if let owner = convener?.dropping(suffix: "政协委员会") { convener = owner + "政协" }
        // 中共某区第十四届委员会第16次常委会
        for place: Literal in ["区", "县", "市"] where rest.holds("委员会常委会") {
            rest = rest.replacing("\(place.string)委员会常委会", with: "\(place.string)委常委会", maxReplacements: 1)
        }
        if convener?.ends(with: "政协") == true, rest.hasPrefix("委员会") { rest = String(rest.dropFirst(3)) }
        // 领导小组更名为委员会后的第一次会议: the name that the body has now.
        if phrase.contains("更名为"), let renamed = rest.firstRange(of: "更名为") {
            rest = String(rest[renamed.upperBound...]).replacing("后的会议", with: "会议")
        }
        let plenary = phrase.contains("（扩大）") ? "全体（扩大）会议" : "全体会议"
        // 市政府第二次全体会议 is no 常务会议: the word that names it stays.
        if isPlenary, (["政府会议", "政府会", "国务院会议"] as [Literal]).contains(where: rest.ends) {
            let owner = rest.contains("政府") ? "政府" : "国务院"
            rest = String(rest[..<(rest.firstRange(of: owner)?.upperBound ?? rest.endIndex)]) + plenary
        }
        if isPlenary, term != nil, number != nil, let body = partyCommittee(rest, convener, plenary) {
            return Session(body: body, number: number, term: term, year: year, total: total)
        }
        if isPlenary, let convener, convener.ends(with: "政府"), ["会议", "会", "会全体"].contains(rest) {
            return Session(body: convener + plenary, number: number, term: term, year: year, total: total)
        }
        guard let body = body(convener: convener, noun: rest).flatMap(tidied), body.utf8.count <= 150 else { return nil }
        return Session(body: body, number: number, term: term, year: year, total: total)
    }

    // MARK: Numbers

    /// The number of a session in words of its own: （2022年第11次）.
    static func number(in text: Text) -> Int? { ordinal(in: text)?.number }

    /// The first ordinal with a number in a text.
    static func ordinal(in text: Text) -> Ordinal? {
        var i = text.start
        while i < text.end {
            if let ordinal = ordinal(text, at: i), ordinal.number != nil { return ordinal }
            i += text.width(at: i)
        }
        return nil
    }

    /// What an ordinal says, and where it ends.
    struct Ordinal {
        var number: Int?, term: Int?
        /// 2025 of 2025年第12次, 108 of 第8次（总第108次）.
        var year: Int?, total: Int?
        var end: Int
    }

    /// 第138次, 108次, 第三十六次, 二届六十四次, 第19届81次, 2025年第12次, 第二期 at `i`.
    private static func ordinal(_ text: Text, at start: Int) -> Ordinal? {
        if let year = bracketedYear(text, at: start) {
            guard var counted = ordinal(text, at: year.end), counted.number != nil else { return nil }
            counted.year = year.value
            return counted
        }
        guard text.has("第", at: start) || ChineseNumeral.read(text, at: start) != nil else { return nil }
        var i = start
        var term: Int?
        if let year = ChineseNumeral.read(text, at: i), year.value >= 1900, text.has("年", at: year.end) {
            // 2025年第12次 restarts by the year; 2023年工作会议 only names one.
            let next = text.has("度", at: year.end + 3) ? year.end + 6 : year.end + 3
            guard var counted = ordinal(text, at: next) else { return Ordinal(end: next) }
            if counted.number != nil { counted.year = year.value }
            return counted
        }
        if let month = ChineseNumeral.read(text, at: i), text.has("月份", at: month.end) { return Ordinal(end: month.end + 6) }
        if text.has("第", at: i) { i += 3 }
        if let quarter = ChineseNumeral.read(text, at: i), text.has("季度", at: quarter.end) { return Ordinal(end: quarter.end + 6) }
        if i > start, let week = ChineseNumeral.read(text, at: i), text.has("周", at: week.end) { return Ordinal(end: week.end + 3) }
        guard let first = ChineseNumeral.read(text, at: i) else { return nil }
        i = first.end
        if text.has("届", at: i) || text.has("屆", at: i) {
            term = first.value
            i += 3
            var j = text.has("第", at: i) ? i + 3 : i
            guard let second = ChineseNumeral.read(text, at: j), text.has("次", at: second.end) else {
                // 十三届县委第32次: the term stands apart from the number.
                return Ordinal(term: term, end: i)
            }
            j = second.end + 3
            return Ordinal(number: second.value, term: term, end: j)
        }
        // 先后召开两次会议 counts them.
        guard text.has("次", at: i), i > start, !text.has("两", at: start) else { return nil }
        let end = i + 3
        // 第三次会议主席团第一次会议: the number of what contains the body is part of its name.
        if text.has("会议主席团", at: end) { return nil }
        // 第四次全国普查启动会: what is counted is the undertaking, not the meeting.
        if text.from(end).hasPrefix(anyOf: undertakings) != nil { return nil }
        // 第3次（总第45次）
        if text.has("（总第", at: end), let total = ChineseNumeral.read(text, at: end + 9), text.has("次）", at: total.end) {
            return Ordinal(number: first.value, total: total.value, end: total.end + 6)
        }
        // 第6次（5届51次）
        if text.has("（", at: end), let whole = ordinal(text, at: end + 3), whole.term != nil, let total = whole.number,
            text.has("）", at: whole.end)
        {
            return Ordinal(number: first.value, term: whole.term, total: total, end: whole.end + 3)
        }
        return Ordinal(number: first.value, end: end)
    }

    /// [2010]第一次, 〔2023〕5次
    private static func bracketedYear(_ text: Text, at i: Int) -> (value: Int, end: Int)? {
        for (open, close): (Literal, Literal) in [("[", "]"), ("〔", "〕"), ("［", "］")] where text.has(open, at: i) {
            guard let year = ChineseNumeral.read(text, at: i + open.count), year.value >= 1900, text.has(close, at: year.end) else {
                return nil
            }
            return (year.value, year.end + close.count)
        }
        return nil
    }

    private static let undertakings: [Literal] = [
        "全国", "全省", "全市", "全区", "全县", "全镇", "评比", "普查", "检查", "督查", "巡察", "巡视", "考核", "评选",
    ]

    /// 市七届人大常委会 → 市人大常委会, 市十五届人民政府 → 市政府.
    private static func withoutTerm(_ convener: Text) -> String {
        var name = convener.string
        for mark: Literal in ["届"] {
            guard let at = convener.find(mark), let number = ChineseNumeral.read(convener, endingAt: at) else { continue }
            // 十届一次会议主席团: the session is part of the body's name, and its term with it.
            if let session = ChineseNumeral.read(convener, at: at + 3), convener.has("次会议", at: session.end) { return name }
            let start = convener.upTo(number.start).hasSuffix("第") ? number.start - 3 : number.start
            name = convener.upTo(start).string + convener.from(at + 3).string
        }
        return name
    }

    private static func printedTerm(_ text: Text) -> Int? {
        guard let at = text.find("届") ?? text.find("屆"), let number = ChineseNumeral.read(text, endingAt: at)
        else { return nil }
        return number.value
    }

    /// 全委（扩大）会议, 常委扩大会议: part of the name, unless it stands behind the number or alone.
    private static func isExpansion(_ phrase: Text, at i: Int) -> Bool {
        if phrase.has("扩大", at: i), phrase.upTo(i).hasSuffix(anyOf: ["（", "("]) != nil { return true }
        guard let width = expansions.match(phrase, at: i), phrase.has("会", at: i + width), i > phrase.start else { return false }
        return phrase.upTo(i).hasSuffix(anyOf: ["次", "全体"]) == nil
    }

    private static let expansions = WordList("（扩大） (扩大) 扩大")
    private static let modifiers = WordList("（扩大） (扩大) （扩大会议） 扩大 全体（扩大） 全体 集中 本年度 今年 （视频） （电视电话） （季度） 首次 成立后 换届后 组建后")

    // MARK: Body

    /// The name of the body: 市政府 + 常务会议 stay together; 县委常委会 + 会议 is 县委常委会.
    private static func body(convener: String?, noun: String) -> String? {
        var noun = noun
        for end: Literal in ["会议精神", "召开", "举行"] { noun = noun.dropping(suffix: end) ?? noun }
        for start: Literal in ["的", "、", "，", "主持召开", "召开"] { noun = noun.dropping(prefix: start) ?? noun }
        noun = withoutModifiers(noun)
        // Names are compared in simplified characters and kept as printed.
        let plain = TraditionalScript.simplified(noun)
        let isPlain = ["会议", "会", "大会", "学习", "正式会议", "对会议", ""].contains(plain)
        guard var convener, !convener.isEmpty else { return isPlain ? nil : withoutPlainMeeting(noun) }
        convener = withoutPlainMeeting(convener)
        // 县法院召开党组理论学习中心组研讨学习会
        if plain.holds("中心组"), let centre = plain.firstRange(of: "中心组"), plain[..<centre.lowerBound].count <= 8 {
            return convener + plain[..<centre.upperBound]
        }
        // 县防汛抗旱指挥部召开防汛工作会议: what a 指挥部 meets about is its own matter.
        if convener.ends(with: "指挥部") || convener.ends(with: "防指"),
            matters.contains(where: plain.holds)
        {
            return convener
        }
        if plain == "专题会议", (["党委", "党组", "常委会", "党工委"] as [Literal]).contains(where: convener.ends) { return convener }
        // 党组召开党组会议, 县委常委会召开常委会会议: the body is said twice.
        if plain.ends(with: "会议"), convener.hasSuffix(String(plain.dropLast(2))) { return convener }
        if isPlain || collective.contains(where: plain.begins) { return convener }
        // 市防指召开视频调度会: a form of meeting that has no subject is its body's.
        if forms.contains(where: noun.ends), committees.contains(where: convener.ends) { return convener }
        if organs.contains(where: noun.begins) || committees.contains(where: withoutPlainMeeting(noun).ends), noun.count <= 12 {
            return withoutPlainMeeting(overlapping(convener, noun))
        }
        return withoutPlainMeeting(noun)
    }

    /// 县委 + 县委常委会 → 县委常委会; 区政府 + 常务会议 → 区政府常务会议.
    private static func overlapping(_ convener: String, _ noun: String) -> String {
        // 局党组 + 党组扩大会议: the organ is named twice.
        if let organ = (["党组", "党委", "党工委"] as [Literal]).first(where: { convener.ends(with: $0) && noun.begins(with: $0) }) {
            return convener + String(noun.dropFirst(organ.string.count))
        }
        return noun.hasPrefix(convener) ? noun : convener.ends(with: "常委会") && noun.begins(with: "常委") ? convener : convener + noun
    }

    /// 县委常委会会议 → 县委常委会, 部党组会议 → 部党组; 常务会议, 主席会议 and the like keep the word, which names them.
    static func withoutPlainMeeting(_ name: String) -> String {
        for tail in learning {
            if let head = name.dropping(suffix: tail), head.ends(with: "中心组") { return head }
        }
        // 指挥部工作会议, 领导小组专题会议: the body met, whatever for.
        for tail: Literal in ["工作会议", "专题会议"] {
            if let head = name.dropping(suffix: tail), committees.contains(where: head.ends) { return head }
        }
        guard let head = name.dropping(suffix: "会议") else { return name }
        // 恳谈会会议, 主任会议会议
        if head.ends(with: "谈会") || head.ends(with: "会议") { return head }
        if head.ends(with: "常委") { return head + "会" }
        if standing.contains(where: head.ends) { return head }
        // 党组（扩大）会议 is one of the 党组; 全委（扩大）会议 has its name from the word.
        if let body = head.dropping(suffix: "（扩大）") ?? head.dropping(suffix: "(扩大)") ?? head.dropping(suffix: "扩大") {
            return standing.contains(where: body.ends) ? body : name
        }
        // 领导小组（指挥部）会议
        guard head.hasSuffix("）"), let open = head.lastIndex(of: "（") else { return name }
        return standing.contains(where: String(head[..<open]).ends) ? head : name
    }

    private static let matters: [Literal] = ["汛", "旱", "会商", "调度", "防火", "台风", "疫情"]
    /// How a 中心组 meets.
    private static let learning: [Literal] = ["集体学习", "专题学习", "集中学习", "学习会议", "学习会", "学习扩大会议", "学习研讨会", "学习"]
    /// Bodies that meet in 会议 of their own.
    private static let standing: [Literal] = [
        "常委会", "党组", "党委", "党委会", "委员会", "领导小组", "指挥部", "党工委", "安委会", "党委班子", "主席团", "小组", "办公会", "联席会", "总指挥部", "防指",
        "党支部", "党总支", "务会", "常务委员会", "理事会", "董事会", "专班", "中心组",
    ]
    /// Parts of a body that hold its meetings, or forms of its meetings.
    private static let organs: [Literal] = [
        "常委", "常务", "党组", "主席", "主任", "书记", "区长", "县长", "市长", "镇长", "乡长", "省长", "州长", "局长", "院长", "办公会", "碰头", "联席会", "班子", "党委", "党工委",
        "理论学习中心组", "党政联席", "党政班子", "工作例会", "例会", "务虚会", "民主生活会", "秘书长", "部务会", "局务会", "厅务会", "党政办公会", "县长办公会", "委员会议", "委务会",
        "政府常务", "政府党组", "常委会", "五人小组", "全体成员", "全委", "执委",
    ]
    private static let committees: [Literal] = [
        "安委会", "指挥部", "防指", "领导小组", "减灾委", "食安委", "规委会", "消委会", "河长办", "财经委", "深改委", "编委", "委员会", "专班",
    ]
    private static let forms: [Literal] = ["调度会", "会商会", "会商", "专题会", "例会", "推进会", "部署会", "调度"]
    /// What a body does together without its being a meeting's name.
    private static let collective: [Literal] = ["集体学习", "专题学习", "集中学习", "学习会", "中心组学习", "全会"]
}

extension Session {
    /// The body in whose series a meeting counts: 常委（扩大）会议 is one of the 常委会, 全委（扩大）会议 one of the 全委会议.
    public static func series(of body: String) -> String {
        var plain = body
        if body.holds("扩大") {
            plain = body.replacing("（扩大）", with: "").replacing("(扩大)", with: "").replacing("扩大会议", with: "会议")
        }
        return plain == body ? body : MeetingName.withoutPlainMeeting(plain)
    }
}
