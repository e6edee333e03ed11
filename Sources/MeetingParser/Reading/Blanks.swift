/// White space and invisible characters, as UTF-8.
enum Blanks {
    /// Whether a byte may begin one; all other bytes are skipped fast.
    static func mayBegin(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
    }

    /// Whether what stands at `i` has no width: U+200B–U+200F, U+2060–U+206F, U+FEFF, U+00AD. It parts nothing.
    static func isInvisible(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Bool {
        switch (bytes[i], i + 1 < bytes.count ? bytes[i + 1] : 0, i + 2 < bytes.count ? bytes[i + 2] : 0) {
        case (0xC2, 0xAD, _), (0xEF, 0xBB, 0xBF), (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x81, 0xA0...0xAF): true
        default: false
        }
    }

    /// Length in bytes of the white space, control or invisible character at `i`, or 0.
    static func width(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int, end: Int) -> Int {
        let byte = bytes[i]
        if byte <= 0x20 || byte == 0x7F { return 1 }
        guard byte == 0xC2 || byte >= 0xE2, i + 1 < end else { return 0 }
        let second = bytes[i + 1]
        // U+0080–U+00A0 and U+00AD: controls, no-break space, soft hyphen.
        if byte == 0xC2 { return second <= 0xA0 || second == 0xAD ? 2 : 0 }
        guard i + 2 < end else { return 0 }
        switch (byte, second, bytes[i + 2]) {
        // U+2000–U+200F blanks, zero-width and direction marks; U+2028–U+202F; U+205F–U+206F.
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF): return 3
        // U+3000 ideographic space, U+FEFF byte order mark.
        case (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF): return 3
        default: return 0
        }
    }
}
