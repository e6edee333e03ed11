/// Who made, reported or attended an item is no part of its title.
extension AgendaSentence {
    /// 副县长X作的《Y报告》 → 《Y报告》
    static func withoutAuthor(_ object: Text) -> Text {
        // 即将提交市人代会审议的《政府工作报告》
        if let open = object.find("《"), object.upTo(open).hasSuffix("的"),
            object.upTo(open).contains(anyOf: ["提交", "提请", "将在", "将向"]), object.upTo(open).find(anyOf: ["、", "，"]) == nil
        {
            return object.from(open)
        }
        return withoutMaker(object)
    }

    /// 研究宣传工作（甲列席）: who came for it.
    static func withoutAttendance(_ object: Text) -> Text {
        guard let close = object.droppingSuffix("）") ?? object.droppingSuffix(")"), let inner = close.droppingSuffix("列席"),
            let open = ["（", "("].lazy.compactMap({ (mark: Literal) in inner.findLast(mark) }).first, close.end - open < 60
        else { return object }
        return object.upTo(open)
    }

    private static func withoutMaker(_ object: Text) -> Text {
        madeBy(object).map { object.from($0) } ?? object
    }

    /// Where what somebody 作的 begins; 工作的 is none.
    static func madeBy(_ object: Text) -> Int? {
        guard let made = object.find("作的"), made - object.start <= 120, !object.upTo(made).hasSuffix("工") else { return nil }
        var author = object.upTo(made)
        if author.find(anyOf: ["，", "、", "《", "；"]) != nil { return nil }
        // 局长X受县政府委托所作的
        author = author.droppingSuffix("所") ?? author
        if author.hasSuffix("委托"), let by = author.findLast("受") { author = author.upTo(by) }
        return Persons.last(author) == nil ? nil : made + 6
    }

    /// 主任X关于Y的汇报 → Y的汇报; 关于Y的汇报 → Y的汇报
    static func withoutReporter(_ object: Text) -> Text {
        guard let about = object.find("关于"), object.find("《").map({ $0 > about }) ?? true else { return object }
        let before = object.upTo(about)
        let names =
            !Persons.list(before, bare: true).isEmpty || before.hasSuffix(anyOf: organisations) != nil
            || Offices.list.match(before, endingAt: before.end) != nil
        if before.isEmpty
            || names && before.count <= 120 && !before.contains(anyOf: ["以及", "汇报", "报告", "情况", "、《"])
                && object.hasSuffix(anyOf: ["汇报", "报告", "说明", "情况"]) != nil
        {
            return object.from(about + 6)
        }
        return object
    }

    static let organisations: [Literal] = [
        "局", "委", "办", "部", "室", "厅", "院", "府", "党组", "公司", "会", "中心", "镇", "乡", "街道", "组", "方", "部门", "单位", "府办", "队", "社区",
    ]
}
