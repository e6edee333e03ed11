import Foundation
import MeetingCorpus
import MeetingParser

/// How fast one core reads reports: bytes to plain text, bytes to records, and inference across the records, beside
/// `wc -l` over the same files.
///
/// usage: Throughput FOLDER [--runs N]; medians of the runs, which take turns.
@main
struct Throughput {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1 else {
            print("usage: Throughput FOLDER [--runs N]")
            exit(2)
        }
        let folder = arguments[1]
        let runs = arguments.firstIndex(of: "--runs").flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? 7
        let names = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted().map { folder + "/" + $0 }
        let files = names.compactMap { FileManager.default.contents(atPath: $0).map(Array.init) }
        let size = Double(files.reduce(0) { $0 + $1.count }) / 1e6
        var reading: [Double] = [], parsing: [Double] = [], inferring: [Double] = [], counting: [Double] = []
        let records = zip(names, files).map { MeetingParser.parse($1, path: String($0.dropFirst(folder.count + 1))) }
        for _ in 0..<runs {
            counting.append(try seconds { try countLines(folder) })
            reading.append(seconds { for file in files { sink += MeetingParser.plainText(of: file, path: "x.txt").utf8.count } })
            inferring.append(seconds {
                var meetings = records
                Inference.run(on: &meetings)
                sink += meetings.count
            })
            parsing.append(seconds { for file in files { sink += MeetingParser.parse(file, path: "x.txt").directives.count } })
        }
        func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
        func row(_ label: String, _ times: [Double]) {
            let time = median(times)
            print("\(label)  \(Int(time * 1000)) ms  \(Int(size / time)) MB/s  \((time / median(counting) * 100).rounded() / 100) × wc -l")
        }
        print("\(files.count) files, \(Int(size)) MB, medians of \(runs) runs on one core, files in memory (wc reads them itself)")
        row("wc -l    ", counting)
        row("reading  ", reading)
        row("parsing  ", parsing)
        row("inference", inferring)
    }

    nonisolated(unsafe) private static var sink = 0

    private static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let time = try ContinuousClock().measure(work)
        return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
    }

    private static func countLines(_ folder: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "find \"$0\" -type f -print0 | xargs -0 wc -l > /dev/null", folder]
        try process.run()
        process.waitUntilExit()
    }
}
