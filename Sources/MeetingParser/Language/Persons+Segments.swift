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
            } else if let end = remark(text, at: next) {
                // 张立军（挂职）、李红（女，苗族）: what stands in brackets behind a name is no person.
                add(text[start..<next], text.has("、", at: end) ? .enumeration : .comma)
                i = end + (separators.match(text, at: end) ?? 0)
                start = i
            } else {
                add(text[start..<next], text.has("、", at: next) ? .enumeration : .comma)
                i = next + length
                start = i
            }
        }
        add(text[start..<text.end], .none)
        return parts

        func add(_ part: Text, _ separator: Separator) {
            if let names = spacedNames(part) {
                for (n, name) in names.enumerated() { parts.append((name, n == names.count - 1 ? separator : .enumeration)) }
                return
            }
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

    /// Behind the brackets that hold nothing but what is said of a person: （挂职）, （女，苗族）, （视频）.
    private static func remark(_ text: Text, at i: Int) -> Int? {
        guard text.has("（", at: i), let close = text.find("）", from: i), close - i <= 33, close > i + 3 else { return nil }
        let words = text[i + 3..<close].split(["，", "、", "；", " "])
        return words.allSatisfy { remarks.contains($0) || $0.hasSuffix("族") && $0.length <= 5 } ? close + 3 : nil
    }

    private static let remarks = WordList("挂职 女 男 视频 线上 兼 主持工作 牵头 代 请假 委托 正县级 副县级 正处级 副处级 拟任 候补 扩大 常务 民主党派 无党派 书面 分管")

    /// 县领导张立军 李 红 王建国: names with blanks between them, single characters belonging together.
    private static func spacedNames(_ part: Text) -> [Text]? {
        guard part.count <= 360, part.contains(" ") else { return nil }
        var words = part.split([" "]).filter { !$0.isEmpty }[...], names: [Text] = []
        while let word = words.popFirst() {
            if word.length == 1, let next = words.first, next.length == 1 {
                words.removeFirst()
                names.append(part[word.start..<next.end])
            } else {
                names.append(word)
            }
        }
        guard names.count >= 3 || names.count == 2 && names[1].length >= 2, let first = names.first,
            namedPerson(first) != nil || (2...4).contains(first.length) && mayBeName(first)
        else { return nil }
        return names.dropFirst().allSatisfy { isName($0, length: $0.filteredLength, isTitled: true) } ? names : nil
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

extension Text {
    /// Characters without blanks.
    fileprivate var filteredLength: Int { length - withBytes { $0.count { $0 == 0x20 } } }
}
