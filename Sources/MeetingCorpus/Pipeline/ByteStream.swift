import Foundation

/// The bytes of a file descriptor, block by block; a gzip or zstd stream is unpacked on the way, a block at a time, so
/// that no small stream fills the memory.
final class ByteStream {
    /// Why a stream cannot be read on.
    struct Problem: Error {
        var reason: String
    }

    private let descriptor: Int32
    private var decoder: (any StreamDecoder)?
    /// Bytes read and not yet unpacked.
    private var packed: [UInt8] = []
    private var isAtStart = true
    private static let block = 1 << 18

    init(descriptor: Int32) { self.descriptor = descriptor }

    /// The next bytes; empty at the end.
    func next() throws(Problem) -> [UInt8] {
        if isAtStart {
            isAtStart = false
            packed = try read()
            // A pipe may give less than the four bytes that tell the format.
            while packed.count < 4, case let more = try read(), !more.isEmpty { packed += more }
            if packed.starts(with: [0x1F, 0x8B]) { decoder = GzipDecoder() }
            if Self.isZstd(packed) { decoder = ZstdDecoder() }
            if decoder == nil { return packed }
        }
        guard let decoder else { return try read() }
        while true {
            if packed.isEmpty {
                packed = try read()
                if packed.isEmpty {
                    guard decoder.isAtEnd else { throw Problem(reason: "the compressed stream ends in the middle") }
                    return []
                }
            }
            var unpacked = [UInt8](repeating: 0, count: Self.block)
            guard let step = decoder.decode(packed, into: &unpacked) else {
                throw Problem(reason: decoder.problem ?? "the compressed stream is damaged")
            }
            packed.removeSubrange(..<step.taken)
            if step.given > 0 { return Array(unpacked[..<step.given]) }
        }
    }

    /// A frame, or one that is to be skipped (RFC 8878, 3.1.2): 0x184D2A50 to 5F.
    private static func isZstd(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
            || bytes.count >= 4 && bytes[0] & 0xF0 == 0x50 && bytes[1...].starts(with: [0x2A, 0x4D, 0x18])
    }

    private func read() throws(Problem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.block)
        while true {
            let count = bytes.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, Self.block) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Problem(reason: String(cString: strerror(errno))) }
            bytes.removeSubrange(count...)
            return bytes
        }
    }
}
