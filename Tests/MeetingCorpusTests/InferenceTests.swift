import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct InferenceTests {
    private func report(_ path: String, _ lead: String, more: String = "") -> Meeting {
        let text = "\(lead)\n会议指出，要抓好青石县重点工作。\(more)\n"
        return MeetingParser.parse(Array(text.utf8), path: path)
    }

    private func dates(_ meetings: [Meeting]) -> [String?] {
        var meetings = meetings
        Inference.run(on: &meetings)
        return meetings.map(\.date)
    }

    @Test func aSeriesOfSessionsTellsTheYear() {
        let meetings = [
            report("a.txt", "标题甲\n2022年12月20日，中共青石县委常委会召开第43次会议，研究青石县防汛工作。县委书记王平主持会议。"),
            report("b.txt", "标题乙\n1月9日，青石县委常委会召开第44次会议，研究青石县防汛工作。县委书记王平主持会议。"),
            report("c.txt", "标题丙\n11月28日，青石县委常委会召开第41次会议，研究青石县防汛工作。县委书记王平主持会议。"),
        ]
        #expect(dates(meetings) == ["2022-12-20", "2023-01-09", "2022-11-28"])
        #expect(dates(meetings.reversed()) == ["2022-11-28", "2023-01-09", "2022-12-20"])
    }

    @Test func anotherReportOfTheSameChairTellsTheYear() {
        let meetings = [
            report("a.txt", "标题甲\n2022年5月20日，青石县委召开全县防汛工作会议。县委书记王平主持会议。"),
            report("b.txt", "标题乙\n7月9日，青石县安委会召开全体会议，研究青石县防汛工作。县委书记王平主持会议。"),
        ]
        var inferred = meetings
        Inference.run(on: &inferred)
        #expect(inferred[1].date == "2022-07-09")
        #expect(inferred[1].dateBasis.year == .corpus)
        #expect(inferred[1].warnings.contains { $0.code == "year-from-corpus" })
    }

    @Test func nothingIsDatedWithoutABasis() {
        #expect(dates([report("a.txt", "标题\n7月9日，青石县安委会召开全体会议。县长李明主持会议。")]) == [nil])
    }

    @Test func aNumberOutOfOrderIsAWarningAndNoChoice() {
        var meetings = [
            report("a.txt", "标题\n2022年3月1日，青石县委常委会召开第10次会议。县委书记王平主持会议。"),
            report("b.txt", "标题\n2022年3月9日，青石县委常委会召开第12次会议。县委书记王平主持会议。"),
            report("c.txt", "标题\n8月1日，青石县委常委会召开第11次会议。县长赵强主持会议。"),
        ]
        Inference.run(on: &meetings)
        #expect(meetings[2].warnings.contains { $0.code == "series-out-of-order" })
    }

    @Test func reportsOfTheSameSessionAreLinked() {
        var meetings = [
            report("a.txt", "标题甲\n2022年3月1日，青石县委常委会召开第10次会议。县委书记王平主持会议。"),
            report("b.txt", "标题乙\n2022年3月1日，青石县委常委会召开第10次会议。县委书记王平主持会议。"),
        ]
        Inference.run(on: &meetings)
        #expect(meetings.map(\.duplicates) == [["b"], ["a"]])
    }
}
