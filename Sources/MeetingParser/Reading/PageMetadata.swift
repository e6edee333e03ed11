/// What a report's surroundings say of it.
///
/// The order of trust, for each fact: front matter; the `<meta>` tags of the government page standard (ArticleTitle,
/// PubDate, ContentSource, SiteName, ColumnName, Author, Url); Open Graph; JSON-LD; `<time>`; visible 发布时间/来源/作者
/// lines; the page's `<title>`. Publication days that disagree are kept as `disagreements`.
struct PageMetadata {
    var title: String?
    var url: String?
    var source: String?
    var publisher: String?
    var author: String?
    /// The part of the site: 青箬要闻, 工作动态 …
    var column: String?
    var published: PublicationTime?
    /// Where `published` comes from, for `dateBasis`.
    var publishedFrom = ""
    /// What the sources of a fact say differently, with the field it concerns.
    private(set) var disagreements: [(field: String, message: String)] = []

    /// The keys under which each fact is found, most trusted first.
    private static let keys: [(fact: WritableKeyPath<PageMetadata, String?> & Sendable, names: [String])] = [
        (\.title, ["title", "articletitle", "og:title", "headline", "标题"]),
        (\.url, ["url", "link", "permalink", "og:url", "网址", "链接", "slug", "abbrlink"]),
        (\.source, ["source", "contentsource", "来源", "article:source"]),
        (\.column, ["column", "columnname", "channel", "category", "article:section"]),
        (\.publisher, ["sitename", "og:site_name", "publisher"]),
        (\.author, ["author", "article:author", "作者"]),
    ]
    private static let dateKeys = [
        "published", "pubdate", "publishdate", "date", "article:published_time", "datepublished", "发布时间", "发布日期", "日期", "time",
    ]

    init(frontMatter: [String: String], metaTags: [(name: String, content: String)], pageTitle: String) {
        if !frontMatter.isEmpty || !metaTags.isEmpty { read(frontMatter, Dictionary(metaTags) { first, _ in first }) }
        if title == nil, !pageTitle.isBlank { title = Self.withoutSite(pageTitle.singleSpaced) }
    }

    private mutating func read(_ frontMatter: [String: String], _ meta: [String: String]) {
        for (fact, names) in Self.keys {
            // A tag may be empty or have trailing blanks.
            let found = names.flatMap { [frontMatter[$0], meta[$0]] }.compactMap(\.self).filter { !$0.isBlank }.map(\.singleSpaced)
            self[keyPath: fact] = found.first
            noteDifference(found, names[0])
        }
        // Clippers of web pages keep the address under `source`.
        if let address = source, address.hasPrefix("http") {
            url = url ?? address
            source = nil
        }
        for key in Self.dateKeys {
            if let value = frontMatter[key] ?? meta[key], let time = PublicationTime(value) { note(time, key + ": " + value.singleSpaced) }
        }
    }

    /// Reads 发布时间：2020-07-08 21:35 来源：… as printed above or below a report.
    mutating func read(line: Text) {
        // When a note was made or changed says nothing of when the report was published.
        let isOfPage = line.contains(anyOf: ["来源", "浏览", "点击", "阅读", "字号", "作者"])
        if !isOfPage, line.hasPrefix(anyOf: ["创建时间", "修改时间", "更新时间", "打印时间", "剪藏时间"]) != nil { return }
        if url == nil, let at = line.find("http") {
            let address = line.from(at)
            url = address.upTo(address.find(anyOf: [" ", "，", "）"])?.at ?? address.end).string
        }
        for label: Literal in ["时间：", "日期：", "时间:", "日期:"] where published == nil {
            if let at = line.find(label), let time = PublicationTime(line.from(at)) { note(time, line.string) }
        }
        if let time = PublicationTime(line) { note(time, line.string) }
        for label: Literal in ["作者：", "撰稿："] where author == nil {
            if let at = line.find(label) { author = line.from(at + label.count).trimmed.split([" "]).first?.string }
        }
        for label: Literal in ["来源：", "来源:"] where source == nil {
            guard let at = line.find(label) else { continue }
            let value = line.from(at + label.count).trimmed
            let end = value.find(anyOf: [" ", "|", "【", "[", "浏览", "字体", "作者", "发布"])?.at ?? value.end
            let name = value.upTo(end).trimmed
            if !name.isEmpty { source = name.string }
        }
    }

    /// A longer form of the same words (a title with the site's name) is no disagreement.
    private mutating func noteDifference(_ found: [String], _ field: String) {
        guard let first = found.first, let other = found.dropFirst().first(where: { !$0.contains(first) && !first.contains($0) }) else {
            return
        }
        disagreements.append((field, "“\(first)” and “\(other)” disagree; the first is taken"))
    }

    /// The first time found counts; a later one of another day is a disagreement.
    private mutating func note(_ time: PublicationTime, _ words: String) {
        guard let known = published else {
            published = time
            publishedFrom = words
            return
        }
        if known.day != time.day {
            disagreements.append(("published", "“\(publishedFrom)” and “\(words)” give different days; the first is taken"))
        }
    }

    private static let siteEnds = ["人民政府", "政府网", "新闻网", "日报", "晚报", "网站", "在线", "门户", "发布", "网", "电视台", "融媒"]

    /// 标题_栏目_网站 → 标题, 网站-标题 → 标题
    private static func withoutSite(_ title: String) -> String {
        for separator in ["_", "|", " - ", "--", "-", "–", "—"] {
            if let range = title.firstRange(of: separator), range.lowerBound > title.startIndex {
                let first = String(title[..<range.lowerBound]).singleSpaced, rest = String(title[range.upperBound...]).singleSpaced
                // 站名-标题
                if siteEnds.contains(where: first.hasSuffix), first.count <= 14, rest.count >= 8, !siteEnds.contains(where: rest.hasSuffix)
                {
                    return withoutSite(rest)
                }
                if first.utf8.count >= 12 { return first }
            }
        }
        return title
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// Runs of white space as one blank, none at the ends.
    var singleSpaced: String { isSingleSpaced ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    /// Whether there are single blanks between other characters and no white space besides, by the bytes; false where a
    /// closer look is needed.
    private var isSingleSpaced: Bool {
        withBytes { bytes in
            var previous: UInt8 = 0x20
            for (i, byte) in bytes.enumerated() {
                if byte < 0x20 || byte == 0x20 && previous == 0x20 { return false }
                // U+0085 and U+00A0; U+1680; U+2000 to U+205F; U+3000; and a mark that combines with a blank.
                if byte == 0xC2 || byte == 0xE1 || previous == 0xE2 && byte < 0x82 { return false }
                if previous == 0xE3 && byte == 0x80 && i + 1 < bytes.count && bytes[i + 1] == 0x80 { return false }
                if previous == 0x20 && byte > 0xC2 && byte < 0xE2 { return false }
                previous = byte
            }
            return previous != 0x20
        }
    }
}
