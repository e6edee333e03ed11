import Testing

@testable import MeetingParser

@Suite struct DeadlineTests {
    /// What is printed, and the last day that keeps it, for a meeting on Friday 13 November 2020; nil where the words tell no day.
    @Test(arguments: [
        ("12月10日前", "2020-12-10"), ("2021年1月底前", "2021-01-31"), ("年底前", "2020-12-31"), ("明年2月底前", "2021-02-28"), ("9月底前", "2021-09-30"),
        ("12月前", "2020-11-30"), ("本月底前", "2020-11-30"), ("下月10日前", "2020-12-10"), ("12月上旬前", "2020-12-10"), ("三个工作日内", "2020-11-18"),
        ("24小时内", "2020-11-14"), ("两周内", "2020-11-27"), ("三个月内", "2021-02-13"), ("20日前", "2020-11-20"), ("每月20日前", nil), ("国庆节前", nil),
        ("2月30日前", nil),
    ])
    func tellsTheDay(_ printed: String, _ day: String?) {
        #expect(Deadline.lastDay(printed, from: CalendarDay(year: 2020, month: 11, day: 13)!)?.iso == day)
    }
}
