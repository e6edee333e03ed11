import Foundation

/// Folds traditional characters into simplified ones of the same length, so that one set of rules reads both scripts.
enum TraditionalScript {
    /// Unchanged where the text is in simplified script, which a few frequent characters tell.
    static func folded(_ text: [UInt8]) -> [UInt8] {
        guard isTraditional(text) else { return text }
        let string = String(decoding: text, as: UTF8.self)
        // The transform is the platform's (ICU); characters of another length stay as they are.
        guard let simplified = string.applyingTransform(StringTransform("Hant-Hans"), reverse: false) else { return text }
        let before = Array(string.unicodeScalars), after = Array(simplified.unicodeScalars)
        guard before.count == after.count else { return text }
        var folded: [UInt8] = []
        folded.reserveCapacity(text.count)
        for (old, new) in zip(before, after) {
            folded += UTF8.width(old) == UTF8.width(new) ? Array(UTF8.encode(new)!) : Array(UTF8.encode(old)!)
        }
        return folded.count == text.count ? folded : text
    }

    /// A short text in simplified characters, whatever its script.
    static func simplified(_ text: String) -> String {
        text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
    }

    /// Reports of meetings hold 會 or 議, or else are in simplified script.
    static func isTraditional(_ text: [UInt8]) -> Bool {
        text.contains("會議") || text.contains("會上") || text.contains("召開")
    }
}
