import Foundation
import MeetingParser

/// A page as browsers save it whole (MHTML, RFC 2557): of its parts the first that is HTML.
enum SavedPage {
    static func begins(_ bytes: [UInt8]) -> Bool {
        let headers = MessageHeaders(bytes.prefix(4096))
        return headers["mime-version"] != nil && (headers.mediaType.hasPrefix("multipart/") || headers.mediaType == "text/html")
    }

    static func read(_ bytes: [UInt8], of name: StoredName) -> Found {
        let headers = MessageHeaders(bytes[...])
        let body = bytes[min(headers.bodyStart, bytes.count)...]
        guard let boundary = headers.parameter("boundary", of: "content-type") else { return page(headers, body, headers, name) }
        for part in parts(of: body, boundary: Array("--\(boundary)".utf8)) {
            let own = MessageHeaders(part)
            if own.mediaType == "text/html" || own.mediaType == "application/xhtml+xml" {
                return page(own, part[own.bodyStart...], headers, name)
            }
        }
        return .problem(name.path, "a saved page without a part that is HTML")
    }

    private static func page(_ part: MessageHeaders, _ body: ArraySlice<UInt8>, _ file: MessageHeaders, _ name: StoredName) -> Found {
        let content: [UInt8]
        switch part["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable"?: content = unquoted(body)
        case "base64"?: content = Data(base64Encoded: Data(body), options: .ignoreUnknownCharacters).map(Array.init) ?? []
        default: content = Array(body)
        }
        let address = file["snapshot-content-location"] ?? part["content-location"]
        // A name of the page's own is no address.
        let url = address.flatMap { $0.hasPrefix("http") ? $0 : nil }
        return .success(StoredReport(content, of: name, readAs: name.path + ".html", columns: url.map { ["url": $0] } ?? [:]))
    }

    private static func parts(of body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = [], start: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
            if body[line..<end].starts(with: boundary) {
                if let start { parts.append(body[start..<line]) }
                start = min(end + 1, body.endIndex)
            }
            line = min(end + 1, body.endIndex)
        }
        if let start, start < body.endIndex { parts.append(body[start...]) }
        return parts
    }

    /// RFC 2045, 6.7.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        func digit(_ i: Int) -> UInt8? { i < bytes.endIndex ? Character(UnicodeScalar(bytes[i])).hexDigitValue.map { UInt8($0) } : nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var i = bytes.startIndex
        while i < bytes.endIndex {
            guard bytes[i] == UInt8(ascii: "=") else {
                text.append(bytes[i])
                i += 1
                continue
            }
            if let high = digit(i + 1), let low = digit(i + 2) {
                text.append(high << 4 | low)
                i += 3
            } else {
                // A line that goes on.
                i += 1
                while i < bytes.endIndex, bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x0D { i += 1 }
                if i < bytes.endIndex, bytes[i] == 0x0A { i += 1 }
            }
        }
        return text
    }
}
