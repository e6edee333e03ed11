import MeetingParser

/// Meetings as debates of Akoma Ntoso 3.0 (OASIS LegalDocML, 2018), one after the other in a collection of documents.
public enum AkomaNtoso: StreamedExport {
    /// Writes them as one collection, and returns how many were left out.
    public static func write(_ meetings: [Meeting], to sink: ExportSink) throws -> Int {
        let dated = meetings.filter { $0.date != nil }
        let last = dated.compactMap(\.date).max().map(day) ?? "1949-10-01"
        try sink(
            Array(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="meetings">
                \(meta("/akn/cn/debate/\(last)/meetings", last, within: "", people: [], source: nil))<collectionBody>

                """.utf8))
        // A collection has a part at least.
        if dated.isEmpty { try sink(Array("<component eId=\"cmp_0\"><interstitial><p>no meeting</p></interstitial></component>\n".utf8)) }
        for (i, meeting) in dated.enumerated() {
            try sink(Array("<component eId=\"cmp_\(i + 1)\">\(debate(meeting, within: "cmp_\(i + 1)__"))</component>\n".utf8))
        }
        try sink(Array("</collectionBody></documentCollection></akomaNtoso>\n".utf8))
        return meetings.count - dated.count
    }

    private static func debate(_ meeting: Meeting, within component: String) -> String {
        let date = day(meeting.date!)
        let head = meta(
            "/akn/cn/debate/\(date)/\(meeting.uuid)", date, within: component, people: people(of: meeting), source: meeting.webAddress)
        let facts = [("主持", meeting.chair?.name), ("地点", meeting.venue)].compactMap { label, value in
            value.map { "<p>\(label)：\($0.xml)</p>" }
        }
        let title = "<p><docTitle>\(meeting.name.xml)</docTitle></p><p><docDate date=\"\(date)\">\(meeting.date!)</docDate></p>"
        let sections = sections(of: meeting, within: component)
        return """
            <debate name="meeting">\(head)<preface>\(title)\(facts.joined())</preface><debateBody>\(sections)</debateBody></debate>
            """
    }

    /// An agenda item is a section with what was demanded of it; what belongs to none stands in one of its own.
    private static func sections(of meeting: Meeting, within component: String) -> String {
        var sections: [String] = []
        func add(_ heading: String, _ paragraphs: [String]) {
            let text = (paragraphs.isEmpty ? [""] : paragraphs).map { "<narrative>\($0.xml)</narrative>" }.joined()
            let id = "\(component)dbsect_\(sections.count + 1)"
            sections.append("<debateSection eId=\"\(id)\" name=\"item\"><heading>\(heading.xml)</heading>\(text)</debateSection>")
        }
        for item in meeting.agenda {
            let demands = meeting.directives.filter { $0.agenda == item.number }
            add(item.action + item.title, (item.outcome.map { [$0] } ?? []) + demands.map(\.text))
        }
        let others = meeting.directives.filter { $0.agenda == nil }.map(\.text)
        if !others.isEmpty || sections.isEmpty { add("会议要求", others) }
        return sections.joined()
    }

    private static func people(of meeting: Meeting) -> [String] {
        ((meeting.chair?.name.map { [$0] } ?? []) + meeting.participants.map(\.name)).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// Identification as the naming convention has it (FRBR work, expression and manifestation).
    ///
    /// - Parameter component: what stands before the ids of this part, which are unique in the whole.
    private static func meta(_ work: String, _ date: String, within component: String, people: [String], source: String?) -> String {
        func level(_ name: String, _ uri: String, _ rest: String) -> String {
            """
            <FRBR\(name)><FRBRthis value="\(uri)/!main"/><FRBRuri value="\(uri)"/><FRBRdate date="\(date)" name="meeting"/>\
            <FRBRauthor href="#\(component)meetings"/>\(rest)</FRBR\(name)>
            """
        }
        let expression = "\(work)/zho@\(date)"
        let people = people.enumerated().map { i, name in
            "<TLCPerson eId=\"\(component)person_\(i + 1)\" href=\"/akn/ontology/person/cn/\(i + 1)\" showAs=\"\(name.xml)\"/>"
        }
        let original = source.map { "<original eId=\"\(component)source\" href=\"\($0.xml)\" showAs=\"report\"/>" } ?? ""
        return """
            <meta><identification source="#\(component)meetings">\(level("Work", work, "<FRBRcountry value=\"cn\"/>"))\
            \(level("Expression", expression, "<FRBRlanguage language=\"zho\"/>"))\(level("Manifestation", expression + ".akn", ""))\
            </identification><references source="#\(component)meetings">\(original)\
            <TLCOrganization eId="\(component)meetings" href="/akn/ontology/organization/cn/meetings" showAs="meetings"/>\
            \(people.joined())</references></meta>
            """
    }

    /// A day of a date that may be a month.
    private static func day(_ date: String) -> String { date.count == 7 ? date + "-01" : date }
}
