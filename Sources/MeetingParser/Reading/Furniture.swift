/// What stands around a report on its page and is not the report.
enum Furniture {
    /// A line of facts about the report: 发布时间：… 来源：… 字体：大 中 小.
    static func isInfoLine(_ line: Text) -> Bool {
        guard line.count < 400, !line.contains("。") else { return false }
        if infoStarts.contains(where: { line.hasPrefix($0) }) { return true }
        if isStamp(line) { return true }
        // 2022-09-05 14 今日某县 content_2654.html: the trailer of a newspaper's page.
        if line.isDigit(at: line.start), line.count < 240, !line.contains(anyOf: ["，", "召开", "月"]) || line.contains(".html"),
            line.has("-", at: line.start + 4), PublicationTime(line.upTo(line.start + 10)) != nil
        {
            return true
        }
        // 2022-06-10 07:45 某某网: a date and hardly anything else.
        return line.count < 110 && !line.contains(anyOf: ["会议", "召开", "，"]) && PublicationTime(line) != nil
    }

    /// 2022-03-23 11:18 编辑：… 阅读次数：… : also as a cell of a table it tells of the report.
    static func isStamp(_ line: Text) -> Bool {
        line.count < 400 && !line.contains("。") && infoWords.filter { line.contains($0) }.count >= 2
    }

    /// 索引号：… | 发布机构：… | 发文日期：2018年06月13日 of government sites.
    static func isIndexLine(_ line: Text) -> Bool {
        line.count < 600 && line.contains(anyOf: ["索引号", "发布机构", "发文机关"]) && line.contains(anyOf: ["发文日期", "成文日期", "发布日期", "主题分类"])
    }

    private static let infoStarts: [Literal] = [
        "发布时间", "发布日期", "发表时间", "发稿时间", "信息来源", "文章来源", "稿件来源", "来源：", "来源:", "时间：20", "时间:20", "日期：20",
        "日期:20", "浏览次数", "字体：", "字号：",
    ]
    private static let infoWords: [Literal] = [
        "发布时间", "发布日期", "日期：", "时间：", "来源：", "来源:", "字体", "字号", "浏览", "阅读", "点击", "打印", "关闭", "分享", "作者：", "次数",
        "大 中 小", "编辑：", "编辑:", "审核人",
    ]

    /// From here on a page is about something else.
    static func endsReport(_ line: Text) -> Bool {
        guard line.count < 600 else { return false }
        let bare = skippingMarks(line)
        return endStarts.contains { bare.hasPrefix($0) }
            || !line.contains("。") && endWords.contains { line.contains($0) }
    }

    private static let endStarts: [Literal] = [
        "上一篇", "下一篇", "上一条", "下一条", "上一页", "相关链接", "相关阅读", "相关新闻", "相关文章", "相关报道", "相关信息", "延伸阅读", "推荐阅读",
        "热点专题", "扫一扫", "打印本页", "返回顶部", "版权所有", "免责声明", "本站部分", "本网站", "本站所有", "新闻推荐", "账号+密码", "账号密码登录", "主办：", "主办单位", "网站标识码",
        "Copyright", "附件：", "附件:",
    ]
    private static let endWords: [Literal] = ["ICP备", "公网安备", "版权所有", "网站标识码", "All Rights Reserved", "制作维护"]

    /// A caption or a button: 某某 摄, 打印 关闭.
    static func isCaption(_ line: Text) -> Bool {
        guard line.count < 240 else { return false }
        // 7月15日，会议现场。 记者 方圆 摄
        guard !line.contains("。") else { return line.count < 150 && line.hasSuffix(anyOf: ["摄", "摄影", "摄）", "/摄"]) != nil }
        return captionEnds.contains { line.hasSuffix($0) } || buttons.contains(line)
    }

    private static let captionEnds: [Literal] = ["摄", "摄影", "摄）", "资料图", "资料图片", "视频截图"]
    private static let buttons = WordList("打印 关闭 收藏 分享 分享到 分享到： 大 中 小 繁體 首页 正文 返回 【打印本页】 【关闭窗口】 打印本页 关闭窗口 搜索")

    /// .rich_media_content p{margin:0}: a style that a converter left in the text.
    static func isStyle(_ line: Text) -> Bool {
        line.contains("{") && line.contains("}") && line.contains(":") && !line.contains("。")
    }

    /// 您的位置：首页 > 要闻 > 正文
    static func isBreadcrumb(_ line: Text) -> Bool {
        line.count < 300 && !line.contains("。")
            && (line.contains("位置：") || line.contains("位置:") || line.contains(">>") || line.contains(" > ")
                || line.contains("->") || line.contains("»") || line.hasPrefix("首页"))
    }

    /// A second report on the page begins with its own dateline.
    static func beginsReport(_ line: Text) -> Bool {
        let bare = skippingMarks(line)
        return reportStarts.contains { bare.hasPrefix($0) }
    }

    private static let reportStarts: [Literal] = ["本报讯", "本网讯", "本台讯", "本刊讯"]

    private static func skippingMarks(_ line: Text) -> Text {
        var i = line.start
        while let mark = marks.first(where: { line.has($0, at: i) }) { i += mark.count }
        return line.from(i)
    }

    private static let marks: [Literal] = ["【", "[", "[", "（", "(", "·", "•", " ", "■", "▲", "※", "〖"]
}
