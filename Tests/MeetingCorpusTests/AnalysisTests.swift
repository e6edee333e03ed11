@testable import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct AnalysisTests {
    private func meeting(_ path: String, _ date: String?, number: Int?, chair: String = "王平", title: String = "县委书记") -> Meeting {
        var meeting = Meeting(path: path)
        meeting.kind = .standingCommittee
        meeting.date = date
        meeting.jurisdiction = "青石县"
        meeting.sessions = [Session(body: "县委常委会", number: number, term: nil)]
        meeting.chair = Chair(name: chair, titles: [title])
        return meeting
    }

    @Test func gapsLieBetweenDatedSessions() {
        let gaps = SessionGaps.all(in: [
            meeting("a", "2022-01-05", number: 3), meeting("b", "2022-02-05", number: 7), meeting("c", "2022-02-09", number: 8),
        ])
        #expect(gaps.count == 1)
        #expect(gaps[0].gaps.map(\.numbers) == [4...6])
        #expect(gaps[0].gaps[0].after == "2022-01-05")
        #expect(gaps[0].gaps[0].before == "2022-02-05")
    }

    @Test func numbersThatBeginAgainWithTheYearAreASeriesEach() {
        let gaps = SessionGaps.all(in: [
            meeting("a", "2021-06-05", number: 20), meeting("b", "2021-12-25", number: 40), meeting("c", "2022-01-05", number: 1),
            meeting("d", "2022-02-09", number: 3),
        ])
        #expect(gaps.map(\.year) == [2021, 2022])
        #expect(gaps.map { $0.gaps.map(\.numbers) } == [[21...39], [2...2]])
    }

    @Test func titlesOfPeopleHaveTheirTime() {
        let people = PersonRecord.all(in: [
            meeting("a", "2021-06-05", number: 1, title: "县长"), meeting("b", "2021-12-25", number: 2),
            meeting("c", "2022-01-05", number: 3),
        ])
        #expect(people.count == 1)
        #expect(people[0].chaired == 3)
        #expect(
            people[0].titles.map { "\($0.title) \($0.first ?? "") \($0.last ?? "")" } == [
                "县长 2021-06-05 2021-06-05", "县委书记 2021-12-25 2022-01-05",
            ])
    }

    @Test func documentsHaveACourse() {
        var first = meeting("a", "2021-06-05", number: 1), second = meeting("b", "2021-12-25", number: 2)
        for (i, action) in ["审议", "审议通过"].enumerated() {
            let item = AgendaItem(number: 1, action: action, title: "《办法》", documents: ["防汛办法"])
            if i == 0 { first.agenda = [item] } else { second.agenda = [item] }
        }
        first.documents = [CitedDocument(title: "防汛办法", mentions: 2)]
        second.documents = first.documents
        let course = DocumentCourse.all(in: [first, second])
        #expect(course[0].deliberated == "2021-06-05")
        #expect(course[0].passed == "2021-12-25")
        #expect(course[0].mentions == 4)
    }

    @Test func aReportIsShownOnceForEachMeeting() {
        var a = meeting("a", "2021-06-05", number: 1), b = meeting("b", "2021-06-05", number: 1)
        b.directives = [Directive(number: 1, agenda: nil, speaker: nil, verb: nil, point: nil, text: "要抓好防汛。")]
        a.duplicates = ["b"]
        b.duplicates = ["a"]
        #expect([a, b].oneReportEach.map(\.id) == ["b"])
        #expect([a].oneReportEach.map(\.id) == ["a"])
    }

    @Test func sentencesAreFoundInReportsThatMatchAsAWhole() throws {
        var report = meeting("a", "2021-06-05", number: 1)
        report.text = "会议研究防汛。会议强调，“要抓责任。”\n会后检查。"
        let lines = Concordance(of: try TextQuery("防汛 责任"), in: [report]).lines
        #expect(lines.map(\.sentence) == ["会议研究防汛。", "会议强调，“要抓责任。”"])
        #expect(lines[0].context(of: lines[0].hits[0]) == ("会议研究", "防汛", "。"))
    }
}
