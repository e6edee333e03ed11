import Foundation

/// Shows output that is longer than the screen page by page: `less -FIRX`, or what $PAGER says.
final class Pager {
    static let standard = "less -FIRX"
    private let command: String
    /// Lines that a screen holds.
    let rows: Int
    // Foundation's Process would put it into a group of its own, from which a pager cannot read the keyboard.
    private var pipe: UnsafeMutablePointer<FILE>?

    var isRunning: Bool { pipe != nil }

    init(_ command: String?, rows: Int) {
        self.command = command ?? Self.standard
        self.rows = rows
    }

    /// The descriptor of the running pager, started where it is not; nil where it cannot be.
    func descriptor() -> Int32? {
        // A pager that is not installed must not swallow the output.
        let name = command.split(separator: " ").first.map(String.init) ?? ""
        if pipe == nil, Self.isInstalled(name) { pipe = popen(command, "w") }
        return pipe.map { fileno($0) }
    }

    /// Waits until the reader has left the pager.
    func finish() {
        if let pipe { pclose(pipe) }
        pipe = nil
    }

    private static func isInstalled(_ name: String) -> Bool {
        if name.contains("/") { return access(name, X_OK) == 0 }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
}
