/// A source as UTF-8 where a byte order mark says that it is UTF-16, as spreadsheets write "Unicode text"; else as it is.
final class UTF16Source: ByteSource {
    private enum Order { case little, big }

    private let source: any ByteSource
    /// nil where the source is no UTF-16.
    private var order: Order?
    private var isAtStart = true
    /// Bytes of a character that is cut by the end of a block.
    private var rest: [UInt8] = []

    init(_ source: any ByteSource) { self.source = source }

    func next() throws(ByteStream.Problem) -> [UInt8] {
        if isAtStart {
            isAtStart = false
            while rest.count < 2, case let block = try source.next(), !block.isEmpty { rest += block }
            order = rest.starts(with: [0xFF, 0xFE]) ? .little : rest.starts(with: [0xFE, 0xFF]) ? .big : nil
            if order != nil { rest.removeFirst(2) }
            let text = taken(isLast: false)
            if !text.isEmpty { return text }
        }
        while true {
            let block = try source.next()
            rest += block
            let text = taken(isLast: block.isEmpty)
            if !text.isEmpty || block.isEmpty { return text }
        }
    }

    /// What is at hand, but the start of a character that is not there yet.
    private func taken(isLast: Bool) -> [UInt8] {
        guard let order else {
            defer { rest = [] }
            return rest
        }
        var units = stride(from: 0, to: rest.count - 1, by: 2).map { i in
            let (first, second) = (UInt16(rest[i]), UInt16(rest[i + 1]))
            return order == .little ? second << 8 | first : first << 8 | second
        }
        if !isLast, let unit = units.last, UTF16.isLeadSurrogate(unit) { units.removeLast() }
        rest.removeFirst(isLast ? rest.count : units.count * 2)
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}
