/// One way in which reports write something: a name, cues, examples, and how a match becomes a value.
///
/// The order of rules in an array is their priority. One of the cues must occur, so a rule costs nothing where it cannot
/// match; a rule without cues looks at the start of the text. The examples (with at least one negative: nil) are the rule's documentation and its test; the name is what
/// `explain` prints.
final class Rule<Value: Sendable>: Sendable {
    let name: StaticString
    let cues: [Literal]
    private let index: Cues
    /// The vocabulary's bit of the cues, where they are many; else empty.
    let vocabulary: Vocabulary
    let examples: [(text: Literal, value: Value?)]
    /// Reads the value at one occurrence of a cue in the text; nil where it is not what the rule means.
    let read: @Sendable (_ text: Text, _ cue: Range<Int>) -> Match<Value>?

    init(
        _ name: StaticString, cues: [Literal], in vocabulary: Vocabulary = [], examples: [(Literal, Value?)],
        read: @escaping @Sendable (Text, Range<Int>) -> Match<Value>?
    ) {
        self.name = name
        self.cues = cues
        index = Cues(cues)
        self.vocabulary = vocabulary
        self.examples = examples.map { (text: $0.0, value: $0.1) }
        self.read = read
    }

    convenience init(
        _ name: StaticString, cue: Literal, examples: [(Literal, Value?)],
        read: @escaping @Sendable (Text, Range<Int>) -> Match<Value>?
    ) {
        self.init(name, cues: [cue], examples: examples, read: read)
    }

    /// Reads at an occurrence of a cue that was found already.
    func match(_ text: Text, _ cue: Range<Int>) -> Match<Value>? {
        guard Steps.take(4), var match = read(text, cue) else { return nil }
        if match.rule.utf8CodeUnitCount == 0 { match.rule = name }
        return match
    }

    /// The first match in the text.
    func first(in text: Text) -> Match<Value>? {
        if cues.isEmpty { return match(text, text.start..<text.start) }
        var from = text.start
        while let cue = cue(in: text, from: from) {
            from = cue.upperBound
            if let match = match(text, cue) { return match }
        }
        return nil
    }

    /// All matches in the text, in order.
    func all(in text: Text) -> [Match<Value>] {
        var matches: [Match<Value>] = []
        var from = text.start
        while let cue = cue(in: text, from: from) {
            from = cue.upperBound
            guard let match = match(text, cue) else { continue }
            matches.append(match)
            from = max(from, match.range.upperBound)
        }
        return matches
    }

    /// The nearest cue; of those at one place the first listed.
    private func cue(in text: Text, from: Int) -> Range<Int>? {
        guard !vocabulary.isEmpty, text.contents != nil else {
            return text.find(anyOf: index, from: from).map { $0.at..<$0.at + $0.word.count }
        }
        var end = from
        let start = text.first(vocabulary, from: from) { i in
            guard let word = cues.first(where: { text.has($0, at: i) }) else { return false }
            end = i + word.count
            return true
        }
        return start.map { $0..<end }
    }
}

/// A value and the place in the plain text that says it.
struct Match<Value: Sendable>: Sendable {
    var value: Value
    /// Byte offsets in the plain text.
    var range: Range<Int>
    /// The name of the rule that found it.
    var rule: StaticString = ""
}

extension Array {
    /// The rule of a name, which the list holds: a name that it does not hold is a mistake of ours, and no example runs.
    func named<Value>(_ name: StaticString) -> Rule<Value> where Element == Rule<Value> {
        first { $0.name.description == name.description }!
    }

    /// The rules of some names, in their order in the list.
    func named<Value>(_ names: [StaticString]) -> [Rule<Value>] where Element == Rule<Value> { names.map { named($0) } }

    /// The first match of the first rule that matches.
    func firstMatch<Value>(in text: Text) -> Match<Value>? where Element == Rule<Value> {
        for rule in self {
            if let match = rule.first(in: text) { return match }
        }
        return nil
    }
}
