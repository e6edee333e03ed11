import MeetingParser

/// Strings of Chinese characters that occur often enough in two slices of a corpus, with their counts in each.
///
/// Longer strings are looked at only where their parts are frequent (Agrawal and Srikant 1994), one length after the other.
struct FrequentStrings {
    /// A string by the number of the string without its last character, and that character.
    private struct Key: Hashable { var head: Int32, last: UInt32 }

    /// Stretches of Chinese characters of each slice, with the number of their report.
    let runs: [[(characters: [UInt32], report: Int)]]
    /// Occurrences of each string in both slices.
    private(set) var counts: [[Int]] = []
    private var keys: [Key] = []
    private var numbers: [Key: Int32] = [:]

    /// Characters of a string at most.
    static let longest = 8
    /// Stands at places where a rare string begins.
    private static let rare: Int32 = -2

    /// - Parameter least: occurrences in both slices together that a string must have.
    init(in slices: [[Meeting]], least: Int) {
        var report = 0
        runs = slices.map { meetings in
            meetings.flatMap { meeting in
                defer { report += 1 }
                return Self.runs(of: meeting.title + "\n" + (meeting.text ?? "")).map { ($0, report) }
            }
        }
        // The empty string stands before every character.
        var places = runs.map { $0.map { Array(repeating: Int32(-1), count: $0.characters.count + 1) } }
        for length in 1...Self.longest { extend(&places, to: length, least: least) }
    }

    /// How many characters a slice has.
    func size(of slice: Int) -> Int { runs[slice].reduce(0) { $0 + $1.characters.count } }

    private static func runs(of text: String) -> [[UInt32]] {
        var runs: [[UInt32]] = [], run: [UInt32] = []
        for scalar in text.unicodeScalars {
            if (0x4E00...0x9FFF).contains(scalar.value) {
                run.append(scalar.value)
            } else if !run.isEmpty {
                runs.append(run)
                run = []
            }
        }
        return run.isEmpty ? runs : runs + [run]
    }

    /// From the numbers of the strings that begin at each place those of strings one character longer.
    private mutating func extend(_ places: inout [[[Int32]]], to length: Int, least: Int) {
        var found: [Key: Int32] = [:], tally: [(Int32, Int32)] = []
        for slice in runs.indices {
            for r in runs[slice].indices {
                let characters = runs[slice][r].characters, count = max(0, characters.count - length + 1)
                for i in 0..<count where places[slice][r][i] != Self.rare {
                    // Its last characters have to be frequent, too.
                    if length > 1, places[slice][r][i + 1] == Self.rare {
                        places[slice][r][i] = Self.rare
                        continue
                    }
                    let key = Key(head: places[slice][r][i], last: characters[i + length - 1])
                    let number = found[key] ?? Int32(tally.count)
                    if number == tally.count {
                        found[key] = number
                        tally.append((0, 0))
                    }
                    if slice == 0 { tally[Int(number)].0 += 1 } else { tally[Int(number)].1 += 1 }
                    places[slice][r][i] = number
                }
                places[slice][r].removeLast(places[slice][r].count - count)
            }
        }
        keep(found, tally, least, in: &places)
    }

    /// Gives frequent strings numbers that stay.
    private mutating func keep(_ found: [Key: Int32], _ tally: [(Int32, Int32)], _ least: Int, in places: inout [[[Int32]]]) {
        var lasting = Array(repeating: Self.rare, count: tally.count)
        let frequent = found.filter { Int(tally[Int($0.value)].0 + tally[Int($0.value)].1) >= least }
        for (key, number) in frequent.sorted(by: { $0.value < $1.value }) {
            lasting[Int(number)] = Int32(keys.count)
            numbers[key] = Int32(keys.count)
            keys.append(key)
            counts.append([Int(tally[Int(number)].0), Int(tally[Int(number)].1)])
        }
        for slice in places.indices {
            for r in places[slice].indices {
                for i in places[slice][r].indices where places[slice][r][i] >= 0 {
                    places[slice][r][i] = lasting[Int(places[slice][r][i])]
                }
            }
        }
    }

    /// The characters of a string.
    func characters(of number: Int) -> [UInt32] {
        var characters: [UInt32] = [], n = Int32(number)
        while n >= 0 {
            characters.append(keys[Int(n)].last)
            n = keys[Int(n)].head
        }
        return characters.reversed()
    }

    /// The number of a string; nil where it is rare.
    func number(of characters: ArraySlice<UInt32>) -> Int? {
        var n: Int32 = -1
        for character in characters {
            guard let found = numbers[Key(head: n, last: character)] else { return nil }
            n = found
        }
        return Int(n)
    }
}
