/// The bodies that met, each with the number of its session.
enum Sessions {
    static func extract(from document: ReportDocument, lead: MeetingLead) -> [Match<Session>] {
        var sessions = read(lead)
        let headline = document.headline.flatMap { MeetingLead.read($0, paragraph: -1) }
        if let headline, sessions.count == 1, sessions[0].value.number == nil {
            // The headline may spell out what the lead leaves open.
            let titled = read(headline)
            // 主任会议决定第46次会议于22日召开: the headline may tell of the coming one.
            let isOther =
                presiding.contains(where: sessions[0].value.body.hasSuffix)
                && !titled.contains { presiding.contains(where: $0.value.body.hasSuffix) }
            if titled.count == 1, titled[0].value.number != nil, !isOther { sessions = titled }
        }
        if sessions.isEmpty, let headline { sessions = read(headline) }
        if sessions.count == 1, sessions[0].value.number == nil, let ordinal = headingOrdinal(document) {
            (sessions[0].value.number, sessions[0].value.year, sessions[0].value.total) = (ordinal.number, ordinal.year, ordinal.total)
        }
        sessions += bracketed(lead)
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

    /// Meetings of those who preside over a congress, which decide on its sessions.
    private static let presiding = ["主任会议", "主席会议", "委员长会议"]

    /// （2024年第二十八次） as a line of its own below the heading of minutes.
    private static func headingOrdinal(_ document: ReportDocument) -> MeetingName.Ordinal? {
        for paragraph in document.paragraphs.prefix(6) where paragraph.text.count < 90 && paragraph.text.contains("次") {
            guard paragraph.text.hasPrefix(anyOf: ["（", "第", "〔", "【"]) != nil, !paragraph.text.contains(anyOf: ["，", "。"]) else {
                continue
            }
            if let ordinal = MeetingName.ordinal(in: paragraph.text) { return ordinal }
        }
        return nil
    }

    /// 召开全体会议暨推进会（区安委会2025年第四次会议、区食安委2025年第三次全体会议）: bodies in brackets met too.
    private static func bracketed(_ lead: MeetingLead) -> [Match<Session>] {
        guard let name = lead.names.last else { return [] }
        let rest = lead.sentence.from(name.end)
        guard rest.hasPrefix("（") || name.hasSuffix("）"),
            let open = lead.sentence.find("（", from: name.hasSuffix("）") ? name.start : name.end),
            let close = lead.sentence.findLast("）"), close > open
        else { return [] }
        return lead.sentence[open + 3..<close].split(["、"]).compactMap { part in
            guard part.hasSuffix("会议"), let session = MeetingName.parse(part), session.number != nil else { return nil }
            return Match(value: session, range: part.range, rule: "body-in-brackets")
        }
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

    /// 171 of 第171、172次, 159 of 第158次、159次.
    private static func secondNumber(_ name: Text, _ number: Int?) -> Int? {
        guard let number, let comma = name.find("、") else { return nil }
        let before = name.upTo(comma), head = before.droppingSuffix("次") ?? before
        let next = name.has("第", at: comma + 3) ? comma + 6 : comma + 3
        guard let first = ChineseNumeral.read(head, endingAt: head.end), let second = ChineseNumeral.read(name, at: next),
            name.has("次", at: second.end)
        else { return nil }
        return first.value == number ? second.value : second.value == number ? first.value : nil
    }

    /// Words with which a report goes on to a second meeting.
    private static let sequels = WordList("随后 会后 会议结束后 收听收看后 收看后 接着 又讯 当天 同日 当日 紧接着")

    private static func read(_ lead: MeetingLead) -> [Match<Session>] {
        var sessions: [Match<Session>] = []
        for (i, name) in lead.names.enumerated() {
            let convener = i == 0 || name.length <= 6 ? lead.convener : nil
            guard var session = MeetingName.parse(name, convener: convener) else { continue }
            if session.number == nil, let ordinal = lead.ordinal.flatMap({ MeetingName.ordinal(in: $0) }) {
                (session.number, session.year, session.total) = (ordinal.number, ordinal.year, ordinal.total)
            }
            if let first = sessions.first?.value.body { session.body = owned(session.body, by: first) }
            let start = i == 0 ? min(lead.convener?.start ?? name.start, name.start) : name.start
            sessions.append(Match(value: session, range: start..<name.end, rule: "convening-clause"))
            // 第171、172次, 第158次、159次: two sessions of one body.
            if let other = secondNumber(name, session.number) {
                session.body = session.body.replacing("第\(other)、", with: "").replacing("、\(other)次", with: "")
                if session.body.hasSuffix("、会议") {
                    session.body = MeetingName.withoutPlainMeeting(session.body.replacing("、会议", with: "会议"))
                }
                sessions[sessions.count - 1].value.body = session.body
                session.number = other
                sessions.append(Match(value: session, range: start..<name.end, rule: "second-number"))
            }
        }
        return sessions
    }
}
