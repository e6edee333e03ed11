import Yams

/// What the block before a post says of it, and where the post's body begins.
///
/// Hexo, Hugo and Jekyll write YAML between `---` lines, TOML between `+++` lines, or a JSON object.
struct FrontMatter {
    /// Scalars by lower-case key; a sequence is joined by a blank. Of a key that occurs twice the first value counts.
    private(set) var values: [String: String] = [:]
    /// Byte offset of the body in the source.
    private(set) var bodyStart = 0
    /// What is wrong with the block, or nil; its readable lines count all the same.
    private(set) var problem: String?

    /// Reads the block at the start; blank lines may precede it.
    init(_ source: [UInt8]) {
        var start = 0
        while start < source.count, source[start].isHTMLSpace { start += 1 }
        guard start < source.count else { return }
        switch source[start] {
        case UInt8(ascii: "-"): readFenced(source, from: start, fence: UInt8(ascii: "-"), read: Self.yaml)
        case UInt8(ascii: "+"): readFenced(source, from: start, fence: UInt8(ascii: "+"), read: Self.toml)
        case UInt8(ascii: "{"): readObject(source, from: start)
        default: readUnfenced(source, from: start)
        }
    }

    /// Keys at the start without a fence before them, but one behind: `title: …`, `date: …`, `---`.
    private mutating func readUnfenced(_ source: [UInt8], from start: Int) {
        var line = start, keys = 0
        while line < source.count, keys < 40, Self.key(source, at: line) != nil {
            (line, keys) = (Self.nextLine(source, after: line), keys + 1)
        }
        guard keys >= 2, line < source.count, Self.isFence(source, at: line, UInt8(ascii: "-")) else { return }
        readLines(source[start..<line])
        guard values["title"] != nil || values["date"] != nil else { return values = [:] }
        bodyStart = Self.nextLine(source, after: line)
        problem = "has no opening fence"
    }

    // MARK: Fences

    private mutating func readFenced(
        _ source: [UInt8], from start: Int, fence: UInt8, read: (String) throws -> [String: String]
    ) {
        guard Self.isFence(source, at: start, fence) else { return }
        let first = Self.nextLine(source, after: start)
        var line = first
        while line < source.count, !Self.isFence(source, at: line, fence) { line = Self.nextLine(source, after: line) }
        if line >= source.count {
            readUnclosed(source, from: first)
            return
        }
        bodyStart = Self.nextLine(source, after: line)
        if fence == UInt8(ascii: "-"), let plain = PlainYAML.read(source[first..<line]), !plain.isEmpty {
            values = plain
            return
        }
        do {
            values = try read(String(decoding: source[first..<line], as: UTF8.self))
            if values.isEmpty, source[first..<line].contains(where: { !$0.isHTMLSpace }) { problem = "is no list of keys and values" }
        } catch {
            problem = "is malformed"
            readLines(source[first..<line])
        }
    }

    /// Without a closing fence the block is the lines that look like `key: value`, up to the first that does not. A
    /// `---` with nothing of the kind behind it is a rule in the text.
    private mutating func readUnclosed(_ source: [UInt8], from first: Int) {
        var line = first
        while line < source.count, Self.key(source, at: line) != nil { line = Self.nextLine(source, after: line) }
        guard line > first else { return }
        readLines(source[first..<line])
        bodyStart = line
        problem = "has no closing fence"
    }

    private static func isFence(_ source: [UInt8], at i: Int, _ fence: UInt8) -> Bool {
        guard i + 3 <= source.count, source[i..<i + 3].allSatisfy({ $0 == fence }) else { return false }
        return i + 3 == source.count || source[i + 3].isHTMLSpace
    }

    private static func nextLine(_ source: [UInt8], after i: Int) -> Int {
        source[i...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.count
    }

    /// The key of a `key: value` line, or nil.
    private static func key(_ source: [UInt8], at line: Int) -> ArraySlice<UInt8>? {
        let end = source[line...].firstIndex { $0 == UInt8(ascii: ":") || $0 == 0x0A } ?? source.count
        guard end > line, end < source.count, source[end] == UInt8(ascii: ":"), end - line < 40 else { return nil }
        let key = source[line..<end]
        return key.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") } ? key : nil
    }

    /// Malformed blocks still have readable `key: value` lines.
    private mutating func readLines(_ block: ArraySlice<UInt8>) {
        for line in block.split(separator: 0x0A) {
            guard let colon = line.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }),
                line.first?.isASCIILetter == true
            else { continue }
            let key = String(decoding: line[..<colon], as: UTF8.self).trimmingQuotes.lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            values[key] = values[key] ?? value.trimmingQuotes
        }
    }

    // MARK: Languages

    private static func yaml(_ text: String) throws -> [String: String] {
        // Without rules for types, which cost a regular expression each: values are read as they are written.
        guard let mapping = try BoundedYAML.compose(text, most: 1 << 16, plain: true)?.mapping else { return [:] }
        var values: [String: String] = [:]
        for (key, value) in mapping {
            guard let name = key.string?.lowercased(), values[name] == nil else { continue }
            values[name] = value.scalar?.string ?? value.sequence.map { $0.compactMap(\.string).joined(separator: " ") }
        }
        return values
    }

    /// The `key = value` lines before the first table: what posts say of themselves.
    ///
    /// Read here because the one TOML package at hand (TOMLKit 0.6) stops the process on a malformed date.
    private static func toml(_ text: String) throws -> [String: String] {
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline).map(String.init) {
            let line = line.singleSpaced
            if line.hasPrefix("[") { break }
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let equals = line.firstIndex(of: "=") else { throw Malformed() }
            let key = String(line[..<equals]).trimmingQuotes.lowercased()
            values[key] = values[key] ?? tomlValue(String(line[line.index(after: equals)...]).singleSpaced)
        }
        return values
    }

    private struct Malformed: Error {}

    /// A string without its quotes, a list joined by blanks, anything else as written.
    private static func tomlValue(_ value: String) -> String {
        guard value.hasPrefix("[") else { return value.trimmingQuotes }
        return value.dropFirst().prefix { $0 != "]" }.split(separator: ",").map { String($0).trimmingQuotes }.joined(separator: " ")
    }

    /// A JSON object up to its closing brace, alone on what it begins with.
    private mutating func readObject(_ source: [UInt8], from start: Int) {
        var depth = 0, isQuoted = false, i = start
        while i < source.count, i - start < 1 << 16 {
            switch source[i] {
            case UInt8(ascii: "\\") where isQuoted: i += 1
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "{") where !isQuoted: depth += 1
            case UInt8(ascii: "}") where !isQuoted: depth -= 1
            default: break
            }
            i += 1
            if depth == 0 { break }
        }
        guard depth == 0, case .object(let members)? = JSONValue(Array(source[start..<min(i, source.count)])) else { return }
        // Of a key that occurs twice, in whatever case, the first counts.
        for (key, value) in members {
            let key = key.lowercased()
            if values[key] == nil { values[key] = Self.plain(value) }
        }
        bodyStart = i
    }

    /// A value of the front matter as text: lists joined by blanks, of an object its name.
    private static func plain(_ value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .string(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): "\(number)"
        case .boolean(let value): value ? "true" : "false"
        case .array(let items): items.compactMap(plain).joined(separator: " ")
        case .object: value[["name"]] == .null ? nil : plain(value[["name"]])
        }
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        let blanks: Set<Character> = [" ", "\t", "\r", "\"", "'"]
        return String(drop(while: blanks.contains).reversed().drop(while: blanks.contains).reversed())
    }
}
