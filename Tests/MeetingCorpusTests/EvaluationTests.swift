import Foundation
@testable import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct EvaluationTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let scorer = root.deletingLastPathComponent().appendingPathComponent("shared/score/score.py")

    /// The same figures as the scorer in ../shared, to the last digit. Skips where that is not there.
    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: scorer.path), "skipped: ../shared/score/score.py is not there"),
        arguments: ["composed", "five"])
    func figuresAreThoseOfTheScorer(_ set: String) throws {
        let reports = set == "five" ? "Fixtures/reports" : "Fixtures/composed/reports"
        let gold = Self.root.appendingPathComponent(set == "five" ? "Fixtures/gold" : "Fixtures/composed/gold").path
        let meetings = try CorpusReader(root: Self.root.appendingPathComponent(reports).path).read().meetings
        let theirs = try Self.score(meetings.filter { $0.kind != .other }, gold)
        let ours = try Evaluation(of: meetings, against: gold)
        let beside = try Self.more(meetings.filter { $0.kind != .other }, gold)
        for figure in ours.figures {
            if let printed = beside[figure.field] {
                #expect(abs(figure.score - printed) < 0.0006, "\(figure.field): \(figure.score), the scorer says \(printed)")
                continue
            }
            let expected = try #require(theirs[figure.field]?[figure.isAccuracy ? "accuracy" : "f1"])
            #expect(abs(figure.score - expected) < 1e-12, "\(figure.field): \(figure.score), the scorer says \(expected)")
            #expect(figure.low <= figure.score && figure.score <= figure.high, "\(figure.field)")
        }
    }

    /// What `--more` prints: a name and `f1` in a line.
    private static func more(_ meetings: [Meeting], _ gold: String) throws -> [String: Double] {
        let lines = String(decoding: try output(meetings, gold, "--more"), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: " ")
        }
        let f1 = lines.filter { $0.count > 2 && $0[1] == "f1" && ReportScore.more.contains(String($0[0])) }
        return Dictionary(f1.map { (String($0[0]), Double($0[2]) ?? -1) }) { first, _ in first }
    }

    private static func score(_ meetings: [Meeting], _ gold: String) throws -> [String: [String: Double]] {
        try JSONDecoder().decode([String: [String: Double]].self, from: output(meetings, gold, "--json"))
    }

    private static func output(_ meetings: [Meeting], _ gold: String, _ option: String) throws -> Data {
        var writer = JSONWriter()
        for meeting in meetings {
            meeting.write(to: &writer)
            writer.endLine()
        }
        let records = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".ndjson")
        try Data(writer.bytes).write(to: records)
        defer { try? FileManager.default.removeItem(at: records) }
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", scorer.path, gold, records.path, option]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }

    @Test func aWrongRecordLosesPoints() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let gold = #"{"date":"2020-05-27","chair":{"name":"于军"},"documents":["甲","乙"],"directives":[]}"#
        try Data(gold.utf8).write(to: folder.appendingPathComponent("a.gold.json"))
        var meeting = Meeting(path: "x/a.txt")
        meeting.kind = .meeting
        meeting.date = "2020-05-28"
        meeting.chair = Chair(name: "于军", titles: [])
        meeting.documents = [CitedDocument(title: "甲", mentions: 1), CitedDocument(title: "丙", mentions: 1)]
        let evaluation = try Evaluation(of: [meeting], against: folder.path)
        let scores = Dictionary(uniqueKeysWithValues: evaluation.figures.map { ($0.field, $0.score) })
        #expect(scores["date"] == 0)
        #expect(scores["chair"] == 1)
        #expect(scores["documents"] == 0.5)
        #expect(evaluation.misses.map { $0.sign + $0.item } == ["≠2020-05-27 ≠ 2020-05-28", "-乙", "+丙"])
    }

    /// What a reader did not state is not scored; a draft holds the program's own answers; a key that none has is refused.
    @Test func onlyWhatIsStatedIsScored() throws {
        let folder = NSTemporaryDirectory() + "gold-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let meetings = try CorpusReader(root: Self.root.appendingPathComponent("Fixtures/reports").path).read().meetings
        let name = String(meetings[0].id.split(separator: "/").last!) + ".gold.json"
        func scores(_ gold: some StringProtocol) throws -> [String: Double] {
            try Data(gold.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
            let figures = try Evaluation(of: meetings, against: folder).figures
            return Dictionary(uniqueKeysWithValues: figures.map { ($0.field, $0.score) })
        }
        #expect(try scores(String(decoding: GoldFormat.draft(of: meetings[0]), as: UTF8.self)).values.allSatisfy { $0 == 1 })
        #expect(try scores("{\"date\": \"\(meetings[0].date!)\", \"notes\": \"\"}")["mean"] == 1)
        #expect(try scores("{\"date\": null}")["mean"] == 0)
        #expect(throws: GoldError.self) { try scores("{\"dates\": null}") }
    }
}
