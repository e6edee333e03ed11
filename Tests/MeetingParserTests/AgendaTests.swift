import MeetingParser
import Testing

/// Items that one sentence names.
@Suite struct AgendaTests {
    @Test(arguments: [
        ("会议还传达学习了省委印发的《节约条例》,以及沈砚秋县长批示要求,讨论贯彻意见。", ["省委印发的《节约条例》", "沈砚秋县长批示要求"]),
        (
            "会议传达学习柏知远主任在青石调研时的讲话精神，闻一舟副省长出席数字建设峰会时的讲话精神，以及全省总结部署会精神，研究贯彻意见。",
            ["柏知远主任在青石调研时的讲话精神", "闻一舟副省长出席数字建设峰会时的讲话精神", "全省总结部署会精神"]
        ),
        ("会议传达学习全省会议精神，县委书记沈砚秋出席会议并讲话。", ["全省会议精神"]),
        ("会议传达学习了全市会议精神，要求全县上下认真贯彻会议精神。", ["全市会议精神"]),
    ])
    func whatIsTaughtMayGoOn(_ sentence: String, _ titles: [String]) {
        let report = "县政府召开第80次常务会议\n2025年5月23日，青石县政府召开第80次常务会议。县长沈砚秋主持会议。\n\(sentence)\n"
        let meeting = MeetingParser.parse(Array(report.utf8), path: "a.txt")
        #expect(meeting.agenda.map(\.title) == titles)
    }
}
