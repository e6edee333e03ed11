/// One way in which reports write something: a name, a cue, examples, and how a match becomes a value.
///
/// The order of rules in an array is their priority. The cue is a word that must occur, so a rule costs nothing
/// where it cannot match. The examples (with at least one negative: nil) are the rule's documentation and its test;
/// the name is what `explain` prints.
struct Rule<Value: Equatable & Sendable>: Sendable {
    let name: StaticString
    let cue: Literal
    let examples: [(text: String, value: Value?)]
    /// Reads the value at one occurrence of the cue in the text; nil where it is not what the rule means.
    let read: @Sendable (_ text: Text, _ cue: Range<Int>) -> Match<Value>?

    init(
        _ name: StaticString, cue: Literal, examples: [(String, Value?)],
        read: @escaping @Sendable (Text, Range<Int>) -> Match<Value>?
    ) {
        self.name = name
        self.cue = cue
        self.examples = examples.map { (text: $0.0, value: $0.1) }
        self.read = read
    }

    /// The first match in the text.
    func first(in text: Text) -> Match<Value>? {
        var from = text.start
        while let at = text.find(cue, from: from) {
            if var match = read(text, at..<at + cue.count) {
                match.rule = name
                return match
            }
            from = at + cue.count
        }
        return nil
    }

    /// All matches in the text, in order.
    func all(in text: Text) -> [Match<Value>] {
        var matches: [Match<Value>] = []
        var from = text.start
        while let at = text.find(cue, from: from) {
            from = at + cue.count
            guard var match = read(text, at..<at + cue.count) else { continue }
            match.rule = name
            matches.append(match)
            from = max(from, match.range.upperBound)
        }
        return matches
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
    /// The first match of the first rule that matches.
    func firstMatch<Value>(in text: Text) -> Match<Value>? where Element == Rule<Value> {
        for rule in self {
            if let match = rule.first(in: text) { return match }
        }
        return nil
    }
}
