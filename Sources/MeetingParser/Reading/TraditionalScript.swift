/// Folds traditional characters into simplified ones, so that one set of rules and one query read both scripts.
public enum TraditionalScript {
    /// Unchanged where the text is in simplified script, which a few frequent characters tell. Never changes a length.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        guard isTraditional(text) else { return text }
        var folded = text
        fold(&folded)
        return folded
    }

    /// A text in simplified characters, whatever its script.
    public static func simplified(_ text: String) -> String {
        var bytes = Array(text.utf8)
        fold(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Folds UTF-8 in place: a Chinese character of the basic plane has three bytes, and so has its simplified form.
    public static func fold(_ text: inout [UInt8]) {
        let table = SimplifiedForms.table
        text.withUnsafeMutableBufferPointer { bytes in
            var i = 0
            while i + 2 < bytes.count {
                guard bytes[i] >= 0xE4, bytes[i] <= 0xE9 else {
                    i += 1
                    continue
                }
                let code = Int(bytes[i] & 0xF) << 12 | Int(bytes[i + 1] & 0x3F) << 6 | Int(bytes[i + 2] & 0x3F)
                if code >= 0x4E00, code <= 0x9FFF, bytes[i + 1] & 0xC0 == 0x80, bytes[i + 2] & 0xC0 == 0x80 {
                    let simple = table[code - 0x4E00]
                    bytes[i] = 0xE0 | UInt8(simple >> 12)
                    bytes[i + 1] = 0x80 | UInt8(simple >> 6 & 0x3F)
                    bytes[i + 2] = 0x80 | UInt8(simple & 0x3F)
                }
                i += 3
            }
        }
    }

    /// Reports of meetings hold 會 or 議, or else are in simplified script.
    static func isTraditional(_ text: [UInt8]) -> Bool {
        text.contains("會議") || text.contains("會上") || text.contains("召開")
    }
}
