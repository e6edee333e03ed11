import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings index`: the records in one SQLite file.
struct Index: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Build or refresh the index, which answers without reading the reports again.",
        discussion: """
            EXAMPLES
              meetings index
              meetings index -C reports --file reports.sqlite
              meetings list -C reports.sqlite --since 2020-05
              sqlite3 reports.sqlite "select date, title from agenda_item where title like '%防汛%'"

            The index of a folder is the hidden file .meetings.sqlite in it. Commands find it \
            there, and bring it in step with the files first: they answer as without it. An \
            index that is named with -C answers as it is, without a look at the files.
            """)

    @OptionGroup(title: "Corpus") var corpus: CorpusOptions

    @Option(help: ArgumentHelp("The file to write. Default: .meetings.sqlite in the corpus.", valueName: "file"), completion: .file())
    var file: String?

    @Flag(help: "Read every file anew.")
    var rebuild = false

    func run(in console: Console) throws -> ExitStatus {
        let reader = try corpus.reader(in: console, options: .init())
        guard !MeetingIndex.isIndex(reader.root) else { throw Failure(.indexIsCorpus, corpus.corpus ?? reader.root, status: .usage) }
        guard FileManager.default.fileExists(atPath: reader.root) else {
            throw Failure(.cannotReadCorpus, "\(corpus.corpus ?? reader.root): \(String(cString: strerror(ENOENT)))")
        }
        if file == "" { throw Failure(.emptyValue, "--file", status: .usage) }
        let path = file?.absolute(in: console.folder) ?? reader.root + "/" + MeetingIndex.fileName
        // A new index takes its place once it is complete; an old one is changed in one transaction.
        let draft = FileManager.default.fileExists(atPath: path) ? nil : try OutputFile(file ?? path, in: console.folder)
        let changes = try corpus.reading(reader.root) {
            do {
                return try MeetingIndex(file: draft?.place ?? path, isDraft: draft != nil).refresh(from: reader, isComplete: rebuild)
            } catch let problem as IndexProblem {
                throw Failure(.cannotWriteFile, file ?? problem.file, problem.reason)
            }
        }
        try draft?.commit()
        let counts = [changes.added, changes.changed, changes.removed, changes.unchanged].map(String.init)
        console.out.write(console.language.text(.indexed, [file ?? path] + counts) + "\n")
        return .done
    }
}
