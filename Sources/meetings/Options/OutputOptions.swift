import ArgumentParser
import Foundation
import MeetingParser

/// How rows are written: the same on every command.
struct OutputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How rows are written. Default: table.", valueName: "format"))
    var format: OutputFormat?

    @Flag(help: "Short for --format json.")
    var json = false

    @Option(
        help: ArgumentHelp("Columns or keys, as in date,session,chair.name; “help” lists them.", valueName: "names"),
        completion: .names(Field.catalogue.map(\.name)))
    var fields: String?

    @Option(help: ArgumentHelp("Look of tables.", valueName: "style"))
    var style: TableStyle?

    @Flag(help: "CSV and TSV for Excel: a byte order mark, and formulas made harmless.")
    var excel = false

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Print only the number of rows.")
    var count = false

    @Flag(name: [.customShort("e"), .customLong("exit-status")], help: "Exit with 1 where there is no row.")
    var failsWhenEmpty = false

    @Option(help: ArgumentHelp("Whether to colour.", valueName: "when"))
    var color: ColorChoice?

    @Option(help: ArgumentHelp("Language of labels, messages and help.", valueName: "language"))
    var lang: Language?

    @Flag(help: "Do not page long output on a terminal.")
    var noPager = false

    var wantsFieldHelp: Bool { fields == "help" }
    /// Whether the plain text is to be written.
    var needsText: Bool { fields?.split(separator: ",").contains("text") == true }
    func fieldNames() throws -> [String]? {
        guard let fields else { return nil }
        let names = fields.split(separator: ",").map { $0.filter { $0 != " " } }
        if names.allSatisfy(\.isEmpty) { throw Failure(.emptyValue, "--fields", status: .usage) }
        return names
    }

    /// Before anything is read: lists the columns of a table where that is asked for, and returns true; else sees to it that
    /// what is chosen of it and sorted by is there.
    func answersFieldHelp(_ columns: [Table.Column], sortedBy order: OrderOptions, in console: Console) throws -> Bool {
        if wantsFieldHelp {
            console.out.write(Table.help(columns))
            return true
        }
        try order.checkField(among: columns)
        try check(columns, in: console)
        return false
    }

    /// Before anything is read: whether a table has the chosen columns, and the format is one.
    func check(_ columns: [Table.Column], in console: Console) throws {
        _ = try fieldNames().map { try Table(columns: columns, rows: []).selecting($0) }
        _ = try chosenFormat(in: console)
    }

    func chosenFormat(in console: Console) throws -> OutputFormat {
        if json, let format, format != .json { throw Failure(.formatsExclude, format.rawValue, status: .usage) }
        if json { return .json }
        return try format ?? Settings(of: console).choice(.format, OutputFormat.self) ?? .table
    }

    /// Writes a table in the chosen format, with the chosen columns.
    func write(_ table: Table, to console: Console) throws {
        let chosen = try fieldNames().map { try table.selecting($0) } ?? table
        if !count { tell(isEmpty: chosen.rows.isEmpty, in: console) }
        let style = try style ?? Settings(of: console).choice(.style, TableStyle.self) ?? .simple
        try write(to: console) { console in
            if count { return console.out.write("\(chosen.rows.count)\n") }
            try chosenFormat(in: console).write(chosen, style: style, isForExcel: excel, to: console)
        }
    }

    /// Scripts see an empty answer; somebody at a terminal is told.
    func tell(isEmpty: Bool, in console: Console) {
        if isEmpty, output == nil, console.terminal.isInteractive { console.note(.nothingFound) }
    }

    /// Runs `write` with the console that the options ask for; a file is replaced only once it is complete.
    func write(to console: Console, _ write: (Console) throws -> Void) throws {
        let choice = try color ?? Settings(of: console).choice(.color, ColorChoice.self) ?? .auto
        guard let output, output != "-" else {
            let console = console.colored(choice)
            if console.terminal.isInteractive, !noPager {
                console.out.pager = Pager(try Settings.of(console)[.pager]?.text, rows: console.terminal.height)
            }
            if console.terminal.isInteractive, try chosenFormat(in: console) != .table { console.out.guardsTerminal = true }
            defer { console.out.guardsTerminal = false }
            return try write(console)
        }
        try console.refuseInput(output)
        var file = console
        let target = try OutputFile(output, in: console.folder)
        file.out = OutputStream(descriptor: target.descriptor)
        file.terminal = choice == .always ? Terminal(isInteractive: false, width: nil, hasColor: true) : .none
        try write(file)
        try file.out.flush()
        try target.commit()
    }
}

enum ColorChoice: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

extension Console {
    fileprivate func colored(_ choice: ColorChoice) -> Console {
        var console = self
        if choice != .auto { console.terminal.hasColor = choice == .always }
        return console
    }
}
