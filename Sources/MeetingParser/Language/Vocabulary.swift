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
    static let attendanceCuts = Vocabulary(rawValue: 1 << 14)
    static let rankCuts = Vocabulary(rawValue: 1 << 15)

    static let yao = Vocabulary(rawValue: 1 << 16)
    static let ought = Vocabulary(rawValue: 1 << 17)
    static let titles = Vocabulary(rawValue: 1 << 18)
    static let years = Vocabulary(rawValue: 1 << 19)

    /// A place at which words of some lists may begin.
    struct Hint {
        /// Byte offset in the whole text.
        var offset: UInt32
        var lists: Vocabulary
    }

    /// The lists, in the order of their bits.
    static let lists = [
        SpeechVerbs.list, Participants.verbsOfAttendance, Offices.list, DemandRules.done, DemandRules.verdicts, RankingCue.gates,
        Assessments.lackWords, Municipalities.all,
        WordList(DemandRules.strict, .strict), WordList(DemandRules.softWords, .soft), WordList(DemandRules.units, .units),
        MeetingLead.future, WordList(MeetingLead.conveningVerbs, .convening), WordList(Agenda.tellingVerbs, .told),
        Participants.verbsAndStops, Rankings.stopsAndCues,
        WordList(["要"], .yao), WordList(["应"], .ought), WordList(["《"], .titles), WordList(["年"], .years),
    ]

    /// What is known of a character, by its place (see `CharacterFilter`): the lists with a word that begins with it, whose
    /// second character it is, and of which it is a word by itself, twenty bits each.
    struct Character {
        fileprivate var bits: UInt64 = 0

        fileprivate static let width = UInt64(20), all: UInt64 = 1 << 20 - 1
        fileprivate mutating func begins(_ list: Int) { bits |= 1 << UInt64(list) }
        fileprivate mutating func follows(_ list: Int) { bits |= 1 << (Self.width + UInt64(list)) }
        fileprivate mutating func isWord(_ list: Int) { bits |= 1 << (2 * Self.width + UInt64(list)) }
    }

    /// The characters of all words, and the pairs of characters with which words begin.
    private struct Table: @unchecked Sendable {
        let characters: UnsafeMutablePointer<Character>
        /// By a hash of both characters.
        let pairs: UnsafeMutablePointer<UInt32>

        init(_ lists: [WordList]) {
            characters = .allocate(capacity: CharacterFilter.size)
            characters.initialize(repeating: Character(), count: CharacterFilter.size)
            pairs = .allocate(capacity: Self.size)
            pairs.initialize(repeating: 0, count: Self.size)
            for (l, list) in lists.enumerated() {
                list.forEachWord { add($0, l) }
            }
        }

        private func add(_ word: UnsafeBufferPointer<UInt8>, _ list: Int) {
            let first = CharacterFilter.place(word.baseAddress!, word.count), width = CharacterFilter.width(word[0])
            characters[first].begins(list)
            guard width < word.count else { return characters[first].isWord(list) }
            let second = CharacterFilter.place(word.baseAddress! + width, word.count - width)
            characters[second].follows(list)
            pairs[Self.hash(first, second)] |= 1 << UInt32(list)
        }

        private static let size = 4096

        @inline(__always)
        static func hash(_ first: Int, _ second: Int) -> Int { CharacterFilter.place(pair: first, second, of: size) }
    }

    private static let table = Table(lists)

    /// Finds words as a text is passed.
    struct Finder {
        private let table = Vocabulary.table

        @inline(__always)
        func character(_ place: Int) -> Character { table.characters[place] }

        /// The lists of which a word begins with two characters, given by their places too, as far as their bits tell.
        @inline(__always)
        func lists(_ first: Character, _ second: Character, _ firstPlace: Int, _ secondPlace: Int) -> Vocabulary {
            let single = first.bits >> (2 * Character.width)
            let candidates = (first.bits & (second.bits >> Character.width) | single) & Character.all
            guard candidates != 0 else { return [] }
            let begun = UInt64(table.pairs[Table.hash(firstPlace, secondPlace)]) | single
            return Vocabulary(rawValue: UInt32(truncatingIfNeeded: candidates & begun))
        }
    }
}
