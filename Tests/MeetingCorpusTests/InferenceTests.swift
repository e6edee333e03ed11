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

    private func session(_ path: String, _ number: Int, _ day: String, chair: String = "王平", more: String = "") -> Meeting {
        report(path, "标题\n\(day)，青石县委常委会召开第\(number)次会议，研究青石县防汛工作。县委书记\(chair)主持会议。", more: more)
    }

    @Test func numbersThatFallWhileTimeRisesAreContradictions() {
        var meetings = [
            session("a.txt", 10, "2022年3月1日"), session("b.txt", 12, "2022年3月9日"), session("c.txt", 11, "2022年4月1日"),
        ]
        Inference.run(on: &meetings)
        #expect(meetings[1].warnings.contains { $0.code == "session-out-of-order" && $0.message.contains("c") })
        #expect(meetings[2].warnings.contains { $0.code == "session-out-of-order" && $0.message.contains("b") })
        #expect(meetings[0].warnings.isEmpty)
        #expect(meetings.map(\.date) == ["2022-03-01", "2022-03-09", "2022-04-01"])
    }

    @Test func numbersThatBeginAgainWithTheYearAreNoContradiction() {
        var meetings = [
            session("a.txt", 40, "2021年12月20日"), session("b.txt", 1, "2022年1月9日"), session("c.txt", 2, "1月20日"),
        ]
        Inference.run(on: &meetings)
        #expect(meetings.allSatisfy { !$0.warnings.contains { $0.code == "session-out-of-order" } })
        #expect(meetings[2].date == "2022-01-20")
    }

    @Test func reportsOfOneSessionThatDisagreeAreWarned() {
        var meetings = [session("a.txt", 10, "2022年3月1日"), session("b.txt", 10, "2022年3月2日", chair: "李明")]
        Inference.run(on: &meetings)
        for meeting in meetings {
            #expect(meeting.warnings.filter { $0.code == "reports-disagree" }.map(\.field) == ["date", "chair"], "\(meeting.id)")
        }
        #expect(meetings[0].date == "2022-03-01")
    }

    @Test func reprintsWithoutANumberAreFoundByTheirText() {
        let demands = (1...6).map { "要抓好第\($0)项重点工作，逐项明确责任。" }.joined()
        let lead = "2022年3月1日，青石县召开防汛工作会议。县长李明主持会议。"
        var meetings = [
            report("a.txt", "甲报标题\n" + lead, more: demands), report("b.txt", "乙网标题\n" + lead, more: demands + "要确保安全。"),
            report("c.txt", "标题\n2022年3月1日，青石县召开招商工作会议。县长李明主持会议。", more: "要招商。要引资。要服务。要抓项目。"),
        ]
        Inference.run(on: &meetings)
        #expect(meetings.map(\.duplicates) == [["b"], ["a"], []])
    }

    @Test func theOrderOfFilesChangesNothing() {
        let meetings = [
            session("a.txt", 10, "2022年3月1日"), session("b.txt", 12, "3月9日"), session("c.txt", 11, "3月5日"),
            session("d.txt", 12, "2022年3月9日"),
            report("e.txt", "标题\n7月9日，青石县安委会召开全体会议，研究青石县防汛工作。县委书记王平主持会议。"), session("f.txt", 3, "2021年1月5日"),
        ]
        var straight = meetings
        Inference.run(on: &straight)
        for shift in 1..<meetings.count {
            var turned = Array(meetings[shift...] + meetings[..<shift])
            Inference.run(on: &turned)
            for meeting in straight {
                let same = turned.first { $0.id == meeting.id }
                #expect(same?.date == meeting.date)
                #expect(same?.duplicates == meeting.duplicates)
                #expect(Set(same?.warnings ?? []) == Set(meeting.warnings))
            }
        }
    }
}
