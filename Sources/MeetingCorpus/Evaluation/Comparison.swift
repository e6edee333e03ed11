import Foundation

/// How gold and found values are compared.
enum Comparison {
    /// Without white space, in normal form C.
    static func squashed(_ text: String?) -> String {
        (text ?? "").precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace }
    }

    /// The share of neighbouring pairs of characters that two texts have in common, punctuation aside (Dice 1945).
    static func dice(_ a: String, _ b: String) -> Double {
        let x = pairs(a), y = pairs(b)
        let total = x.values.reduce(0, +) + y.values.reduce(0, +)
        let shared = x.reduce(0) { $0 + min($1.value, y[$1.key] ?? 0) }
        return total == 0 ? 0 : 2 * Double(shared) / Double(total)
    }

    private static let punctuation = Set("、，,。《》“”\"'（）()".unicodeScalars)

    private static func pairs(_ text: String) -> [[Unicode.Scalar]: Int] {
        let bare = text.unicodeScalars.filter { !$0.properties.isWhitespace && !punctuation.contains($0) }
        var pairs: [[Unicode.Scalar]: Int] = [:]
        for i in 0..<max(1, bare.count - 1) { pairs[Array(bare.dropFirst(i).prefix(2)), default: 0] += 1 }
        return pairs
    }

    /// 区委常委会 and 海淀区委常委会 are the same body.
    static func isSameBody(_ gold: String?, _ found: String) -> Bool {
        let g = squashed(gold), f = squashed(found)
        guard !f.isEmpty else { return false }
        return g == f || g.hasSuffix(f) && f.unicodeScalars.count >= 3 || f.hasSuffix(g) || dice(g, f) >= 0.75
    }
}

/// Hits, misses and additions of one field.
public struct Tally: Sendable, Equatable {
    /// Values that gold and record share.
    public var hit = 0
    /// Values that only the gold has.
    public var missed = 0
    /// Values that only the record has.
    public var added = 0

    static func + (a: Tally, b: Tally) -> Tally { Tally(hit: a.hit + b.hit, missed: a.missed + b.missed, added: a.added + b.added) }

    /// Which part of the record's values the gold has; 1 where the record has none.
    public var precision: Double { hit + added == 0 ? 1 : Double(hit) / Double(hit + added) }
    /// Which part of the gold's values the record has; 1 where the gold has none.
    public var recall: Double { hit + missed == 0 ? 1 : Double(hit) / Double(hit + missed) }
    /// The harmonic mean of both.
    public var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    /// Gold items.
    public var gold: Int { hit + missed }
}
