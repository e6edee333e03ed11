import Algorithms
import Foundation

/// A source as UTF-8, with a way back to the offsets of the file as stored.
struct DecodedSource {
    let bytes: [UInt8]
    let encoding: TextEncoding
    /// Bytes of a byte order mark at the start of the file.
    let markLength: Int
    /// Whether some bytes fitted nothing and became U+FFFD.
    let hasReplacements: Bool
    private let stored: [UInt8]?

    init(bytes: [UInt8], encoding: TextEncoding, markLength: Int, hasReplacements: Bool, stored: [UInt8]?) {
        self.bytes = bytes
        self.encoding = encoding
        self.markLength = markLength
        self.hasReplacements = hasReplacements
        self.stored = stored
    }

    /// The charset that the page declares though its bytes are in another; nil where nothing is declared wrongly.
    var wronglyDeclared: String? {
        guard let declared = TextDecoding.declaredCharset(bytes) else { return nil }
        let fits: Bool =
            switch encoding {
            case .utf8: declared.hasPrefix("utf") || declared == "us-ascii"
            case .gb18030: declared.hasPrefix("gb") || declared == "x-gbk"
            case .big5: declared.hasPrefix("big5")
            case .utf16LittleEndian, .utf16BigEndian: true
            }
        return fits || !bytes.contains { $0 >= 0x80 } ? nil : declared
    }

    /// Places in the file as stored, by offsets in the UTF-8 text: both spell the same characters in the same order.
    struct StoredPlaces {
        private let source: DecodedSource
        /// Where walks may begin: one for some thousand bytes of text.
        private var marks: [(text: Int, file: Int)] = []
        private static let step = 4096

        init(_ source: DecodedSource) {
            self.source = source
            guard source.stored != nil else { return }
            var place = (text: 0, file: source.markLength)
            while place.text < source.bytes.count {
                marks.append(place)
                place = source.walk(from: place, to: place.text + Self.step)
            }
        }

        /// The byte offset in the file of a byte offset in the text.
        func file(of offset: Int) -> Int {
            guard let stored = source.stored else { return offset + source.markLength }
            guard !marks.isEmpty else { return stored.count }
            let mark = marks[max(0, marks.partitioningIndex { $0.text > offset } - 1)]
            return min(source.walk(from: mark, to: offset).file, stored.count)
        }
    }

    private func walk(from place: (text: Int, file: Int), to offset: Int) -> (text: Int, file: Int) {
        var (text, file) = place
        (stored ?? bytes).withUnsafeBufferPointer { stored in
            while text < min(offset, bytes.count) {
                text += utf8Width(bytes[text])
                guard file < stored.count else { continue }
                let character = encoding.character(stored, at: file)
                if character.second != 0 { text += utf8Width(bytes[text]) }
                file += character.width
            }
        }
        return (text, file)
    }

    private func utf8Width(_ byte: UInt8) -> Int { byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4 }
}

/// The encodings in which reports are stored.
package enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case gb18030 = "GB18030"
    case big5 = "BIG5-HKSCS"
}

enum TextDecoding {
    /// Reads the bytes of a file as UTF-8.
    ///
    /// A byte order mark decides; then whether the bytes are valid UTF-8, whatever they declare (a page that was
    /// saved anew often keeps its old declaration); then the declaration; then GB18030, which nearly every other
    /// Chinese page is in.
    static func decode(_ file: [UInt8]) -> DecodedSource {
        if file.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(file, markLength: 3) }
        if file.starts(with: [0xFF, 0xFE]) { return convert(file, from: .utf16LittleEndian, markLength: 2) }
        if file.starts(with: [0xFE, 0xFF]) { return convert(file, from: .utf16BigEndian, markLength: 2) }
        if let encoding = unmarkedUTF16(file) { return convert(file, from: encoding, markLength: 0) }
        if isUTF8(file) {
            return DecodedSource(bytes: file, encoding: .utf8, markLength: 0, hasReplacements: false, stored: nil)
        }
        let declared = declaredCharset(file) ?? ""
        let other: TextEncoding? = declared.hasPrefix("big5") ? .big5 : declared.hasPrefix("gb") || declared == "x-gbk" ? .gb18030 : nil
        return mostlyUTF8(file, goodForOneBad: declared.hasPrefix("utf") ? 1 : other == nil ? 4 : 20)
            ? utf8(file, markLength: 0) : convert(file, from: other ?? .gb18030, markLength: 0)
    }

    /// Whether all bytes are UTF-8. ASCII and characters of three bytes that may have any second byte, nearly everything,
    /// are told sixteen bytes at a time.
    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return true }
            var i = 0
            while true {
                while i >= 2, i + 16 <= raw.count, isOrdinary(base + i) { i += 16 }
                // What stands before is valid, but the last character may be cut.
                i = max(0, i - 1)
                while i > 0, raw[i] & 0xC0 == 0x80 { i -= 1 }
                let end = min(i + 20, raw.count)
                while i < end {
                    guard let width = scalarWidth(raw, at: i) else { return false }
                    i += width
                }
                if i >= raw.count { return true }
            }
        }
    }

    /// Whether sixteen bytes, behind two that are valid, are ASCII or parts of whole characters E1–EC, EE and EF.
    @inline(__always)
    private static func isOrdinary(_ p: UnsafeRawPointer) -> Bool {
        typealias Bytes = SIMD16<UInt8>
        func all(_ byte: UInt8) -> Bytes { Bytes(repeating: byte) }
        let here = p.loadUnaligned(as: Bytes.self)
        let last = (p - 1).loadUnaligned(as: Bytes.self), lastButOne = (p - 2).loadUnaligned(as: Bytes.self)
        let leads = (last & all(0xF0) .== all(0xE0)) .| (lastButOne & all(0xF0) .== all(0xE0))
        let wrong = (here & all(0xC0) .== all(0x80)) .^ leads
        // Two bytes, four bytes, and those behind which not every byte may stand.
        let rare = (here & all(0xE0) .== all(0xC0)) .| (here .>= all(0xF0)) .| (here .== all(0xE0)) .| (here .== all(0xED))
        let bits = unsafeBitCast(wrong .| rare, to: SIMD2<UInt64>.self)
        return bits[0] | bits[1] == 0
    }

    /// A truncated or damaged UTF-8 file still has nearly all of its characters in order. How many of them outweigh a bad byte
    /// depends on what the page declares: where the bytes leave a choice, it counts.
    private static func mostlyUTF8(_ bytes: [UInt8], goodForOneBad ratio: Int) -> Bool {
        var good = 0, bad = 0, i = 0
        while i < bytes.count {
            let width = scalarWidth(bytes, at: i)
            if let width, width > 1 { good += 1 } else if width == nil { bad += 1 }
            i += width ?? 1
        }
        return good > ratio * bad
    }

    /// The charset that a `<meta>` tag or an XML declaration names, in lower case; nil where none does.
    static func declaredCharset(_ bytes: [UInt8]) -> String? {
        bytes.withUnsafeBufferPointer { bytes in
            let head = bytes[..<min(bytes.count, 2048)]
            for label in ["charset=", "encoding="] as [StaticString] {
                guard let at = end(of: label, in: head) else { continue }
                let name = head[at...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }.prefix {
                    $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                }
                if !name.isEmpty { return String(decoding: name.map(\.lowercased), as: UTF8.self) }
            }
            return nil
        }
    }

    /// Behind the first occurrence of a lower-case word in any case.
    private static func end(of word: StaticString, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        let n = word.utf8CodeUnitCount, last = Int32(word.utf8Start[n - 1])
        var i = n - 1
        while i < bytes.count, let hit = memchr(bytes.base.baseAddress! + i, last, bytes.count - i) {
            i = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - bytes.base.baseAddress!
            if (0..<n).allSatisfy({ bytes[i - n + 1 + $0].lowercased == word.utf8Start[$0] }) { return i + 1 }
            i += 1
        }
        return nil
    }

    /// Without a byte order mark UTF-16 still shows in the ASCII of its markup: every other byte is 0.
    private static func unmarkedUTF16(_ file: [UInt8]) -> TextEncoding? {
        guard file.count >= 8 else { return nil }
        let zeros = file.prefix(8).map { $0 == 0 }
        if zeros == [false, true, false, true, false, true, false, true] { return .utf16LittleEndian }
        return zeros == [true, false, true, false, true, false, true, false] ? .utf16BigEndian : nil
    }

    private static func utf8(_ file: [UInt8], markLength: Int) -> DecodedSource {
        let body = Array(file[markLength...])
        if isUTF8(body) {
            return DecodedSource(
                bytes: body, encoding: .utf8, markLength: markLength, hasReplacements: false, stored: nil)
        }
        var repaired: [UInt8] = []
        repaired.reserveCapacity(body.count + 64)
        var i = 0
        while i < body.count {
            if let width = scalarWidth(body, at: i) {
                repaired += body[i..<i + width]
                i += width
            } else {
                repaired += [0xEF, 0xBF, 0xBD]
                i += 1
            }
        }
        return DecodedSource(
            bytes: repaired, encoding: .utf8, markLength: markLength, hasReplacements: true, stored: file)
    }

    /// Length in bytes of the UTF-8 scalar at `i`, or nil where the bytes are none (Unicode, table 3-7).
    static func scalarWidth(_ bytes: [UInt8], at i: Int) -> Int? { bytes.withUnsafeBytes { scalarWidth($0, at: i) } }

    static func scalarWidth(_ bytes: UnsafeRawBufferPointer, at i: Int) -> Int? {
        let byte = bytes[i]
        if byte < 0x80 { return 1 }
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC2, byte <= 0xF4, i + width <= bytes.count else { return nil }
        for j in i + 1..<i + width where bytes[j] & 0xC0 != 0x80 { return nil }
        switch (byte, bytes[i + 1]) {
        case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
        default: return width
        }
    }

    /// A byte that fits nothing becomes U+FFFD.
    static func convert(_ file: [UInt8], from encoding: TextEncoding, markLength: Int) -> DecodedSource {
        var output: [UInt8] = []
        output.reserveCapacity(file.count * 3 / 2 + 16)
        var hasReplacements = false
        file.withUnsafeBufferPointer { bytes in
            var i = markLength
            while i < bytes.count {
                let (scalar, second, width) = encoding.character(bytes, at: i)
                if scalar == 0xFFFD { hasReplacements = true }
                append(scalar, to: &output)
                if second != 0 { append(second, to: &output) }
                i += width
            }
        }
        return DecodedSource(
            bytes: output, encoding: encoding, markLength: markLength, hasReplacements: hasReplacements, stored: file)
    }

    /// A scalar as UTF-8.
    @inline(__always)
    private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
        if scalar < 0x80 {
            output.append(UInt8(truncatingIfNeeded: scalar))
            return
        }
        if scalar < 0x800 {
            output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
        } else {
            if scalar < 0x10000 {
                output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            } else {
                output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                output.append(tail(12))
            }
            output.append(tail(6))
        }
        output.append(tail(0))
    }
}
