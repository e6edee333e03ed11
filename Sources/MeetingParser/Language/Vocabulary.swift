/// The word lists that rules look for in every sentence: one pass over a report tells where they may stand.
struct Vocabulary: OptionSet, Sendable {
    let rawValue: UInt32

    static let speech = Vocabulary(rawValue: 1 << 0)
    static let attendance = Vocabulary(rawValue: 1 << 1)
    static let offices = Vocabulary(rawValue: 1 << 2)
    static let done = Vocabulary(rawValue: 1 << 3)
    static let verdicts = Vocabulary(rawValue: 1 << 4)
    static let ranks = Vocabulary(rawValue: 1 << 5)
    static let shortcomings = Vocabulary(rawValue: 1 << 6)
    static let districts = Vocabulary(rawValue: 1 << 7)
    static let strict = Vocabulary(rawValue: 1 << 8)
    static let soft = Vocabulary(rawValue: 1 << 9)
    static let units = Vocabulary(rawValue: 1 << 10)
    static let future = Vocabulary(rawValue: 1 << 11)
    static let convening = Vocabulary(rawValue: 1 << 12)
    static let told = Vocabulary(rawValue: 1 << 13)

    /// The lists, in the order of their bits.
    static let lists = [
        SpeechVerbs.list, Participants.verbsOfAttendance, Offices.list, DemandRules.done, DemandRules.verdicts, RankingCue.gates,
        Assessments.lackWords, Municipalities.all,
        WordList(DemandRules.strict, .strict), WordList(DemandRules.softWords, .soft), WordList(DemandRules.units, .units),
        MeetingLead.future, WordList(MeetingLead.conveningVerbs, .convening), WordList(Agenda.tellingVerbs, .told),
    ]

    /// The lists by the characters of their words, which are given by their places (see `CharacterFilter`).
    private struct Table: @unchecked Sendable {
        /// The lists with a word that begins with a character, whose second character it is, and of which it is a word by
        /// itself.
        let places: UnsafeMutablePointer<(first: UInt32, second: UInt32, single: UInt32)>
        /// The lists with a word that begins with two characters, by a hash of both.
        let pairs: UnsafeMutablePointer<UInt32>

        init(_ lists: [WordList]) {
            places = .allocate(capacity: CharacterFilter.size)
            places.initialize(repeating: (0, 0, 0), count: CharacterFilter.size)
            pairs = .allocate(capacity: Self.size)
            pairs.initialize(repeating: 0, count: Self.size)
            for (l, list) in lists.enumerated() {
                list.forEachWord { add($0, 1 << l) }
            }
        }

        private func add(_ word: UnsafeBufferPointer<UInt8>, _ list: UInt32) {
            let first = CharacterFilter.place(word.baseAddress!, word.count), width = CharacterFilter.width(word[0])
            places[first].first |= list
            guard width < word.count else { return places[first].single |= list }
            let second = CharacterFilter.place(word.baseAddress! + width, word.count - width)
            places[second].second |= list
            pairs[Self.hash(first, second)] |= list
        }

        private static let size = 4096

        @inline(__always)
        static func hash(_ first: Int, _ second: Int) -> Int { (first &* 37 &+ second) & (size - 1) }
    }

    private static let table = Table(lists)

    /// Finds words as a text is passed.
    struct Finder {
        private let table = Vocabulary.table

        /// Adds the lists of which a word begins with two characters, as far as their bits tell.
        @inline(__always)
        func add(to known: inout Vocabulary, _ first: Int, _ second: Int) {
            let begun = table.places[first]
            let candidates = begun.first & (table.places[second].second | begun.single) & ~known.rawValue
            guard candidates != 0 else { return }
            known.formUnion(Vocabulary(rawValue: candidates & (table.pairs[Table.hash(first, second)] | begun.single)))
        }
    }
}
