import Foundation
import Testing

@testable import MeetingCorpus
@testable import MeetingParser

/// Figures of the analyses beside those of other programs.
@Suite struct FiguresTests {
    /// Python 3.11: `2*((a*log(a/e1) if a else 0) + (b*log(b/e2) if b else 0))` with `e1 = n1*(a+b)/(n1+n2)` and
    /// `e2 = n2*(a+b)/(n1+n2)`, the two cells of Rayson and Garside (2000). R 4.2.2 gives the same to nine places, as the deviance of
    /// a Poisson model of one rate: `deviance(glm(c(a, b) ~ 1, family = poisson, offset = log(c(n1, n2))))`.
    @Test(arguments: [
        (120, 60, 10_000, 10_000, 20.387_884_415_447_672), (5, 0, 1_000, 4_000, 16.094_379_124_341_003),
        (33, 77, 52_000, 61_000, 11.778_513_155_574_213),
    ])
    func logLikelihoodIsThatOfTheLiterature(_ a: Int, _ b: Int, _ sizeA: Int, _ sizeB: Int, _ expected: Double) {
        #expect(abs(Keyness.logLikelihood(a, b, sizeA, sizeB) - expected) < 1e-9)
    }

    /// Python: `math.log2((120/10000)/(60/10000)) == 1.0`, and half an occurrence for none: `log2((5/1000)/(0.5/4000))`.
    @Test func logRatioCountsDoublings() {
        #expect(Keyness.logRatio(120, 60, 10_000, 10_000) == 1)
        #expect(abs(Keyness.logRatio(5, 0, 1_000, 4_000) - 5.321_928_095) < 1e-6)
    }

    private static func meeting(_ text: String, on date: String? = nil) -> Meeting {
        var meeting = Meeting(path: "x")
        (meeting.text, meeting.date) = (text, date)
        return meeting
    }

    /// A phrase comes out whole: neither its parts nor what stands beside it by chance.
    @Test func phrasesAreWhole() {
        let starts = ["会上", "此外", "目前", "昨天", "随后", "据悉", "今年", "全市", "近日", "当天"]
        let a = (0..<40).map { i in
            Self.meeting("\(starts[i % 10])推进接诉即办\(["工作", "改革", "机制", "热线", "问题"][i % 5])，\(starts[(i + 3) % 10])抓好生产。")
        }
        let b = (0..<40).map { i in
            Self.meeting("\(starts[i % 10])研究防汛抗旱\(["任务", "部署", "物资", "队伍", "预案"][i % 5])，\(starts[(i + 7) % 10])抓好生产。")
        }
        let keyness = Keyness(of: [a, b])
        let words = keyness.phrases.map(\.text)
        #expect(words.contains { $0.contains("接诉即办") } && words.contains { $0.contains("防汛抗旱") })
        #expect(!words.contains("接诉即") && !words.contains("诉即办") && !words.contains("汛抗"))
        #expect(keyness.phrases.first { $0.text.contains("接诉即办") }.map { $0.a == 40 && $0.b == 0 && $0.logRatio > 5 } == true)
    }

    /// Newman (2001): a meeting of n people adds 1/(n-1) to each of its pairs. `.ci/exports` has networkx compute the same.
    @Test func tiesOfLargeMeetingsWeighLess() {
        var large = Self.meeting("", on: "2020-05-01"), small = Self.meeting("", on: "2021")
        large.participants = ["甲", "乙", "丙"].map { Participant(name: $0, titles: [], role: .attended) }
        small.chair = Chair(name: "甲", titles: [])
        small.participants = [Participant(name: "乙", titles: [], role: .attended)]
        let network = CoAttendance([large, small])
        #expect(network.edges.count == 3)
        #expect(network.edges[0].meetings == 2 && network.edges[0].weight == 1.5)
        #expect(network.edges[0].since == "2020-05-01" && network.edges[0].until == "2021")
        #expect(network.people.map(\.meetings).sorted() == [1, 2, 2])
    }

    /// Every stretch of time has its points, also those in which nothing was.
    @Test func trendsHaveNoHoles() throws {
        let meetings = [
            Self.meeting("防汛工作。防汛和防汛。", on: "2019-11-30"), Self.meeting("其他。", on: "2020-02-01"), Self.meeting("防汛。"),
            Self.meeting("防汛。", on: "2020"),
        ]
        let trend = TermTrend(of: [("防汛", try TextQuery("防汛"))], in: meetings, by: .month)
        #expect(trend.periods == ["2019-11", "2019-12", "2020-01", "2020-02"])
        #expect(trend.points.map(\.meetings) == [1, 0, 0, 0] && trend.points.map(\.ofMeetings) == [1, 0, 0, 1])
        #expect(trend.points[0].sentences == 2 && trend.points[0].hits == 3 && trend.points[0].characters == 11)
        #expect(trend.undated == 2)
        #expect(TimeUnit.quarter.names(from: "2019-Q3", to: "2020-Q2") == ["2019-Q3", "2019-Q4", "2020-Q1", "2020-Q2"])
    }

    @Test func differencesAreByIdAndField() throws {
        var before = Self.meeting(""), after = Self.meeting("")
        (before.id, after.id) = ("a", "a")
        after.date = "2020-05-27"
        var gone = before
        gone.id = "b"
        let differences = RecordDifference.all(from: [before, gone], to: [after])
        #expect(differences.map { "\($0.id) \($0.change) \($0.field ?? "")" } == ["a changed date", "b removed "])
        #expect(RecordDifference.all(from: [before], to: [before]).isEmpty)
        // Lines are parsed only where no record at hand prints them.
        let lines = [before, gone].map { meeting in
            var writer = JSONWriter()
            meeting.write(to: &writer)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
        let path = NSTemporaryDirectory() + "records-\(UUID().uuidString).ndjson"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try (lines + ["{}"]).joined(separator: "\n").write(toFile: path, atomically: true, encoding: .utf8)
        for known in [[], [before], [after], [gone, before]] {
            let contents = try CorpusContents(recordsIn: path, named: "before.ndjson", known: known)
            #expect(contents.meetings == [before, gone])
            #expect(contents.problems.map(\.path) == ["before.ndjson:3"])
        }
    }

    /// Nearly the same is what shares four fifths of its strings of four characters: one word of many may differ.
    @Test func sentencesAreFoundAgain() {
        let said = "要坚持人民至上生命至上压实各级各部门和属地单位的防汛责任加强会商研判和预警叫应备足队伍物资确保群众生命财产安全和城市平稳运行"
        let near = said.replacing("平稳", with: "有序"), far = "要坚持问题导向抓好整改落实推动全区高质量发展迈上新台阶取得新的更大成效"
        let meetings = [("2021-07-01", near), ("2020-07-01", said), ("2022-07-01", far), ("2023-07-01", said)].enumerated().map { i, each in
            var meeting = Self.meeting("会议强调。\(each.1)。", on: each.0)
            meeting.id = "r\(i)"
            return meeting
        }
        let chains = SentenceReuse(in: meetings).chains
        #expect(chains.count == 1 && chains[0].sentence == said)
        #expect(chains[0].uses.map(\.id) == ["r1", "r0", "r3"])
    }
}
