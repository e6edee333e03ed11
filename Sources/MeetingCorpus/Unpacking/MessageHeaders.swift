/// Lines of `Name: value` before a body, as in mail (RFC 5322), HTTP (RFC 9112) and WARC (ISO 28500).
struct MessageHeaders {
    private var values: [String: String] = [:]
    /// Where the body begins.
    private(set) var bodyStart: Int

    /// Reads headers up to the first empty line; a line that begins with white space goes on with the one before.
    init(_ bytes: ArraySlice<UInt8>) {
        bodyStart = bytes.endIndex
        var line = bytes.startIndex, last: String?
        while line < bytes.endIndex {
            let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.endIndex
            let text = String(decoding: bytes[line..<end].filter { $0 != 0x0D }, as: UTF8.self)
            line = min(end + 1, bytes.endIndex)
            if text.isEmpty {
                bodyStart = line
                return
            }
            if text.first!.isWhitespace, let last {
                values[last]! += " " + text.drop(while: \.isWhitespace)
            } else if let colon = text.firstIndex(of: ":") {
                let name = text[..<colon].lowercased()
                if values[name] == nil { values[name] = String(text[text.index(after: colon)...].drop(while: \.isWhitespace)) }
                last = name
            }
        }
    }

    /// The value of a header by its lower-case name.
    subscript(name: String) -> String? { values[name] }

    /// `boundary` of `multipart/related; boundary="x"`.
    func parameter(_ parameter: String, of name: String) -> String? {
        guard let value = values[name] else { return nil }
        for part in value.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0.drop(while: \.isWhitespace)) }
            guard pair.count == 2, pair[0].lowercased() == parameter else { continue }
            return pair[1].filter { $0 != "\"" }
        }
        return nil
    }

    /// `text/html` of `text/html; charset=utf-8`, in lower case.
    var mediaType: String { (values["content-type"] ?? "").prefix { $0 != ";" && !$0.isWhitespace }.lowercased() }
}
