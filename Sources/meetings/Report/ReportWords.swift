/// What the page of a corpus says, in both languages.
struct ReportWords {
    let language: Language

    private func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

    var contents: String { say("Contents", "目录") }
    var trust: String { say("What it is, and how far to trust it", "语料概况与可信度") }
    var time: String { say("Meetings over time", "会议的时间分布") }
    var topics: String { say("What agendas speak of", "议题用语") }
    var people: String { say("People", "人员") }
    var together: String { say("Who sits with whom", "同场关系") }
    var gaps: String { say("Sessions that the corpus lacks", "语料缺少的会次") }
    var courses: String { say("Documents and their courses", "文件的经过") }
    var places: String { say("League tables over time", "排名的变化") }
    var meetings: String { say("Meetings", "会议") }
    var search: String { say("Search (press /)", "查找（按 /）") }
    var more: String { say("Show more", "显示更多") }
    var noScript: String { say("The table needs JavaScript; all else does not.", "此表需要 JavaScript，其余部分不需要。") }
    var allMeetings: String { say("all meetings", "全部会议") }
    var shown: String { say("{1} of {2}", "{2} 次中的 {1} 次") }
    var warnings: String { say("Warnings and missing values", "警告与缺失值") }

    func topicsNote(_ least: Int) -> String {
        say(
            "Strings of characters that stand together in agenda items more often than chance, at least \(least) times.",
            "议题中常连用、至少出现 \(least) 次的词语。")
    }
    var placesNote: String {
        say("↑ from the head of a table, ↓ from its end, as the reports list them.", "↑ 表示前列的位次，↓ 表示末尾的位次，以报道所列为准。")
    }
    func first(_ count: Int, of all: Int, _ command: String) -> String {
        count < all
            ? say("The first \(count) of \(all.grouped); `\(command)` lists all.", "共 \(all.grouped) 项，列出前 \(count) 项；`\(command)` 列出全部。")
            : say("As `\(command)` lists.", "同 `\(command)`。")
    }
    func summary(_ meetings: Int, _ from: String?, _ to: String?, _ bodies: Int) -> String {
        let span = [from, to].compactMap(\.self)
        return say(
            "\(meetings.grouped) meetings" + (span.count == 2 ? " from \(span[0]) to \(span[1])" : "") + " of \(bodies.grouped) bodies",
            (span.count == 2 ? "\(span[0]) 至 \(span[1])，" : "") + "\(bodies.grouped) 个会议主体的 \(meetings.grouped) 次会议")
    }
    func madeBy(_ version: String) -> String { say("Made by meetings \(version).", "由 meetings \(version) 生成。") }
    func leftOut(directives: Int, agendas: Int, since: String, _ size: Int, _ command: String) -> String {
        say(
            "To keep this page within \(size) MB, the directives of the oldest \(directives) meetings and the agenda of \(agendas) are left out "
                + "(what is before \(since)); `\(command)` has them.",
            "为使本页不超过 \(size) MB，略去最早 \(directives) 次会议的要求和 \(agendas) 次会议的议题（\(since) 以前）；`\(command)` 可列出。")
    }

    // MARK: Facts of trust

    var reports: String { say("reports were read", "篇报道") }
    var noMeeting: String { say("of them report no meeting", "篇不是会议报道") }
    var reprints: String { say("further reports of the same meetings", "篇是同一会议的其他报道") }
    var unreadable: String { say("files could not be read", "个文件无法读取") }
    var printedDates: String { say("dates printed in full", "个日期完整载明") }
    var inferredDates: String { say("dates whose year is inferred", "个日期的年份由推断得出") }
    var undated: String { say("meetings without a known day", "次会议日期不明") }
    var warned: String { say("meetings with a warning", "次会议带有警告") }
}
