import Algorithms

/// Which item of the agenda a passage is about: the one that shares words with it which no other item has.
///
/// Where the lead lists all items and the paragraphs then treat one each without naming it (会议强调，要抓好防汛…), only
/// the subject tells the item.
final class AgendaTopics {
    private let titles: [Similarity.Pairs]
    private let setting: [Similarity.Pairs]

    /// `setting`: the headline and the name of the meeting, whose words are about every item.
    init(titles: [Similarity.Pairs], setting: [Similarity.Pairs] = []) { (self.titles, self.setting) = (titles, setting) }

    /// Pairs of neighbouring characters that one item alone has, sorted, and that item's index. Most reports never ask for them.
    private lazy var owners: [(pair: UInt64, item: Int)] = {
        let common = setting.flatMap { $0.distinct }.sorted()
        var pairs: [(pair: UInt64, item: Int)] = []
        own = titles.enumerated().map { item, title in
            let words = title.distinct.filter { !Self.commonplaces.holds($0) && !common.holds($0) }
            for pair in words { pairs.append((pair, item)) }
            return words.count
        }
        pairs.sort { $0 < $1 }
        // A loop instead of chunks: 1 % of a report.
        let alone = pairs.indices.filter { i in
            (i == 0 || pairs[i - 1].pair != pairs[i].pair) && (i + 1 == pairs.count || pairs[i + 1].pair != pairs[i].pair)
        }
        for i in alone { filter |= Self.bit(pairs[i].pair) }
        return alone.map { pairs[$0] }
    }()

    /// How many pairs each item's title has, those of all subjects aside.
    private var own: [Int] = []
    /// A bit for each of the owners' pairs, by which nine of ten pairs of a passage are passed over.
    private var filter: UInt128 = 0

    private static func bit(_ pair: UInt64) -> UInt128 { 1 << UInt128((pair &* 0x9E37_79B9_7F4A_7C15) >> 57) }

    /// Index of the item that `passage` is about; nil where it shares little with all, or as much with two.
    ///
    /// - Parameter least: how many pairs it shares at least; fewer may be shared by chance.
    func item(of passage: Text, least: Int) -> Int? {
        guard !owners.isEmpty else { return nil }
        var shared = [Int](repeating: 0, count: titles.count)
        withUnsafeTemporaryAllocation(of: Bool.self, capacity: owners.count) { isSeen in
            isSeen.initialize(repeating: false)
            Similarity.forEachPair(of: passage) { pair in
                guard filter & Self.bit(pair) != 0 else { return }
                let at = owners.partitioningIndex { $0.pair >= pair }
                guard at < owners.count, owners[at].pair == pair, !isSeen[at] else { return }
                isSeen[at] = true
                shared[owners[at].item] += 1
            }
        }
        guard let best = shared.indices.max(by: { shared[$0] < shared[$1] }) else { return nil }
        // Of a short title (市“两会”精神) two are much.
        let isMuch = shared[best] >= least || least == 3 && shared[best] == 2 && own[best] <= 4
        return isMuch && shared.indices.allSatisfy { $0 == best || shared[$0] * 2 <= shared[best] } ? best : nil
    }

    /// What titles of all subjects say.
    private static let commonplaces = Array(
        Similarity.Pairs(
            Text(
                """
                工作情况汇报会议精神重要讲话习近平总书记关于有关问题方案意见建设发展推进落实部署年度进展全县全市全省全区我县我市实施 \
                管理办法报告贯彻学习传达重要指示批示下一步安排政府县政府市政府区政府党委省委市委县委区委推动加强开展
                """)
        ).distinct)
}

extension [UInt64] {
    /// Whether a sorted list holds a number.
    fileprivate func holds(_ number: UInt64) -> Bool {
        let at = partitioningIndex { $0 >= number }
        return at < count && self[at] == number
    }
}
