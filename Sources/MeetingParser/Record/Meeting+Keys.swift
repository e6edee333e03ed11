extension Meeting: RecordObject {
    /// The contract: every key in its order. A new key is one line here, its property in `Meeting`, and its field.
    static let keys: [Key<Meeting>] = [
        Key("id", "编号", \.id),
        Key("path", "路径", \.path),
        Key("pathBytes", "文件名字节", \.pathBytes, .asked),
        Key("kind", "类型", \.kind, .fact),
        Key("title", "标题", \.title, .fact),
        Key("url", "网址", \.url, .fact),
        Key("source", "来源", \.source, .fact),
        Key("publisher", "发布单位", \.publisher, .fact),
        Key("published", "发布时间", \.published, .fact, type: .optional(.text(pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}"))),
        Key("date", "日期", \.date, .fact, type: day),
        Key("endDate", "结束日期", \.endDate, .fact, type: day),
        Key("dateBasis", "日期依据", \.dateBasis),
        Key("timeOfDay", "时段", \.timeOfDay, .fact),
        Key("jurisdiction", "地区", \.jurisdiction, .fact),
        Key("sessions", "会议", \.sessions, .fact),
        Key(derived: "body", "会议主体") { $0.sessions.first?.body },
        Key(derived: "session", "会次") { $0.sessions.first?.number },
        Key("chair", "主持人", \.chair, .fact),
        Key("participants", "参会人员", \.participants, .longFact),
        Key("venue", "地点", \.venue, .fact),
        Key("agenda", "议题", \.agenda, .longFact),
        Key("directives", "要求", \.directives, .longFact),
        Key("documents", "文件", \.documents, .longFact),
        Key("rankings", "排名", \.rankings, .longFact),
        Key("assessments", "点评", \.assessments, .longFact),
        Key("reporters", "记者", \.reporters, .longFact),
        Key("editors", "编辑", \.editors, .longFact),
        Key("absent", "缺项", \.absent, .long),
        Key("duplicates", "重复报道", \.duplicates),
        Key("warnings", "提示", \.warnings, .long),
        Key("spans", "位置", \.spans, .asked),
        Key("text", "原文", \.text, .asked),
        Key("clues", "线索", \.askedClues, .asked),
    ]

    private static let day = KeyType.optional(.text(pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"))

    init() { self.init(path: "") }
}

extension DateBasis: RecordObject {
    static let keys: [Key<DateBasis>] = [Key("day", "日", \.day), Key("year", "年", \.year), Key("evidence", "依据", \.evidence)]
    init() { self.init(day: nil, year: nil, evidence: nil) }
}

extension Session: RecordObject {
    static let keys: [Key<Session>] = [
        Key("body", "会议主体", \.body), Key("number", "会次", \.number), Key("term", "届", \.term), Key("year", "年度", \.year),
        Key("total", "总次数", \.total),
    ]
    init() { self.init(body: "") }
}

extension Chair: RecordObject {
    static let keys: [Key<Chair>] = [Key("name", "姓名", \.name), Key("titles", "职务", \.titles)]
    init() { self.init(name: nil, titles: []) }
}

extension Participant: RecordObject {
    static let keys: [Key<Participant>] = [Key("name", "姓名", \.name), Key("titles", "职务", \.titles), Key("role", "身份", \.role)]
    init() { self.init(name: "", titles: [], role: .attended) }
}

extension AgendaItem: RecordObject {
    static let keys: [Key<AgendaItem>] = [
        Key("number", "序号", \.number), Key("action", "动作", \.action), Key("title", "议题", \.title), Key("documents", "文件", \.documents),
        Key("outcome", "结果", \.outcome),
    ]
    init() { self.init(number: 0, action: "", title: "", documents: []) }
}

extension Directive: RecordObject {
    static let keys: [Key<Directive>] = [
        Key("number", "序号", \.number), Key("agenda", "议题", \.agenda), Key("speaker", "讲话人", \.speaker), Key("verb", "引语动词", \.verb),
        Key("point", "要点", \.point), Key("addressee", "责任方", \.addressee), Key("deadline", "期限", \.deadline), Key("text", "原文", \.text),
    ]
    init() { self.init(number: 0, agenda: nil, speaker: nil, verb: nil, point: nil, text: "") }
}

extension CitedDocument: RecordObject {
    static let keys: [Key<CitedDocument>] = [Key("title", "文件名", \.title), Key("mentions", "提及次数", \.mentions)]
    init() { self.init(title: "", mentions: 0) }
}

extension Ranking: RecordObject {
    static let keys: [Key<Ranking>] = [
        Key("scope", "范围", \.scope), Key("metric", "指标", \.metric), Key("end", "位次", \.end),
        Key("period", "时期", \.period, type: .optional(.text(pattern: "^[0-9]{4}-[0-9]{2}$"))), Key("entries", "单位", \.entries),
        Key("ranks", "名次", \.ranks), Key("values", "数值", \.values),
    ]
    init() { self.init(scope: nil, metric: nil, end: .top, period: nil, entries: []) }
}

extension Assessment: RecordObject {
    static let keys: [Key<Assessment>] = [
        Key("unit", "单位", \.unit), Key("strengths", "成绩", \.strengths), Key("shortcomings", "不足", \.shortcomings),
    ]
    init() { self.init(unit: "", strengths: nil, shortcomings: []) }
}

extension Warning: RecordObject {
    static let keys: [Key<Warning>] = [Key("field", "字段", \.field), Key("code", "代码", \.code), Key("message", "说明", \.message)]
    init() { self.init(field: "", code: "", message: "") }
}

extension Clues: RecordObject {
    static let keys: [Key<Clues>] = [
        Key("printed", "所印日期", \.printed), Key("sketch", "摘要", \.sketch), Key("corrected", "更正", \.corrected),
        Key("key", "条目标识", \.key),
    ]
}

extension PrintedDay: RecordObject {
    static let keys: [Key<PrintedDay>] = [
        Key("year", "年", \.year), Key("month", "月", \.month), Key("day", "日", \.day), Key("lastMonth", "末月", \.lastMonth),
        Key("lastDay", "末日", \.lastDay), Key("daysBefore", "几天前", \.daysBefore), Key("timeOfDay", "时段", \.timeOfDay),
        Key("words", "原文", \.words),
    ]
}
