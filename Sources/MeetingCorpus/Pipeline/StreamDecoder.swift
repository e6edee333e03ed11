import CCompression

/// Unpacks a compressed stream piece by piece.
protocol StreamDecoder: AnyObject {
    /// Whether everything that was begun is complete.
    var isAtEnd: Bool { get }
    /// What is wrong with the stream; nil where it is just damaged.
    var problem: String? { get }
    /// How many bytes of the input were taken and how many of the output filled; nil where the stream is damaged.
    func decode(_ input: [UInt8], into output: inout [UInt8]) -> (taken: Int, given: Int)?
}

extension StreamDecoder {
    var problem: String? { nil }
}

/// gzip (RFC 1952), by zlib; members that follow each other are one stream.
final class GzipDecoder: StreamDecoder {
    private var stream = z_stream()
    private(set) var isAtEnd = false

    init() { startInflating(&stream) }
    deinit { inflateEnd(&stream) }

    func decode(_ input: [UInt8], into output: inout [UInt8]) -> (taken: Int, given: Int)? {
        if isAtEnd { inflateReset(&stream) }
        let code = input.withUnsafeBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_NO_FLUSH)
            }
        }
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { return nil }
        isAtEnd = code == Z_STREAM_END
        return (input.count - Int(stream.avail_in), output.count - Int(stream.avail_out))
    }
}

/// zstd (RFC 8878), by its own library.
final class ZstdDecoder: StreamDecoder {
    private let stream = ZSTD_createDStream()
    private(set) var isAtEnd = false
    private(set) var problem: String?
    /// Windows up to 256 MiB (`zstd --long=28`): larger ones take more memory than a filter should.
    private static let largestWindow: Int32 = 28

    init() { ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindow) }

    deinit { ZSTD_freeDStream(stream) }

    func decode(_ input: [UInt8], into output: inout [UInt8]) -> (taken: Int, given: Int)? {
        input.withUnsafeBytes { input in
            output.withUnsafeMutableBytes { output in
                var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
                var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                let left = ZSTD_decompressStream(stream, &target, &source)
                guard ZSTD_isError(left) == 0 else {
                    if ZSTD_getErrorCode(left) == ZSTD_error_frameParameter_windowTooLarge {
                        problem = "the zstd stream needs a window of more than 256 MiB"
                    }
                    return nil
                }
                isAtEnd = left == 0
                return (source.pos, target.pos)
            }
        }
    }
}
