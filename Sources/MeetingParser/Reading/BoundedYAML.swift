import Yams

/// YAML from anywhere: no aliases, which multiply, no deep nesting, no more than so many bytes.
public enum BoundedYAML {
    /// Why a text is not read.
    public enum Problem: Error, Equatable {
        /// It has more bytes than may be.
        case tooLarge
        /// `&name` and `*name`, with which a few lines become millions.
        case aliases
        case tooDeep
        /// Not YAML; a line and what is wrong.
        case malformed(line: Int, String)
    }

    private static let deepest = 32, widestIndent = 200

    /// The document as a tree; nil where it is empty.
    public static func compose(_ text: String, most: Int, plain: Bool = false) throws(Problem) -> Node? {
        guard text.utf8.count <= most else { throw .tooLarge }
        try check(text)
        do {
            // Without rules for types values are read as they are written, which saves a regular expression each.
            return try Parser(yaml: text, resolver: plain ? .basic : .default, encoding: .utf8).singleRoot()
        } catch let error as YamlError {
            throw .malformed(line: error.line, "\(error)".firstLine)
        } catch {
            throw .malformed(line: 1, "\(error)".firstLine)
        }
    }

    /// One pass over the bytes: where a value may begin no alias or anchor stands, and nothing nests too deeply.
    private static func check(_ text: String) throws(Problem) {
        var depth = 0, dashes = 0, indent = 0, quote: UInt8 = 0, mayBegin = true, isAtStart = true, previous: UInt8 = 0x0A
        for byte in text.utf8 {
            defer { previous = byte }
            if quote != 0 {
                if byte == quote, previous != UInt8(ascii: "\\") { quote = 0 }
                continue
            }
            switch byte {
            case 0x0A: (dashes, indent, mayBegin, isAtStart) = (0, 0, true, true)
            case 0x20, 0x09:
                if isAtStart { indent += 1 }
                if [UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "-")].contains(previous) { mayBegin = true }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if mayBegin || depth > 0 { depth += 1 }
                mayBegin = true
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: ","): mayBegin = depth > 0
            case UInt8(ascii: "-") where mayBegin: dashes += 1
            case UInt8(ascii: "*") where mayBegin, UInt8(ascii: "&") where mayBegin: throw .aliases
            case UInt8(ascii: "\"") where mayBegin, UInt8(ascii: "'") where mayBegin: quote = byte
            default: mayBegin = false
            }
            if byte > 0x20 { isAtStart = false }
            if depth > deepest || dashes > deepest || indent > widestIndent { throw .tooDeep }
        }
    }
}

extension YamlError {
    fileprivate var line: Int {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 1
        }
    }
}

extension String {
    fileprivate var firstLine: String {
        var line = split(separator: "\n").first.map(String.init) ?? self
        while line.hasSuffix(":") { line.removeLast() }
        return line
    }
}
