/// The parts of a list of people.
extension Persons {
    private static let separators = WordList("、 ， ； , ; ： : 以及 （ ） ( )")

    /// What stands behind a segment of a list.
    enum Separator {
        /// 、 joins people; titles may stand on both sides of it.
        case enumeration
        case comma
        case none
    }

    static func segments(_ text: Text) -> [(text: Text, separator: Separator)] {
        var parts: [(text: Text, separator: Separator)] = []
        var start = text.start, i = text.start
        while let next = separators.first(in: text, from: i), let length = separators.match(text, at: next) {
            if let end = qualifier(text, at: next) {
                i = end
            } else {
                add(text[start..<next], text.has("、", at: next) ? .enumeration : .comma)
                i = next + length
                start = i
            }
        }
        add(text[start..<text.end], .none)
        return parts

        func add(_ part: Text, _ separator: Separator) {
            // 和 joins two people where both sides read as people; 季春和 is one name. A longer part is no list of people.
            for joiner: Literal in part.count <= 360 ? ["和", "及", "与", " "] : [] {
                guard let at = part.findLast(joiner), at > part.start, at + joiner.count < part.end else { continue }
                let left = trimmingJoiners(part.upTo(at)), right = trimmingJoiners(part.from(at + joiner.count))
                guard joiner.count == 3 || left.length >= 2 && right.length >= 2 else { continue }
                guard namedPerson(left) != nil || left.count >= 6 && Offices.list.match(left, endingAt: left.end) != nil,
                    namedPerson(right) != nil
                else { continue }
                add(left, .enumeration)
                return parts.append((right, separator))
            }
            parts.append((part, separator))
        }
    }

    private static let leading: [Literal] = [
        "以及", "其中", "时任", "据新华社", "新华社", "由", "受", "和", "及", "与", "邀请", "特邀", "会上", "会后", "随后", "并接受", "并由", "并", "县领导：", "会议邀请了", "会议邀请",
        "邀请了", "经",
        "听取了", "听取",
    ]
    private static let trailing: [Literal] = [
        "等同志", "同志们", "同志", "分别", "先后", "依次", "一行", "一同", "等领导", "等人", "等", "先生", "女士", "也", "均", "共同", "作了", "作", "做了", "做", "进行了", "进行",
        "还",
    ]
    private static let leads = WordList(leading)
    private static let trails = WordList(trailing)

    /// Without the words that join or close a list.
    static func trimmingJoiners(_ segment: Text) -> Text {
        var part = segment.trimmed
        while leads.match(part, at: part.start) != nil, let word = part.hasPrefix(anyOf: leading), part.count > word.count + 3 {
            if namedPerson(part, hasTitle: true) != nil, word.count == 3 { break }
            part = part.from(part.start + word.count).trimmed
        }
        while trails.match(part, endingAt: part.end) != nil, let word = part.hasSuffix(anyOf: trailing), part.count > word.count {
            part = part.upTo(part.end - word.count).trimmed
        }
        return part
    }

    /// 市委 in 市委、市政府秘书长: the first half of a title.
    static func isOrganisation(_ part: Text) -> Bool {
        part.count <= 24 && part.hasSuffix(anyOf: ["委", "府", "协", "人大", "局", "办", "党组", "政府"]) != nil
    }
}
