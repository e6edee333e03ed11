import Foundation
import MeetingParser

/// Sentences that later reports repeat, word for word or nearly: who said them first, who took them up when.
///
/// Two sentences are nearly the same where four fifths of their strings of four characters are (shingles; Jaccard's coefficient).
/// Which have to be looked at is found by MinHash in bands (Broder 1997; Leskovec, Rajaraman and Ullman 2014, 3.4): sixteen
/// smallest hashes in eight bands, so that a pair at 0.8 is missed once in some 3,500.
public struct SentenceReuse: Sendable {
    public struct Use: Sendable {
        public var date: String?
        public var body: String?
        public var id: String
    }

    public struct Chain: Sendable {
        /// As the first report prints it.
        public var sentence: String
        /// One for each meeting, in order of time.
        public var uses: [Use]
    }

    /// Those with most uses first.
    public private(set) var chains: [Chain] = []

    private static let shingle = 4, bands = 8, rows = 2, leastLikeness = 0.8

    /// - Parameters:
    ///   - meetings: with their text.
    ///   - leastCharacters: Chinese characters that a sentence must have to say anything.
    ///   - leastUses: meetings that must have it.
    public init(in meetings: [Meeting], leastCharacters: Int = 16, leastUses: Int = 2) {
        var groups: [(sentence: String, shingles: Set<UInt64>, uses: [Int])] = []
        var exact: [UInt64: Int] = [:], buckets: [UInt64: [Int32]] = [:]
        let order = meetings.indices.sorted { (meetings[$0].date ?? "~", meetings[$0].id) < (meetings[$1].date ?? "~", meetings[$1].id) }
        for m in order {
            for sentence in Self.sentences(of: meetings[m].text ?? "") {
                let characters = sentence.unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }.map(\.value)
                guard characters.count >= leastCharacters else { continue }
                let key = Self.hash(characters[...])
                if let known = exact[key] {
                    if groups[known].uses.last != m { groups[known].uses.append(m) }
                    continue
                }
                let shingles = Set((0...characters.count - Self.shingle).map { Self.hash(characters[$0..<$0 + Self.shingle]) })
                let keys = Self.keys(of: shingles)
                let near = keys.lazy.flatMap { buckets[$0] ?? [] }.first {
                    Self.likeness(groups[Int($0)].shingles, shingles) >= Self.leastLikeness
                }
                if let near {
                    exact[key] = Int(near)
                    if groups[Int(near)].uses.last != m { groups[Int(near)].uses.append(m) }
                    continue
                }
                exact[key] = groups.count
                for key in keys { buckets[key, default: []].append(Int32(groups.count)) }
                groups.append((sentence, shingles, [m]))
            }
        }
        chains = groups.filter { $0.uses.count >= leastUses }.map { group in
            Chain(
                sentence: group.sentence,
                uses: group.uses.map { Use(date: meetings[$0].date, body: meetings[$0].body, id: meetings[$0].id) })
        }.sorted { ($1.uses.count, $0.sentence) < ($0.uses.count, $1.sentence) }
    }

    /// Pieces that end with 。！？； or a line.
    private static func sentences(of text: String) -> [String] {
        text.split { "。！？；\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// FNV-1a over characters.
    private static func hash(_ characters: ArraySlice<UInt32>) -> UInt64 {
        characters.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    /// A number for each band of a sentence: the smallest of its shingles in each of several orders.
    private static func keys(of shingles: Set<UInt64>) -> [UInt64] {
        (0..<bands).map { band in
            (0..<rows).reduce(UInt64(band)) { key, row in
                let salt = UInt64(band * rows + row + 1) &* 0x9E37_79B9_7F4A_7C15
                let least = shingles.reduce(UInt64.max) { least, shingle in
                    // One step of splitmix64 puts the shingles into another order.
                    var mixed = shingle ^ salt
                    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                    return min(least, mixed ^ mixed >> 27)
                }
                return (key ^ least) &* 1_099_511_628_211
            }
        }
    }

    /// Jaccard's coefficient.
    private static func likeness(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Double {
        let common = (a.count < b.count ? a : b).count { (a.count < b.count ? b : a).contains($0) }
        return Double(common) / Double(a.count + b.count - common)
    }
}
