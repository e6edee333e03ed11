import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings export`: the meetings as other programs take them.
struct Export: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the meetings for other programs: tables, SQLite, calendars, graphs.",
        discussion: """
            EXAMPLES
              meetings export --to csv -o tables
              meetings export --to sqlite -o meetings.sqlite && datasette meetings.sqlite
              meetings export --to ics --body 常委会 -o meetings.ics
              meetings export --to graphml -o people.graphml

            csv is a folder of tables with keys, datapackage.json (Frictionless) and a codebook; \
            sqlite the same tables in one file, with metadata.json for Datasette beside it; ics a \
            calendar; ocd events of Open Civic Data; akn debates of Akoma Ntoso; graphml who sat \
            with whom. One report of each meeting is taken.
            """)

    @Option(help: ArgumentHelp("Form of the export.", valueName: "format"))
    var to: ExportFormat

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("The file to write, of csv the folder. Default: standard output, where it is one text.", valueName: "path"),
        completion: .file())
    var output: String?

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions

    @Option(help: ArgumentHelp("Language of messages.", valueName: "language"))
    var lang: Language?

    func run(in console: Console) throws -> ExitStatus {
        guard output != nil || to.isStreamed else { throw Failure(.exportNeedsPlace, to.rawValue, status: .usage) }
        let selection = try corpus.select(
            filters, in: console, once: !filters.reports, options: .init(text: filters.needsText), fields: nil)
        filters.tell(of: selection, in: console)
        let leftOut = try write(selection.meetings, in: console)
        if leftOut > 0 { console.note(to.reason, leftOut.grouped, selection.meetings.count.grouped, to.rawValue) }
        return selection.status
    }

    private func write(_ meetings: [Meeting], in console: Console) throws -> Int {
        switch to {
        case .csv:
            try TablePackage.write(meetings, to: OutputFolder(output!, in: console.folder))
            return 0
        case .sqlite:
            try writeDatabase(meetings, to: output!, in: console)
            return 0
        case .ics: return try stream(Calendar.self, meetings, in: console)
        case .ocd: return try stream(CivicEvents.self, meetings, in: console)
        case .akn: return try stream(AkomaNtoso.self, meetings, in: console)
        case .graphml: return try stream(GraphML.self, meetings, in: console)
        }
    }

    private func stream(_ export: any StreamedExport.Type, _ meetings: [Meeting], in console: Console) throws -> Int {
        try console.writeFile(output) { stream in try export.write(meetings) { stream.write($0) } }
    }

    private func writeDatabase(_ meetings: [Meeting], to output: String, in console: Console) throws {
        try console.refuseInput(output)
        let stem = Meeting.stem(of: output), name = stem.split(separator: "/").last.map(String.init) ?? stem
        let target = try OutputFile(output, in: console.folder)
        let metadata = try OutputFile(stem + ".metadata.json", in: console.folder), out = OutputStream(descriptor: metadata.descriptor)
        do { try SQLiteExport.write(meetings, to: target.place) } catch { throw Failure(.cannotWriteFile, output, "\(error)") }
        out.write(SQLiteExport.metadata(of: name))
        try out.flush()
        try target.commit()
        try metadata.commit()
    }
}

enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, sqlite, ics, ocd, akn, graphml

    /// Whether it is one text, which may go to a pipe.
    var isStreamed: Bool { self != .csv && self != .sqlite }

    /// Why meetings have no place in it.
    var reason: Phrase { self == .akn ? .exportNeedsDate : self == .ocd ? .exportNeedsAddress : .exportNeedsDay }
}
