/// How many columns of a terminal a text takes (Unicode Standard Annex #11: wide and full-width characters take two).
extension String {
    var displayWidth: Int { plainWidth ?? reduce(0) { $0 + $1.displayWidth } }

    /// The width of a text of ASCII, Chinese characters and their punctuation, which nearly all are; nil for others.
    private var plainWidth: Int? {
        var width = 0
        var bytes = utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case 0x20..<0x7F: width += 1
            case 0xE4...0xE9:
                _ = (bytes.next(), bytes.next())
                width += 2
            case 0xE2:
                // U+2010–U+2027: dashes, quotation marks, ellipsis.
                guard bytes.next() == 0x80, let last = bytes.next(), (0x90...0xA7).contains(last) else { return nil }
                width += 1
            case 0xE3:
                // U+3000–U+3029; behind them stand marks that combine.
                guard bytes.next() == 0x80, let last = bytes.next(), last <= 0xA9 else { return nil }
                width += 2
            case 0xEF:
                // U+FF01–U+FF3F: full-width punctuation, digits and capitals.
                guard bytes.next() == 0xBC, let last = bytes.next(), last >= 0x81 else { return nil }
                width += 2
            default: return nil
            }
        }
        return width
    }

    /// Padded with blanks to a width in columns.
    func padded(to width: Int, right: Bool = false) -> String {
        let blanks = String(repeating: " ", count: max(0, width - displayWidth))
        return right ? blanks + self : self + blanks
    }

    /// Cut to a width in columns, with … where something is missing.
    func truncated(to width: Int, fromLeft: Bool = false) -> String {
        guard displayWidth > width else { return self }
        if fromLeft { return String(String(reversed()).truncated(to: width).reversed()) }
        var cut = "", used = 0
        for character in self {
            if used + character.displayWidth > width - 1 { break }
            cut.append(character)
            used += character.displayWidth
        }
        return width > 0 ? cut + "…" : ""
    }

    /// Lines of at most `width` columns. Chinese breaks between any two characters, but no line begins with a closing
    /// mark or ends with an opening one (GB/T 15834); other words stay whole.
    func wrapped(to width: Int?) -> [String] {
        guard let width else { return [self] }
        var lines: [String] = []
        var line = "", used = 0
        for piece in wrapPieces {
            let size = piece.displayWidth
            if used + size > max(width, 8), !line.isEmpty {
                lines.append(line.trimmingTrailingBlanks)
                line = ""
                used = 0
                if piece == " " { continue }
            }
            line += piece
            used += size
        }
        if !line.isEmpty { lines.append(line.trimmingTrailingBlanks) }
        return lines.isEmpty ? [""] : lines
    }

    /// The stretches that a line break may stand between.
    private var wrapPieces: [String] {
        var pieces: [String] = []
        var opened = false
        for character in self {
            let joins =
                !pieces.isEmpty
                && (opened || Self.closing.contains(character)
                    || character.isNarrowWord && pieces.last!.last!.isNarrowWord)
            if joins { pieces[pieces.count - 1].append(character) } else { pieces.append(String(character)) }
            opened = Self.opening.contains(character)
        }
        return pieces
    }

    private static let closing: Set<Character> = [
        "，", "。", "、", "；", "：", "？", "！", "”", "’", "》", "〉", "）", "】", ",", ".", ";", ":", "…", "—", "％", "%",
    ]
    private static let opening: Set<Character> = ["“", "‘", "《", "〈", "（", "【"]

    private var trimmingTrailingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

extension Character {
    var displayWidth: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.value < 0x300 { return first.value < 0x20 ? 0 : 1 }
        if first.value >= 0x4E00, first.value <= 0x9FFF { return 2 }
        if first.properties.generalCategory == .nonspacingMark || first.properties.generalCategory == .format { return 0 }
        // An emoji presentation selector makes a narrow symbol wide.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return first.isWide ? 2 : 1
    }

    fileprivate var isNarrowWord: Bool { displayWidth == 1 && self != " " }
}

extension Unicode.Scalar {
    /// East Asian Width W or F (EastAsianWidth.txt, Unicode 16), in ranges.
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653,
            0x26A1, 0x26BD...0x26BE, 0x2705, 0x270A...0x270B, 0x2728, 0x274C, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x2B50, 0x2B55,
            0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004, 0x1F0CF,
            0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F64F, 0x1F680...0x1F6FC, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
