/// The bodies that met, each with the number of its session.
enum Sessions {
    static func extract(from document: ReportDocument, lead: MeetingLead) -> [Match<Session>] {
        var sessions = read(lead)
        let headline = document.headline.flatMap { MeetingLead.read($0, paragraph: -1) }
        if let headline, sessions.count == 1, sessions[0].value.number == nil {
            // The headline may spell out what the lead leaves open.
            let titled = read(headline)
            if titled.count == 1, titled[0].value.number != nil { sessions = titled }
        }
        if sessions.isEmpty, let headline { sessions = read(headline) }
        // 镇党委书记X主持召开党委会议: whose 党委 it is stands in the headline.
        if let headline, sessions.count == 1, let full = read(headline).first?.value.body, full.hasSuffix(sessions[0].value.body) {
            sessions[0].value.body = full
        }
        // 党组召开第9次会议；下午，召开第88次常务会议
        if let semicolon = lead.sentence.find("；"), let name = lead.names.last, semicolon >= name.end {
            sessions += sequel(lead.sentence.from(semicolon + 3), besides: sessions)
        }
        for paragraph in document.paragraphs.dropFirst(max(lead.paragraph, 0)) {
            for sentence in paragraph.sentences
            where sentence.start > lead.sentence.start && sequels.match(sentence, at: sentence.start) != nil {
                sessions += sequel(sentence, besides: sessions)
            }
        }
        return sessions
    }

    /// The numbered sessions of a second meeting.
    private static func sequel(_ sentence: Text, besides sessions: [Match<Session>]) -> [Match<Session>] {
        guard sessions.count < 32, let sequel = MeetingLead.read(sentence, paragraph: 0) else { return [] }
        return read(sequel).filter { new in !sessions.contains { $0.value.body == new.value.body } && new.value.number != nil }
    }

    /// 市政府党组会议暨第10次常务会议: the second body is that of the same house.
    private static func owned(_ body: String, by first: String) -> String {
        for (house, bodies) in houses where bodies.contains(body) {
            guard let end = first.firstRange(of: house)?.upperBound else { continue }
            return first[..<end] + body
        }
        return body
    }

    private static let houses: [(house: String, bodies: Set<String>)] = [
        ("政府", ["常务会议", "全体会议", "党组"]), ("政协", ["常委会", "主席会议", "党组"]), ("人大", ["常委会", "主任会议", "党组"]),
    ]

    /// Words with which a report goes on to a second meeting.
    private static let sequels = WordList("随后 会后 会议结束后 接着 又讯 当天 同日 当日 紧接着")

    private static func read(_ lead: MeetingLead) -> [Match<Session>] {
        var sessions: [Match<Session>] = []
        for (i, name) in lead.names.enumerated() {
            let convener = i == 0 || name.length <= 6 ? lead.convener : nil
            guard var session = MeetingName.parse(name, convener: convener) else { continue }
            if session.number == nil, let ordinal = lead.ordinal { session.number = MeetingName.number(in: ordinal) }
            if let first = sessions.first?.value.body { session.body = owned(session.body, by: first) }
            let start = i == 0 ? min(lead.convener?.start ?? name.start, name.start) : name.start
            sessions.append(Match(value: session, range: start..<name.end, rule: "convening-clause"))
        }
        return sessions
    }
}
