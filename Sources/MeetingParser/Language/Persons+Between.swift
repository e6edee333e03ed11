/// Names that stand between an organisation and its office.
extension Persons {
    /// 区政府孙超区长, 区人民法院汪立仁院长: whose office it is stands before the name, and the office behind.
    static func nameBetween(_ part: Text) -> (name: String, titles: [Text], end: Int)? {
        guard let office = Offices.list.match(part, endingAt: part.end), office <= 15 else { return nil }
        let rest = part.upTo(part.end - office), title = part.from(part.end - office)
        guard !Offices.groups.contains(title) else { return nil }
        for length in [3, 2] {
            guard let split = start(ofLast: length, in: rest), split > part.start,
                part.upTo(split).hasSuffix(anyOf: ["政府", "法院", "检察院", "县委", "市委", "区委", "政协", "人大", "公司"]) != nil,
                isName(rest.from(split), length: length, isTitled: true),
                rest.hasSuffix(anyOf: ["政协", "人大", "政府", "法院", "党委", "党组"]) == nil
            else { continue }
            return (rest.from(split).unspaced, [title], part.end)
        }
        return nil
    }
}
