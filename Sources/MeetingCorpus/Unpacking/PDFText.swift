import CChild
import Foundation

/// The text of a PDF by poppler's `pdftotext`, where it is installed: no shell, no file name, bounds on time and memory.
enum PDFText {
    enum Outcome {
        case text([UInt8])
        case problem(String)
    }

    /// Where systems install it; the search path of whoever runs the program is not asked.
    private static let program = programs.first { access($0, X_OK) == 0 }
    private static let programs = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"]
    /// Bounds on one PDF: seconds, bytes of text, bytes of memory.
    private static let seconds = 60, mostText = 64 << 20, memory = 2 << 30

    static func read(_ pdf: [UInt8]) -> Outcome {
        guard let program else { return .problem("a PDF; install poppler-utils to have it read") }
        guard let input = unnamedFile(pdf) else { return .problem("a PDF; \(String(cString: strerror(errno)))") }
        defer { close(input) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return .problem("a PDF; \(String(cString: strerror(errno)))") }
        defer { close(ends[0]) }
        guard let child = start([program, "-enc", "UTF-8", "-nopgbrk", "-", "-"], input: input, output: ends[1]) else {
            close(ends[1])
            return .problem("a PDF; \(program) does not start")
        }
        close(ends[1])
        let text = output(of: child, from: ends[0])
        var status: Int32 = 0
        waitpid(child, &status, 0)
        guard let text else { return .problem("a PDF that takes pdftotext more than \(seconds) seconds or \(mostText >> 20) MiB") }
        guard status == 0 || text.contains(where: { $0 > 0x20 }) else {
            return .problem("a PDF that pdftotext cannot read: damaged or locked")
        }
        guard text.contains(where: { $0 > 0x20 }) else { return .problem("a PDF without text: scanned pages, which need OCR first") }
        return .text(text)
    }

    /// What the program calls itself, as in `pdftotext version 22.12.0`; empty where it is not installed.
    static var version: String {
        var ends: [Int32] = [0, 0]
        guard let program, let input = unnamedFile([]), pipe(&ends) == 0 else { return "" }
        defer { for descriptor in [input, ends[0]] { close(descriptor) } }
        let child = start([program, "-v"], input: input, output: ends[1], errors: ends[1])
        close(ends[1])
        guard let child else { return "" }
        let text = output(of: child, from: ends[0]) ?? []
        var status: Int32 = 0
        waitpid(child, &status, 0)
        return String(decoding: text.prefix { $0 >= 0x20 }, as: UTF8.self)
    }

    /// The PDF as a file that has no name and is gone when it is closed.
    private static func unnamedFile(_ bytes: [UInt8]) -> Int32? {
        let file = meetings_unnamed_file()
        guard file >= 0 else { return nil }
        var done = 0
        while done < bytes.count {
            let n = bytes.withUnsafeBytes { write(file, $0.baseAddress! + done, bytes.count - done) }
            if n < 0, errno == EINTR { continue }
            guard n > 0 else {
                close(file)
                return nil
            }
            done += n
        }
        lseek(file, 0, SEEK_SET)
        return file
    }

    private static func start(_ words: [String], input: Int32, output: Int32, errors: Int32 = -1) -> pid_t? {
        var arguments = words.map { word in strdup(word) } + [nil]
        defer { for text in arguments { free(text) } }
        let child = meetings_start(words[0], &arguments, input, output, errors, memory, seconds)
        return child > 0 ? child : nil
    }

    /// What a child writes; nil where it takes too long or writes too much, and is ended.
    private static func output(of child: pid_t, from pipe: Int32) -> [UInt8]? {
        var text: [UInt8] = []
        let deadline = time(nil) + seconds
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            var waiting = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
            let ready = poll(&waiting, 1, 1000)
            if ready < 0, errno != EINTR { break }
            if time(nil) > deadline || text.count > mostText {
                kill(child, SIGKILL)
                return nil
            }
            guard ready > 0 else { continue }
            let n = Foundation.read(pipe, &block, block.count)
            if n < 0, errno == EINTR { continue }
            if n <= 0 { break }
            text += block[..<n]
        }
        return text
    }
}
