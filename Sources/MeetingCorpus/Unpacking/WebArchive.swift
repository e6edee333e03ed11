import MeetingParser

/// The pages of a WARC file (ISO 28500): responses of servers whose body is HTML or text.
enum WebArchive {
    /// Bytes that a record may have.
    private static let most = 64 << 20

    static func read(_ source: any ByteSource, of name: StoredName, _ body: (Found) throws -> Void) throws {
        var input = BufferedSource(source), entry = 0
        while true {
            guard let headers = try nextHeaders(&input) else {
                if entry == 0 { try body(.problem(name.path, "a web archive without pages")) }
                return
            }
            guard let length = headers["content-length"].flatMap({ Int($0) }), length >= 0 else {
                return try body(.problem(name.path, "a record of it has no length; the rest is not read"))
            }
            let type = headers["warc-type"] ?? ""
            guard type == "response" || type == "resource", length <= most else {
                try skip(length, &input)
                continue
            }
            let block = try input.take(length)
            guard block.count == length else { return try body(.problem(name.path, "it is cut short")) }
            guard let page = type == "response" ? HTTPResponse(block)?.page : isText(headers) ? block : nil else { continue }
            entry += 1
            let url = headers["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
            try body(
                .success(
                    StoredReport(
                        page, entry: entry, of: name, columns: url.map { ["url": $0] } ?? [:], key: headers["warc-record-id"] ?? url)))
        }
    }

    private static func isText(_ headers: MessageHeaders) -> Bool {
        ["text/html", "text/plain", "application/xhtml+xml"].contains(headers.mediaType)
    }

    /// The headers of the next record; nil at the end.
    private static func nextHeaders(_ input: inout BufferedSource) throws -> MessageHeaders? {
        var block: [UInt8] = [], isInside = false
        while let line = try input.line(most: 1 << 16), block.count < 1 << 20 {
            if !isInside {
                isInside = line.starts(with: "WARC/".utf8)
                continue
            }
            block += line + [0x0A]
            if line.isEmpty { return MessageHeaders(block[...]) }
        }
        return nil
    }

    private static func skip(_ length: Int, _ input: inout BufferedSource) throws {
        var left = length
        while left > 0 {
            let taken = try input.take(min(left, 1 << 18))
            if taken.isEmpty { return }
            left -= taken.count
        }
    }
}

/// An answer of a server as a crawler kept it.
private struct HTTPResponse {
    /// Its body where that is a page; nil otherwise.
    private(set) var page: [UInt8]?

    init?(_ block: [UInt8]) {
        guard block.starts(with: "HTTP/".utf8) else { return nil }
        let status = String(decoding: block.prefix { $0 != 0x0A }, as: UTF8.self).split(separator: " ")
        let headers = MessageHeaders(block[...])
        let type = headers.mediaType
        guard status.count > 1, status[1] == "200", type.isEmpty || ["text/html", "text/plain", "application/xhtml+xml"].contains(type)
        else { return }
        var body = Array(block[min(headers.bodyStart, block.count)...])
        if headers["transfer-encoding"]?.lowercased().contains("chunked") == true { body = Self.joined(body) ?? body }
        if body.starts(with: [0x1F, 0x8B]) { body = Self.unpacked(body) ?? [] }
        page = body.isEmpty ? nil : body
    }

    /// The chunks of a body (RFC 9112, 7.1) as one; nil where it has none.
    private static func joined(_ body: [UInt8]) -> [UInt8]? {
        var whole: [UInt8] = [], i = 0
        while i < body.count {
            guard let end = body[i...].firstIndex(of: 0x0A) else { return nil }
            let digits = String(decoding: body[i..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }, as: UTF8.self)
            guard let size = Int(digits, radix: 16), size >= 0, size <= body.count - end - 1 else { return nil }
            if size == 0 { return whole }
            whole += body[(end + 1)..<(end + 1 + size)]
            i = end + 1 + size
            while i < body.count, body[i] == 0x0D || body[i] == 0x0A { i += 1 }
        }
        return whole
    }

    private static func unpacked(_ body: [UInt8]) -> [UInt8]? {
        let decoder = GzipDecoder()
        var packed = body, whole: [UInt8] = []
        while !decoder.isAtEnd, !packed.isEmpty {
            var block = [UInt8](repeating: 0, count: 1 << 18)
            guard let step = decoder.decode(packed, into: &block), step.taken + step.given > 0, whole.count < 64 << 20 else { return nil }
            packed.removeFirst(step.taken)
            whole += block[..<step.given]
        }
        return whole
    }
}
