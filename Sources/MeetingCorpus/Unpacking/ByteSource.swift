/// Bytes one block after the other, whatever they come from.
protocol ByteSource: AnyObject {
    /// The next bytes; empty at the end.
    func next() throws(ByteStream.Problem) -> [UInt8]
}

extension ByteStream: ByteSource {}

/// Bytes that are in memory.
final class MemorySource: ByteSource {
    private var bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func next() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}

/// A source with some of its bytes at hand.
struct BufferedSource {
    private let source: any ByteSource
    private(set) var buffer: [UInt8] = []
    /// Where what was not yet taken begins in the buffer.
    private(set) var start = 0
    private(set) var isAtEnd = false

    init(_ source: any ByteSource) { self.source = source }

    var count: Int { buffer.count - start }

    /// Sees to it that so many bytes are at hand, or all that there are.
    mutating func fill(_ wanted: Int) throws(ByteStream.Problem) {
        guard count < wanted, !isAtEnd else { return }
        buffer.removeSubrange(..<start)
        start = 0
        while buffer.count < wanted, !isAtEnd {
            let block = try source.next()
            isAtEnd = block.isEmpty
            buffer += block
        }
    }

    mutating func drop(_ count: Int) { start = min(buffer.count, start + count) }

    /// Takes so many bytes, or all that there are.
    mutating func take(_ count: Int) throws(ByteStream.Problem) -> [UInt8] {
        try fill(count)
        defer { drop(count) }
        return Array(buffer[start..<min(buffer.count, start + count)])
    }

    /// Takes a line without its end; nil at the end of the source, or where it is longer than may be.
    mutating func line(most: Int) throws(ByteStream.Problem) -> [UInt8]? {
        var searched = 0
        while true {
            if let end = buffer[(start + searched)...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(buffer[start..<(end > start && buffer[end - 1] == 0x0D ? end - 1 : end)])
            }
            searched = count
            guard count < most else { return nil }
            if isAtEnd {
                defer { start = buffer.count }
                return count == 0 ? nil : Array(buffer[start...])
            }
            try fill(count + 1)
        }
    }
}
