/// Folds traditional characters into simplified ones, so that one set of rules and one query read both scripts.
public enum TraditionalScript {
    /// A text in simplified characters, whatever its script.
    public static func simplified(_ text: String) -> String {
        var bytes = Array(text.utf8)
        fold(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Folds UTF-8 in place: a Chinese character of the basic plane has three bytes, and so has its simplified form.
    public static func fold(_ text: inout [UInt8]) { text.withUnsafeMutableBufferPointer { fold($0) } }

    static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
        let table = SimplifiedForms.table
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

    /// Reports of meetings hold 會, 議 or 召開 in their first lines, or else are in simplified script.
    static func isTraditional(_ text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return false }
            return Text(base: base, start: 0, end: min(bytes.count, 4096)).contains(anyOf: ["會議", "會上", "召開"])
        }
    }
}
