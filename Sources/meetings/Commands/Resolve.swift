import ArgumentParser
import MeetingCorpus
import MeetingParser

/// `meetings resolve`: the second stage as a filter.
struct Resolve: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Read records of whole series and fill in years, places and duplicates.",
        discussion: """
            EXAMPLES
              meetings resolve < records.ndjson
              find reports -type f | meetings parse | meetings resolve > records.ndjson
              cat part-*.ndjson | meetings resolve | jq -c '{id, date}'

            Give it all records of a place together: a year follows from the numbers and \
            the chairs of the same place. The order of the records is kept.
            """)

    func run(in console: Console) throws -> ExitStatus {
        var input = console.input
        var resolver = RecordResolver()
        var status = ExitStatus.done
        var number = 0
        while let line = try input.nextLine() {
            number += 1
            if case .bytes(let line) = line, line.allSatisfy({ $0 <= 0x20 }) || resolver.add(line) { continue }
            console.say(.notARecord, String(number))
            status = .incomplete
        }
        try resolver.resolve { line in
            console.out.write(line)
            if console.out.bytes.count > 1 << 16 { try console.out.flush() }
        }
        return status
    }
}
