import MeetingParser

/// The facts of a meeting as texts to read, for the page in a terminal and for documents.
struct MeetingFacts {
    let meeting: Meeting
    let language: Language

    /// The named facts that the meeting has, in the order of the names; a joint meeting has several sessions.
    func named(_ names: [String]) -> [(name: String, value: String)] {
        names.flatMap { name in values(of: name).map { (name, $0.singleLine) } }.filter { !$0.value.isEmpty }
    }

    private func values(of name: String) -> [String] {
        switch name {
        case "date":
            let day = [meeting.date, meeting.endDate].compactMap(\.self).joined(separator: " – ")
            return [[day, meeting.timeOfDay ?? ""].filter { !$0.isEmpty }.joined(separator: " ")]
        case "show.session": return meeting.sessions.map { $0.line(language) }
        case "place": return [meeting.jurisdiction ?? ""]
        case "venue": return [meeting.venue ?? ""]
        case "chair": return [meeting.chair.map { Self.person($0.name, $0.titles) } ?? ""]
        case "reporters": return [meeting.reporters.joined(separator: "、")]
        case "published": return [[meeting.published, meeting.source ?? meeting.publisher].compactMap(\.self).joined(separator: ", ")]
        case "file": return [meeting.place]
        default:
            // A part in the meeting: attended, nonvoting, reported, spoke.
            let people = meeting.participants.filter { $0.role.rawValue == name }
            return [people.map { Self.person($0.name, $0.titles) }.joined(separator: "；")]
        }
    }

    /// The parts in the order in which they are read.
    static let roles = Participant.Role.allCases.map(\.rawValue)

    private static func person(_ name: String?, _ titles: [String]) -> String {
        [titles.joined(separator: "、"), name ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension Directive {
    /// Who said it, where it is a person, and what.
    var said: String { (speaker.map { "\($0)：" } ?? "") + text }
}

extension Session {
    /// 区委常委会 no. 181, term 12
    fileprivate func line(_ language: Language) -> String {
        switch language {
        case .en: body + (number.map { " no. \($0)" } ?? "") + (term.map { ", term \($0)" } ?? "")
        case .zh: body + (term.map { "第\($0)届" } ?? "") + (number.map { "第\($0)次" } ?? "")
        }
    }
}
