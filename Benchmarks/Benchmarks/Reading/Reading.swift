import Benchmark
import Foundation
import MeetingParser

/// The stages in process, over the fixtures: reading alone (bytes to paragraphs) and the whole parse.
let benchmarks: @Sendable () -> Void = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folders = ["Fixtures/reports", "Fixtures/pages", "Fixtures/composed/reports"]
    let files: [[UInt8]] = folders.flatMap { folder -> [[UInt8]] in
        let path = root.appendingPathComponent(folder).path
        let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
        return names.filter { !$0.hasSuffix(".json") }.compactMap { FileManager.default.contents(atPath: path + "/" + $0).map(Array.init) }
    }
    let configuration = Benchmark.Configuration(metrics: [.wallClock, .throughput, .peakMemoryResident], scalingFactor: .kilo)
    Benchmark("read \(files.count) fixtures", configuration: configuration) { benchmark in
        for file in files { blackHole(MeetingParser.plainText(of: file, path: "x.html")) }
    }
    Benchmark("parse \(files.count) fixtures", configuration: configuration) { benchmark in
        for file in files { blackHole(MeetingParser.parse(file, path: "x.html")) }
    }
}
