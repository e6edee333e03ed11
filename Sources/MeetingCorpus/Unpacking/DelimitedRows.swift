import MeetingParser

/// The rows of CSV (RFC 4180) and its kin, in memory that does not grow with their number.
struct DelimitedRows {
    enum Row: Equatable {
        case fields([[UInt8]], line: Int)
        /// A row that cannot be read; what follows its first line is read on.
        case problem(String, line: Int)
    }

    private var source: BufferedSource
    private var line = 1
    private let separator: UInt8
    /// Bytes that a row may have.
    private static let most = 32 << 20

    /// `separator` nil where the first line is to tell.
    init(_ source: any ByteSource, separator: UInt8? = nil) throws(ByteStream.Problem) {
        self.source = BufferedSource(source)
        try self.source.fill(1 << 16)
        if self.source.buffer.starts(with: [0xEF, 0xBB, 0xBF]) { self.source.drop(3) }
        let head = self.source.buffer[self.source.start...].prefix { $0 != 0x0A && $0 != 0x0D }
        let counts = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")].map { mark in
            (mark, head.count { $0 == mark })
        }
        self.separator = separator ?? counts.max { $0.1 < $1.1 }!.0
    }

    /// The encoding of the table, by its first bytes.
    var head: [UInt8] { Array(source.buffer[source.start...].prefix(1 << 16)) }

    /// nil at the end.
    mutating func next() throws(ByteStream.Problem) -> Row? {
        var wanted = 1
        while true {
            try source.fill(wanted)
            guard source.count > 0 else { return nil }
            switch parse() {
            case .row(let fields, let end, let lines):
                source.drop(end)
                defer { line += lines }
                // An empty line is no row.
                if fields.count == 1, fields[0].isEmpty { break }
                return .fields(fields, line: line)
            case .cut where source.count < Self.most && !source.isAtEnd: wanted = source.count * 2
            case .cut: return try passOver("a quotation mark opens here and never closes")
            case .lone: return try passOver("a quotation mark stands within a field")
            }
        }
    }

    private enum Parsed { case row([[UInt8]], end: Int, lines: Int), cut, lone }

    /// Goes on behind the first line of a row.
    private mutating func passOver(_ reason: String) throws(ByteStream.Problem) -> Row {
        _ = try source.line(most: Self.most)
        defer { line += 1 }
        return .problem(reason, line: line)
    }

    /// Reads the row at the start of what is at hand.
    private func parse() -> Parsed {
        source.buffer.withUnsafeBufferPointer { bytes in
            var i = source.start, lines = 0, fields: [[UInt8]] = []
            while true {
                var field: [UInt8] = []
                if i < bytes.count, bytes[i] == UInt8(ascii: "\"") {
                    guard let end = Self.quoted(bytes, from: i + 1, into: &field, &lines) else { return .cut }
                    i = end
                    if i == bytes.count, !source.isAtEnd { return .cut }
                    guard i == bytes.count || bytes[i] == separator || bytes[i] == 0x0A || bytes[i] == 0x0D else { return .lone }
                } else {
                    let start = i
                    while i < bytes.count, bytes[i] != separator, bytes[i] != 0x0A, bytes[i] != 0x0D { i += 1 }
                    field += bytes[start..<i]
                }
                fields.append(field)
                if i == bytes.count { return source.isAtEnd ? .row(fields, end: i - source.start, lines: lines + 1) : .cut }
                if bytes[i] != separator {
                    // CR LF, LF or CR.
                    if bytes[i] == 0x0D, i + 1 == bytes.count, !source.isAtEnd { return .cut }
                    let isPair = bytes[i] == 0x0D && i + 1 < bytes.count && bytes[i + 1] == 0x0A
                    return .row(fields, end: i + (isPair ? 2 : 1) - source.start, lines: lines + 1)
                }
                i += 1
            }
        }
    }

    /// Reads up to the closing quotation mark; returns what is behind it, or nil where it is not at hand.
    private static func quoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into field: inout [UInt8], _ lines: inout Int) -> Int?
    {
        var i = start, from = start
        while i < bytes.count {
            if bytes[i] == UInt8(ascii: "\"") {
                field += bytes[from..<i]
                // Behind the last byte at hand another one may follow.
                guard i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "\"") else { return i + 1 }
                from = i + 1
                i += 2
                continue
            }
            if bytes[i] == 0x0A { lines += 1 }
            i += 1
        }
        return nil
    }
}

/// Hands over the rows of a table as reports.
enum DelimitedTable {
    static func read(
        _ source: any ByteSource, of name: StoredName, _ names: ColumnNames, _ body: (Found) throws -> Void
    ) throws {
        var rows = try DelimitedRows(source, separator: name.path.lowercased().hasSuffix(".tsv") ? UInt8(ascii: "\t") : nil)
        let encoding = MeetingParser.encoding(of: rows.head)
        func text(_ bytes: [UInt8]) -> String { MeetingParser.text(bytes, in: encoding) }
        var header: [String]?, table = TableRows(of: name, names)
        while let row = try rows.next() {
            switch row {
            case .problem(let reason, let line):
                try body(.problem("\(name.path):\(line)", reason))
                try table.add(nil, body)
            case .fields(let fields, _):
                let values = fields.map(text)
                guard let known = header else {
                    // Without a line of names the columns are numbered.
                    let isData = values.contains { $0.contains("。") }
                    header = isData ? values.indices.map { String($0 + 1) } : values
                    if isData { try table.add(Self.row(header!, values), body) }
                    continue
                }
                try table.add(Self.row(known, values), body)
            }
        }
        try table.finish(body)
    }

    private static func row(_ names: [String], _ values: [String]) -> [String: String] {
        Dictionary(zip(names, values)) { first, _ in first }
    }
}
