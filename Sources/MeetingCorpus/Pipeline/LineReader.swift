import Foundation

/// Lines of a file descriptor, one at a time; of gzip and zstd streams the unpacked ones.
public struct LineReader {
    /// Why the stream cannot be read on; what came before it has been handed over.
    public struct Problem: Error {
        /// In English, for people.
        public var reason: String
    }

    /// A line, or the number of bytes of one that is too long, which is passed over.
    public enum Line: Equatable, Sendable {
        case bytes([UInt8])
        case tooLong(Int)
    }

    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var start = 0
    /// What ended the stream, told once the lines before it have been.
    private var problem: Problem?
    private var isAtEnd = false
    /// Bytes of a line, unless told otherwise.
    public static let standardLimit = 32 << 20
    /// Bytes that a line may have; longer ones are passed over.
    public var longest = LineReader.standardLimit

    /// Reads lines from an open file.
    public init(descriptor: Int32) { stream = ByteStream(descriptor: descriptor) }

    /// The next line without its line feed; nil at the end.
    public mutating func next() throws(Problem) -> Line? {
        var searched = start
        while true {
            if let end = lineFeed(from: searched) {
                guard end - start > 1 << 20 else {
                    defer { start = end + 1 }
                    return .bytes(Array(buffer[start..<end]))
                }
                return .bytes(takeOut(start..<end))
            }
            if buffer.count - start > longest { return .tooLong(try passOver()) }
            searched = buffer.count - start
            buffer.removeSubrange(..<start)
            start = 0
            guard !readBlock() else { continue }
            if let problem, buffer.isEmpty { throw problem }
            defer { buffer = [] }
            return buffer.isEmpty ? nil : .bytes(buffer)
        }
    }

    /// A long line is handed over with the memory that it stands in.
    private mutating func takeOut(_ line: Range<Int>) -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &buffer)
        buffer = Array(taken[(line.upperBound + 1)...])
        taken.removeSubrange(line.upperBound...)
        taken.removeSubrange(..<line.lowerBound)
        start = 0
        return taken
    }

    /// Goes on to the next line; returns how long this one is.
    private mutating func passOver() throws(Problem) -> Int {
        var length = buffer.count - start
        (buffer, start) = ([], 0)
        while readBlock() {
            if let end = lineFeed(from: 0) {
                start = end + 1
                return length + end
            }
            length += buffer.count
            buffer.removeAll(keepingCapacity: true)
        }
        return length
    }

    private func lineFeed(from i: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard i < bytes.count, let base = bytes.baseAddress, let hit = memchr(base + i, 0x0A, bytes.count - i) else { return nil }
            return hit - UnsafeMutableRawPointer(mutating: base)
        }
    }

    /// false at the end of the stream.
    private mutating func readBlock() -> Bool {
        guard !isAtEnd else { return false }
        do {
            let block = try stream.next()
            buffer += block
            isAtEnd = block.isEmpty
        } catch {
            (problem, isAtEnd) = (Problem(reason: error.reason), true)
        }
        return !isAtEnd
    }
}
