import Foundation

/// A word known at compile time, held as UTF-8 bytes that cost nothing to compare.
struct Literal: ExpressibleByStringLiteral, Equatable, Sendable {
    let text: StaticString

    init(stringLiteral text: StaticString) { self.text = text }

    /// Whether it begins with a mark, a blank or an ASCII character, none of which is Chinese.
    var isMark: Bool { text.utf8Start[0] < 0xE4 || text.utf8Start[0] > 0xE9 }

    /// Length in bytes.
    var count: Int { text.utf8CodeUnitCount }

    static func == (a: Literal, b: Literal) -> Bool {
        a.count == b.count && memcmp(a.text.utf8Start, b.text.utf8Start, a.count) == 0
    }

    /// The word as a `String`, for messages and records.
    var string: String { text.description }
}
