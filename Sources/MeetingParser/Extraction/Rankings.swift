/// League tables: who came first and who last, in prose (排名前十的是…), lists (红榜：…) and HTML tables.
enum Rankings {
    static func extract(from document: ReportDocument, period: RankingPeriod) -> [Match<Ranking>] {
        var found: [Match<Ranking>] = []
        var context = RankingContext()
        for paragraph in document.paragraphs where paragraph.cell == nil {
            guard RankingCue.gates.occurs(in: paragraph.text) else { continue }
            for sentence in paragraph.sentences {
                // 会议通报了4月“接诉即办”情况。 dates the tables that follow.
                if sentence.contains(anyOf: ["通报", "排名", "考评", "考核", "测评", "讲评"]), let named = period.of(sentence.string) {
                    context.period = named
                }
                for match in read(sentence, &context) { found.append(dated(match, context.period ?? period.inHeadline)) }
            }
        }
        for match in RankingTables.read(document) {
            var match = match
            match.value.period = context.period ?? period.inHeadline
            found.append(match)
        }
        return found.map(padded)
    }

    /// Places and scores are as many as the units.
    private static func padded(_ match: Match<Ranking>) -> Match<Ranking> {
        var match = match
        let count = match.value.entries.count
        if match.value.ranks.count != count { match.value.ranks = Array(repeating: nil, count: count) }
        if match.value.values.count != count { match.value.values = Array(repeating: nil, count: count) }
        return match
    }

    /// What an earlier table of the same paragraph said, for those that leave it out.
    struct RankingContext {
        var scope: String?
        var metric: String?
        var period: String?
    }

    private static func dated(_ match: Match<Ranking>, _ period: String?) -> Match<Ranking> {
        var match = match
        match.value.period = period
        return match
    }

    // MARK: Prose

    private static func read(_ sentence: Text, _ context: inout RankingContext) -> [Match<Ranking>] {
        guard sentence.contains("名") || RankingCue.beginnings.occurs(in: sentence) else { return [] }
        var found = places(sentence)
        let placed = found.map(\.range)
        var clauseStart = sentence.start
        var i = sentence.start
        while let next = stopsAndCues.first(in: sentence, from: i) {
            i = next
            if let stop = stops.first(where: { sentence.has($0, at: i) }) {
                if !sentence.has("：", at: i) { clauseStart = i + stop.count }
                i += stop.count
                continue
            }
            if placed.contains(where: { $0.contains(i) || i < $0.lowerBound && $0.lowerBound - i < 24 }) {
                i += sentence.width(at: i)
                continue
            }
            guard let cue = RankingCue.read(sentence, at: i) else {
                i += sentence.width(at: i)
                continue
            }
            let before = sentence[clauseStart..<i]
            if let list = list(sentence, before, cue) {
                let label = Self.label(list.isBefore ? before.upTo(before.start) : before, cue)
                context.scope = list.unit ?? label.scope ?? (list.isBefore ? nil : context.scope)
                context.metric = label.metric ?? context.metric
                let ranking = Ranking(
                    scope: context.scope ?? commonSuffix(list.entries), metric: context.metric, end: cue.end, period: nil,
                    entries: list.entries.map { unmarked($0) }, ranks: list.ranks,
                    values: list.values.isEmpty ? UnitList.values(behind: list.entries, in: sentence) : list.values)
                let match = Match(
                    value: ranking, range: min(before.start, list.range.lowerBound)..<list.range.upperBound, rule: list.rule)
                // A排名偏后，领到了黄牌: told twice.
                let isTold = found.contains { $0.value.end == cue.end && $0.value.entries == ranking.entries }
                if !isTold {
                    found +=
                        areGroups(sentence, list)
                        ? onePerUnit(match, rank: cue.ranks(in: sentence, of: 1, each: true).first ?? nil) : [match]
                }
                i = max(cue.range.upperBound, list.range.upperBound)
                clauseStart = i
            } else {
                i = cue.range.upperBound
            }
        }
        return found
    }

    /// 在两组排名中，A和B分获第一名: each is first of its own group.
    private static func areGroups(_ sentence: Text, _ list: List) -> Bool {
        list.isBefore && list.entries.count > 1 && sentence.contains(anyOf: ["两组", "三组", "各组", "两个组", "三个组"])
    }

    private static func onePerUnit(_ match: Match<Ranking>, rank: Int?) -> [Match<Ranking>] {
        match.value.entries.indices.map { i in
            var one = match
            (one.value.entries, one.value.scope) = ([match.value.entries[i]], nil)
            one.value.ranks = (match.value.rank(at: i) ?? rank).map { [$0] } ?? []
            one.value.values = match.value.value(at: i).map { [$0] } ?? []
            return one
        }
    }

    private static let stops: [Literal] = ["；", "，", "。", ",", ";", "："]
    static let stopsAndCues = WordList(stops + RankingCue.words, .rankCuts)

    /// The units that a cue of rank lists.
    struct List: Equatable, Sendable {
        var entries: [Text]
        var range: Range<Int>
        var unit: String?
        var isBefore = false
        var ranks: [Int?] = []
        var values: [String?] = []
        var rule: StaticString = ""

        static func == (a: List, b: List) -> Bool { a.entries == b.entries }

        init(entries: [Text], range: Range<Int>, unit: String? = nil, isBefore: Bool = false) {
            (self.entries, self.range, self.unit, self.isBefore) = (entries, range, unit, isBefore)
        }

        init(_ list: UnitList, ranks: [Int?]) {
            self.init(entries: list.entries, range: list.range)
            self.ranks = ranks
        }

        /// For examples.
        init(_ entries: Literal...) { self.init(entries: entries.map { Text($0) }, range: 0..<0) }
    }

    /// Where the units of a rank stand, tried in order at each cue.
    static let rules: [Rule<List>] = [
        Rule(
            "units-behind-rank", cues: RankingCue.words,
            examples: [("排名前三的是河东镇、河西镇、河口镇", List("河东镇", "河西镇", "河口镇")), ("排名前三的乡镇要总结经验", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { following(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "units-before-rank", cues: RankingCue.words,
            examples: [
                ("河东镇、河西镇、河口镇分列前三名", List("河东镇", "河西镇", "河口镇")), ("各项工作位居前列", nil), ("龙家、大观、云溪3个村名列全镇前三", List("龙家", "大观", "云溪")),
                ("其中河东镇、河西镇满意度位居全县前两位", List("河东镇", "河西镇")),
            ]
        ) { sentence, cue in
            guard let rank = RankingCue.read(sentence, at: cue.lowerBound) else { return nil }
            let clause = sentence.upTo(cue.lowerBound)
            return preceding(clause.lastClause, rank).map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "units-beside-rank", cues: RankingCue.words,
            examples: [("排名靠后的河东镇、河西镇被约谈", List("河东镇", "河西镇")), ("排名靠后的要总结经验", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { behind(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "numbered-units", cues: RankingCue.words,
            examples: [("红榜 1.河东镇 2.河西镇", List("河东镇", "河西镇")), ("红榜 河东镇", nil)]
        ) { sentence, cue in
            RankingCue.read(sentence, at: cue.lowerBound).flatMap { numbered(sentence, $0) }.map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "units-in-clause-before", cues: RankingCue.words,
            examples: [
                ("其中河东镇、河西镇同比分别上升9个百分点，升幅位居全县前两位", List("河东镇", "河西镇")), ("河东镇由于推进迟缓，领到了一个黄牌", List("河东镇")),
                ("河东镇同比上升，全县满意度位居前列", nil), ("河东镇总结经验，争取进入全县前三", nil),
            ]
        ) { sentence, cue in
            guard let rank = RankingCue.read(sentence, at: cue.lowerBound) else { return nil }
            return clauseBefore(sentence, sentence.upTo(cue.lowerBound).lastClause, rank).map { Match(value: $0, range: $0.range) }
        },
    ]

    private static func list(_ sentence: Text, _ before: Text, _ cue: RankingCue) -> List? {
        let ways = [
            { following(sentence, cue) }, { preceding(before, cue) }, { behind(sentence, cue) ?? ahead(sentence, before, cue) },
            { numbered(sentence, cue) }, { clauseBefore(sentence, before, cue) },
        ]
        for (rule, read) in zip(rules, ways) {
            guard var list = read() else { continue }
            list.rule = rule.name
            return list
        }
        return nil
    }

    static func commonSuffix(_ entries: [Text]) -> String? {
        for suffix: Literal in ["街道", "镇", "乡", "区", "县", "市", "村", "社区", "局", "公司"] where entries.allSatisfy({ $0.hasSuffix(suffix) }) {
            return suffix.string
        }
        return nil
    }

    private static func unmarked(_ entry: Text) -> String { entry.unspaced }
}
