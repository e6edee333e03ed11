/// Where the first and the last characters of a segment part from the rest.
extension Persons {
    /// Where the last `length` characters begin; a blank between two single characters (李 四) is part of a name.
    static func start(ofLast length: Int, in part: Text) -> Int? {
        // Nearly always Chinese characters of three bytes.
        let plain = part.end - 3 * length
        if plain >= part.start, (0..<length).allSatisfy({ part[plain + 3 * $0] >= 0xE4 && part[plain + 3 * $0] <= 0xE9 }) { return plain }
        if length == 2, let i = part.before(part.end, by: 3), part[part.before(part.end, by: 2)!] == 0x20, part.width(at: i) == 3 {
            return i
        }
        guard let i = part.before(part.end, by: length), !(part[i..<part.end]).contains(" ") else { return nil }
        return i
    }

    /// Where the first `length` characters of three bytes end; nil where they are all of the text.
    static func end(ofFirst length: Int, in part: Text) -> Int? {
        var i = part.start
        for _ in 0..<length {
            guard i < part.end, part.width(at: i) == 3 else { return nil }
            i += 3
        }
        return i < part.end ? i : nil
    }
}
