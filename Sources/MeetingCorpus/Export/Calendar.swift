import Foundation
import MeetingParser

/// Meetings as a calendar (iCalendar, RFC 5545): all-day events with names that stay the same. What has only a month has no
/// place in it.
public enum Calendar: StreamedExport {
    /// Writes them as one calendar, and returns how many were left out.
    public static func write(_ meetings: [Meeting], to sink: ExportSink) throws -> Int {
        try sink(lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//meetings//\(MeetingParser.version)//ZH", "CALSCALE:GREGORIAN"]))
        var leftOut = 0
        for meeting in meetings {
            guard let days = meeting.days else {
                leftOut += 1
                continue
            }
            try sink(lines(event(meeting, days.first, days.last)))
        }
        try sink(lines(["END:VCALENDAR"]))
        return leftOut
    }

    private static func event(_ meeting: Meeting, _ first: CalendarDay, _ last: CalendarDay) -> [String] {
        var event = [
            "BEGIN:VEVENT", "UID:\(meeting.uuid)@meetings",
            // When the event was written down is not known; this keeps the same bytes each time.
            "DTSTAMP:\(compact(first))T000000Z",
            "DTSTART;VALUE=DATE:\(compact(first))", "DTEND;VALUE=DATE:\(compact(last.next))", "SUMMARY:\(escaped(meeting.name))",
        ]
        let agenda = meeting.agenda.map { "\($0.number). \($0.action)\($0.title)" }
        let description = (meeting.chair?.name.map { ["主持：\($0)"] } ?? []) + agenda
        if !description.isEmpty { event.append("DESCRIPTION:\(escaped(description.joined(separator: "\n")))") }
        if let venue = meeting.venue { event.append("LOCATION:\(escaped(venue))") }
        event.append("CATEGORIES:\(meeting.kind.rawValue.uppercased())")
        if let url = meeting.webAddress { event.append("URL:\(url)") }
        return event + ["TRANSP:TRANSPARENT", "END:VEVENT"]
    }

    private static func compact(_ day: CalendarDay) -> String { day.iso.replacing("-", with: "") }

    /// TEXT (3.3.11).
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": out += "\\" + String(scalar)
            case "\n": out += "\\n"
            default: if scalar.value >= 0x20, scalar.value != 0x7F { out.unicodeScalars.append(scalar) }
            }
        }
        return out
    }

    /// Content lines, folded at 75 octets (3.1) without cutting a character.
    private static func lines(_ lines: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            var count = 0
            for scalar in line.unicodeScalars {
                let width = UTF8.width(scalar)
                if count + width > 75 {
                    bytes += Array("\r\n ".utf8)
                    count = 1
                }
                bytes += Array(String(scalar).utf8)
                count += width
            }
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }
}

extension Meeting {
    /// The address of the report where it is one on the web that URI syntax allows as it stands (RFC 3986).
    public var webAddress: String? {
        guard let url, url.hasPrefix("http://") || url.hasPrefix("https://") else { return nil }
        let allowed = "-._~:/?#[]@!$&'()*+,;=%"
        guard url.utf8.count > 10,
            url.unicodeScalars.allSatisfy({
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || allowed.unicodeScalars.contains($0))
            })
        else { return nil }
        return url
    }
}
