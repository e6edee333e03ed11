/// The label of a line in minutes and forms: 主 持 人：, 参会人员：.
enum FormLabel {
    /// What stands behind the label and its colon, or nil where the line has none of these labels. Blanks within a label
    /// only space it out.
    static func value(of line: Text, _ labels: [Literal]) -> Text? {
        guard let colon = line.find("：") ?? line.find(":"), colon - line.start <= 40 else { return nil }
        let label = line.upTo(colon).string.filter { $0 != " " }
        guard labels.contains(where: { label == $0.string }) else { return nil }
        return line.from(colon + line.width(at: colon)).trimmed
    }

    /// 赵栖梧（街道党工委副书记、办事处主任）、祁连（街道办事处副主任）
    static func people(_ value: Text) -> [NamedPerson] {
        guard value.contains("（") else { return Persons.list(value, bare: true) }
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
