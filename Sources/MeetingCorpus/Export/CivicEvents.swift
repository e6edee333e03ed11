import MeetingParser

/// Meetings as events of the Open Civic Data project (proposal 0004, as pupa's scrapers write them): a JSON array. Times of
/// day are not known, so that every event takes the whole day; an event has a source on the web, so that what has no address
/// is left out.
public enum CivicEvents: StreamedExport {
    /// Writes them as a JSON array, and returns how many were left out.
    public static func write(_ meetings: [Meeting], to sink: ExportSink) throws -> Int {
        var leftOut = 0, written = 0
        try sink([UInt8(ascii: "[")])
        for meeting in meetings {
            guard let days = meeting.days, let address = meeting.webAddress, !meeting.name.isEmpty else {
                leftOut += 1
                continue
            }
            var writer = JSONWriter()
            event(meeting, days.first, days.last, at: address).write(to: &writer)
            try sink((written > 0 ? [UInt8(ascii: ","), 0x0A] : []) + writer.bytes)
            written += 1
        }
        try sink(Array("]\n".utf8))
        return leftOut
    }

    private static func event(_ meeting: Meeting, _ first: CalendarDay, _ last: CalendarDay, at address: String) -> JSONValue {
        let source = JSONValue.object([("url", .string(address)), ("note", .string(meeting.source ?? ""))])
        return .object([
            ("_type", .string("event")), ("_id", .string("ocd-event/" + meeting.uuid)), ("name", .string(meeting.name)),
            ("description", .string(meeting.title)), ("classification", .string("committee-meeting")),
            ("start_date", .string(first.iso)), ("end_date", .string(last.iso)), ("all_day", .boolean(true)),
            ("timezone", .string("Asia/Shanghai")), ("status", .string("passed")), ("location", location(meeting)), ("media", .array([])),
            ("links", .array([])), ("participants", .array(participants(meeting))), ("agenda", .array(agenda(meeting))),
            // A document needs an address here, and reports name documents only.
            ("documents", .array([])), ("sources", .array([source])),
            (
                "extras",
                .object([
                    ("id", .string(meeting.id)), ("kind", .string(meeting.kind.rawValue)), ("jurisdiction", .string(meeting.jurisdiction)),
                ])
            ),
        ])
    }

    private static func location(_ meeting: Meeting) -> JSONValue {
        guard let name = meeting.venue ?? meeting.jurisdiction else { return .null }
        return .object([("name", .string(name)), ("note", .string("")), ("coordinates", .null)])
    }

    private static func participants(_ meeting: Meeting) -> [JSONValue] {
        func person(_ name: String, _ note: String) -> JSONValue {
            .object([("name", .string(name)), ("type", .string("person")), ("note", .string(note))])
        }
        let bodies = meeting.sessions.map { session -> JSONValue in
            .object([("name", .string(session.body)), ("type", .string("organization")), ("note", .string("host"))])
        }
        return bodies + (meeting.chair?.name.map { [person($0, "chair")] } ?? [])
            + meeting.participants.map { person($0.name, $0.role.rawValue) }
    }

    private static func agenda(_ meeting: Meeting) -> [JSONValue] {
        meeting.agenda.map { item in
            .object([
                ("description", .string(item.action + item.title)),
                ("classification", .array(item.action.isEmpty ? [] : [.string(item.action)])),
                ("order", .string(String(item.number))), ("subjects", .array([])),
                ("notes", .array(item.outcome.map { [.string($0)] } ?? [])),
                (
                    "related_entities",
                    .array(
                        item.documents.map {
                            .object([("name", .string($0)), ("entity_type", .string("bill")), ("note", .string("document"))])
                        })
                ), ("media", .array([])), ("extras", .object([])),
            ])
        }
    }
}
