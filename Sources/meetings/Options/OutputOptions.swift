import ArgumentParser
import Foundation
import MeetingParser

/// How records are written: the same on every command.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("One of \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "format"))
    var format: OutputFormat?

    @Flag(help: "Short for --format json.")
    var json = false

    @Option(help: ArgumentHelp("Columns or keys, as in date,session,chair.name; “help” lists them.", valueName: "names"))
    var fields: String?

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("auto, always or never.", valueName: "when"))
    var color: ColorChoice = .auto

    var wantsFieldHelp: Bool { fields == "help" }

    /// Whether the plain text of the reports is to be written.
    var needsText: Bool { fields?.split(separator: ",").contains("text") == true }

    func validate() throws {
        if json, let format, format != .json { throw ValidationError("--json and --format \(format.rawValue) exclude each other") }
    }

    var chosenFormat: OutputFormat { json ? .json : format ?? .table }
    func chosenFields() throws -> [Field]? { try fields.map(Field.list) }

    /// Runs `write` with the console that the options ask for; a file is replaced only once it is complete.
    func write(to console: Console, _ write: (Console) throws -> Void) throws {
        guard let output, output != "-" else {
            return try write(console.colored(color))
        }
        let file = Console(
            out: OutputStream(descriptor: nil), err: console.err,
            terminal: color == .always ? console.colored(.always).terminal.unlimited : .none,
            environment: console.environment, folder: console.folder)
        try write(file)
        let path = output.hasPrefix("/") ? output : console.folder + "/" + output
        do {
            try Data(file.out.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw Failure(message: "\(output): cannot be written (\(error.localizedDescription))")
        }
    }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

extension Console {
    fileprivate func colored(_ choice: ColorChoice) -> Console {
        var terminal = terminal
        if choice != .auto { terminal.hasColor = choice == .always }
        return Console(out: out, err: err, terminal: terminal, environment: environment, folder: folder)
    }
}

extension Terminal {
    fileprivate var unlimited: Terminal { Terminal(isInteractive: false, width: nil, hasColor: hasColor) }
}

/// The order of rows and how many of them.
struct OrderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Sort by a field; default: date.", valueName: "field"))
    var sort: String = "date"

    @Flag(help: "Last first.")
    var reverse = false

    @Option(help: ArgumentHelp("At most so many rows.", valueName: "number"))
    var limit: Int?

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError("--limit \(limit): write a number that is not negative") }
    }

    /// Sorted, with unknown values last, ties by path; a cut is told on standard error.
    func apply(to meetings: [Meeting], in console: Console) throws -> [Meeting] {
        guard let field = Field(sort) else {
            throw Failure(message: "--sort \(sort): there is no such field; --fields help lists them", status: .usage)
        }
        let keyed = meetings.map { (key: SortKey(field.value(of: $0)), meeting: $0) }
        var sorted = keyed.sorted { ($0.key, $0.meeting.path) < ($1.key, $1.meeting.path) }.map(\.meeting)
        if reverse { sorted.reverse() }
        guard let limit, limit < sorted.count else { return sorted }
        console.complain("\(limit) of \(sorted.count) shown")
        return Array(sorted.prefix(limit))
    }
}

/// Numbers by value, texts by code point, nothing last.
private enum SortKey: Comparable {
    case number(Int)
    case text(String)
    case nothing

    init(_ value: JSONValue) {
        switch value {
        case .integer(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .array(let elements): self = elements.first.map(SortKey.init) ?? .nothing
        default: self = .nothing
        }
    }
}
