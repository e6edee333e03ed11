import Foundation

/// Sentences by their likeness: which group of nearly the same ones a further one belongs to. Shingles are sorted arrays, since
/// sets of them took ten times as long.
struct SentenceIndex {
    struct Group {
        /// As the first report prints it.
        var sentence: String
        /// Numbers of meetings.
        var uses: [Int]
        /// Sorted hashes of its strings of four characters.
        fileprivate var shingles: [UInt32]
    }

    private(set) var groups: [Group] = []
    /// The group of each sentence that was seen, by its characters.
    private var exact = NumberTable()
    private var buckets: [UInt64: [Int32]] = [:]

    private static let shingle = 4, bands = 10, rows = 3, leastLikeness = 0.8
    /// Groups of a bucket that are looked at, the newest: thousands of sentences from one template would cost their square.
    private static let mostCandidates = 32
    private static let prime: UInt64 = 1_099_511_628_211, offset: UInt64 = 14_695_981_039_346_656_037

    /// - Parameters:
    ///   - characters: the Chinese characters of the sentence, four at least.
    ///   - sentence: as printed.
    ///   - meeting: who uses it; numbers come in the order of time.
    mutating func add(_ characters: [UInt32], _ sentence: Substring, of meeting: Int) {
        let key = characters.reduce(Self.offset) { ($0 ^ UInt64($1)) &* Self.prime } >> 1
        let known = exact[key]
        if let known { return use(Int(known), by: meeting) }
        let shingles = Self.shingles(of: characters), keys = Self.keys(of: shingles)
        if let near = likest(shingles, keys) {
            _ = exact.number(of: key, orNew: Int32(near))
            return use(near, by: meeting)
        }
        _ = exact.number(of: key, orNew: Int32(groups.count))
        for key in keys { buckets[key, default: []].append(Int32(groups.count)) }
        groups.append(Group(sentence: sentence.trimmingCharacters(in: .whitespaces), uses: [meeting], shingles: shingles))
    }

    private mutating func use(_ group: Int, by meeting: Int) {
        if groups[group].uses.last != meeting { groups[group].uses.append(meeting) }
    }

    private func likest(_ shingles: [UInt32], _ keys: [UInt64]) -> Int? {
        for key in keys {
            for group in (buckets[key] ?? []).suffix(Self.mostCandidates)
            where Self.likeness(groups[Int(group)].shingles, shingles) >= Self.leastLikeness {
                return Int(group)
            }
        }
        return nil
    }

    /// FNV-1a over each four characters, each once.
    private static func shingles(of characters: [UInt32]) -> [UInt32] {
        var shingles: [UInt32] = []
        shingles.reserveCapacity(characters.count)
        for i in 0...characters.count - shingle {
            var hash = offset
            for j in i..<i + shingle { hash = (hash ^ UInt64(characters[j])) &* prime }
            shingles.append(UInt32(truncatingIfNeeded: hash ^ hash >> 32))
        }
        shingles.sort()
        var kept = 0
        for shingle in shingles where kept == 0 || shingles[kept - 1] != shingle {
            shingles[kept] = shingle
            kept += 1
        }
        shingles.removeLast(shingles.count - kept)
        return shingles
    }

    /// A number for each band of a sentence: the smallest of its shingles in each of several orders.
    private static func keys(of shingles: [UInt32]) -> [UInt64] {
        (0..<bands).map { band in
            var key = UInt64(band)
            for row in 0..<rows {
                let salt = UInt64(band * rows + row + 1) &* 0x9E37_79B9_7F4A_7C15
                var least = UInt64.max
                for shingle in shingles {
                    // splitmix64 puts the shingles into another order; with one of its steps the orders are too much alike.
                    var mixed = UInt64(shingle) &+ salt
                    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
                    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
                    least = min(least, mixed ^ mixed >> 31)
                }
                key = (key ^ least) &* prime
            }
            return key
        }
    }

    /// Jaccard's coefficient of two sorted lists.
    private static func likeness(_ a: [UInt32], _ b: [UInt32]) -> Double {
        var i = 0, j = 0, common = 0
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                common += 1
                i += 1
                j += 1
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return Double(common) / Double(a.count + b.count - common)
    }
}
