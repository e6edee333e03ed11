/// What a table or a column means, in English and Chinese: the codebook.
public struct Meaning: Sendable {
    /// In English.
    public var english: String
    /// In Chinese.
    public var chinese: String

    /// Of a key of the record, or a column that an export adds.
    static func of(_ key: String) -> Meaning {
        let (english, chinese) = all[key] ?? ("", "")
        return Meaning(english: english, chinese: chinese)
    }

    private static let all: [String: (String, String)] = [
        "meetings": ("One row a meeting, by one report of it.", "每行一次会议，取其一篇报道。"),
        "sessions": ("The bodies that met, with the numbers of their meetings.", "开会的主体及其会次。"),
        "participants": ("Who took part besides the chair.", "主持人以外的参会人员。"),
        "agenda": ("What the meeting dealt with, in the order of the report.", "会议议题，按报道顺序。"),
        "directives": ("What the meeting or a speaker demanded.", "会议或讲话人提出的要求。"),
        "documents": ("Documents that the report names.", "报道提到的文件。"),
        "rankings": ("League tables: one row a unit.", "排名：每行一个单位。"),
        "assessments": ("What was said of units at review meetings.", "点评会上对各单位的评价。"),
        "warnings": ("What was inferred, is contradicted or looks odd; read them before you trust a value.", "推断、矛盾或异常之处；使用数据前请先看。"),
        "meeting": ("The meeting: meetings.id.", "所属会议：meetings.id。"),
        "item": ("Number of the row within its meeting, from 1.", "在该会议中的序号，从 1 起。"),
        "id": ("Name of the report: its path without extension, and # with the number in a file of many.", "报道编号：文件路径去扩展名；多篇同文件时加 # 与序号。"),
        "kind": ("Kind of meeting.", "会议类型。"), "title": ("Headline.", "标题。"),
        "url": ("Address of the report.", "报道网址。"), "source": ("Medium the report is taken from, as printed.", "报道注明的来源。"),
        "publisher": ("Site that published it.", "发布网站。"), "published": ("Day or time of publication.", "发布日期或时间。"),
        "date": ("First day of the meeting; a month where only that is known.", "会议首日；只知月份时为月份。"),
        "endDate": ("Last day, of meetings of several days.", "多日会议的末日。"),
        "dateBasis.day": ("What the day was read from.", "日的依据。"),
        "dateBasis.year": ("What the year was read or inferred from.", "年份的依据或推断来源。"),
        "dateBasis.evidence": ("The words, or the inference in words.", "原文或推断说明。"),
        "timeOfDay": ("Morning, afternoon or evening, as printed.", "上午、下午或晚上，按原文。"),
        "jurisdiction": ("Place whose body met.", "会议主体所属地区。"), "body": ("The first body that met.", "会议主体（第一个）。"),
        "session": ("Its running number.", "其会次。"), "chair.name": ("Who presided.", "主持人姓名。"),
        "chair.titles": ("Offices of who presided, as printed.", "主持人职务，按原文。"), "venue": ("Where it was held.", "会议地点。"),
        "reporters": ("Bylines.", "记者。"), "editors": ("Editors named.", "编辑。"),
        "sessions.body": ("Name of the body, as printed.", "会议主体名称，按原文。"), "sessions.number": ("Running number of the meeting.", "会次。"),
        "sessions.term": ("Term of the body: 15 of 十五届.", "届次。"),
        "sessions.year": ("Year within which meetings are numbered.", "按年编号时的年度。"),
        "sessions.total": ("Number over all years, where printed beside that of the year.", "总次数。"),
        "participants.name": ("Name.", "姓名。"), "participants.titles": ("Offices, as printed.", "职务，按原文。"),
        "participants.role": ("What the person did there.", "参会身份。"),
        "agenda.action": ("What was done with it, as printed: 审议, 研究, 传达学习 …", "动作，按原文：审议、研究、传达学习等。"),
        "agenda.title": ("Subject.", "议题。"), "agenda.documents": ("Documents among it.", "涉及文件。"),
        "agenda.outcome": ("What came of it, as printed: 原则同意 …", "结果，按原文：原则同意等。"),
        "directives.agenda": ("The agenda item it belongs to; empty where none is told.", "所属议题序号；不明则空。"),
        "directives.speaker": ("Who said it; empty for the meeting as a whole.", "讲话人；会议整体则空。"),
        "directives.verb": ("The verb that introduces it: 强调, 要求 …", "引语动词：强调、要求等。"),
        "directives.point": ("Heading of the point.", "要点标题。"),
        "directives.addressee": ("Who is to do it.", "责任方。"), "directives.deadline": ("By when, as printed.", "期限，按原文。"),
        "directives.text": ("The words.", "原文。"), "documents.title": ("Title without brackets.", "文件名，不含书名号。"),
        "documents.mentions": ("How often the report names it.", "提及次数。"),
        "rankings.place": ("Number of the unit within its league table, from 1.", "单位在该排名中的序号，从 1 起。"),
        "rankings.scope": ("What kind of units are ranked.", "参评范围。"), "rankings.metric": ("By what.", "排名指标。"),
        "rankings.end": ("Whether the top or the bottom is told.", "位次：前列或后列。"), "rankings.period": ("Month that is ranked.", "排名月份。"),
        "rankings.entries": ("The unit.", "单位。"), "rankings.ranks": ("Its printed rank.", "所印名次。"),
        "rankings.values": ("Its printed value.", "所印数值。"),
        "assessments.unit": ("The unit.", "单位。"), "assessments.strengths": ("What was praised.", "成绩。"),
        "assessments.shortcomings": ("What was criticized.", "不足。"), "warnings.field": ("Field of the record.", "字段。"),
        "warnings.code": ("What kind of warning.", "提示代码。"), "warnings.message": ("In words.", "说明。"),
    ]
}
