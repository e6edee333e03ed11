import Foundation
import MeetingParser

/// Which column or key of a table is what: by its name, the text else by its content, unless the settings say.
public struct ColumnNames: Sendable {
    /// `text`, `title`, `url`, `published`, `source`, `author`, `key` → the name of a column, as the user set them.
    public var set: [String: String]

    /// Roles that the user gave columns, by their names.
    public init(set: [String: String] = [:]) { self.set = set }

    /// What the columns of tables are called, the surest first; in lower case.
    static let known: [(role: String, names: [String])] = [
        (
            "text",
            [
                "正文", "content", "text", "body", "全文", "内容", "fulltext", "full_text", "article", "content:encoded", "content_html", "html",
                "description", "summary",
            ]
        ),
        ("title", ["标题", "title", "headline", "题目", "subject", "name"]),
        ("url", ["url", "link", "网址", "链接", "href", "source_url", "page_url"]),
        (
            "published",
            [
                "发布时间", "发布日期", "published", "pubdate", "publish_date", "publish_time", "published_at", "date", "日期", "时间", "time",
                "updated", "dc:date", "created_at",
            ]
        ),
        ("source", ["来源", "source", "媒体", "media", "publisher"]),
        ("author", ["作者", "author", "记者", "dc:creator"]),
        ("key", ["id", "guid", "_id", "编号", "序号", "uuid"]),
    ]

    /// What a column may be: text, title, date and the like.
    public static let roles = known.map(\.role)
}

/// Which column is what in one table.
struct Columns {
    private var roles: [(role: String, column: String)] = []

    /// nil where no column holds Chinese sentences.
    ///
    /// - Parameter rows: the first rows, by their names as printed.
    init?(_ names: ColumnNames, rows: [[String: String]]) {
        var columns: [String] = []
        for row in rows { columns += row.keys.sorted().filter { !columns.contains($0) } }
        for (role, known) in ColumnNames.known {
            if let set = names.set[role] {
                roles.append((role, set))
            } else if let column = known.compactMap({ name in columns.first { $0.plainName == name } }).first(where: { column in
                role != "text" || rows.contains { Self.holdsSentences($0[column] ?? "") }
            }) {
                roles.append((role, column))
            }
        }
        if column(of: "text") == nil {
            let sentences = columns.map { column in (column, rows.reduce(0) { $0 + Self.sentences(of: $1[column] ?? "") }) }
            guard let best = sentences.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
            roles.append(("text", best.0))
        }
    }

    private func column(of role: String) -> String? { roles.first { $0.role == role }?.column }

    private static func sentences(of text: String) -> Int { text.reduce(0) { $1 == "。" ? $0 + 1 : $0 } }
    private static func holdsSentences(_ text: String) -> Bool { text.contains("。") || text.contains("&#12290;") }

    /// The report of a row; one without a text is no report of a meeting.
    func report(_ row: [String: String], entry: Int, of name: StoredName) -> StoredReport {
        var values: [String: String] = [:]
        for (role, column) in roles {
            // As printed, else whatever the case of the letters.
            let value = row[column] ?? row.first { $0.key.plainName == column.plainName }?.value
            if let value = value?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty { values[role] = value }
        }
        let text = values.removeValue(forKey: "text") ?? ""
        let key = values.removeValue(forKey: "key") ?? values["url"]
        values["published"] = values["published"].map(Self.time)
        return StoredReport(Array(text.utf8), entry: entry, of: name, columns: values, key: key)
    }

    /// Seconds or milliseconds since 1970 as a time in China; anything else as it is.
    private static func time(_ text: String) -> String {
        guard let number = Double(text), number >= 100_000_000 else { return text }
        let seconds = Int(min(number, 4e12)) / (number >= 100_000_000_000 ? 1000 : 1)
        var time = time_t(seconds + 8 * 3600), parts = tm()
        gmtime_r(&time, &parts)
        func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
        return
            "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))+08:00"
    }
}

extension String {
    /// The name of a column without the case of its letters and the blanks around it.
    fileprivate var plainName: String { trimmingCharacters(in: .whitespacesAndNewlines).lowercased() }
}
