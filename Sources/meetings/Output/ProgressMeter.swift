import Foundation

/// How far the reading of a large corpus is: one line on a terminal's standard error, from the second second on.
final class ProgressMeter: @unchecked Sendable {
    private let language: Language
    private let start = DispatchTime.now().uptimeNanoseconds
    private let lock = NSLock()
    private var lastShown: UInt64 = 0

    /// nil where nobody watches.
    init?(_ console: Console) {
        guard console.watchesProgress else { return nil }
        language = console.language
    }

    /// Called from any thread with the files done; at the end the line is gone.
    func update(done: Int, of total: Int) {
        lock.lock()
        defer { lock.unlock() }
        let now = DispatchTime.now().uptimeNanoseconds
        if done == total {
            if lastShown > 0 { write("\r\u{1B}[K") }
            return
        }
        guard now - start > 1_000_000_000, now - lastShown > 100_000_000 else { return }
        lastShown = now
        let seconds = Double(now - start) / 1e9, rate = Double(done) / seconds
        let left = Int(Double(total - done) / max(rate, 1))
        let time = left < 60 ? "\(left) s" : "\(left / 60) min \(left % 60) s"
        write("\r\u{1B}[K" + language.text(.progress, ["\(done)", "\(total)", "\(Int(rate))", time]))
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
