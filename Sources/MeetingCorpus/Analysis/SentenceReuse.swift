import MeetingParser

/// Sentences that later reports repeat, word for word or nearly: who said them first, who took them up when.
///
/// Two sentences are nearly the same where four fifths of their strings of four characters are (shingles; Jaccard's coefficient).
/// Which have to be looked at is found by MinHash in bands (Broder 1997; Leskovec, Rajaraman and Ullman 2014, 3.4): thirty
/// smallest hashes in ten bands, so that a pair at 0.8 is missed once in some 1,300.
public struct SentenceReuse: Sendable {
    /// A meeting that has a sentence.
    public struct Use: Sendable {
        /// nil where it is not known.
        public var date: String?
        /// The first body that met; nil where it is not known.
        public var body: String?
        /// Of the record.
        public var id: String
    }

    /// A sentence and the meetings that have it.
    public struct Chain: Sendable {
        /// As the first report prints it.
        public var sentence: String
        /// One for each meeting, in order of time.
        public var uses: [Use]
    }

    /// Those with most uses first.
    public private(set) var chains: [Chain] = []

    /// - Parameters:
    ///   - meetings: with their text.
    ///   - leastCharacters: Chinese characters that a sentence must have to say anything.
    ///   - leastUses: meetings that must have it.
    public init(in meetings: [Meeting], leastCharacters: Int = 16, leastUses: Int = 2) {
        var index = SentenceIndex()
        let order = meetings.indices.sorted { (meetings[$0].date ?? "~", meetings[$0].id) < (meetings[$1].date ?? "~", meetings[$1].id) }
        var characters: [UInt32] = []
        for m in order {
            let text = meetings[m].text ?? "", scalars = text.unicodeScalars
            var start = scalars.startIndex
            func end(at stop: String.Index) {
                if characters.count >= max(leastCharacters, 4) { index.add(characters, text[start..<stop], of: m) }
                characters.removeAll(keepingCapacity: true)
            }
            for i in scalars.indices {
                if (0x4E00...0x9FFF).contains(scalars[i].value) {
                    characters.append(scalars[i].value)
                } else if Self.ends.contains(scalars[i]) {
                    end(at: i)
                    start = scalars.index(after: i)
                }
            }
            end(at: scalars.endIndex)
        }
        chains = index.groups.filter { $0.uses.count >= leastUses }.map { group in
            Chain(
                sentence: group.sentence,
                uses: group.uses.map { Use(date: meetings[$0].date, body: meetings[$0].body, id: meetings[$0].id) })
        }.sorted { ($1.uses.count, $0.sentence) < ($0.uses.count, $1.sentence) }
    }

    private static let ends: Set<Unicode.Scalar> = ["。", "！", "？", "；", "\n"]
}
