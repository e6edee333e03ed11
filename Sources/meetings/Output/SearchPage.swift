import MeetingCorpus
import MeetingParser

/// Found sentences to read, under the meetings that hold them.
struct SearchPage {
    private let lines: [Concordance.Line]
    private let meetings: [Meeting]
    private let language: Language

    init(_ lines: [Concordance.Line], _ meetings: [Meeting], _ language: Language) {
        self.lines = lines
        self.meetings = meetings
        self.language = language
    }

    func text(on terminal: Terminal, limit: Int?) -> String {
        var text = "", last: Int?
        for line in lines.prefix(limit ?? lines.count) {
            if line.meeting != last {
                let meeting = meetings[line.meeting]
                let facts = [meeting.date, meeting.body, meeting.session.map(String.init), meeting.id].compactMap(\.self)
                text += (last == nil ? "" : "\n") + terminal.heading(facts.joined(separator: "  ").singleLine) + "\n"
                last = line.meeting
            }
            text += sentence(line, on: terminal)
        }
        return text
    }

    /// The sentence in lines, its hits painted; a hit that a line break parts is painted on both lines.
    private func sentence(_ line: Concordance.Line, on terminal: Terminal) -> String {
        let painted = line.sentence.singleLine
        var offset = 0
        return painted.wrapped(to: terminal.width.map { min($0, 100) - 2 }).map { row in
            var out = "  ", run = "", isInHit = false
            func flush() {
                out += isInHit ? terminal.match(run) : run
                run = ""
            }
            for character in row {
                // Wrapping drops blanks at the ends of lines.
                while offset < painted.utf8.count, painted.utf8.byte(at: offset) == 0x20, character != " " { offset += 1 }
                let isHit = line.hits.contains { $0.contains(offset) }
                if isHit != isInHit { flush() }
                isInHit = isHit
                run.append(character)
                offset += character.utf8.count
            }
            flush()
            return out + "\n"
        }.joined()
    }
}

extension String.UTF8View {
    fileprivate func byte(at offset: Int) -> UInt8 { self[index(startIndex, offsetBy: offset)] }
}
