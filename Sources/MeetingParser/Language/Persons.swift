/// Someone named in a report, with the titles printed before (or behind) the name.
struct NamedPerson: Equatable, Sendable {
    var name: String
    var titles: [String]
    /// Byte offsets of titles and name in the plain text; two persons are the same wherever they stand.
    var range: Range<Int>

    static func == (a: NamedPerson, b: NamedPerson) -> Bool { a.name == b.name && a.titles == b.titles }
}

/// Reads lists such as 市委副书记、市长陈吉宁，市政协主席吉林，副市长毛羽丰、童欣.
///
/// A title ends with the word of an office; what follows it and begins with a family name is a name. A name without a
/// title in the same list has the title of the name before it.
enum Persons {
    /// The people of a list, in order. With `bare`, names without any title count too.
    static func list(_ text: Text, bare: Bool = false) -> [NamedPerson] {
        var people: [NamedPerson] = []
        var titles: [Text] = []
        var prefix: Text?
        var inherited: [String] = []
        for (segment, separator) in segments(text) {
            let part = withoutDateline(trimmingJoiners(segment))
            if separator == .comma, part.isEmpty { continue }
            if let found = namedPerson(part, hasTitle: !titles.isEmpty || !inherited.isEmpty) {
                var own = (titles + found.titles).map(\.string)
                if let prefix, !found.titles.isEmpty { own[own.count - 1] = prefix.string + "、" + own[own.count - 1] }
                let names = own.isEmpty ? inherited : own
                if !own.isEmpty || !inherited.isEmpty && !people.isEmpty || bare {
                    people.append(
                        NamedPerson(name: found.name, titles: names, range: (titles.first ?? part).start..<found.end))
                    inherited = names
                }
                titles = []
                prefix = nil
            } else if Offices.list.match(part, endingAt: part.end) != nil, part.count <= 90 {
                titles.append(part)
            } else {
                titles = []
                prefix = isOrganisation(part) ? part : nil
            }
            if separator == .comma {
                // 市委常委，… names a group; its title does not reach over the comma.
                titles = []
                prefix = nil
            }
        }
        return people
    }

    /// The person with whom the text ends, titles included: 区委书记、组长于军.
    static func last(_ text: Text) -> NamedPerson? {
        var start = text.end
        // A list of titles reaches back over 、 but not over a comma.
        for stop: Literal in ["，", "。", "；", "：", ",", ";", ":"] {
            if let at = text.findLast(stop) { start = min(start == text.end ? at + stop.count : max(start, at + stop.count), text.end) }
        }
        if start == text.end { start = text.start }
        guard let person = list(text[start..<text.end], bare: true).last, person.range.upperBound == trimmingJoiners(text).end
        else { return nil }
        return person
    }

    // MARK: One segment

    /// A title (or none) and a name, or a name and a title: 县委书记沈砚清, 李四, 祝南风市长.
    static func namedPerson(_ part: Text, hasTitle: Bool = false) -> (name: String, titles: [Text], end: Int)? {
        if let person = exactPerson(part, hasTitle) { return person }
        // 处长李媛围绕…, 曾劲等区领导: what follows the name tells what the person did.
        guard part.count > 6, following.first(in: part, from: part.start + 6) != nil else { return nil }
        for word in followers {
            // 领导小组组长金涛作动员讲话: the first 作 belongs to 工作.
            var from = part.start + 6, tries = 0
            while let at = part.find(word, from: from), tries < 4 {
                if let person = exactPerson(part.upTo(at), hasTitle) { return person }
                from = at + word.count
                tries += 1
            }
        }
        return nil
    }

    private static let followers: [Literal] = [
        "等", "及", "共", "围绕", "就", "关于", "代表", "结合", "作", "对", "在", "分别", "依次", "先后", "以", "现场", "同志", "因", "也", "应邀", "出席", "一行", "（", "(",
        "为", "从",
        "到会", "主持",
    ]
    private static let following = WordList(followers)

    /// The whole segment is titles and a name.
    private static func exactPerson(_ part: Text, _ hasTitle: Bool) -> (name: String, titles: [Text], end: Int)? {
        guard part.count >= 6, part.count <= 120 else { return nil }
        // 副理事长王飞跃研究员: a rank behind a name that has its office before it.
        if let rank = part.hasSuffix(anyOf: ranks), let person = exactPerson(part.upTo(part.end - rank.count), false),
            !person.titles.isEmpty
        {
            return person
        }
        let offices = OfficeEnds(part)
        for length in [3, 2, 4] {
            guard let split = start(ofLast: length, in: part), split == part.start || offices.stand(before: split) else { continue }
            let title = part.upTo(split), name = part.from(split)
            // 公司董事长孙丰: 长 ends the office, though 长 and 长孙 are family names.
            if name.hasPrefix("长"), offices.stand(before: split + 3) { continue }
            guard isName(name, length: length, isTitled: !title.isEmpty) else { continue }
            return (name.unspaced, title.isEmpty ? [] : [title.trimmed], part.end)
        }
        if let named = unlistedName(part, offices, hasTitle) { return named }
        if let dot = part.find(anyOf: dots), let name = dottedName(part, around: dot.at) { return name }
        // 各村支书依次上台: what they did is no name.
        for split in offices.places
        where part.end - split >= 6 && followers.allSatisfy({ !part.has($0, at: split) })
            && TranscribedNames.holds(part.from(split))
        {
            return (part.from(split).string, [part.upTo(split)], part.end)
        }
        if hasTitle, TranscribedNames.holds(part), part.length >= 3 { return (part.string, [], part.end) }
        if let named = nameBetween(part) { return named }
        for length in [3, 2] {
            // 祝南风市长: only a short title can stand behind a name.
            guard let split = end(ofFirst: length, in: part) else { continue }
            let title = part.from(split)
            guard title.count <= 15, Offices.list.contains(title), !Offices.groups.contains(title), isName(part.upTo(split), length: length)
            else { continue }
            return (part.upTo(split).unspaced, [title], part.end)
        }
        return nil
    }

    private static let ranks: [Literal] = ["院士", "教授", "研究员", "博士", "高级工程师"]

    /// 本报讯 县委副书记, 常委会召开会议 研究部署防汛 县委书记: where a report comes from and its headline are no part of a title.
    private static func withoutDateline(_ part: Text) -> Text {
        guard let blank = part.findLast(" "), blank > part.start else { return part }
        let before = part.upTo(blank)
        return before.hasSuffix(anyOf: ["讯", "电", "消息"]) != nil || before.contains(anyOf: ["召开", "举行", "会议", "部署"])
            ? part.from(blank + 1) : part
    }

    /// Every interpunct of a transcribed name.
    private static let dots = Cues(["·", "•", "・", "‧", "．", "∙", "⋅", "●", "﹒"])

    /// Where among the last characters of a segment the word of an office ends, so that a name may follow.
    private struct OfficeEnds {
        private let part: Text
        /// A bit for each distance from the end, in bytes.
        private var distances: UInt32 = 0
        /// A name has seven characters at most.
        private static let longest = 7

        init(_ part: Text) {
            self.part = part
            var split = part.end
            for _ in 0..<Self.longest where split > part.start {
                split = part.before(split)
                if Offices.list.match(part, endingAt: split) != nil { distances |= 1 << UInt32(part.end - split) }
            }
        }

        /// The nearest to the end first.
        var places: some Sequence<Int> {
            (1...4 * Self.longest).lazy.filter { distances & 1 << UInt32($0) != 0 }.map { part.end - $0 }
        }

        /// Whether an office ends before an offset: 县长, 副县长（常务）.
        func stand(before split: Int) -> Bool {
            guard part.has("）", at: split - 3) else { return distances & 1 << UInt32(part.end - split) != 0 }
            let title = part.upTo(split)
            return Offices.list.match(title, endingAt: title.findLast("（") ?? title.end) != nil
        }
    }

    /// Where the words in brackets behind an office end, if a name follows: 副县长（常务）肖全财.
    static func qualifier(_ text: Text, at i: Int) -> Int? {
        guard text.has("（", at: i), Offices.list.match(text, endingAt: i) != nil, let close = text.find("）", from: i), close - i <= 18,
            text.isHan(at: close + 3), !text[i..<close].contains(anyOf: ["、", "，"])
        else { return nil }
        return close + 3
    }

    /// 省政协主席第五明德, 县领导苌生、脱欢: directly behind an office, or in a list of people with one, two or three
    /// characters are a name though their family name is in no list.
    private static func unlistedName(
        _ part: Text, _ offices: OfficeEnds, _ hasTitle: Bool
    ) -> (name: String, titles: [Text], end: Int)? {
        for length in [3, 2] {
            guard let split = start(ofLast: length, in: part), split > part.start ? offices.stand(before: split) : hasTitle,
                mayBeName(part.from(split)),
                // 秦朝董事长逐一点评: 长 ends the office.
                !(part.has("长", at: split) && offices.stand(before: split + 3))
            else { continue }
            let title = part.upTo(split)
            return (part.from(split).unspaced, title.isEmpty ? [] : [title.trimmed], part.end)
        }
        return nil
    }

    /// Whether a text of Chinese characters is none of the words that stand where names do.
    static func mayBeName(_ text: Text) -> Bool {
        guard !NotNames.list.contains(text) || wordsAsNames.contains(text), !NotNames.groups.contains(text),
            Offices.list.match(text, endingAt: text.end) == nil,
            AgendaVerbs.list.match(text, at: text.start) == nil, SpeechVerbs.list.match(text, at: text.start) == nil,
            Demands.imperatives.match(text, at: text.start) == nil
        else { return false }
        var i = text.start
        while i < text.end {
            guard text.isHan(at: i), notInNames.match(text, at: i) == nil, NotNames.characters.match(text, at: i) == nil else {
                return false
            }
            i += text.width(at: i)
        }
        return true
    }

    /// 巴合提·沙依: the name reaches to the office before it and to the end.
    private static func dottedName(_ part: Text, around dot: Int) -> (name: String, titles: [Text], end: Int)? {
        var start = dot, steps = 0
        while start > part.start, steps < 8, Offices.list.match(part, endingAt: start) == nil {
            start = part.before(start)
            steps += 1
        }
        var name = part.from(start)
        // 艾力更·依明巴海副委员长, 兰德尔·夸尔斯近日: what stands behind a name of unknown length.
        if let behind = name.hasSuffix(anyOf: behindNames) { name = part[start..<part.end - behind.count] }
        guard steps >= 1, !name.contains(anyOf: ["“", "”", "《", "》", "总统", "总理", "以"]), part.end - dot >= 5, part.end - dot <= 27,
            !name.contains(anyOf: ["的", "就", "在", "对", "等", "关于", "和"])
        else {
            return nil
        }
        return (name.string, start == part.start ? [] : [part.upTo(start)], part.end)
    }

    private static let behindNames: [Literal] = [
        "副委员长", "委员长", "委员", "代表", "副主席", "主席", "应邀", "近日", "日前", "今天", "发来书面", "发来", "同志",
    ]

    /// Two or three characters after a family name; four with a double one.
    static func isName(_ text: Text, length: Int, isTitled: Bool = false) -> Bool {
        guard let surname = Surnames.match(text, at: text.start), !NotNames.list.contains(text) || isTitled && wordsAsNames.contains(text),
            !Offices.list.contains(text), !isFamilyNameAndOffice(text, surname)
        else { return false }
        if length == 4, surname < 6 { return false }
        if surname == text.count { return false }
        var i = text.start
        while i < text.end {
            guard text.isHan(at: i) || text[i] == 0x20 else { return false }
            if i > text.start, notInNames.match(text, at: i) != nil, !(isTitled && length == 2 && placeWords.match(text, at: i) != nil),
                !(length == 3 && i == text.start + surname && isGiven(text, at: i, isTitled))
            {
                return false
            }
            i += text.width(at: i)
        }
        // 宁可心 behind a title is a name, though 宁可 is a word.
        return isTitled || (NotNames.list.match(text, at: text.start).map { $0 < 6 } ?? true)
    }

    /// 各村书记和主任, 王主任: whoever it is, the name is not printed.
    private static func isFamilyNameAndOffice(_ text: Text, _ surname: Int) -> Bool {
        guard text.count - surname == 6 else { return false }
        return text.from(text.start + surname).hasSuffix(anyOf: ["主任", "书记", "局长", "县长", "市长", "区长", "镇长", "主席", "会长", "委员", "部长", "院长"])
            != nil
    }

    /// Words that are people's names behind an office: 县委书记文明.
    private static let wordsAsNames = WordList("文明 向前 和平 成功 方向 方圆 江河 海洋 温暖 高峰 高明 国庆 解放 东风 宝贵 平安 金牌 红旗 常青 安宁 明亮 盛世 花卉 水源")

    private static let notInNames = WordList(
        "的 了 在 是 将 把 被 对 等 及 其 们 这 那 此 该 也 都 或 但 得 着 过 就 会 委 局 部 室 办 厅 院 县 区 镇 乡 街 村 级 与 各 不 副 应邀 和谐 会议 要 并 到 所")

    /// 李得胜, 主席汤会礼: words that begin a given name.
    private static func isGiven(_ text: Text, at i: Int, _ isTitled: Bool) -> Bool {
        text.has("得", at: i) && !text.has("到", at: i + 3) && !text.has("的", at: i + 3)
            || text.has("会", at: i)
                && text.from(i + 3).hasPrefix(anyOf: ["议", "上", "前", "后", "场", "员", "长", "见", "谈", "商"]) == nil
    }

    /// 县政协主席李镇: words for places that are given names behind a title.
    private static let placeWords = WordList("镇 村 乡 县 区 州 级 和 到 办")
}
