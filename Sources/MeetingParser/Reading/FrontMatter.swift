import Yams

/// What the block before a post says of it, and where the post's body begins.
struct FrontMatter {
    /// Scalars by lower-case key; a sequence is joined by a blank.
    var values: [String: String] = [:]
    /// Byte offset of the body in the source.
    var bodyStart = 0
    /// Whether there is a block that could not be read.
    var isMalformed = false

    /// Reads YAML between `---` lines; blank lines may precede the first.
    init(_ source: [UInt8]) {
        guard let block = Self.fenced(source) else { return }
        bodyStart = block.bodyStart
        do {
            let yaml = String(decoding: source[block.range], as: UTF8.self)
            guard let node = try Yams.compose(yaml: yaml), let mapping = node.mapping else {
                isMalformed = !block.range.isEmpty
                return
            }
            for (key, value) in mapping {
                guard let name = key.string?.lowercased(), values[name] == nil else { continue }
                values[name] = value.scalar?.string ?? value.sequence.map { $0.compactMap(\.string).joined(separator: " ") }
            }
        } catch {
            isMalformed = true
            readLines(source[block.range])
        }
    }

    /// The lines between the two fences, and the offset behind the second.
    private static func fenced(_ source: [UInt8]) -> (range: Range<Int>, bodyStart: Int)? {
        var start = 0
        while start < source.count, source[start].isHTMLSpace { start += 1 }
        guard isFence(source, at: start) else { return nil }
        let first = nextLine(source, after: start)
        var line = first
        while line < source.count {
            if isFence(source, at: line) { return (first..<line, nextLine(source, after: line)) }
            line = nextLine(source, after: line)
        }
        return nil
    }

    private static func isFence(_ source: [UInt8], at i: Int) -> Bool {
        guard i + 3 <= source.count, source[i..<i + 3].allSatisfy({ $0 == UInt8(ascii: "-") }) else { return false }
        return i + 3 == source.count || source[i + 3].isHTMLSpace
    }

    private static func nextLine(_ source: [UInt8], after i: Int) -> Int {
        source[i...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
    }

    /// Malformed YAML still has readable `key: value` lines.
    private mutating func readLines(_ block: ArraySlice<UInt8>) {
        for line in block.split(separator: 0x0A) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first?.isASCIILetter == true else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            values[key] = values[key] ?? value.trimmingQuotes
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        let blanks: Set<Character> = [" ", "\t", "\r", "\"", "'"]
        return String(drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
    }
}
