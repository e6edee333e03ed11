import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct PeriodTests {
    @Test(arguments: [
        ("2020", "2020-01-01", "2020-12-31"), ("2020-02", "2020-02-01", "2020-02-29"), ("2020-05-27", "2020-05-27", "2020-05-27"),
        ("2020年5月", "2020-05-01", "2020-05-31"), ("二〇二〇年", "2020-01-01", "2020-12-31"), ("2020-Q2", "2020-04-01", "2020-06-30"),
        ("2020-05..2020-08", "2020-05-01", "2020-08-31"), ("2020/5/7", "2020-05-07", "2020-05-07"),
    ])
    func periodsAreWhole(_ text: String, _ first: String, _ last: String) {
        let period = Period(text)
        #expect(period?.first.iso == first)
        #expect(period?.last.iso == last)
    }

    @Test(arguments: ["2020-13", "yesterday", "", "2020-02-30", "20", "2020-08..2020-05", "2020-05-27-1", "5月"])
    func otherTextsAreNone(_ text: String) { #expect(Period(text) == nil) }

    @Test func filtersAddUpAndNotExcludes() throws {
        var meeting = MeetingParser.parse(
            Array("标题\n2020年5月27日，区委常委会召开第181次会议。区委书记于军主持会议。会议指出，要抓好防汛。".utf8), path: "a.txt", options: .init(text: true))
        meeting.jurisdiction = "海淀区"
        var filter = MeetingFilter()
        #expect(filter.matches(meeting))
        filter.bodies = Alternatives(["常委会"])
        filter.since = Period("2020-05")
        filter.until = Period("2020-05")
        filter.texts = [try TextQuery("防汛")]
        #expect(filter.matches(meeting))
        filter.chairs = Alternatives(["not:于军"])
        #expect(!filter.matches(meeting))
        filter.chairs = Alternatives(["张三", "于军"])
        #expect(filter.matches(meeting))
        filter.sessions = [SessionNumbers("180..189")!]
        #expect(filter.matches(meeting))
        filter.since = Period("2021")
        #expect(!filter.matches(meeting))
    }
}
