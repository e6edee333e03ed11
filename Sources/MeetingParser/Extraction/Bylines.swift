/// Who wrote and who edited a report.
struct Bylines {
    let reporters: [Match<String>]
    let editors: [String]

    init(in document: ReportDocument) {
        let closings = document.paragraphs.suffix(4).map { Self.closing($0.text) }
        reporters = Self.reporters(in: document, closings.compactMap(\.self))
        editors = Self.editors(in: document.editorLines + closings.suffix(3).compactMap { $0?.value })
    }

    private static func reporters(in document: ReportDocument, _ closings: [Match<Text>]) -> [Match<String>] {
        var found: [Match<String>] = []
        func add(_ text: Text, _ rule: StaticString) {
            for match in names(in: text) where !found.contains(where: { $0.value == match.value }) {
                found.append(Match(value: match.value, range: match.range, rule: rule))
            }
        }
        for paragraph in document.paragraphs.prefix(20) {
            if found.isEmpty, let dateline = dateline.first(in: paragraph.text) { add(dateline.value, dateline.rule) }
        }
        for byline in closings { add(byline.value, byline.rule) }
        if found.isEmpty { for line in document.editorLines { add(line, "editors-line") } }
        if found.isEmpty { for line in document.comments { add(line, "comment") } }
        return found
    }

    /// Where a byline stands: in the dateline, or behind the last sentence.
    static let rules: [Rule<Text>] = [
        Rule(
            "dateline", cues: ["记者", "通讯员", "（", "("],
            examples: [
                ("本报讯（记者 王平）3月1日", Text("记者 王平")), ("本报讯 记者王平报道：3月1日", Text("记者王平")), ("会议听取了关于做好新时代记者工作的汇报。", nil),
            ]
        ) { text, role in
            // A dateline stands at the very start.
            guard role.lowerBound - text.start < 120 else { return nil }
            return dateline(text[text.start..<text.start + 400]).map { Match(value: $0, range: $0.range) }
        },
        Rule(
            "closing-mark", cues: ["■", "▲", "◆", "□"],
            examples: [("会议要求抓好落实。■王平", Text("王平")), ("■会议指出，各级各部门要把思想和行动统一到会议精神上来，切实抓好各项工作落实。", nil)]
        ) { text, mark in
            text.end - mark.lowerBound < 90 ? Match(value: text.from(mark.upperBound), range: mark.upperBound..<text.end) : nil
        },
        Rule(
            "closing-bracket", cues: ["）", ")"],
            examples: [("抓好落实。（王平 李明）", Text("王平 李明")), ("（王平）指出，抓好落实。", nil)]
        ) { text, close in
            let rest = text.from(close.upperBound)
            guard rest.isEmpty || rest == "。" || rest.trimmed == "|", let open = lastOpen(text.upTo(close.lowerBound)) else { return nil }
            let inner = text[open..<close.lowerBound]
            return inner.count <= 150 && !inner.contains("。") && !inner.contains(anyOf: notWriting)
                ? Match(value: inner, range: inner.range) : nil
        },
        Rule("signed-line", cues: [], examples: [("记者 王平", Text("记者 王平")), ("王平 李明", Text("王平 李明")), ("会议指出。", nil)]) { text, _ in
            // 普毛毛 肖颖 as a line of its own
            let isSigned =
                text.count < 200 && !text.contains("。") && text.hasPrefix(anyOf: notWriting) == nil
                && (text.contains(anyOf: roles)
                    || text.count <= 48 && text.contains(" ") && nameList(text).count >= 2 && isOnlyNames(text, nameList(text)))
            if !isSigned, text.count <= 8, text.contains(" "), let name = nameList(text).first, name.range == text.range {
                return Match(value: text, range: text.range)
            }
            return isSigned ? Match(value: text, range: text.range) : nil
        },
        Rule("name-behind-last-sentence", cue: "。", examples: [("抓好落实。 王平", Text("王平")), ("抓好落实。", nil)]) { text, stop in
            guard text.end - stop.lowerBound < 60 else { return nil }
            let tail = text.from(stop.upperBound).trimmed
            guard !tail.isEmpty, !tail.contains("。"),
                tail.contains(anyOf: roles) || Persons.namedPerson(tail)?.titles.isEmpty == true
            else { return nil }
            return Match(value: tail, range: tail.range)
        },
    ]

    private static func closing(_ text: Text) -> Match<Text>? { closingRules.firstMatch(in: text) }
    private static let dateline = rules.named("dateline")
    private static let closingRules = rules.filter { $0.name.description != "dateline" }

    private static func editors(in lines: [Text]) -> [String] {
        var editors: [String] = []
        for line in lines {
            for role in editorRoles {
                guard let at = line.find(role) else { continue }
                for name in nameList(line.from(at + role.count)) where !editors.contains(name.value) { editors.append(name.value) }
                break
            }
        }
        return editors
    }

    /// A line that names editors and stands outside of the report: 责任编辑：邓健.
    static func isEditorLine(_ line: Text) -> Bool {
        guard line.count < 200, !line.contains("。") else { return false }
        return editorStarts.contains { line.endOfSpaced($0) != nil }
    }

    private static let editorStarts: [Literal] = [
        "责任编辑", "编辑：", "编辑:", "责编", "编审", "（责任编辑", "(责任编辑", "【责任编辑", "[责任编辑", "（编辑", "(编辑", "校对", "审核", "初审", "终审", "一审", "值班编辑",
        "美编", "编辑|", "责任校对", "监制",
    ]
    private static let editorRoles: [Literal] = [
        "责任编辑：", "责任编辑:", "责任编辑", "编 辑：", "编 辑:", "编辑：", "编辑:", "编辑", "责编：", "责编:", "责编", "编审：", "编审",
    ]

    // MARK: Where bylines stand

    /// 本报讯（记者 X 通讯员 Y）at the start.
    private static func dateline(_ first: Text) -> Text? {
        // 本报讯 记者葛春野报道：
        if let role = first.find(anyOf: ["记者", "通讯员"])?.at, role - first.start < 40,
            let told = first.find(anyOf: ["报道", "报导", "，", "：", "】"], from: role), told.at - role < 60, !first.upTo(told.at).contains("（")
        {
            return first[role..<told.at]
        }
        // 【本报讯】（记者 X）
        var from = first.start
        if let mark = first.find("】（") ?? first.find("】("), mark - first.start < 45 { from = mark + 3 }
        guard let open = first.find(anyOf: ["（", "(", "【"], from: from), open.at - first.start < 60,
            let close = first.find(anyOf: ["）", ")", "】"], from: open.at)?.at ?? (first.end - open.at < 60 ? first.end : nil)
        else { return nil }
        let inner = first[open.at + open.word.count..<close]
        if inner.contains(anyOf: ["记者", "通讯员"]) { return inner }
        // 某某在线（林雪婧 巫少东）1月5日
        let isSite = first.upTo(open.at).hasSuffix(anyOf: ["讯", "在线", "网", "报", "融媒", "台"]) != nil
        return isSite && isOnlyNames(inner, nameList(inner)) ? inner : nil
    }

    private static func lastOpen(_ text: Text) -> Int? {
        let full = text.findLast("（").map { $0 + 3 }, ascii = text.findLast("(").map { $0 + 1 }
        return [full, ascii].compactMap { $0 }.max()
    }

    // MARK: Names in a byline

    private static let roles: [Literal] = [
        "全媒体记者", "融媒体记者", "融媒记者", "见习记者", "首席记者", "特约记者", "实习记者", "本报记者", "本网记者", "本台记者", "特约通讯员", "记者", "通讯员", "通 讯 员", "记 者", "图文", "文字",
        "撰稿", "供稿", "文/", "文／", "文：", "实习生", "作者", "采写", "报道",
    ]
    /// Behind these words stand people who did not write.
    private static let others: [Literal] = [
        "摄影", "摄", "图/", "图／", "图：", "审核", "视频", "海报", "编辑", "责编", "校对", "编审", "责任编辑", "监制", "终审", "初审", "复审", "供图", "图片", "美编", "制作", "签发",
        "司徒编辑",
        "值班", "播音", "编 辑", "审稿人", "审稿",
    ]
    /// Of minutes: who chaired, told, took notes.
    private static let notWriting: [Literal] = ["主持人", "汇报人", "记录人", "参会", "列席", "发言人"]
    /// What newspapers and sites are called by.
    private static let media: [Literal] = ["日报", "晚报", "早报", "都市报", "网", "电视台", "融媒", "新闻", "在线", "传媒", "发布"]

    /// 秘书处, 党政办: who writes for all of them.
    private static let offices: [Literal] = ["处", "部", "办", "室", "局", "科", "中心"]

    private static let marks = WordList(roles + others)

    private static func names(in byline: Text) -> [Match<String>] {
        let hasRole = byline.contains(anyOf: roles)
        var found: [Match<String>] = []
        // 常小满/文 孔亮/图
        // 文 卞之遥 图 干露
        if byline.hasPrefix("文 ") { return nameList(byline[byline.start + 4..<(byline.find(" 图 ") ?? byline.end)]) }
        if let slash = byline.find(anyOf: ["/文", "／文"]) { return nameList(byline.upTo(slash.at)) }
        var i = byline.start
        var writes = true
        var start = i
        func flush(to end: Int) {
            guard writes, end > start else { return }
            let part = byline[start..<end]
            let list = nameList(part)
            // (X Y) without a role: all of it must be names; 县政府办 is nobody.
            if hasRole || isOnlyNames(part, list) { found += list }
        }
        while i < byline.end {
            if marks.match(byline, at: i) == nil {
                i += byline.width(at: i)
            } else if let other = others.first(where: { byline.has($0, at: i) }) {
                // 柏一舟 摄: the name stands before.
                let isBehind = byline.from(i + other.count).trimmed.isEmpty
                if !isBehind { flush(to: i) }
                writes = false
                i += other.count
                start = i
            } else if let role = roles.first(where: { byline.has($0, at: i) }) {
                if hasOrganisationOnly(byline[start..<i]) == false { flush(to: i) }
                writes = true
                i += role.count
                start = i
            } else {
                i += byline.width(at: i)
            }
        }
        flush(to: byline.end)
        return found
    }

    private static func hasOrganisationOnly(_ text: Text) -> Bool { nameList(text).isEmpty }

    private static func isOnlyNames(_ part: Text, _ list: [Match<String>]) -> Bool {
        guard let last = list.last else { return false }
        let lead = part[part.start..<list[0].range.lowerBound].trimmed
        let tail = part[last.range.upperBound..<part.end].trimmed
        return tail.isEmpty && (lead.isEmpty || isOrganisation(lead))
    }

    /// (县纪委监委宣传部 尹航): the office for which somebody writes.
    private static func isOrganisation(_ text: Text) -> Bool {
        text.hasSuffix(anyOf: [
            "部", "办", "局", "室", "中心", "委", "报", "网", "台", "社", "府", "厅", "院", "站", "报社", "公司", "镇", "乡", "街道", "：", ":", "科", "组", "会",
        ]) != nil
    }

    /// Names separated by blanks or 、; single characters with a blank between them are one name.
    private static func nameList(_ text: Text) -> [Match<String>] {
        var parts = text.split([" ", "、", "，", ",", "；", ";", "：", ":", "/", "|", "）", "（", ")", "("]).filter { !$0.isEmpty }[...]
        var names: [Match<String>] = []
        while let part = parts.popFirst() {
            if part.length == 1, let next = parts.first, next.length == 1, Surnames.match(part, at: part.start) != nil {
                parts.removeFirst()
                names.append(Match(value: part.string + next.string, range: part.start..<next.end, rule: "byline"))
            } else if part.hasSuffix(anyOf: media) != nil || part.length > 2 && part.hasSuffix(anyOf: offices) != nil {
                continue
            } else if (2...4).contains(part.length), Persons.isName(part, length: part.length) {
                names.append(Match(value: part.string, range: part.range, rule: "byline"))
            } else if part.contains("·") && part.length <= 12 || (3...7).contains(part.length) && TranscribedNames.holds(part) {
                names.append(Match(value: part.string, range: part.range, rule: "byline"))
            } else if names.isEmpty == false, part.length > 4 {
                break
            }
        }
        return names
    }
}
