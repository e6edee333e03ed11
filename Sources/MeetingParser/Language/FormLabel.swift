/// The label of a line in minutes and forms: 主 持 人：, 参会人员：.
enum FormLabel {
    /// The people of a roll: behind its label, and on the lines that follow as long as they name people and nothing else.
    static func roll(in document: ReportDocument, _ labels: [Literal]) -> [NamedPerson] {
        let lines = document.paragraphs
        return labels.flatMap { document.formLines[hash(Text($0)), default: []] }.sorted().flatMap { i -> [NamedPerson] in
            var found: [NamedPerson] = []
            let value = value(of: lines[i].text, labels)
            if value == nil, !labels.contains(where: { AgendaSentence.skippingNumber(lines[i].text).isSpaced($0) }) { return [] }
            if let value, !value.isEmpty { found = people(value) }
            for line in lines[(i + 1)...].prefix(60).map(\.text) {
                guard line.count < 600, line.find(anyOf: ["：", "。", "？"]) == nil || found.isEmpty && line.droppingSuffix("。") != nil else {
                    break
                }
                let more = people(line)
                if more.isEmpty { break }
                found += more
                if !found.isEmpty, value.map({ !$0.isEmpty }) ?? false, more.count < 1 { break }
            }
            return found
        }
    }

    /// 县财政局周文斌, 发改局 孙磊: a unit and who came for it.
    private static func ofUnit(_ part: Text) -> NamedPerson? {
        for length in [3, 2] {
            guard let split = part.before(part.end, by: length) else { continue }
            let unit = part.upTo(split).trimmed, name = part.from(split)
            guard unit.length >= 2, unit.hasSuffix(anyOf: units) != nil, Persons.isName(name, length: length, isTitled: true) else {
                continue
            }
            return NamedPerson(name: name.unspaced, titles: [unit.string], range: part.range)
        }
        return nil
    }

    private static let units: [Literal] = [
        "局", "委", "办", "镇", "乡", "街道", "公司", "中心", "院", "部", "处", "科", "厅", "站", "所", "队", "会", "社", "协", "府", "室", "区", "县", "集团", "银行",
        "学院", "村", "组",
    ]

    /// What stands behind the label and its colon, or nil where the line has none of these labels. Blanks within a label
    /// only space it out.
    static func value(of line: Text, _ labels: [Literal]) -> Text? {
        let line = AgendaSentence.skippingNumber(line)
        guard labels.contains(where: line.mayHold) else { return nil }
        let head = line.upTo(line.start + 43)
        guard let colon = head.find("：") ?? head.find(":"), colon - line.start <= 40 else { return nil }
        let label = line.upTo(colon)
        guard labels.contains(where: { label.isSpaced($0) }) else { return nil }
        return line.from(colon + line.width(at: colon)).trimmed
    }

    /// The values of a label in a whole report: behind its colon, on the next line, or in the next cell of a form.
    static func values(in document: ReportDocument, _ labels: [Literal]) -> [Text] {
        var values: [Text] = []
        for i in labels.flatMap({ document.formLines[hash(Text($0)), default: []] }).sorted() {
            let line = document.paragraphs[i].text
            let next = i + 1 < document.paragraphs.count ? document.paragraphs[i + 1].text : nil
            if let value = value(of: line, labels) {
                if let found = value.isEmpty ? next : value { values.append(found) }
            } else if line.count <= longestCell, let next, labels.contains(where: { line.isSpaced($0) }) {
                values.append(next)
            }
        }
        return values
    }

    /// Whether a line is a label of the time of a meeting, with or without its colon and nothing behind.
    static func isTime(_ line: Text) -> Bool {
        let label = line.droppingSuffix("：") ?? line.droppingSuffix(":") ?? line
        return (timeLabels + ["日期"]).contains { AgendaSentence.skippingNumber(label).isSpaced($0) }
    }

    static let timeLabels: [Literal] = ["会议时间", "时间", "召开时间", "开会时间"]
    static let agendaLabels: [Literal] = ["会议议题", "议题", "会议议程", "议程", "主要议题", "会议主题", "议定议题"]

    /// Whether a line is or begins with a label of the agenda.
    static func opensAgenda(_ line: Text) -> Bool {
        value(of: line, agendaLabels) != nil
            || line.count <= 40 && agendaLabels.contains { AgendaSentence.skippingNumber(line).isSpaced($0) }
    }

    /// Whether a line begins with a label that only minutes and forms have.
    static func isOfMinutes(_ line: Text) -> Bool {
        let bare = AgendaSentence.skippingNumber(line)
        return
            ([
                "地点", "会议地点", "主持", "主持人", "会议主持", "出席", "参加", "参会", "与会", "列席", "缺席", "记录", "应到", "会议议题", "议题", "到会",
            ] as [Literal]).contains { bare.endOfSpaced($0) != nil } && line.count < 900
    }

    /// What label a line may bear, by its hash: what stands before a colon near its start, or the whole cell of a form.
    static func key(of line: Text) -> UInt64? {
        guard line.count < 6000 else { return nil }
        let line = AgendaSentence.skippingNumber(line)
        let head = line.upTo(line.start + 43)
        if let colon = head.find("：") ?? head.find(":") { return hash(line.upTo(colon)) }
        return line.count <= longestCell ? hash(line) : nil
    }

    /// FNV-1a over the bytes that are no blanks.
    private static func hash(_ label: Text) -> UInt64 {
        label.withBytes { $0.reduce(14_695_981_039_346_656_037) { $1 == 0x20 ? $0 : ($0 ^ UInt64($1)) &* 1_099_511_628_211 } }
    }

    /// Bytes of a label that stands in a cell of its own.
    private static let longestCell = 24

    /// 俞泽民 封小军 水 灵: names between blanks, where single characters belong together.
    private static func spaced(_ value: Text) -> [NamedPerson] {
        var parts = value.split([" "]).filter { !$0.isEmpty }[...]
        guard parts.count > 1 else { return Persons.list(value, bare: true) }
        let unitFirst = parts.count == 2 ? ofUnit(value) : nil
        if let unitFirst { return [unitFirst] }
        var people: [NamedPerson] = []
        while let part = parts.popFirst() {
            var name = value[part.range]
            if part.length == 1, let next = parts.first, next.length == 1 {
                name = value[part.start..<next.end]
                parts.removeFirst()
            }
            let found = Persons.list(name, bare: true)
            // Among names between blanks whatever looks like one is one.
            people +=
                found.isEmpty && (2...4).contains(name.length) && Persons.mayBeName(name)
                ? [NamedPerson(name: name.unspaced, titles: [], range: name.range)] : found
        }
        return people
    }

    /// 旗委书记 白音宝力格: titles, a blank, and a name whatever its family name.
    private static func titled(_ value: Text) -> NamedPerson? {
        let parts = value.split([" "]).filter { !$0.isEmpty }
        guard parts.count == 2, (2...6).contains(parts[1].length), Persons.mayBeName(parts[1]),
            Offices.list.match(parts[0], endingAt: parts[0].end) != nil
        else { return nil }
        return NamedPerson(name: parts[1].string, titles: parts[0].split(["、", "，"]).map(\.string), range: value.range)
    }

    /// 哈斯巴根、隋永亮、娜仁花: where all items of a list look like names, all are.
    private static func bareNames(_ value: Text) -> [NamedPerson]? {
        let items = (value.droppingSuffix("。") ?? value).split(["、"]).map(\.trimmed)
        guard items.count > 1, items.allSatisfy({ (2...5).contains($0.length) && Persons.mayBeName($0) }) else { return nil }
        return items.map { NamedPerson(name: $0.string, titles: [], range: $0.range) }
    }

    /// 赵栖梧（街道党工委副书记、办事处主任）、祁连（街道办事处副主任）
    static func people(_ value: Text) -> [NamedPerson] {
        let bare = AgendaSentence.skippingNumber(value)
        let parts = bare.split(["、", "，", "；", "。"]).map(\.trimmed).filter { !$0.isEmpty }
        let ofUnits = parts.map(ofUnit)
        if !parts.isEmpty, ofUnits.contains(where: { $0 != nil }),
            zip(parts, ofUnits).allSatisfy({ $1 != nil || (2...4).contains($0.length) && Persons.mayBeName($0) })
        {
            return zip(parts, ofUnits).map { part, person in person ?? NamedPerson(name: part.unspaced, titles: [], range: part.range) }
        }
        if let person = titled(value) { return [person] }
        if let names = bareNames(value) { return names }
        guard value.contains("（") else {
            return value.contains("、") || value.contains("，") ? Persons.list(value, bare: true) : spaced(value)
        }
        var people: [NamedPerson] = []
        var start = value.start
        while let open = value.find("（", from: start), let close = value.find("）", from: open) {
            let names = Persons.list(value[start..<open], bare: true)
            let titles = value[open + 3..<close].split(["、", "，"]).map(\.string)
            for (i, person) in names.enumerated() {
                var person = person
                if i == names.count - 1, person.titles.isEmpty { person.titles = titles }
                people.append(person)
            }
            start = close + 3
        }
        return people + Persons.list(value.from(start), bare: true)
    }
}
