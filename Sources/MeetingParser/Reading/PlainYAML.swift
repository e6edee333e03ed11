/// The lines that nearly every front matter consists of, `key: value` and ` - item`, read without a YAML parser.
enum PlainYAML {
    /// Keys in lower case with their scalars, a sequence joined by blanks; nil where anything needs a real parser.
    static func read(_ block: ArraySlice<UInt8>) -> [String: String]? {
        var values: [String: String] = [:]
        var open: String?
        for line in block.split(separator: 0x0A) {
            guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }), !holdsMark(line) else { return nil }
            if let item = item(line) {
                guard let name = open, let value = scalar(item), !value.isEmpty else { return nil }
                values[name] = values[name].map { $0.isEmpty ? value : $0 + " " + value }
                continue
            }
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first?.isASCIILetter == true,
                line[..<colon].allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }),
                colon + 1 == line.endIndex || line[colon + 1] == 0x20, let value = scalar(line[(colon + 1)...])
            else { return nil }
            let name = String(decoding: line[..<colon].map(\.lowercased), as: UTF8.self)
            guard values[name] == nil else { return nil }
            values[name] = value
            open = value.isEmpty ? name : nil
        }
        return values
    }

    /// U+FEFF and other characters that YAML treats in ways of its own.
    private static func holdsMark(_ line: ArraySlice<UInt8>) -> Bool {
        line.indices.contains { line[$0] == 0xEF && $0 + 1 < line.endIndex && (line[$0 + 1] == 0xBB || line[$0 + 1] == 0xBF) }
    }

    private static func item(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let bare = line.drop { $0 == 0x20 }
        guard bare.first == UInt8(ascii: "-"), bare.dropFirst().first == 0x20 else { return nil }
        return bare.dropFirst(2)
    }

    /// A plain or quoted scalar on one line.
    private static func scalar(_ raw: ArraySlice<UInt8>) -> String? {
        var text = raw.drop { $0 == 0x20 }
        while text.last == 0x20 { text.removeLast() }
        guard let first = text.first else { return "" }
        if first == UInt8(ascii: "'") || first == UInt8(ascii: "\"") {
            guard text.count >= 2, text.last == first else { return nil }
            text = text.dropFirst().dropLast()
            return text.contains { $0 == first || $0 == UInt8(ascii: "\\") } ? nil : String(decoding: text, as: UTF8.self)
        }
        guard !"-?:,[]{}#&*!|>'\"%@`".utf8.contains(first), text.last != UInt8(ascii: ":") else { return nil }
        for i in text.indices.dropLast()
        where text[i] == UInt8(ascii: ":") && text[i + 1] == 0x20 || text[i] == 0x20 && text[i + 1] == UInt8(ascii: "#") {
            return nil
        }
        return String(decoding: text, as: UTF8.self)
    }
}
