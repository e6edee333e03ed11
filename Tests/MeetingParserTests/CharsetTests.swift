import Foundation
import Testing

@testable import MeetingParser

/// Our tables against those of the C library, where it has them.
@Suite struct CharsetTests {
    private static func converted(_ bytes: [UInt8], from charset: String) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes, output = [UInt8](repeating: 0, count: 32)
        return input.withUnsafeMutableBytes { source in
            output.withUnsafeMutableBytes { target in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self),
                    to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var left = source.count, room = 32
                guard iconv(converter, &from, &left, &to, &room) != Int.max, left == 0, iconv(converter, nil, nil, &to, &room) != Int.max
                else { return [] }
                return Array(target[..<(32 - room)])
            }
        }
    }

    private static func ours(_ bytes: [UInt8], from encoding: TextEncoding) -> [UInt8] {
        let source = TextDecoding.convert(bytes, from: encoding, markLength: 0)
        return source.hasReplacements ? [] : source.bytes
    }

    /// What a page holds of each: hundreds of characters, a byte that fits nothing, a cut end.
    @Test(arguments: [
        (TextEncoding.gb18030, [0xBB, 0xE1, 0xD2, 0xE9, 0x81, 0x30, 0x81, 0x30, 0x95, 0x32, 0x82, 0x36] as [UInt8], "会议\u{80}\u{20000}"),
        (.big5, [0xB7, 0x7C, 0xC4, 0xB3, 0x88, 0x62], "會議\u{CA}\u{304}"), (.gb18030, [0xBB, 0xE1, 0xFF, 0xD2], "会\u{FFFD}\u{FFFD}"),
        (.gb18030, [0xFE, 0x51], "\u{20087}"),
        (.utf16LittleEndian, [0x1A, 0x4F, 0x40, 0xD8, 0x00, 0xDC, 0x00, 0xDC], "会\u{20000}\u{FFFD}"),
        (.utf16BigEndian, [0x4F, 0x1A, 0x4F], "会\u{FFFD}"),
    ])
    func charactersAreRead(_ encoding: TextEncoding, _ bytes: [UInt8], _ text: String) {
        #expect(String(decoding: TextDecoding.convert(bytes, from: encoding, markLength: 0).bytes, as: UTF8.self) == text)
    }

    /// Every pair; `.ci/charsets --check` compares the longer characters, too.
    @Test(arguments: [(TextEncoding.gb18030, "GB18030"), (.big5, "BIG5-HKSCS")])
    func pairsAreThoseOfTheLibrary(_ encoding: TextEncoding, _ name: String) throws {
        guard Self.converted([0xA4, 0x40], from: name) != nil else {
            print("skipped: the C library has no \(name) here")
            return
        }
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8(0x40)...0xFE {
                let theirs = Self.converted([lead, trail], from: name), ours = Self.ours([lead, trail], from: encoding)
                if ours != theirs { Issue.record("\(String(lead, radix: 16)) \(String(trail, radix: 16))") }
            }
        }
    }

    /// Places in the file are those of the characters, also behind a byte that fits nothing and a character of two scalars.
    @Test func placesLeadBackToTheFile() {
        let source = TextDecoding.convert([0xB7, 0x7C, 0x88, 0x62, 0xFF, 0xC4, 0xB3], from: .big5, markLength: 0)
        let places = DecodedSource.StoredPlaces(source)
        #expect(String(decoding: source.bytes, as: UTF8.self) == "會Ê̄\u{FFFD}議")
        #expect([0, 3, 7, 10].map(places.file) == [0, 2, 4, 5])
    }
}
