import Foundation
@preconcurrency import Rainbow

/// What standard output can show.
struct Terminal {
    /// Whether a person reads it; then rows are cut to fit.
    var isInteractive: Bool
    /// Columns; nil where nothing limits a line.
    var width: Int?
    /// Lines of the screen.
    var height = 24
    var hasColor: Bool

    /// A pipe or file: nothing is cut or coloured.
    static let none = Terminal(isInteractive: false, width: nil, hasColor: false)

    init(isInteractive: Bool, width: Int?, hasColor: Bool) {
        self.isInteractive = isInteractive
        self.width = width
        self.hasColor = hasColor
    }

    init(descriptor: Int32, environment: [String: String]) {
        isInteractive = isatty(descriptor) == 1
        width = nil
        if isInteractive {
            var size = winsize()
            let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
            width = environment["COLUMNS"].flatMap { Int($0) } ?? (isKnown ? Int(size.ws_col) : 80)
            if isKnown, size.ws_row > 0 { height = Int(size.ws_row) }
        }
        hasColor = Self.colorByDefault(isInteractive, environment)
    }

    /// NO_COLOR (no-color.org) switches colour off, CLICOLOR_FORCE on; a dumb terminal has none.
    private static func colorByDefault(_ isInteractive: Bool, _ environment: [String: String]) -> Bool {
        if let no = environment["NO_COLOR"], !no.isEmpty { return false }
        if let force = environment["CLICOLOR_FORCE"], force != "0", !force.isEmpty { return true }
        return isInteractive && environment["TERM"] != "dumb"
    }

    // MARK: Colours

    func heading(_ text: String) -> String { hasColor ? Self.rainbow(text).bold : text }
    func faint(_ text: String) -> String { hasColor ? Self.rainbow(text).dim : text }
    func label(_ text: String) -> String { hasColor ? Self.rainbow(text).cyan : text }
    func number(_ text: String) -> String { hasColor ? Self.rainbow(text).yellow : text }
    func match(_ text: String) -> String { hasColor ? Self.rainbow(text).red.bold : text }

    /// Rainbow asks the environment itself; whether to colour was already decided above.
    private static func rainbow(_ text: String) -> String {
        _ = isSetUp
        return text
    }

    private static let isSetUp: Bool = {
        Rainbow.outputTarget = .console
        Rainbow.enabled = true
        return true
    }()
}
