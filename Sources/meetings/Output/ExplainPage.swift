import MeetingCorpus
import MeetingParser

/// Explanations to read: value, rule and place, the words, notes.
struct ExplainPage {
    private let meeting: Meeting
    private let explanations: [Explanation]
    private let language: Language

    init(_ meeting: Meeting, _ explanations: [Explanation], _ language: Language) {
        self.meeting = meeting
        self.explanations = explanations
        self.language = language
    }

    private static let indent = 16

    func text(on terminal: Terminal) -> String {
        explanations.map { explanation in
            var lines = block(explanation.value?.line ?? (explanation.correction == nil ? absence(explanation.absence) : "—"), on: terminal)
            { $0 }
            lines[0] = terminal.label(label(explanation.field).padded(to: Self.indent)) + lines[0].dropFirst(Self.indent)
            if let source = source(of: explanation) { lines += block(source, on: terminal, terminal.faint) }
            if let quote = explanation.quote, quote != explanation.value?.line {
                lines += block("“\(quote)”", on: terminal, terminal.faint)
            }
            for note in explanation.notes { lines += block("! " + note, on: terminal, terminal.number) }
            return lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    /// agenda.2 → 议题2 in Chinese.
    private func label(_ field: String) -> String {
        guard language == .zh else { return field }
        let parts = field.split(separator: ".")
        return language.label(String(parts[0])) + (parts.count > 1 ? String(parts[1]) : "")
    }

    private func absence(_ absence: Absence?) -> String { language.text(absence == .unparsed ? .unparsed : .unstated, []) }

    /// month-day, year by series · haidian/003.txt:12
    private func source(of explanation: Explanation) -> String? {
        if let correction = explanation.correction { return language.text(.correctedBy, [correction]) }
        let place = explanation.line.map { "\(meeting.place):\($0)" }
        return explanation.rule.map { [$0, place].compactMap(\.self).joined(separator: " · ") }
    }

    private func block(_ text: String, on terminal: Terminal, _ paint: (String) -> String) -> [String] {
        let margin = String(repeating: " ", count: Self.indent)
        return text.singleLine.wrapped(to: terminal.width.map { min($0, 110) - Self.indent }).map { margin + paint($0) }
    }
}
