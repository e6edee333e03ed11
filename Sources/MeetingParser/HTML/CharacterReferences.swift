/// Character references (`&amp;`, `&#x2014;`) after section 13.2.5.72 of the WHATWG HTML standard.
enum CharacterReferences {
    /// What the reference at `&` stands for, as UTF-8, and where it ends; nil where `&` stands for itself.
    static func read(
        _ input: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool
    ) -> (bytes: [UInt8], end: Int)? {
        guard start + 1 < input.count else { return nil }
        if input[start + 1] == UInt8(ascii: "#") { return readNumber(input, at: start + 2) }
        if let frequent = readFrequent(input, at: start + 1) { return frequent }
        return readName(input, at: start + 1, inAttribute: inAttribute)
    }

    // MARK: By name

    /// The names that nearly all references have, before the whole table is looked through.
    private static func readFrequent(_ input: UnsafeBufferPointer<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
        for (name, bytes) in frequent where input[start] == name.utf8Start[0] && start + name.utf8CodeUnitCount <= input.count {
            let end = start + name.utf8CodeUnitCount
            if input[start..<end].elementsEqual(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)) {
                return (bytes, end)
            }
        }
        return nil
    }

    private static let frequent: [(name: StaticString, bytes: [UInt8])] = [
        ("nbsp;", [0xC2, 0xA0]), ("ldquo;", [0xE2, 0x80, 0x9C]), ("rdquo;", [0xE2, 0x80, 0x9D]), ("amp;", [0x26]), ("lt;", [0x3C]),
        ("gt;", [0x3E]), ("quot;", [0x22]), ("middot;", [0xC2, 0xB7]), ("mdash;", [0xE2, 0x80, 0x94]), ("hellip;", [0xE2, 0x80, 0xA6]),
        ("emsp;", [0xE2, 0x80, 0x83]), ("ensp;", [0xE2, 0x80, 0x82]), ("lsquo;", [0xE2, 0x80, 0x98]), ("rsquo;", [0xE2, 0x80, 0x99]),
    ]

    /// The longest name of the standard's table that the input begins with.
    private static func readName(
        _ input: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool
    ) -> (bytes: [UInt8], end: Int)? {
        var end = start
        while end < input.count, end - start < NamedReferences.longest, input[end].isASCIILetter || input[end].isASCIIDigit {
            end += 1
        }
        if end < input.count, input[end] == UInt8(ascii: ";") { end += 1 }
        while end > start {
            if let bytes = NamedReferences.table[Array(input[start..<end])] {
                let isClosed = input[end - 1] == UInt8(ascii: ";")
                if inAttribute, !isClosed, end < input.count,
                    input[end] == UInt8(ascii: "=") || input[end].isASCIILetter || input[end].isASCIIDigit
                {
                    return nil
                }
                return (bytes, end)
            }
            end -= 1
        }
        return nil
    }

    // MARK: By number

    private static func readNumber(_ input: UnsafeBufferPointer<UInt8>, at start: Int) -> (bytes: [UInt8], end: Int)? {
        var i = start
        let isHex = i < input.count && input[i].lowercased == UInt8(ascii: "x")
        if isHex { i += 1 }
        let digits = i
        var code: UInt32 = 0
        while i < input.count, let digit = hexDigit(input[i]), isHex || digit < 10 {
            code = min(code * (isHex ? 16 : 10) + digit, 0x11_0000)
            i += 1
        }
        guard i > digits else { return nil }
        if i < input.count, input[i] == UInt8(ascii: ";") { i += 1 }
        return (utf8(of: code), i)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        if byte.isASCIIDigit { return UInt32(byte) - 0x30 }
        let lower = byte.lowercased
        return lower >= 0x61 && lower <= 0x66 ? UInt32(lower) - 0x57 : nil
    }

    private static func utf8(of code: UInt32) -> [UInt8] {
        var code = code
        if code >= 0x80, code <= 0x9F, windows1252[Int(code - 0x80)] != 0 { code = windows1252[Int(code - 0x80)] }
        let scalar = code == 0 ? nil : Unicode.Scalar(code)
        return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
    }

    /// Numbers 80–9F mean what they mean in windows-1252 (table in section 13.2.5.80); 0: nothing else is meant.
    private static let windows1252: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]
}
