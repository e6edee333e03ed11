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
    /// Whether nothing but errors is told.
    var isQuiet = false
    let settings = SettingsMemory()

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

    /// Tells what was left out or cut; not under `--quiet`.
    func note(_ phrase: Phrase, _ arguments: String...) {
        if !isQuiet { complain(language.text(phrase, arguments)) }
    }

    /// On one line, whatever names stand in it: none may pass for a message of its own.
    func complain(_ message: String) {
        err.write("meetings: " + message.singleLine + "\n")
        try? err.flush()
    }
}

/// A buffered stream of bytes to a file descriptor, or into memory for tests.
final class OutputStream {
    private let descriptor: Int32?
    private(set) var bytes: [UInt8] = []
    /// Whether data goes to a terminal as it is (JSON, CSV …), so that what a terminal would obey is taken out on the way.
    var guardsTerminal = false
    /// Shows what is longer than the screen.
    var pager: Pager?

    init(descriptor: Int32?) { self.descriptor = descriptor }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    func write(_ text: String) { bytes += (guardsTerminal ? text.harmless : text).utf8 }
    func write(_ more: [UInt8]) {
        if guardsTerminal { write(String(decoding: more, as: UTF8.self)) } else { bytes += more }
    }

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
    /// Control and format characters (direction marks, joiners, tags), which a terminal would obey or which hide what is
    /// there, as U+FFFD; line feeds stay.
    var withoutControls: String {
        guard mayHoldControls, unicodeScalars.contains(where: Self.isControl) else { return self }
        var safe = UnicodeScalarView()
        for scalar in unicodeScalars { safe.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar) }
        return String(safe)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029: true
        case 0x20..<0x7F, 0x4E00...0x9FFF: false
        default: scalar.properties.generalCategory == .format
        }
    }

    /// By the bytes: neither in ASCII to read nor in Chinese characters and their marks (E3–E9) is there any.
    private var mayHoldControls: Bool {
        utf8.contains { $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 >= 0x80 && $0 != 0xE3 && ($0 < 0xE4 || $0 > 0xE9) && $0 >= 0xC2 }
    }
}

extension String {
    /// The same without what a terminal would obey; tabs and ends of lines are part of CSV and TSV.
    fileprivate var harmless: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
                cell.hasSuffix("\r") ? String(cell.dropLast()).withoutControls + "\r" : String(cell).withoutControls
            }.joined(separator: "\t")
        }.joined(separator: "\n")
    }
}
