import Foundation
import MeetingParser

/// What distinguishes two slices of a corpus: words and phrases that one has more often than the other.
///
/// - Log-likelihood G² with two cells (Dunning 1993; Rayson and Garside 2000): how sure a difference is; 15.13 is p < 0.0001.
/// - Log ratio (Hardie 2014): how large it is, in doublings; half an occurrence stands for none.
/// - Dispersion: Gries' DP (2008), 0 where a phrase is spread over the reports as their length is, near 1 where few have it all.
///
/// No segmenter is needed. A string is a phrase where its characters attract each other (pointwise mutual information at its
/// weakest cut, Church and Hanks 1990), and where what stands on either side of it is free (branching entropy, Jin and
/// Tanaka-Ishii 2006).
public struct Keyness: Sendable {
    /// A phrase and how it differs between two slices.
    public struct Phrase: Sendable {
        /// The characters.
        public var text: String
        /// Occurrences in the first and in the second slice.
        public var a: Int, b: Int
        /// Dunning's G².
        public var logLikelihood: Double
        /// Positive where the first slice has it more often.
        public var logRatio: Double
        /// Gries' DP, over the reports of both slices.
        public var dispersion: Double
    }

    /// The surest differences first.
    public private(set) var phrases: [Phrase] = []
    /// Chinese characters in each slice.
    public let sizes: [Int]

    /// Bits by which the weakest cut must hold; bits that both sides must leave open; strings that are looked at closely.
    private static let leastAssociation = 3.0, leastFreedom = 1.5, most = 4000
    /// Characters that no word of reports begins or ends with: particles, conjunctions, prepositions, auxiliaries.
    private static let loose = Set("的了和与及等在是要把对为并将以从就也都被让使其之这那各或由于到中上下会着地得有不".unicodeScalars.map(\.value))

    /// - Parameters:
    ///   - slices: two lists of meetings with their text.
    ///   - least: occurrences in both together that a phrase must have.
    public init(of slices: [[Meeting]], least: Int = 5) {
        let strings = FrequentStrings(in: slices, least: least)
        let sizes = [strings.size(of: 0), strings.size(of: 1)]
        self.sizes = sizes
        let candidates = strings.counts.indices.filter {
            strings.holdsTogether($0, by: Self.leastAssociation, among: sizes, but: Self.loose)
        }
        .map { (number: $0, score: Self.logLikelihood(strings.counts[$0].a, strings.counts[$0].b, sizes[0], sizes[1])) }
        .sorted { ($1.score, $0.number) < ($0.score, $1.number) }.prefix(Self.most)
        let contexts = PhraseContexts(of: candidates.map(\.number), in: strings)
        phrases = candidates.enumerated().compactMap { i, candidate in
            guard contexts.freedom(of: i) >= Self.leastFreedom else { return nil }
            let count = strings.counts[candidate.number], text = strings.characters(of: candidate.number)
            return Phrase(
                text: String(String.UnicodeScalarView(text.compactMap(UnicodeScalar.init))), a: count.a, b: count.b,
                logLikelihood: candidate.score, logRatio: Self.logRatio(count.a, count.b, sizes[0], sizes[1]),
                dispersion: contexts.dispersion(of: i))
        }
    }

    /// Dunning's G² of a count in each of two texts of so many units.
    public static func logLikelihood(_ a: Int, _ b: Int, _ sizeA: Int, _ sizeB: Int) -> Double {
        guard sizeA > 0, sizeB > 0 else { return 0 }
        let rate = Double(a + b) / Double(sizeA + sizeB)
        func cell(_ count: Int, _ size: Int) -> Double { count == 0 ? 0 : Double(count) * log(Double(count) / (rate * Double(size))) }
        return 2 * (cell(a, sizeA) + cell(b, sizeB))
    }

    /// Hardie's log ratio.
    public static func logRatio(_ a: Int, _ b: Int, _ sizeA: Int, _ sizeB: Int) -> Double {
        func rate(_ count: Int, _ size: Int) -> Double { max(Double(count), 0.5) / Double(max(size, 1)) }
        return log2(rate(a, sizeA) / rate(b, sizeB))
    }
}

extension FrequentStrings {
    /// Whether a string may be a word or a phrase by what is in it.
    fileprivate func holdsTogether(_ number: Int, by bits: Double, among sizes: [Int], but loose: Set<UInt32>) -> Bool {
        let characters = characters(of: number), all = Double(sizes[0] + sizes[1])
        guard characters.count > 1, !loose.contains(characters[0]), !loose.contains(characters[characters.count - 1]) else { return false }
        func share(_ number: Int) -> Double { Double(counts[number].a + counts[number].b) / all }
        return (1..<characters.count).allSatisfy { cut in
            guard let head = self.number(of: characters[..<cut]), let tail = self.number(of: characters[cut...]) else { return true }
            return log2(share(number) / (share(head) * share(tail))) >= bits
        }
    }
}

/// What stands around phrases, and in which reports they are.
private struct PhraseContexts {
    private var left: [[UInt32: Int]], right: [[UInt32: Int]]
    private var reports: [[Int: Int]]
    /// Characters of each report.
    private var lengths: [Int]

    init(of numbers: [Int], in strings: FrequentStrings) {
        left = Array(repeating: [:], count: numbers.count)
        (right, reports) = (left, Array(repeating: [:], count: numbers.count))
        lengths = Array(repeating: 0, count: strings.ends.count)
        var places = Array(repeating: Int32(-1), count: strings.counts.count)
        for (p, number) in numbers.enumerated() { places[number] = Int32(p) }
        var start = 0
        for (report, end) in strings.ends.enumerated() {
            lengths[report] = strings.characters[start..<end].count { $0 != 0 }
            for i in start..<end { add(at: i, of: strings, places, report) }
            start = end
        }
    }

    /// The phrases that begin at one character.
    private mutating func add(at i: Int, of strings: FrequentStrings, _ places: [Int32], _ report: Int) {
        let characters = strings.characters
        var number: Int?
        for end in i..<i + FrequentStrings.longest {
            guard characters[end] != 0, let longer = strings.number(after: number, characters[end]) else { return }
            number = longer
            guard end > i, places[longer] >= 0 else { continue }
            let p = Int(places[longer])
            // The edges of a stretch are marks: as free as any character, each time another.
            let before = i == 0 ? 0 : characters[i - 1], after = characters[end + 1]
            left[p][before == 0 ? UInt32(left[p].count) : before, default: 0] += 1
            right[p][after == 0 ? UInt32(right[p].count) : after, default: 0] += 1
            reports[p][report, default: 0] += 1
        }
    }

    /// Bits that the more bound of its two sides leaves open.
    func freedom(of phrase: Int) -> Double {
        [left[phrase], right[phrase]].map { neighbours in
            let all = Double(neighbours.values.reduce(0, +))
            return neighbours.values.reduce(0) { $0 - Double($1) / all * log2(Double($1) / all) }
        }.min()!
    }

    /// Gries' DP: half the sum of what the shares of the reports' lengths and of the occurrences in them differ by.
    func dispersion(of phrase: Int) -> Double {
        let all = Double(lengths.reduce(0, +)), occurrences = Double(reports[phrase].values.reduce(0, +))
        // Reports without the phrase differ by their share; most are.
        let without = reports[phrase].keys.reduce(all) { $0 - Double(lengths[$1]) } / all
        return reports[phrase].reduce(without) { $0 + abs(Double(lengths[$1.key]) / all - Double($1.value) / occurrences) } / 2
    }
}
