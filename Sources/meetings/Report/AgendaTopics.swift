import MeetingCorpus
import MeetingParser

/// Words and phrases that agendas use often: what stands together more often than chance, found as `compare` finds it.
struct AgendaTopics {
    let phrases: [(text: String, count: Int)]
    /// Occurrences that a phrase must have.
    let least: Int

    private static let most = 60

    init(_ meetings: [Meeting]) {
        let agendas = meetings.filter { !$0.agenda.isEmpty }.map { meeting in
            var agenda = meeting
            agenda.title = ""
            agenda.text = meeting.agenda.map(\.title).joined(separator: "\n")
            return agenda
        }
        least = max(3, agendas.count / 200)
        let found = Keyness(of: [agendas, []], least: least).phrases.map { (text: $0.text, count: $0.a) }
        // 垃圾分 is nothing beside 垃圾分类. Only as many are looked at as are shown: each is compared with all.
        let kept = found.sorted { ($1.count, $0.text) < ($0.count, $1.text) }.lazy.filter { phrase in
            !found.contains { $0.text.count > phrase.text.count && $0.count * 10 >= phrase.count * 7 && $0.text.contains(phrase.text) }
        }
        phrases = Array(kept.prefix(Self.most))
    }
}
