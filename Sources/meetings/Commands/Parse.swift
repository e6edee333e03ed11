import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

/// `meetings parse`: the first stage as a filter.
struct Parse: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        abstract: "Read reports from standard input and write a record a line, as they come.", usage: "meetings parse [<options>]",
        discussion: """
            EXAMPLES
              meetings parse < names-of-files.txt
              find reports -name '*.html' | meetings parse | meetings resolve
              find reports -type f | parallel --pipe meetings parse > records.ndjson
              find reports -type f | xargs -P 8 -n 500 printf '%s\\n' | meetings parse
              meetings parse < pages.ndjson.gz

            A line is the name of a file, or an object {"path": …, "content": …}. What \
            only several reports tell together (years, places, duplicates) is left to `resolve`. \
            Input may be packed with gzip or zstd.
            """)

    @Option(
        name: [.customShort("C"), .long],
        help: ArgumentHelp("The folder from which names and paths count. Default: the current folder.", valueName: "path"),
        completion: .directory)
    var corpus: String?

    @Flag(help: "Add where each value stands in its file.")
    var evidence = false

    @Flag(help: "Pages that are no reports of meetings too.")
    var all = false

    @Option(help: ArgumentHelp("Bytes that a line may have, in MiB; longer ones are named and passed over.", valueName: "number"))
    var maxEntry = LineReader.standardLimit >> 20

    func run(in console: Console) throws -> ExitStatus {
        guard (1...1024).contains(maxEntry) else { throw Failure(.badNumber, "--max-entry", String(maxEntry), "1", "1024", status: .usage) }
        let stream = RecordStream(root: corpus?.absolute(in: console.folder) ?? console.folder, options: .init(evidence: evidence))
        var input = console.input
        input.longest = maxEntry << 20
        var status = ExitStatus.done, others = 0
        try stream.run({ try input.nextLine() }) { outcome in
            switch outcome {
            case .record(let line, let isMeeting):
                guard isMeeting || all else {
                    others += 1
                    return
                }
                console.out.write(line)
                if console.out.bytes.count > 1 << 16 { try console.out.flush() }
            case .problem(let problem):
                console.complain("\(problem.path): \(problem.reason)")
                status = .incomplete
            }
        }
        if others > 0 { console.say(.pagesLeftOut, others.grouped) }
        return status
    }
}

extension LineReader {
    /// The next line; what is wrong with the stream is told in the user's language.
    mutating func nextLine() throws -> Line? {
        do { return try next() } catch { throw Failure(.cannotReadInput, error.reason) }
    }
}
