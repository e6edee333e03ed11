import Foundation

/// Lines of a file descriptor, one at a time; of gzip and zstd streams the unpacked ones.
public struct LineReader {
    /// Why a line cannot be read.
    public enum Problem: Error {
        case failed(String)
        /// A line is longer than 1 GiB.
        case tooLong
    }

    private let stream: ByteStream
    private var buffer: [UInt8] = []
    private var start = 0
    private static let longest = 1 << 30

    public init(descriptor: Int32) { stream = ByteStream(descriptor: descriptor) }

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
        do {
            let block = try stream.next()
            buffer += block
            return !block.isEmpty
        } catch {
            throw .failed(error.reason)
        }
    }
}
