import MeetingParser

/// Strings of Chinese characters that occur often enough in two slices of a corpus, with their counts in each.
///
/// Longer strings are looked at only where their parts are frequent (Agrawal and Srikant 1994), one length after the other. All
/// characters lie in one array, so that a corpus costs eight bytes a character and not an array a line.
struct FrequentStrings {
    /// Characters of both slices, one after the other; 0 where a stretch of Chinese ends.
    let characters: [UInt32]
    /// Where the text of each report ends in `characters`.
    let ends: [Int]
    /// Occurrences of each string in the first slice, and in the second.
    private(set) var counts: [(a: Int, b: Int)] = []
    private var keys: [UInt64] = []
    private var numbers = NumberTable()
    /// Where the second slice begins.
    private let middle: Int

    /// Characters of a string at most.
    static let longest = 8
    /// Stands at places where a rare string begins.
    private static let rare: Int32 = -2

    /// - Parameter least: occurrences in both slices together that a string must have.
    init(in slices: [[Meeting]], least: Int) {
        var characters: [UInt32] = [], ends: [Int] = [], middle = 0
        for (slice, meetings) in slices.enumerated() {
            if slice == 1 { middle = characters.count }
            for meeting in meetings {
                Self.add(meeting.title, to: &characters)
                Self.add(meeting.text ?? "", to: &characters)
                ends.append(characters.count)
            }
        }
        (self.characters, self.ends, self.middle) = (characters, ends, slices.count > 1 ? middle : characters.count)
        // The empty string stands before every character.
        var places = characters.map { $0 == 0 ? Self.rare : -1 }
        places.append(Self.rare)
        for length in 1...Self.longest { extend(&places, to: length, least: least) }
    }

    /// How many characters a slice has.
    func size(of slice: Int) -> Int { (slice == 0 ? characters[..<middle] : characters[middle...]).count { $0 != 0 } }

    private static func add(_ text: String, to characters: inout [UInt32]) {
        for scalar in text.unicodeScalars {
            if (0x4E00...0x9FFF).contains(scalar.value) {
                characters.append(scalar.value)
            } else if characters.last != 0 {
                characters.append(0)
            }
        }
        characters.append(0)
    }

    /// A string by the number of the string without its last character (-1: the empty one), and that character.
    private static func key(_ head: Int32, _ last: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: head)) << 32 | UInt64(last) }

    /// From the numbers of the strings that begin at each place those of strings one character longer.
    private mutating func extend(_ places: inout [Int32], to length: Int, least: Int) {
        var found = NumberTable(), level: [UInt64] = [], tally: [(a: Int, b: Int)] = []
        for i in characters.indices where places[i] != Self.rare {
            // Its last characters have to be frequent, too, and in the same stretch.
            if length > 1, places[i + 1] == Self.rare {
                places[i] = Self.rare
                continue
            }
            let key = Self.key(places[i], characters[i + length - 1]), number = found.number(of: key, orNew: Int32(tally.count))
            if number == tally.count {
                level.append(key)
                tally.append((0, 0))
            }
            if i < middle { tally[Int(number)].a += 1 } else { tally[Int(number)].b += 1 }
            places[i] = number
        }
        // Frequent strings get numbers that stay.
        let lasting = tally.indices.map { n -> Int32 in
            guard tally[n].a + tally[n].b >= least else { return Self.rare }
            _ = numbers.number(of: level[n], orNew: Int32(keys.count))
            keys.append(level[n])
            counts.append(tally[n])
            return Int32(keys.count - 1)
        }
        for i in characters.indices where places[i] >= 0 { places[i] = lasting[Int(places[i])] }
    }

    /// The characters of a string.
    func characters(of number: Int) -> [UInt32] {
        var characters: [UInt32] = [], n = Int32(number)
        while n >= 0 {
            characters.append(UInt32(truncatingIfNeeded: keys[Int(n)]))
            n = Int32(bitPattern: UInt32(keys[Int(n)] >> 32))
        }
        return characters.reversed()
    }

    /// The number of the string that is one character longer than another (nil: than the empty one); nil where it is rare.
    func number(after head: Int?, _ character: UInt32) -> Int? {
        numbers[Self.key(head.map { Int32($0) } ?? -1, character)].map { Int($0) }
    }

    /// The number of a string; nil where it is rare.
    func number(of characters: ArraySlice<UInt32>) -> Int? {
        var n: Int?
        for character in characters {
            guard let next = number(after: n, character) else { return nil }
            n = next
        }
        return n
    }
}
