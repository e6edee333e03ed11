import Foundation
import MeetingCorpus

/// Where a command reads its surroundings and writes its output.
struct Console {
    var out: OutputStream
    let err: OutputStream
    var terminal: Terminal
    let environment: [String: String]
    /// The current folder.
    let folder: String
    /// Standard input.
    var input = LineReader(descriptor: STDIN_FILENO)
    /// Whether somebody watches standard error while the corpus is read.
    var watchesProgress = false
    /// The language of labels and messages.
    var language = Language.en

    static func standard() -> Console {
        let environment = ProcessInfo.processInfo.environment
        return Console(
            out: OutputStream(descriptor: STDOUT_FILENO), err: OutputStream(descriptor: STDERR_FILENO),
            terminal: Terminal(descriptor: STDOUT_FILENO, environment: environment), environment: environment,
            folder: FileManager.default.currentDirectoryPath, watchesProgress: isatty(STDERR_FILENO) == 1,
            language: Language(environment: environment))
    }

    /// Tells the user of something that is not data, in the user's language.
    func say(_ phrase: Phrase, _ arguments: String...) { complain(language.text(phrase, arguments)) }

    func complain(_ message: String) {
        err.write("meetings: " + message.withoutControls + "\n")
        try? err.flush()
    }
}

/// A buffered stream of bytes to a file descriptor, or into memory for tests.
final class OutputStream {
    private let descriptor: Int32?
    private(set) var bytes: [UInt8] = []
    /// Shows what is longer than the screen.
    var pager: Pager?

    init(descriptor: Int32?) { self.descriptor = descriptor }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ text: String) { bytes += text.utf8 }
    func write(_ more: [UInt8]) { bytes += more }

    /// Writes out what is buffered, where there is a descriptor.
    func flush() throws {
        guard let descriptor = paged ?? descriptor else { return }
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                let count = Foundation.write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    if errno == EPIPE { throw ClosedPipe() }
                    throw Failure(.cannotWrite, String(cString: strerror(errno)))
                }
                written += count
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }
}

extension OutputStream {
    /// Writes out a block of what is buffered; what goes to memory stays there.
    func flushBlock() throws { if bytes.count > 0 { try flush() } }

    /// The pager's descriptor, where one is wanted and the output does not fit the screen.
    private var paged: Int32? {
        guard let pager, pager.isRunning || bytes.count(where: { $0 == 0x0A }) >= pager.rows else { return nil }
        return pager.descriptor()
    }

    /// Writes out the rest and waits for the pager's reader.
    func finish() throws {
        defer { pager?.finish() }
        try flush()
    }
}

/// The reader of a pipe went away, as `head` does: no error.
struct ClosedPipe: Error {}

extension String {
    /// Control characters and direction marks, which a terminal would obey, as U+FFFD.
    var withoutControls: String {
        guard unicodeScalars.contains(where: Self.isControl) else { return self }
        var safe = UnicodeScalarView()
        for scalar in unicodeScalars { safe.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(safe)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F: true
        default: false
        }
    }
}
