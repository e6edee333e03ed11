import Foundation

/// What records say of themselves, in the user's language: in JSON these messages stay English, as all data.
enum WarningMessage {
    static func text(_ message: String, in language: Language) -> String {
        guard language == .zh else { return message }
        for (pieces, chinese) in patterns {
            guard let parts = matched(message, pieces) else { continue }
            return parts.enumerated().reduce(chinese) { $0.replacing("{\($1.offset + 1)}", with: $1.element) }
        }
        return message
    }

    /// The messages parted at {1}, {2} …, once for all: `check --by-file` asks for a hundred thousand.
    private static let patterns = messages.map { english, chinese in
        (english.replacing(/\{\d\}/, with: "{}").components(separatedBy: "{}"), chinese)
    }

    /// What stands between the pieces of a pattern; nil where the message is another.
    private static func matched(_ message: String, _ pieces: [String]) -> [String]? {
        guard message.hasPrefix(pieces[0]) else { return nil }
        var parts: [String] = [], rest = message.dropFirst(pieces[0].count)
        for (i, piece) in pieces.enumerated().dropFirst() {
            let isLast = i == pieces.count - 1
            guard let found = isLast && piece.isEmpty ? rest.endIndex..<rest.endIndex : rest.firstRange(of: piece) else { return nil }
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        return rest.isEmpty ? parts : nil
    }

    /// Every message of the parser and the corpus; a test finds none left out.
    static let messages: [(String, String)] = [
        ("the year is inferred from {1} dated reports chaired by {2} from {3} to {4}", "年份据{2}主持、{3} 至 {4} 间的 {1} 篇有日期的报道推定"),
        ("the year is inferred from {1} dated report chaired by {2} from {3} to {4}", "年份据{2}主持、{3} 的 {1} 篇有日期的报道推定"),
        ("the year follows from session {1} on {2}, session {3} on {4}", "年份据 {2} 的第 {1} 次与 {4} 的第 {3} 次会议推定"),
        ("the year follows from another report of session {1} on {2}", "年份据第 {1} 次会议（{2}）的另一篇报道推定"),
        ("the year follows from session {1} on {2}", "年份据 {2} 的第 {1} 次会议推定"),
        ("no {1} fits the dated sessions around no. {2}", "{1} 与第 {2} 次前后有日期的会议不合"),
        ("no. {1} occurs in several years, and {2} fits more than one of them", "第 {1} 次见于多年，{2} 与其中不止一年相合"),
        ("the year is inferred from “{1}”", "年份据“{1}”推定"), ("the year is inferred from {1}", "年份据 {1} 推定"),
        ("the year follows from {1}", "年份据 {1} 推定"), ("the year is taken from the URL", "年份取自网址"),
        ("the year is taken from the path", "年份取自路径"), ("the day is counted from the date in the URL", "日期据网址中的日期推算"),
        ("the day is counted from the date in the path", "日期据路径中的日期推算"),
        ("the printed date is after the publication date {1}", "所印日期晚于发布日期 {1}"),
        ("the day {1} would be after the publication {2}", "{1} 会晚于发布日期 {2}"),
        ("the day found lies {1} days before the publication {2}", "所得日期比发布日期 {2} 早 {1} 天"),
        ("the text suggests {1}, the series of sessions {2}", "正文提示为 {1}，会次序列提示为 {2}"),
        ("taken from other reports chaired by {1}", "取自{1}主持的其他报道"),
        ("no city is named; the districts named are those of {1}", "未写明城市；所提各区属于{1}"),
        ("“{1}” begins with no family name that is known", "“{1}”不以已知姓氏开头"),
        ("“{1}” does not end as names of places do", "“{1}”不像地名"), ("“{1}” does not say whose it is", "“{1}”未写明属于何处"),
        ("several reports seem to stand in one", "一篇之内似有多篇报道"),
        ("the report takes more steps than its size allows; from here on values may be missing", "处理此文所需步数超过其篇幅所允许；此后的内容可能缺失"),
        ("some bytes are no {1} and became U+FFFD", "有的字节不是 {1}，已换为 U+FFFD"),
        ("the page declares {1}, but its bytes are {2}", "网页声明为 {1}，而字节为 {2}"),
        ("the front matter {1}; its plain lines were read", "文首元数据有误（{1}）；只读了其中的普通行"),
        ("it recalls a meeting of {1}", "文中回顾的是 {1} 的会议"), ("no sentence says that a body met", "没有一句写明何机构开会"),
        ("the headline names a document", "标题是文件名"), ("a notice", "通知"), ("a letter or speech", "书信或讲话"),
        ("a feature", "侧记或综述"), ("a visit", "走访调研"), ("a list of what a programme brings", "节目内容提要"),
        ("articles of a regulation", "法规条文"), ("no cue in the report", "文中未提及"), ("a cue, but no value", "文中提及而未能读出"),
        ("set by {1}", "由 {1} 设定"),
    ]
}
