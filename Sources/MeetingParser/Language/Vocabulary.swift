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

    /// The lists by the characters of their words.
    private struct Table: @unchecked Sendable {
        /// For the place of a character (see `CharacterFilter`), the lists with a word that begins with it, whose second
        /// character it is, and of which it is a word by itself.
        let places: UnsafeMutablePointer<(first: UInt32, second: UInt32, single: UInt32)>

        init(_ lists: [WordList]) {
            places = .allocate(capacity: CharacterFilter.size)
            places.initialize(repeating: (0, 0, 0), count: CharacterFilter.size)
            for (l, list) in lists.enumerated() {
                list.forEachWord { add($0, 1 << l) }
            }
        }

        private func add(_ word: UnsafeBufferPointer<UInt8>, _ list: UInt32) {
            let first = CharacterFilter.place(word.baseAddress!, word.count), width = CharacterFilter.width(word[0])
            places[first].first |= list
            if width >= word.count {
                places[first].single |= list
            } else {
                places[CharacterFilter.place(word.baseAddress! + width, word.count - width)].second |= list
            }
        }
    }

    private static let table = Table(lists)

    /// Finds words as a text is passed.
    struct Finder {
        private let places = Vocabulary.table.places

        /// The lists of which a word may begin with two characters, given by their places.
        @inline(__always)
        func words(with first: Int, _ second: Int) -> Vocabulary {
            let begun = places[first]
            return Vocabulary(rawValue: begun.first & (places[second].second | begun.single))
        }
    }
}
