import CArchive
import Foundation

/// How far an archive may unfold.
public struct UnpackingLimits: Sendable {
    /// Bytes that may always come out of an archive; beyond them, how many times its size.
    public var free = 64 << 20
    /// How many times its size an archive may unfold to.
    public var ratio = 200
    /// Files that an archive may hold.
    public var members = 1_000_000
}

/// Reads zip and tar archives and compressed files by libarchive, in place: nothing is unpacked to disk.
final class Archive: ByteSource {
    /// Why an archive cannot be read on.
    struct Problem: Error {
        var reason: String
    }

    /// A file in an archive.
    struct Member {
        /// As stored; UTF-8 where the archive says what it is.
        var name: [UInt8]
        var isFile: Bool
        var isFolder: Bool
        var isEncrypted: Bool
    }

    enum Input {
        case file([UInt8])
        case memory([UInt8])
    }

    private let archive: OpaquePointer
    private var descriptor: Int32 = -1
    /// Keeps an archive in memory where libarchive reads it.
    private var memory: UnsafeMutableRawBufferPointer?
    private var packed = 0
    private var unpacked = 0
    private let limits: UnpackingLimits

    /// - Parameter isOneFile: a compressed file that is no archive.
    init(_ input: Input, isOneFile: Bool, limits: UnpackingLimits) throws(Problem) {
        self.limits = limits
        archive = archive_read_new()
        archive_read_support_filter_gzip(archive)
        archive_read_support_filter_bzip2(archive)
        archive_read_support_filter_xz(archive)
        archive_read_support_filter_zstd(archive)
        if isOneFile {
            archive_read_support_format_raw(archive)
        } else {
            archive_read_support_format_zip(archive)
            archive_read_support_format_tar(archive)
        }
        let status: Int32
        switch input {
        case .file(let location):
            descriptor = location.open(O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            var facts = stat()
            guard descriptor >= 0, fstat(descriptor, &facts) == 0 else { throw Problem(reason: String(cString: strerror(errno))) }
            if let special = SpecialFile.name(of: facts.st_mode) { throw Problem(reason: special) }
            packed = Int(facts.st_size)
            status = archive_read_open_fd(archive, descriptor, 1 << 16)
        case .memory(let bytes):
            let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
            memory.copyBytes(from: bytes)
            self.memory = memory
            packed = bytes.count
            status = archive_read_open_memory(archive, memory.baseAddress, bytes.count)
        }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw problem }
    }

    deinit {
        archive_read_free(archive)
        if descriptor >= 0 { close(descriptor) }
        memory?.deallocate()
    }

    private var problem: Problem {
        let text = archive_error_string(archive).map { String(cString: $0) } ?? ""
        return Problem(reason: "the archive is damaged" + (text.isEmpty ? "" : ": \(text)"))
    }

    /// The next member; nil behind the last.
    func nextMember() throws(Problem) -> Member? {
        var entry: OpaquePointer?
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_OK, ARCHIVE_WARN: break
        case ARCHIVE_EOF: return nil
        default: throw problem
        }
        guard let entry else { return nil }
        let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        let kind = UInt32(archive_entry_filetype(entry))
        return Member(
            name: name.map {
                Array(UnsafeBufferPointer(start: UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self), count: strlen($0)))
            } ?? [],
            isFile: kind == S_IFREG && archive_entry_hardlink(entry) == nil, isFolder: kind == S_IFDIR,
            isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// The next bytes of the member; empty at its end.
    func next() throws(ByteStream.Problem) -> [UInt8] {
        var failure: String?
        let block = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
            let n = archive_read_data(archive, buffer.baseAddress, buffer.count)
            if n < 0 { failure = problem.reason }
            count = max(0, n)
        }
        unpacked += block.count
        if unpacked > limits.free, unpacked / limits.ratio > packed {
            failure = "it unfolds to more than \(limits.ratio) times its size; --max-ratio lets it"
        }
        if let failure { throw ByteStream.Problem(reason: failure) }
        return block
    }

    /// All bytes of the member.
    func contents(most: Int) throws(ByteStream.Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        while case let block = try next(), !block.isEmpty {
            bytes += block
            guard bytes.count <= most else { throw ByteStream.Problem(reason: "larger than \(most >> 20) MiB") }
        }
        return bytes
    }
}
