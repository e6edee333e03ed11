import Algorithms

/// Which item of the agenda a passage is about: the one that shares words with it which no other item has.
///
/// Where the lead lists all items and the paragraphs then treat one each without naming it (会议强调，要抓好防汛…), only
/// the subject tells the item.
struct AgendaTopics {
    /// Pairs of neighbouring characters that one item alone has, sorted, and that item's index.
    private let owners: [(pair: UInt64, item: Int)]
    /// How many pairs each item's title has, those of all subjects aside.
    private let own: [Int]

    /// `setting`: the headline and the name of the meeting, whose words are about every item.
    init(titles: [Similarity.Pairs], setting: [Similarity.Pairs] = []) {
        let setting = Set(setting.flatMap(\.distinct))
        var pairs: [(pair: UInt64, item: Int)] = []
        for (item, title) in titles.enumerated() {
            for pair in title.distinct where !Self.commonplaces.contains(pair) && !setting.contains(pair) { pairs.append((pair, item)) }
        }
        pairs.sort { $0 < $1 }
        own = (0..<titles.count).map { item in pairs.count { $0.item == item } }
        owners = pairs.chunked { $0.pair == $1.pair }.filter { $0.count == 1 }.compactMap(\.first)
    }

    /// Index of the item that `passage` is about; nil where it shares little with all, or as much with two.
    ///
    /// - Parameter least: how many pairs it shares at least; fewer may be shared by chance.
    func item(of passage: Text, least: Int) -> Int? {
        guard !owners.isEmpty else { return nil }
        var shared = [Int](repeating: 0, count: own.count)
        for pair in Similarity.Pairs(passage).distinct {
            let at = owners.partitioningIndex { $0.pair >= pair }
            if at < owners.count, owners[at].pair == pair { shared[owners[at].item] += 1 }
        }
        let (best, most) = shared.enumerated().max { $0.element < $1.element }.map { ($0.offset, $0.element) }!
        let isClear = shared.enumerated().allSatisfy { $0.offset == best || $0.element * 2 <= most }
        // Of a short title (市“两会”精神) two are much.
        return (most >= least || least == 3 && most == 2 && own[best] <= 4) && isClear ? best : nil
    }

    /// What titles of all subjects say.
    private static let commonplaces = Set(
        Similarity.Pairs(
            Text(
                """
                工作情况汇报会议精神重要讲话习近平总书记关于有关问题方案意见建设发展推进落实部署年度进展全县全市全省全区我县我市实施 \
                管理办法报告贯彻学习传达重要指示批示下一步安排政府县政府市政府区政府党委省委市委县委区委推动加强开展
                """)
        ).distinct)
}
