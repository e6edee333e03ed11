import Algorithms
import CCharsets

/// One character after the other of a text that is not UTF-8, by tables of our own, so that the program reads the same wherever
/// it runs, also as one file without the C library's (iconv needs its modules).
extension TextEncoding {
    /// The character at a place: its scalars, the second of them 0 but for four of Big5, and its length in bytes. What fits
    /// nothing is U+FFFD and one byte, in UTF-16 a unit.
    func character(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (scalar: UInt32, second: UInt32, width: Int) {
        switch self {
        case .gb18030: Self.gb18030(bytes, at: i)
        case .big5: Self.big5(bytes, at: i)
        case .utf16LittleEndian: Self.utf16(bytes, at: i, low: 0, high: 1)
        case .utf16BigEndian: Self.utf16(bytes, at: i, low: 1, high: 0)
        case .utf8:
            // Of valid UTF-8 only the length is asked for.
            (0, 0, TextDecoding.scalarWidth(UnsafeRawBufferPointer(bytes), at: i) ?? 1)
        }
    }

    private static let none: (scalar: UInt32, second: UInt32, width: Int) = (0xFFFD, 0, 1)

    private static func gb18030(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (scalar: UInt32, second: UInt32, width: Int) {
        let lead = bytes[i]
        if lead < 0x80 { return (UInt32(lead), 0, 1) }
        guard (0x81...0xFE).contains(lead), i + 1 < bytes.count else { return none }
        let trail = bytes[i + 1]
        if (0x30...0x39).contains(trail) { return fourBytes(bytes, at: i) }
        guard (0x40...0xFE).contains(trail), trail != 0x7F else { return none }
        let place = (Int(lead) - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)
        let scalar = meetings_gb18030_two[place]
        return scalar == 0 ? none : (scalar, 0, 2)
    }

    private static func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (scalar: UInt32, second: UInt32, width: Int) {
        guard i + 3 < bytes.count, (0x81...0xFE).contains(bytes[i + 2]), (0x30...0x39).contains(bytes[i + 3]) else { return none }
        let upper = (UInt32(bytes[i]) - 0x81) * 10 + UInt32(bytes[i + 1]) - 0x30
        let place = upper * 1260 + (UInt32(bytes[i + 2]) - 0x81) * 10 + UInt32(bytes[i + 3]) - 0x30
        // Beyond the basic plane they stand in the order of Unicode.
        if place >= 189_000 { return place < 189_000 + 0x100000 ? (place - 189_000 + 0x10000, 0, 4) : none }
        guard place < 39_420 else { return none }
        // Pairs: where a run begins, and its first character.
        let next = (0..<Int(MEETINGS_GB18030_RUNS)).partitioningIndex { meetings_gb18030_four[$0 * 2] > place }
        let start = meetings_gb18030_four[next * 2 - 2], first = meetings_gb18030_four[next * 2 - 1]
        return first == 0 ? none : (first + place - start, 0, 4)
    }

    private static func big5(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> (scalar: UInt32, second: UInt32, width: Int) {
        let lead = bytes[i]
        if lead < 0x80 { return (UInt32(lead), 0, 1) }
        guard (0x81...0xFE).contains(lead), i + 1 < bytes.count else { return none }
        let trail = bytes[i + 1]
        guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return none }
        let place = (Int(lead) - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)
        let scalar = meetings_big5[place]
        // Ê and ê with a macron or a caron are two scalars each.
        let second: UInt32 =
            switch place {
            case 1133, 1164: 0x304
            case 1135, 1166: 0x30C
            default: 0
            }
        return scalar == 0 ? none : (scalar, second, 2)
    }

    private static func utf16(
        _ bytes: UnsafeBufferPointer<UInt8>, at i: Int, low: Int, high: Int
    ) -> (scalar: UInt32, second: UInt32, width: Int) {
        func unit(_ i: Int) -> UInt32? { i + 1 < bytes.count ? UInt32(bytes[i + high]) << 8 | UInt32(bytes[i + low]) : nil }
        guard let first = unit(i) else { return none }
        guard (0xD800...0xDFFF).contains(first) else { return (first, 0, 2) }
        guard first < 0xDC00, let second = unit(i + 2), (0xDC00...0xDFFF).contains(second) else { return (0xFFFD, 0, 2) }
        return (0x10000 + (first - 0xD800) << 10 + second - 0xDC00, 0, 4)
    }
}
