import MeetingCorpus
import MeetingParser

/// The meetings as the page's script takes them: names once, a row for each meeting.
struct MeetingData {
    /// Of the oldest meetings, what a page has no room for.
    struct LeftOut {
        var directives: Int, agendas: Int
        /// The day from which on all is there.
        var since: String
    }

    private struct Row {
        /// What every row has, and its agenda with and without directives, as JSON.
        var head: [UInt8], full: [UInt8], agenda: [UInt8]
        var date: String?
    }

    private let rows: [Row]
    private let frame: [UInt8]
    private static let bare = Array(",null,null]".utf8)

    /// The newest first.
    init(_ meetings: [Meeting], words: [String: String]) {
        var bodies = Numbering(), chairs = Numbering()
        rows = meetings.reversed().map { Self.row($0, &bodies, &chairs) }
        frame =
            JSONValue.object([
                ("bodies", .strings(bodies.names)), ("chairs", .strings(chairs.names)),
                ("words", .object(words.map { ($0.key, .string($0.value)) })),
            ]).bytes
    }

    /// The data in at most so many bytes, as far as leaving out can do it.
    func fitted(into most: Int) -> (json: String, leftOut: LeftOut?) {
        var size = frame.count + rows.reduce(0) { $0 + $1.head.count + $1.full.count + 1 }
        var withDirectives = rows.count, withAgenda = rows.count
        while size > most, withDirectives > 0 {
            withDirectives -= 1
            size -= rows[withDirectives].full.count - rows[withDirectives].agenda.count
        }
        while size > most, withAgenda > 0 {
            withAgenda -= 1
            size -= rows[withAgenda].agenda.count - Self.bare.count
        }
        var json = frame
        json.removeLast()
        json += Array(",\"rows\":[".utf8)
        for (i, row) in rows.enumerated() {
            if i > 0 { json.append(UInt8(ascii: ",")) }
            json += row.head + (i < withDirectives ? row.full : i < withAgenda ? row.agenda : Self.bare)
        }
        json += Array("]}".utf8)
        let left = rows.count - withDirectives
        return (
            String(decoding: json.escapedForScript, as: UTF8.self),
            left == 0 ? nil : LeftOut(directives: left, agendas: rows.count - withAgenda, since: rows[withDirectives].date ?? "")
        )
    }

    private static func row(_ meeting: Meeting, _ bodies: inout Numbering, _ chairs: inout Numbering) -> Row {
        let head = JSONValue.array([
            .string(meeting.date), .array(meeting.sessions.map { .integer(bodies.number(of: $0.body)) }), .integer(meeting.session),
            .string(meeting.title), .integer(meeting.chair?.name.map { chairs.number(of: $0) }), .string(meeting.webAddress),
            .string(meeting.place),
        ])
        func agenda(withDirectives: Bool) -> [UInt8] {
            let items = meeting.agenda.map { item -> JSONValue in
                let directives = withDirectives ? meeting.directives.filter { $0.agenda == item.number }.map(\.text) : []
                return .array([.string(item.action), .string(item.title)] + (directives.isEmpty ? [] : [.strings(directives)]))
            }
            let loose = withDirectives ? meeting.directives.filter { $0.agenda == nil }.map(\.text) : []
            return Array(",".utf8) + JSONValue.array(items).bytes + Array(",".utf8) + JSONValue.strings(loose).bytes + Array("]".utf8)
        }
        return Row(
            head: head.bytes.dropLast(), full: agenda(withDirectives: true), agenda: agenda(withDirectives: false), date: meeting.date)
    }
}

/// Names by the order in which they first come.
private struct Numbering {
    private(set) var names: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of name: String) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}

extension JSONValue {
    fileprivate var bytes: [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}

extension [UInt8] {
    /// No `<` stands in a script of data, so that nothing in it ends it or begins a comment.
    fileprivate var escapedForScript: [UInt8] {
        var escaped: [UInt8] = []
        escaped.reserveCapacity(count)
        for byte in self {
            if byte == UInt8(ascii: "<") { escaped += Array("\\u003c".utf8) } else { escaped.append(byte) }
        }
        return escaped
    }
}
