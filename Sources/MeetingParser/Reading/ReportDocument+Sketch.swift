import Algorithms

extension ReportDocument {
    /// The text in eight numbers, for finding reports that say nearly the same: the smallest hashes of its sentences
    /// (bottom-k sketch, Broder 1997; FNV-1a over the first sixteen characters), ascending. Empty where it has fewer than four
    /// sentences that say enough to tell reports apart.
    ///
    /// It is made of the sentences, not of what fields found in them, so that which reports are reprints does not depend on
    /// the keys that are asked for.
    var sketch: [Int] {
        var smallest: [UInt32] = []
        var count = 0
        for paragraph in paragraphs {
            for sentence in paragraph.sentences where sentence.count >= 45 {
                let hash = sentence.withBytes { bytes in
                    bytes.prefix(48).reduce(2_166_136_261 as UInt32) { ($0 ^ UInt32($1)) &* 16_777_619 }
                }
                count += 1
                guard smallest.count < 8 || hash < smallest[smallest.count - 1] else { continue }
                let place = smallest.partitioningIndex { $0 >= hash }
                guard place == smallest.count || smallest[place] != hash else { continue }
                smallest.insert(hash, at: place)
                if smallest.count > 8 { smallest.removeLast() }
            }
        }
        return count < 4 ? [] : smallest.map { Int($0) }
    }
}
