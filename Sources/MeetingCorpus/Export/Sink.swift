import MeetingParser

/// Takes the bytes of an export, piece by piece.
public typealias ExportSink = ([UInt8]) throws -> Void

/// A way to hand meetings to other programs as one stream of bytes.
public protocol StreamedExport {
    /// Writes meetings, and returns how many had to be left out.
    static func write(_ meetings: [Meeting], to sink: ExportSink) throws -> Int
}

extension String {
    /// As text or as a quoted attribute of XML 1.0, which has no place for most control characters.
    var xml: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\t", "\n", "\r": text += " "
            default:
                let isAllowed = scalar.value >= 0x20 && ![0xFFFE, 0xFFFF].contains(scalar.value & 0xFFFF)
                text.unicodeScalars.append(isAllowed ? scalar : "\u{FFFD}")
            }
        }
        return text
    }
}

extension Meeting {
    /// A name by which other programs know the meeting again: two hashes of its id as a UUID of version 8 (RFC 9562).
    var uuid: String {
        let bytes = [ContentHash.of(Array(id.utf8)), ContentHash.of(Array(("uuid " + id).utf8))].flatMap { hash in
            withUnsafeBytes(of: UInt64(bitPattern: Int64(hash)).bigEndian, Array.init)
        }
        let digits = bytes.enumerated().map { i, byte in
            let byte = i == 6 ? byte & 0x0F | 0x80 : i == 8 ? byte & 0x3F | 0x80 : byte
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }

    /// What met, in words: 区委常委会第181次会议; the title where no body is known.
    var name: String {
        guard let body, !body.isEmpty else { return title }
        return session.map { "\(body)第\($0)次会议" } ?? (title.isEmpty ? body : title)
    }

    /// First and last day; nil where only a month is known, or nothing.
    var days: (first: CalendarDay, last: CalendarDay)? {
        guard let date, let first = CalendarDay(iso: date) else { return nil }
        return (first, endDate.flatMap { CalendarDay(iso: $0) } ?? first)
    }
}
