/// ASCII marks that stand for full-width ones: many newsrooms print `,` and `(` between Chinese characters.
enum Punctuation {
    /// The full-width form of the mark at `i`, or nil where it stands among letters and digits (1,200, 8:30, http:).
    static func widened(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> StaticString? {
        guard mayWiden(bytes[i]) else { return nil }
        let isBetween = i > 0 && bytes[i - 1] >= 0x80 || i + 1 < bytes.count && bytes[i + 1] >= 0x80
        guard isBetween else { return nil }
        switch bytes[i] {
        case UInt8(ascii: ","): return "，"
        case UInt8(ascii: ";"): return "；"
        case UInt8(ascii: ":"): return "："
        case UInt8(ascii: "("): return "（"
        case UInt8(ascii: ")"): return "）"
        case UInt8(ascii: "!"): return "！"
        case UInt8(ascii: "?"): return "？"
        // <政府工作报告> of newsrooms whose pages lost their 《》
        case UInt8(ascii: "<"): return i + 1 < bytes.count && bytes[i + 1] >= 0xE4 ? "《" : nil
        case UInt8(ascii: ">"): return i > 0 && (bytes[i - 1] >= 0x80 || bytes[i - 1] == UInt8(ascii: ")")) ? "》" : nil
        default: return nil
        }
    }

    static func mayWiden(_ byte: UInt8) -> Bool {
        byte >= 0x21 && byte <= 0x3F && (marks >> UInt64(byte)) & 1 == 1
    }

    private static let marks: UInt64 = ",;:()!?<>".utf8.reduce(0) { $0 | 1 << UInt64($1) }
}
