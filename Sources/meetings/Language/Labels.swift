import MeetingParser

/// Chinese headings for the names of columns and facts.
enum Labels {
    /// A path such as `chair.name` that has no words of its own is put together from those of its parts.
    static func chinese(_ name: String) -> String {
        words[name] ?? name.split(separator: ".").map { words[String($0)] ?? String($0) }.joined()
    }

    static let words: [String: String] = Dictionary(
        Meeting.catalogue.flatMap { key in
            [(key.name, key.chinese)] + key.type.members.map { ("\(key.name).\($0.name)", $0.chinese) }
        } + others.map { ($0.key, $0.value) }
    ) { $1 }

    /// Of columns that are no keys of the record, and of keys of the objects in it.
    private static let others: [String: String] = [

        "number": "序号", "term": "届", "name": "姓名",
        "titles": "职务", "role": "身份", "action": "动作",
        "speaker": "讲话人", "verb": "引语动词", "point": "要点", "addressee": "责任方", "deadline": "期限", "mentions": "提及次数",
        "scope": "范围", "metric": "指标", "end": "位次", "period": "时期", "entries": "单位",
        "unit": "单位", "strengths": "成绩", "shortcomings": "不足",
        "field": "字段", "code": "代码", "message": "说明", "day": "日",
        "year": "年", "evidence": "依据", "agenda.title": "议题", "other": "另一人", "time": "时间", "sentences": "句数", "hits": "出现次数",
        "per10k": "每万字次数", "ofMeetings": "会议总数", "words": "词语", "change": "变动", "uses": "使用", "firstBody": "首用主体", "slice": "部分", "a": "甲",
        "b": "乙", "logLikelihood": "对数似然",
        "logRatio": "对数比", "dispersion": "离散度", "weight": "权重", "agenda.action": "动作",
        "agenda.number": "议题序号",
        "documents.title": "文件名",
        "chair.name": "主持人", "chair.titles": "主持人职务", "count": "数量", "share": "比例", "first": "首次", "last": "末次", "meetings": "会议数",
        "chaired": "主持", "attended": "出席", "nonvoting": "列席", "reported": "汇报", "spoke": "讲话", "place": "地区", "studied": "首次学习",
        "deliberated": "首次审议", "passed": "首次通过", "course": "经过", "firstNumber": "最小会次", "lastNumber": "最大会次", "chairs": "主持人",
        "missing": "缺少", "after": "晚于", "before": "早于", "was": "修改前", "is": "修改后", "value": "内容", "rule": "规则", "where": "位置",
        "quote": "原文", "sentence": "句子",
        "left": "左文", "match": "关键词", "right": "右文", "rank": "名次", "of": "总数", "reports": "报道数", "example": "示例", "precision": "精确率",
        "recall": "召回率", "f1": "F1", "gold": "标准数", "low": "下限", "high": "上限", "report": "报道", "sign": "符号", "item": "条目",
        "origin": "来源", "setting": "设置", "month": "月份", "quarter": "季度", "document": "文件名", "person": "人员", "documents.mentions": "提及次数",
        "facts": "概况", "other directives": "其他要求", "notes": "提示", "file": "文件", "show.session": "会议", "line": "行",
        "paragraph": "段", "matches": "命中", "measure": "指标", "score": "得分", "bar": "图示", "accuracy": "准确率", "type": "类型",
    ]
}
