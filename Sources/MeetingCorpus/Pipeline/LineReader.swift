import Foundation

/// Lines of a file descriptor, one at a time.
public struct LineReader {
    /// Why a line cannot be read.
    public enum Problem: Error {
        case failed(String)
        /// The stream is compressed; the name of the program that unpacks it.
        case compressed(String)
        /// A line is longer than 1 GiB.
        case tooLong
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var isFirst = true
    private static let block = 1 << 18
    private static let longest = 1 << 30

    public init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next line without its line feed; nil at the end.
    public mutating func next() throws(Problem) -> [UInt8]? {
        var searched = start
        while true {
            if let end = lineFeed(from: searched) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            searched = buffer.count - start
            guard buffer.count - start < Self.longest else { throw .tooLong }
            buffer.removeSubrange(..<start)
            start = 0
            guard try readBlock() else {
                defer { buffer = [] }
                return buffer.isEmpty ? nil : buffer
            }
        }
    }

    private func lineFeed(from i: Int) -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard i < bytes.count, let base = bytes.baseAddress, let hit = memchr(base + i, 0x0A, bytes.count - i) else { return nil }
            return hit - UnsafeMutableRawPointer(mutating: base)
        }
    }

    /// false at the end of the stream.
    private mutating func readBlock() throws(Problem) -> Bool {
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: Self.block))
        var got = -1
        while got < 0 {
            got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + count, Self.block) }
            if got < 0, errno != EINTR { throw .failed(String(cString: strerror(errno))) }
        }
        buffer.removeSubrange((count + got)...)
        if isFirst {
            isFirst = false
            if buffer.starts(with: [0x1F, 0x8B]) { throw .compressed("zcat") }
            if buffer.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { throw .compressed("zstdcat") }
        }
        return got > 0
    }
}
