import Foundation

/// Shows output that is longer than the screen page by page: `less -FIRX`, or what $PAGER says.
final class Pager {
    static let standard = "less -FIRX"
    private let command: String
    /// Lines that a screen holds.
    let rows: Int
    private var process: Process?

    var isRunning: Bool { process != nil }

    private let pipe = Pipe()

    init(_ command: String?, rows: Int) {
        self.command = command ?? Self.standard
        self.rows = rows
    }

    /// The descriptor of the running pager, started where it is not; nil where it cannot be.
    func descriptor() -> Int32? {
        if process == nil {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", command]
            process.standardInput = pipe.fileHandleForReading
            // A pager that is not installed must not swallow the output.
            let name = command.split(separator: " ").first.map(String.init) ?? ""
            guard Self.isInstalled(name), (try? process.run()) != nil else { return nil }
            try? pipe.fileHandleForReading.close()
            self.process = process
        }
        return pipe.fileHandleForWriting.fileDescriptor
    }

    /// Waits until the reader has left the pager.
    func finish() {
        guard let process else { return }
        try? pipe.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static func isInstalled(_ name: String) -> Bool {
        if name.contains("/") { return access(name, X_OK) == 0 }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
}
