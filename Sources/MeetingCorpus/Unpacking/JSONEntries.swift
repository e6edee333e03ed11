import MeetingParser

/// The objects of JSON lines, of a JSON array, or of one JSON object that holds an array of them.
enum JSONEntries {
    /// Bytes that one value may have.
    private static let most = 64 << 20

    static func read(_ source: any ByteSource, of name: StoredName, _ names: ColumnNames, _ body: (Found) throws -> Void) throws {
        var input = BufferedSource(source)
        try input.fill(4)
        if input.buffer.starts(with: [0xEF, 0xBB, 0xBF]) { input.drop(3) }
        var table = TableRows(of: name, names)
        let scan = try ValueScanner(&input)
        try scan.run(&input, most: most) { bytes, line in
            guard let value = JSONValue(bytes) else {
                try body(.problem("\(name.path):\(line)", "not valid JSON"))
                return try table.add(nil, body)
            }
            for row in rows(of: value, isOnly: scan.isOnly) { try table.add(row, body) }
        } problem: { reason, line in
            try body(.problem("\(name.path):\(line)", reason))
        }
        try table.finish(body)
    }

    /// One object is a row; the only one of a file may hold an array of them.
    private static func rows(of value: JSONValue, isOnly: Bool) -> [[String: String]] {
        guard case .object(let members) = value else { return [[:]] }
        if isOnly {
            for case (_, .array(let elements)) in members where elements.contains(where: { if case .object = $0 { true } else { false } }) {
                return elements.map(row)
            }
        }
        return [row(value)]
    }

    private static func row(_ value: JSONValue) -> [String: String] {
        guard case .object(let members) = value else { return [:] }
        return Dictionary(members.compactMap { key, value in plain(value).map { (key, $0) } }) { first, _ in first }
    }

    /// A value as text: paragraphs in an array one a line, an object by its name.
    private static func plain(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .decimal(let number): String(number)
        case .array(let elements): elements.compactMap(plain).joined(separator: "\n")
        case .object: value[["name"]] == .null ? nil : plain(value[["name"]])
        case .null, .boolean: nil
        }
    }
}

/// Cuts a stream of JSON into its values without reading them.
private struct ValueScanner {
    private enum Shape { case lines, array, one }
    private let shape: Shape

    /// Whether the file is one value that is not a line.
    var isOnly: Bool { shape == .one }

    /// Lines where the first is a whole value; else an array's elements, or the one value.
    init(_ input: inout BufferedSource) throws {
        try input.fill(1 << 16)
        let head = input.buffer[input.start...].drop { $0 <= 0x20 }
        if head.first == UInt8(ascii: "[") {
            shape = .array
        } else {
            let first = Array(head.prefix { $0 != 0x0A }), holdsMore = head.count > first.count + 2 || !input.isAtEnd
            shape = holdsMore && (JSONValue(first) != nil || first.count >= 1 << 15) ? .lines : .one
        }
    }

    func run(
        _ input: inout BufferedSource, most: Int, _ body: ([UInt8], Int) throws -> Void, problem: (String, Int) throws -> Void
    ) throws {
        switch shape {
        case .lines:
            var number = 0
            while let line = try input.line(most: most) {
                number += 1
                if line.contains(where: { $0 > 0x20 }) { try body(line, number) }
            }
            if !input.isAtEnd { try problem("a line of more than \(most >> 20) MiB; the rest is not read", number + 1) }
        case .one:
            try input.fill(most)
            guard input.isAtEnd else { return try problem("a value of more than \(most >> 20) MiB", 1) }
            try body(Array(input.buffer[input.start...]), 1)
        case .array: try readElements(&input, most, body, problem)
        }
    }

    /// Counts brackets outside of strings; an element ends where none is open.
    private func readElements(
        _ input: inout BufferedSource, _ most: Int, _ body: ([UInt8], Int) throws -> Void, _ problem: (String, Int) throws -> Void
    ) throws {
        var depth = 0, isQuoted = false, isEscaped = false, line = 1, begins = 1, element: [UInt8] = []
        while true {
            try input.fill(1)
            guard input.count > 0 else { return try problem("the array is cut short", line) }
            var ends = false
            for byte in input.buffer[input.start...] {
                if byte == 0x0A { line += 1 }
                if isQuoted {
                    isQuoted = isEscaped || byte != UInt8(ascii: "\"")
                    isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                } else {
                    switch byte {
                    case UInt8(ascii: "\""): isQuoted = true
                    case UInt8(ascii: "["), UInt8(ascii: "{"):
                        depth += 1
                        if depth == 1 { continue }
                    case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
                    default: break
                    }
                    if depth == 0 || depth == 1 && byte == UInt8(ascii: ",") {
                        if element.contains(where: { $0 > 0x20 }) { try body(element, begins) }
                        element.removeAll(keepingCapacity: true)
                        begins = line
                        if depth == 0 {
                            ends = true
                            break
                        }
                        continue
                    }
                }
                if element.isEmpty, byte <= 0x20 {
                    begins = line
                    continue
                }
                element.append(byte)
            }
            if ends { return }
            guard element.count < most else { return try problem("a value of more than \(most >> 20) MiB; the rest is not read", begins) }
            input.drop(input.count)
        }
    }
}
