/// The place whose body met.
enum Places {
    /// Bodies of the whole country, of a ministry, or of several countries have no place.
    private static let central: [Literal] = [
        "国务院", "中央", "中共中央", "部", "全国", "政协全国", "委员长", "中国共产党第", "中华人民共和国", "联合国", "新国务院", "总理", "总书记", "国家主席", "副总理", "国务委员",
    ]

    static func isCentral(_ body: String) -> Bool { central.contains(where: body.begins) }

    /// The place of the level that the body's name gives (区委 → a 区), where the report spells one out.
    static func extract(from document: ReportDocument, body: String) -> Match<String>? {
        if isCentral(body) { return nil }
        return withText(body) { body in
            if let spelled = spelledOut.first(in: body) { return Match(value: spelled.value.string, range: 0..<0, rule: spelled.rule) }
            return mostFrequent(level(of: body, document), document)
        }
    }

    private static let spelledOut = rules.named("place-in-body")
    private static let namedMost = rules.named("place-named-most")

    static let rules: [Rule<Text>] = [
        Rule("place-in-body", cues: [], examples: [("中共青石县委常委会", Text("青石县")), ("青石县人大常委会", Text("青石县")), ("县委常委会", nil)]) { body, _ in
            var start = body.start
            for word: Literal in ["中共", "共青团", "政协", "中国共产党", "全"] where body.has(word, at: start) { start += word.count }
            guard start == body.start || !body.hasPrefix("全"), let spelled = named(in: body, at: start, suffixes: PlaceNames.endings),
                spelled.length >= 3, !beginsWithVerb(spelled), isPlace(spelled, 2), !isOfCountries(spelled),
                !goesOn(body, spelled.end - (spelled.hasSuffix("街道") ? 6 : 3)..<spelled.end)
            else { return nil }
            return Match(value: spelled, range: spelled.range)
        },
        Rule(
            "place-named-most", cues: PlaceNames.endings,
            examples: [
                ("推动青石县发展", Text("青石县")), ("2022年太原市政府", Text("太原市")), ("推动各县发展", nil), ("建设强大国内市场", nil), ("纪念民族区域自治", nil),
                ("推进市政建设", nil),
            ]
        ) { text, suffix in
            if goesOn(text, suffix) { return nil }
            let place = named(text, endingAt: suffix.upperBound, text[suffix].count)
            return place.map { Match(value: $0, range: $0.range) }
        },
    ]

    /// 区委常委会 → 区; 我区召开… → 区; where nothing tells the level, the headline must name the place.
    private static func level(of body: Text, _ document: ReportDocument) -> [Literal] {
        let own = PlaceNames.endings.filter { body.hasPrefix($0) }
        if !own.isEmpty { return own }
        let telling = document.paragraphs.lazy.filter { $0.text.contains("。") }.prefix(3)
        for paragraph in document.paragraphs.prefix(4) + telling {
            for (words, suffix, _) in ours where words.contains(where: { says($0, in: paragraph.text) }) { return [suffix] }
        }
        // 县长王平主持召开第5次常务会议: whose office presides.
        let offices = ours.map { $0.offices }
        let first = telling.lazy.compactMap { $0.text.find(anyOf: offices) }.first
        return first.flatMap { first in ours.first { $0.offices == first.word } }.map { [$0.suffix] } ?? []
    }

    /// 国内市场, 民族区域, 高举旗帜, 文明乡村, 非洲联盟: what looks like the level of a place is part of another word.
    private static func goesOn(_ text: Text, _ suffix: Range<Int>) -> Bool {
        let behind = text.from(suffix.upperBound)
        let word = text[suffix]
        // 王平县长 is a person.
        if behind.hasPrefix("长"), behind.hasPrefix(anyOf: ["长江", "长期", "长效", "长三角"]) == nil { return true }
        if word == "市" { return behind.hasPrefix(anyOf: ["场", "值", "盈"]) != nil }
        if word == "区" {
            return behind.hasPrefix(anyOf: ["域", "块", "间", "别", "分"]) != nil || text.upTo(suffix.lowerBound).hasSuffix("试验")
        }
        if word == "旗" { return behind.hasPrefix(anyOf: ["帜", "舰", "号"]) != nil }
        if word == "乡" { return behind.hasPrefix(anyOf: ["村", "愁", "亲", "土", "友", "镇"]) != nil }
        if word == "盟" { return text.upTo(suffix.lowerBound).hasSuffix(anyOf: ["联", "同", "结"]) != nil || behind.hasPrefix("国") }
        return word == "县" && behind.hasPrefix("域")
    }

    /// Names of countries and of what several of them have are no place whose body meets.
    private static func isOfCountries(_ name: Text) -> Bool {
        name.hasPrefix(anyOf: ["非洲", "阿拉伯", "世界", "中国", "亚洲", "欧洲", "国际", "英国", "美国"]) != nil
    }

    /// 全市上下, but not 健全市场, 安全区域.
    private static func says(_ word: Literal, in text: Text) -> Bool {
        guard let at = text.find(word) else { return false }
        return text.upTo(at).hasSuffix(anyOf: ["安", "健", "完", "齐", "保", "成"]) == nil
            && text.from(at + word.count).hasPrefix(anyOf: ["场", "域"]) == nil
    }

    private static let ours: [(words: [Literal], suffix: Literal, offices: Literal)] = [
        (["我区", "全区"], "区", "区长"), (["我县", "全县"], "县", "县长"), (["我市", "全市"], "市", "市长"), (["我省", "全省"], "省", "省长"),
        (["我旗", "全旗"], "旗", "旗长"), (["我镇", "全镇"], "镇", "镇长"),
        (["我州", "全州"], "州", "州长"),
    ]

    private static func mostFrequent(_ level: [Literal], _ document: ReportDocument) -> Match<String>? {
        var found: [(name: String, count: Int, range: Range<Int>)] = []
        var places: [String: Int] = [:]
        // Without a level only what names the publisher or the report may tell the place.
        let isKnown = !level.isEmpty
        let level = isKnown ? level : PlaceNames.endings
        func count(_ text: Text, isPrinted: Bool) {
            for suffix in level {
                var from = text.start
                while let at = text.find(suffix, from: from) {
                    from = at + suffix.count
                    guard let place = namedMost.match(text, at..<from)?.value else { continue }
                    let name = place.string
                    if let known = places[name] {
                        found[known].count += 1
                    } else {
                        places[name] = found.count
                        found.append((name, 1, isPrinted ? place.range : 0..<0))
                    }
                }
            }
        }
        for name in [document.metadata.publisher, document.metadata.source, document.metadata.title].compactMap(\.self) {
            withText(name) { count($0, isPrinted: false) }
        }
        if let headline = document.headline { count(headline, isPrinted: true) }
        if isKnown { for paragraph in document.paragraphs where paragraph.text.contains("。") { count(paragraph.text, isPrinted: true) } }
        // IP属地：…, the address below: what is no sentence tells only where no sentence does.
        if isKnown, found.isEmpty {
            for paragraph in document.paragraphs where !paragraph.text.contains("。") { count(paragraph.text, isPrinted: true) }
        }
        guard let most = found.map(\.count).max(), let best = found.first(where: { $0.count == most }) else { return nil }
        return Match(value: best.name, range: best.range, rule: namedMost.name)
    }

    /// 海淀区 that begins the text.
    private static func named(in text: Text, at start: Int, suffixes: [Literal]) -> Text? {
        var i = start
        for _ in 0..<6 {
            i += text.width(at: i)
            if i >= text.end { return nil }
            if let suffix = suffixes.first(where: { text.has($0, at: i) }), i - start >= 6 {
                return text[start..<i + suffix.count]
            }
        }
        return nil
    }

    /// A name of two or three characters before the suffix, that begins where a word begins.
    private static func named(_ text: Text, endingAt end: Int, _ suffix: Int) -> Text? {
        for length in [2, 3] {
            guard let start = text.before(end - suffix, by: length) else { continue }
            let name = text[start..<end]
            guard isBoundary(text, start), isPlace(name, length) else { continue }
            return name
        }
        return nil
    }

    private static func isPlace(_ name: Text, _ length: Int) -> Bool {
        if notAtStart.match(name, at: name.start) != nil, known.match(name, at: name.start) == nil { return false }
        var i = name.start
        for _ in 0..<length {
            guard name.isHan(at: i), notInPlaces.match(name, at: i) == nil, i == name.start || notBehindStart.match(name, at: i) == nil
            else { return false }
            i += name.width(at: i)
        }
        return !beginsWithVerb(name)
    }

    /// 研究市…, 听取旗…, 强调省…: a verb before a body is no name.
    private static func beginsWithVerb(_ name: Text) -> Bool {
        AgendaVerbs.list.match(name, at: name.start) != nil || SpeechVerbs.list.match(name, at: name.start) != nil
            || Demands.imperatives.match(name, at: name.start).map { $0 >= 6 } == true
            || otherVerbs.match(name, at: name.start) != nil
    }

    private static let otherVerbs = WordList(
        "人民 世界 国家 国台 东南 西北 涵盖 派驻 提交 撤销 召开 举行 制造 加快 推进 中共 政协 提请 报送 来自 会同 根据 按照 协助 经过 现任 迎接 参会 设立 征求 到会 与会 涉及 走遍 面向 服务 —— 高举 庆祝 纪念 建设 宣布 热烈 被 约谈 巡视 主题 关于"
    )

    private static let notInPlaces = WordList(
        "自治 评选 要 届 召 开 造 强 各 我 该 的 和 与 及 为 在 是 对 等 了 到 把 从 向 个 县 市 区 省 镇 乡 村 街 级 社 小 片 城区 园 辖 地 跨 赴 多 几 某 新型 这 那 直 副 书 委 政 党 库 牧 林区 灾 厂 校 山区 考 东部 西部 郊 以 并 接受 由 据 经 受 请 报 使 让 就 已 按 不 有 当 每 另 其 时任 现 新任 近期 近日 当前 目前 兄弟 两地 年 度 暨 棚户 跳蚤 稳 强大 商圈 中心"
    )
    /// Numbers and words before a place (上述市, 原县, 两县) that begin no name but these: 上海, 四川, 无锡.
    private static let notAtStart = WordList("原 城 同 无 内 外 上 下 一 二 三 四 五 六 七 八 九 十 百 千 万 两 本 全 主 共 分 老")
    private static let known = WordList(
        """
        上海 上饶 上杭 上虞 上林 上思 上高 上栗 上犹 上蔡 四川 三亚 三明 三原 三台 三河 三沙 三门 三水 五台 五常 五华 五河 五莲 九江 九龙坡 六安 六枝 六合 六盘水 七里河 七台河 八步 十堰 万州
        万宁 万载 万年 万荣 万全 百色 千阳 千山 无锡 无棣 无为 无极 内江 内黄 内乡 内蒙古 同江 同安 同心 同德 原阳 原平 原州 本溪 全椒 全州 全南 城固 城关 城步 城阳 城口 老河口 分宜 共青城 共和
        下陆 下关 两当
        """)
    /// 市长, 会上, 县内: words that end before a suffix.
    private static let notBehindStart = WordList("长 上 下 内 外 主 共 全 本 分 一 二 三 四 五 六 七 八 九 十 百 千 万 两")

    /// Whether a name may begin at `i`: behind a mark, or a word before which no name goes on.
    private static func isBoundary(_ text: Text, _ i: Int) -> Bool {
        // 来源:昌原县, (昌原县
        i == text.start || text[i - 1] < 0x80 && !text[i - 1].isASCIILetter || boundaries.match(text, endingAt: i) != nil
    }

    private static let boundaries = WordList(
        """
        ， 。 、 《 “ ： ； （ 中共 听取 研究 审议 传达 关于 在 和 政协 与 对 为 把 是 推动 确保 建设 〈 来源： 打造 促进 加快 全力 推进 立足 围绕 , ( 体现 到 自 全国 聚焦
        省 市 了 年 : 我们 随 由 召开 设立 撤销
        """)
}

extension Session {
    /// Whether the name of a body, or somebody's title, is of the whole country, a ministry or several countries.
    public static func isCentral(_ name: String) -> Bool { Places.isCentral(name) }
}
