import Algorithms
import MeetingParser

/// Words to look for in a text: `防汛 责任` (both), `防汛 OR 抗旱`, `"接诉即办"`, `-疫情` (not), AND for emphasis.
///
/// Words have any length; simplified and traditional characters are the same, and so are full-width and ASCII letters,
/// digits and marks: AI and ＡＩ, (扩大) and （扩大）. OR binds weaker than what stands side by
/// side, as in most search engines.
public struct TextQuery: Sendable {
    /// Why a query cannot be read.
    public enum Problem: Error, Equatable {
        /// A quotation mark that nothing closes.
        case unclosed(Character)
        case emptyWord
        /// One side of an OR wants no word.
        case nothingWanted
    }

    private struct Term: Sendable {
        /// The word, folded, in each width that a text may print it in: most have one.
        var spellings: [[UInt8]]
        var isExcluded: Bool

        init(_ word: String, isExcluded: Bool) {
            let narrow = word.inWidth { $0 }, wide = word.inWidth { $0 + 0xFEE0 }
            // Newsrooms print wide marks and narrow letters.
            let mixed = word.inWidth { UnicodeScalar($0)!.properties.isAlphabetic || (0x30...0x39).contains($0) ? $0 : $0 + 0xFEE0 }
            spellings = [word, narrow, wide, mixed].map(\.folded).uniqued().map(\.self)
            self.isExcluded = isExcluded
        }

        /// The first place of the word from an offset on.
        func place(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Range<Int>? {
            var first: Range<Int>?
            for word in spellings {
                guard let at = memoryOffset(of: word, in: text, from: start), at < first?.lowerBound ?? .max else { continue }
                first = at..<at + word.count
            }
            return first
        }
    }

    /// One of the alternatives, all of whose terms must hold.
    private var alternatives: [[Term]] = [[]]

    /// Reads a query as a user writes it.
    public init(_ text: String) throws(Problem) {
        isExcluding = text.hasPrefix("not:")
        for token in try Self.tokens(isExcluding ? String(text.dropFirst(4)) : text) {
            switch token {
            case .or: alternatives.append([])
            case .word(let word, let isExcluded):
                alternatives[alternatives.count - 1].append(Term(word, isExcluded: isExcluded))
            }
        }
        guard alternatives.allSatisfy({ $0.contains { !$0.isExcluded } }) else {
            throw .nothingWanted
        }
    }

    /// Whether reports without a match are wanted: `not:防汛`.
    private(set) var isExcluding = false

    /// Whether a text holds what is wanted.
    public func matches(_ text: String) -> Bool { text.folded.withUnsafeBytes { matches(folded: [$0]) } }

    /// Whether passages of one report, folded already, hold together what is wanted.
    func matches(folded passages: [UnsafeRawBufferPointer]) -> Bool {
        alternatives.contains { terms in
            terms.allSatisfy { term in passages.contains { term.place(in: $0) != nil } != term.isExcluded }
        }
    }

    /// Whether one of the wanted words is in text that is folded already.
    func hasWord(inFolded text: Slice<UnsafeRawBufferPointer>) -> Bool {
        let text = UnsafeRawBufferPointer(rebasing: text)
        return alternatives.contains { $0.contains { !$0.isExcluded && $0.place(in: text) != nil } }
    }

    /// The word, where one is all that is wanted and it holds no mark that ends a sentence, or may stand behind one.
    var onlyWord: [UInt8]? {
        guard alternatives.count == 1, alternatives[0].count == 1, alternatives[0][0].spellings.count == 1 else { return nil }
        let word = alternatives[0][0].spellings[0]
        let hasMark = word.withUnsafeBytes { bytes in
            bytes.indices.contains { bytes[$0] == 0x0A || Concordance.Mark(bytes, at: $0, bytes.count) != .none }
        }
        return hasMark ? nil : word
    }

    /// Byte ranges of the wanted words in a text, in order; those that overlap are joined.
    public func hits(in text: String) -> [Range<Int>] { text.folded.withUnsafeBytes { hits(inFolded: $0[...]) } }

    /// The same in text that is folded already; ranges count from its start.
    func hits(inFolded text: Slice<UnsafeRawBufferPointer>) -> [Range<Int>] {
        let text = UnsafeRawBufferPointer(rebasing: text)
        var found: [Range<Int>] = []
        for term in alternatives.joined() where !term.isExcluded {
            var from = 0
            while let place = term.place(in: text, from: from) {
                found.append(place)
                from = place.upperBound
            }
        }
        if found.count < 2 { return found }
        var joined: [Range<Int>] = []
        for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, range.lowerBound < last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    // MARK: Reading

    private enum Token { case or, word(String, isExcluded: Bool) }

    private static func tokens(_ text: String) throws(Problem) -> [Token] {
        var tokens: [Token] = []
        var rest = text[...]
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
                continue
            }
            let isExcluded = first == "-" || first == "－"
            if isExcluded { rest.removeFirst() }
            if let open = rest.first, let close = quotes[open] {
                let inner = rest.dropFirst()
                guard let end = inner.firstIndex(of: close) else { throw .unclosed(open) }
                tokens.append(.word(String(inner[..<end]), isExcluded: isExcluded))
                rest = inner[inner.index(after: end)...]
            } else {
                let word = rest.prefix { !$0.isWhitespace }
                rest = rest.dropFirst(word.count)
                switch word {
                case "OR", "|": tokens.append(.or)
                case "AND", "&": break
                case "NOT": rest = "-" + rest.drop { $0.isWhitespace }
                default: tokens.append(.word(String(word), isExcluded: isExcluded))
                }
            }
            if case .word(let word, _)? = tokens.last, word.isEmpty { throw .emptyWord }
        }
        return tokens
    }

    private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "「": "」"]
}

extension String {
    /// With other forms of the letters, digits and marks of ASCII, wide ones too, by their code in ASCII.
    fileprivate func inWidth(_ form: (UInt32) -> UInt32) -> String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let code = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
                    return (0x21...0x7E).contains(code) ? UnicodeScalar(form(code)) ?? scalar : scalar
                }))
    }
}
