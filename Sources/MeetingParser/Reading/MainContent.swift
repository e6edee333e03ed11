/// Finds the report among the blocks of a page.
///
/// The report is the innermost element that holds nearly all of the page's prose. Prose is text in sentences that is
/// not a link: navigation, lists of other reports and footers have none or little.
struct MainContent {
    private let blocks: [Block]
    private let parents: [Int]

    private let isNamed: [Bool]

    init(blocks: [Block], parents: [Int], isNamed: [Bool]) {
        self.blocks = blocks
        self.parents = parents
        self.isNamed = isNamed
    }

    /// The share of the prose that an element must hold for the search to go on inside it.
    private static let share = 0.85
    /// The same for an element whose id or class says that it is the content; a summary beside it may be prose too.
    private static let namedShare = 0.5

    /// Indices of the blocks that make up the report.
    func select(in text: Text) -> [Int] {
        let prose = blocks.map { weight($0, text) }
        var inside = Array(repeating: 0, count: parents.count)
        var paragraphs = inside
        for (block, weight) in zip(blocks, prose) where weight > 0 {
            inside[block.element] += weight
            paragraphs[block.element] += 1
        }
        // Elements come after the element around them, so one pass from the back sums up whole subtrees.
        for element in parents.indices.dropFirst().reversed() {
            inside[parents[element]] += inside[element]
            paragraphs[parents[element]] += paragraphs[element]
        }
        guard inside[0] > 0 else { return Array(blocks.indices) }
        var main = 0
        for element in parents.indices.dropFirst()
        where parents[element] == main || isInside(element, main) {
            // A single paragraph in a wrapper of its own is no article: its byline stands beside it.
            let needed = isNamed[element] ? Self.namedShare : Self.share
            if Double(inside[element]) >= needed * Double(inside[main]), paragraphs[element] >= 2 || isNamed[element] { main = element }
        }
        return blocks.indices.filter { blocks[$0].isComment || isInside(blocks[$0].element, main) }
    }

    private func weight(_ block: Block, _ text: Text) -> Int {
        guard !block.isComment, block.linkBytes * 2 < block.range.count else { return 0 }
        let part = text[block.range]
        guard part.contains("。") || part.count > 150 && part.contains("，") else { return 0 }
        return part.count
    }

    private func isInside(_ element: Int, _ outer: Int) -> Bool {
        var i = element
        while i > outer { i = parents[i] }
        return i == outer
    }
}
