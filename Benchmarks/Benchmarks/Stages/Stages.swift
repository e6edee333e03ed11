import Benchmark
import Foundation
import MeetingCorpus
import MeetingParser

/// The stages of reading a corpus, each alone, on one core unless its name says otherwise.
///
/// The corpus is $MEETINGS_CORPUS, else the fixtures. Megabytes are those of the files as stored.
let benchmarks: @Sendable () -> Void = {
    let corpus = Corpus.standard
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .peakMemoryResident, megabytes], maxDuration: .seconds(5), maxIterations: 100)

    Benchmark("read: the bytes of every file") { benchmark in
        corpus.measure(benchmark) { for path in corpus.paths { blackHole(FileManager.default.contents(atPath: path)) } }
    }

    Benchmark("text: decode, tokenize, find the report") { benchmark in
        corpus.measure(benchmark) {
            for file in corpus.files { blackHole(MeetingParser.plainText(of: Report(file.bytes, path: file.path))) }
        }
    }

    Benchmark("parse: bytes to record") { benchmark in
        corpus.measure(benchmark) {
            for file in corpus.files { blackHole(MeetingParser.parse(file.bytes, path: file.path)) }
        }
    }

    Benchmark("write: record to JSON") { benchmark in
        corpus.measure(benchmark) {
            var writer = JSONWriter()
            for record in corpus.records { record.write(to: &writer) }
            blackHole(writer.bytes.count)
        }
    }

    Benchmark("infer: years, places, duplicates") { benchmark in
        corpus.measure(benchmark) {
            var records = corpus.records
            Inference.run(on: &records)
            blackHole(records.count)
        }
    }

    Benchmark("list: the whole pipeline, all cores") { benchmark in
        corpus.measure(benchmark) {
            let lister = RecordLister(reader: CorpusReader(root: corpus.root), filter: MeetingFilter(), keepsText: false)
            blackHole(try? lister.run { blackHole($0.count) })
        }
    }

    Benchmark("index: built anew, all cores") { benchmark in
        corpus.measure(benchmark) {
            let file = NSTemporaryDirectory() + UUID().uuidString
            blackHole(try? MeetingIndex(file: file).refresh(from: CorpusReader(root: corpus.root)))
            try? FileManager.default.removeItem(atPath: file)
        }
    }
}

private let megabytes = BenchmarkMetric.custom("MB/s", polarity: .prefersLarger, useScalingFactor: false)

/// Files and records that the stages work on.
private struct Corpus: Sendable {
    let root: String
    let paths: [String]
    let files: [(path: String, bytes: [UInt8])]
    let records: [Meeting]

    static let standard = Corpus(
        root: ProcessInfo.processInfo.environment["MEETINGS_CORPUS"]
            ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Fixtures").standardized.path)

    init(root: String) {
        self.root = root
        let names = (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []).sorted()
        let reports = names.filter { ["txt", "html", "md"].contains(($0 as NSString).pathExtension) }
        paths = reports.map { root + "/" + $0 }
        files = reports.compactMap { name in FileManager.default.contents(atPath: root + "/" + name).map { (name, Array($0)) } }
        records = files.map { MeetingParser.parse($0.bytes, path: $0.path) }
    }

    private var size: Int { files.reduce(0) { $0 + $1.bytes.count } }

    /// Runs the work once over the corpus, and notes how many megabytes a second that was.
    func measure(_ benchmark: Benchmark, _ work: () -> Void) {
        benchmark.startMeasurement()
        let time = ContinuousClock().measure(work)
        benchmark.stopMeasurement()
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        benchmark.measurement(megabytes, Int(Double(size) / 1e6 / seconds))
    }
}
