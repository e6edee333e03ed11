import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings show`: one meeting to read.
struct Show: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a meeting: its facts, its agenda with directives, documents and tables.",
        discussion: """
            EXAMPLES
              meetings show 181
              meetings show 常委会:181
              meetings show 2020-07-16
              meetings show haidian/000_bf014f305e761c61 --json | jq .agenda

            A reference is a session number, BODY:NUMBER, an id, a path or a date.
            """)

    @Argument(
        help: ArgumentHelp("Session number, BODY:NUMBER, id, path or date.", valueName: "ref"),
        completion: .corpus("sessions") { $0.sessions.compactMap(\.number).map(String.init) + [$0.id] })
    var references: [String]

    @Flag(help: "Show every meeting that a reference names.")
    var all = false

    @Flag(help: "Add to JSON where each value stands in its file.")
    var evidence = false

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions
    @OptionGroup(title: "Filters") var filters: FilterOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run(in console: Console) throws -> ExitStatus {
        if output.wantsFieldHelp {
            console.out.write(Field.help)
            return .done
        }
        let fields = try output.fields.map(Field.list)
        _ = try filters.filter()
        let corpus = try corpus.read(
            naming: references, filters, in: console, options: .init(evidence: evidence, text: filters.needsText || output.needsText))
        corpus.tellUnreadable(to: console)
        let meetings = try filters.apply(to: corpus.meetings, aliases: self.corpus.aliases(in: console), in: console).map {
            output.needsText ? $0 : $0.withoutText
        }.inOrder
        var chosen: [Meeting] = []
        for text in references {
            let found = try corpus.reference(text, console).found(in: meetings, filters: filters)
            if found.count > 1, !all { return try listMatches(text, found, console) }
            chosen += found
        }
        try write(chosen, fields, to: console)
        return corpus.status
    }

    private func write(_ meetings: [Meeting], _ fields: [Field]?, to console: Console) throws {
        let format = try output.chosenFormat(in: console)
        if fields == nil, !output.count, let documents = documents(meetings, as: format, console.language) {
            return try output.write(to: console) { $0.out.write(documents) }
        }
        if output.count || (fields != nil || !format.isJSON && format != .table) && !(format == .json && meetings.count == 1) {
            return try output.write(Table(meetings, fields ?? Field.defaults(for: format)), to: console)
        }
        try output.write(to: console) { console in
            if format == .json, meetings.count == 1 {
                var writer = JSONWriter()
                meetings[0].write(fields, to: &writer)
                writer.endLine()
                console.out.write(writer.bytes)
            } else if format.isJSON {
                try format.write(meetings, to: console)
            } else {
                let pages = meetings.map { MeetingPage($0, on: console.terminal, console.language).text }
                console.out.write(pages.joined(separator: "\n"))
            }
        }
    }

    /// Markdown and HTML are documents to read; nil for other formats.
    private func documents(_ meetings: [Meeting], as format: OutputFormat, _ language: Language) -> String? {
        let documents = meetings.map { MeetingDocument($0, language) }
        switch format {
        case .markdown: return documents.map(\.markdown).joined(separator: "\n")
        case .html:
            let body = documents.map(\.html).joined(separator: "<hr>\n")
            return HTMLDocument(title: documents.first?.title ?? "meetings", language: language, main: body).text
        default: return nil
        }
    }

    private func listMatches(_ text: String, _ found: [Meeting], _ console: Console) throws -> ExitStatus {
        console.say(.ambiguous, text, found.count.grouped)
        let fields = try output.fields.map(Field.list) ?? Field.list("id,date,session,body,chair.name")
        try output.write(Table(found, fields), to: console)
        return .failed
    }
}

extension Corpus {
    /// What the user typed; a path may count from the current folder, as shells complete it.
    func reference(_ text: String, _ console: Console) -> MeetingReference {
        let below = text.below(root, from: console)
        return MeetingReference(below != text && meetings.contains { $0.path == below } ? below : text)
    }
}

extension String {
    /// A path from the current folder as one below a folder, where a file lies there; else the text as it is.
    func below(_ root: String, from console: Console) -> String {
        let absolute = absolute(in: console.folder)
        return absolute.hasPrefix(root + "/") && FileManager.default.fileExists(atPath: absolute)
            ? String(absolute.dropFirst(root.count + 1)) : self
    }
}

extension MeetingReference {
    /// The meetings that the reference names, one report each unless all are asked for.
    func found(in meetings: [Meeting], filters: FilterOptions) throws -> [Meeting] {
        let all = matches(in: meetings)
        // An id or a path names one report, also where others tell of the same meeting.
        let found = filters.reports || all.count < 2 ? all : all.oneReportEach
        if found.isEmpty { throw NotFound(text: text, near: near(in: meetings)) }
        return found
    }
}

/// A reference that names no meeting.
struct NotFound: Error {
    var text: String
    var near: [String]
}

extension Meeting {
    /// The whole record, or the chosen fields under their paths.
    fileprivate func write(_ fields: [Field]?, to sink: inout JSONWriter) {
        guard let fields else { return write(to: &sink) }
        sink.object { sink in
            for field in fields {
                sink.key(named: field.name)
                field.value(of: self).write(to: &sink)
            }
        }
    }
}
