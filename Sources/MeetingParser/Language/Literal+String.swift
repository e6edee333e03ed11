import Foundation

/// Strings compared with words known at compile time, byte by byte: `hasPrefix` and `hasSuffix` of `String` compare
/// characters by their canonical forms, which costs a hundred times more.
extension String {
    func begins(with word: Literal) -> Bool { rest(without: word, atEnd: false) != nil }
    func ends(with word: Literal) -> Bool { rest(without: word, atEnd: true) != nil }

    /// Whether a word occurs, looked for in bytes before the string is taken apart.
    func holds(_ word: Literal) -> Bool { withText(self) { $0.contains(word) } }

    /// What follows a word with which the string begins, or nil.
    func dropping(prefix word: Literal) -> String? { rest(without: word, atEnd: false).map { String($0) } }
    /// What precedes a word with which the string ends, or nil.
    func dropping(suffix word: Literal) -> String? { rest(without: word, atEnd: true).map { String($0) } }

    private func rest(without word: Literal, atEnd: Bool) -> Substring? {
        let n = utf8.count - word.count
        guard n >= 0 else { return nil }
        let isThere = withBytes { memcmp($0.baseAddress! + (atEnd ? n : 0), word.text.utf8Start, word.count) == 0 }
        guard isThere else { return nil }
        return atEnd ? Substring(utf8.prefix(n)) : Substring(utf8.dropFirst(word.count))
    }
}
