import Foundation

/// A piece of text that is said again and again, with what stands before, between and behind.
struct Shape {
    let name: String
    var path = "x.txt"
    var before = "青石县委常委会召开第5次会议\n3月5日，县长李明主持召开青石县委常委会第5次会议，研究防汛工作。会议指出，要抓好落实。"
    let unit: String
    var behind = ""
    var hasEvidence = false
    var isGBK = false

    func text(bytes: Int) -> [UInt8] {
        let text = before + String(repeating: unit, count: bytes / unit.utf8.count) + behind
        guard isGBK else { return Array(text.utf8) }
        // GB18030.
        let encoding = String.Encoding(rawValue: 0x8000_0632)
        return text.data(using: encoding).map(Array.init) ?? []
    }

    private static func plain(_ pieces: [String]) -> [Shape] { pieces.map { Shape(name: "text " + $0.prefix(24), unit: $0) } }
    private static func page(_ pieces: [String]) -> [Shape] {
        pieces.map { Shape(name: "html " + $0.prefix(24), path: "x.html", before: "<html><body><p>" + lead + "</p>", unit: $0) }
    }
    private static func markdown(_ pieces: [String]) -> [Shape] {
        pieces.map { Shape(name: "markdown " + $0.prefix(24), path: "x.md", before: "---\ntitle: 县委常委会\n---\n" + lead + "\n", unit: $0) }
    }
    private static let lead = "3月5日，县长李明主持召开青石县委常委会第5次会议，研究防汛工作。会议指出，要抓好落实。"

    static let all: [Shape] =
        plain([
            "《办法》", "《办法》、", "《甲办法》、《乙规定》和《丙条例》，", "审议《办法》。", "《", "《》", "〈《", "“", "”", "“”", "、", "，", "。", "；", "：", "（", "）", "（）", " ",
            "\n", "·",
            "李明、", "李明，", "县长李明、", "县长李明、王平出席会议。", "王平 ", "王平 李明参加会议。\n", "县水务局 周文斌\n", "列席：王平、李明、", "县委常委、", "和", "李明和王平和", "及",
            "研究甲工作、", "研究甲工作，", "研究甲工作；", "会议研究甲乙工作。", "会议研究甲乙工作。\n", "听取甲情况汇报，", "传达学习甲精神，", "一是听取甲汇报；", "1.审议《甲》；\n", "一、审议《甲》\n",
            "委员会", "委员会、", "领导小组、", "常委会会议", "第1次", "第五次会议", "十届", "2020年", "3月", "5日", "昨天", "召开", "主持", "出席", "指出，", "会议指出，", "会议要求，要抓好。",
            "王平强调，要抓好。", "他说，", "要", "要求了", "必须", "应", "确保", "一要抓好；", "（一）抓好。\n", "各部门要抓好，", "责成县水务局抓好。", "进行了安排部署，", "就甲工作进行部署，",
            "围绕甲开展协商，", "随后，召开第6次会议。", "又讯 ", "排名前三的是甲镇、乙镇、丙镇。", "前三名", "第一名：甲镇；", "红榜：甲镇、", "甲镇、", "甲镇、乙镇分列前三名，", "1.甲镇 ",
            "甲区成效明显，但在乙等方面仍存不足；", "记者 王平 ", "（记者 王平）", "■王平", "责任编辑：王平\n", "来源：甲网\n", "发布时间：2020-01-01\n", "参会人员：王平、", "主持人：王平\n",
            "时间：3月5日\n",
            "第一条 规定。\n", "关于", "青石县", "海淀区、朝阳区、", "时", "后，", "的", "了", "同志", "同志们：\n", "决定任命王平为局长，", "大家认为，", "，要", "abc ", "123", "１２３",
            "\u{FEFF}", "。”", "会议强调——",
        ])
        + page([
            "<div>", "<p>", "</p>", "<p>会议。</p>", "<span>会</span>", "<b>", "<a href=x>会议</a>", "<td>甲", "<tr><td>甲<td>乙", "<table>",
            "<li>甲", "<br>", "<", "<!--", "<!---->", "<!--article_adlist[会]article_adlist-->",
            "&amp;", "&#x4e00;", "&aaaaaaaaaa", "<p style='display:none'>甲</p>", "<script>a</script>", "<meta name=a content=b>",
            "<title>甲</title>", "<h1>甲</h1>", "<p a=1 b=2>甲", "\0",
        ])
        + markdown([
            "- 甲\n", "| 甲 | 乙 |\n", "# 甲\n", "> 甲\n", "**甲**", "[甲](乙)", "[", "![甲](乙)", "\\*", "甲\n", "\n", "`甲`", "<!--more-->\n",
            "<b>甲</b>", "---\n", "* ",
        ])
        + [
            Shape(name: "one long attribute list", path: "x.html", before: "<p ", unit: "a=1 ", behind: ">会议。</p>"),
            Shape(name: "front matter keys", path: "x.md", before: "---\n", unit: "a: b\n", behind: "---\n会议。"),
            Shape(name: "front matter without end", path: "x.md", before: "---\n", unit: "a: b\n"),
            Shape(name: "front matter list", path: "x.md", before: "---\ntags: [", unit: "甲, ", behind: "]\n---\n会议。"),
            Shape(name: "long title", path: "x.html", before: "<title>", unit: "会议 ", behind: "</title><p>会议。</p><p>会议。</p>"),
            Shape(name: "evidence of directives", unit: "会议要求，要抓好。", hasEvidence: true),
            Shape(name: "evidence in GBK", path: "x.txt", unit: "会议要求，要抓好。", hasEvidence: true, isGBK: true),
            Shape(name: "evidence of items", unit: "1.审议《甲》；\n", hasEvidence: true),
        ]
}
