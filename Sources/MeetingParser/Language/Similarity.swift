/// How much two short texts share, by pairs of neighbouring characters, punctuation aside (Dice 1945).
enum Similarity {
    /// The pairs of neighbouring characters of a text, sorted.
    struct Pairs {
        fileprivate let codes: [UInt64]
        init(_ text: Text) { codes = Similarity.pairs(text) }

        /// Each once.
        var distinct: [UInt64] { codes.indices.filter { $0 == 0 || codes[$0 - 1] != codes[$0] }.map { codes[$0] } }
    }

    static func dice(_ a: Pairs, _ b: Pairs) -> Double {
        let (x, y) = (a.codes, b.codes)
        guard !x.isEmpty, !y.isEmpty, Steps.take(1 + (x.count + y.count) >> 2) else { return 0 }
        // Of texts of very different lengths the shorter may be all shared, and they are not alike.
        let most = 2 * Double(min(x.count, y.count)) / Double(x.count + y.count)
        guard most >= 0.6 else { return most }
        return 2 * Double(shared(x, y)) / Double(x.count + y.count)
    }

    /// The share of the pairs of `part` that occur in `whole`.
    static func containment(of part: Pairs, in whole: Pairs) -> Double {
        part.codes.isEmpty ? 0 : Double(shared(part.codes, whole.codes)) / Double(part.codes.count)
    }

    /// The size of the intersection of two sorted lists, repetitions counted.
    private static func shared(_ x: [UInt64], _ y: [UInt64]) -> Int {
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                var i = 0, j = 0, n = 0
                while i < x.count, j < y.count {
                    // Without a branch that nobody can foretell.
                    let (a, b) = (x[i], y[j])
                    n &+= a == b ? 1 : 0
                    i &+= a <= b ? 1 : 0
                    j &+= b <= a ? 1 : 0
                }
                return n
            }
        }
    }

    private static func pairs(_ text: Text) -> [UInt64] {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(text.count / 3)
        forEachPair(of: text) { pairs.append($0) }
        pairs.sort()
        return pairs
    }

    /// The pairs in their order.
    static func forEachPair(of text: Text, _ body: (UInt64) -> Void) {
        var previous: UInt64 = 0
        var i = text.start
        while i < text.end {
            let width = text.width(at: i)
            // Full-width and general punctuation (E2 80, E3 80, EF BC) and ASCII signs say nothing.
            let isWord = text.isHan(at: i) || text[i].isASCIILetter || text[i].isASCIIDigit
            if isWord {
                var code: UInt64 = 0
                for k in i..<i + width { code = code << 8 | UInt64(text[k]) }
                if previous != 0 { body(previous << 32 | code) }
                previous = code
            }
            i += width
        }
    }
}
