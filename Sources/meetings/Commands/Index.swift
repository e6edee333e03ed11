import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings index`: the records in one SQLite file.
struct Index: CorpusCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Build or refresh the index, which answers without reading the reports again.",
        usage: "meetings index [<options>]",
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
        guard !MeetingIndex.isDatabase(reader.root) else { throw Failure(.indexIsCorpus, corpus.corpus ?? reader.root, status: .usage) }
        guard FileManager.default.fileExists(atPath: reader.root) else {
            throw Failure(.cannotReadCorpus, "\(corpus.corpus ?? reader.root): \(String(cString: strerror(ENOENT)))")
        }
        if file == "" { throw Failure(.emptyValue, "--file", status: .usage) }
        let path = file?.absolute(in: console.folder) ?? reader.root + "/" + MeetingIndex.fileName, name = file ?? path
        let changes = try corpus.reading(reader.root) {
            do {
                switch IndexFile(at: path, isNamed: file != nil, trust: Trust(environment: console.environment)) {
                case .foreign(let reason): throw Failure(.indexIsForeign, name, reason)
                case .ours where !rebuild: return try MeetingIndex(file: path).refresh(from: reader)
                case .older:
                    console.say(.indexRebuilt, name)
                    fallthrough
                default: return try IndexBuild.run(at: path, named: name, of: reader, in: console)
                }
            } catch let problem as IndexProblem {
                throw Failure(.indexNotWritten, name, problem.reason)
            }
        }
        let counts = [changes.added, changes.changed, changes.removed, changes.unchanged].map(String.init)
        console.out.write(console.language.text(.indexed, [name] + counts) + "\n")
        return .done
    }
}

/// A new index takes its place once it is complete.
enum IndexBuild {
    @discardableResult
    static func run(at path: String, named name: String? = nil, of reader: CorpusReader, in console: Console) throws -> MeetingIndex.Changes
    {
        let target = try OutputFile(draftOf: path, named: name ?? path)
        let changes = try MeetingIndex(draft: target.place).refresh(from: reader, at: path)
        try target.commit()
        return changes
    }
}
