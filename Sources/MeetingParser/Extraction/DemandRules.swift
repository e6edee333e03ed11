/// Tells sentences that demand, orders or forbid action from those that describe, praise or report.
enum DemandRules {
    /// What is known of a sentence before its words are looked at.
    struct Context {
        /// It opens with a numbered point (一是, 二要, 第三).
        var isPoint = false
        /// It stands under 要求, 强调, 指出 …, or follows a demand.
        var isDemanding = false
        /// 要求, 责成 in the same sentence: what follows is asked for.
        var isRequested = false
        /// 认为, 表示 in the same sentence.
        var isStating = false
        /// Whether 要 demands in it, where that is known.
        var saysYao: Bool?
    }

    /// The name of the rule by which a sentence demands something, or nil where it demands nothing.
    static func demand(in content: Text, _ context: Context) -> StaticString? {
        if content.hasSuffix("？") { return nil }
        if context.saysYao == true { return unconditional[0].name }
        for rule in unconditional.dropFirst(context.saysYao == nil ? 0 : 1) {
            if rule.first(in: content) != nil { return rule.name }
        }
        if context.isStating { return nil }
        let reports = reportsWhatWasDone(content)
        if context.isPoint {
            if demandsNothing(content.trimmed) { return nil }
            return !reports || startsWithImperative(content) && !content.contains("了") ? "numbered-point" : nil
        }
        guard !reports, !evaluates(content) else { return nil }
        if context.isRequested { return "asked-for" }
        if let match = soft.first(in: content) { return match.rule }
        return context.isDemanding ? attributed.firstMatch(in: content)?.rule : nil
    }

    /// Words that demand wherever they stand.
    static let unconditional: [Rule<Bool>] = [
        Rule(
            "yao", cues: ["要"], in: .yao,
            examples: [("各部门要抓紧落实。", true), ("这是主要任务，也是重要抓手。", nil), ("要看到，形势依然严峻。", nil)]
        ) { text, cue in
            isFalse(text, cue.lowerBound) || isQuoted(text, cue.lowerBound) ? nil : Match(value: true, range: cue)
        },
        Rule(
            "strict-word", cues: strict, in: .strict,
            examples: [("不得层层转办。", true), ("严防死守，已累计排查三千户。", nil), ("机会来不得半点等待。", nil)]
        ) { text, cue in
            isStrict(text, cue) ? Match(value: true, range: cue) : nil
        },
        Rule("ought", cues: ["应"], in: .ought, examples: [("各部门应在月底前完成。", true), ("及时应对反应强烈的问题。", nil)]) { text, cue in
            isOught(text, cue) ? Match(value: true, range: cue) : nil
        },
    ]

    /// Words that demand in a sentence that neither reports nor praises.
    static let soft = Rule(
        "soft-word", cues: softWords, in: .soft,
        examples: [("确保安全度汛。", true), ("在确保安全的前提下有序发展。", nil)]
    ) { text, cue in
        isAttributive(text, cue.lowerBound) ? nil : Match(value: true, range: cue)
    }

    static let softWords: [Literal] = ["不能", "不可", "确保", "切实", "坚决", "防止", "决不", "避免", "尽快", "力争", "务求"]

    /// What is a demand where the meeting is demanding already.
    static let attributed: [Rule<Bool>] = [
        Rule("imperative", cues: [], examples: [("抓好秋粮收购。", true), ("秋粮收购开局良好。", nil)]) { text, start in
            startsWithImperative(text) ? Match(value: true, range: start) : nil
        },
        Rule(
            "assigned", cues: [],
            examples: [
                ("由王平同志负责，抓好统筹调度。", true), ("由党政办公室根据会议意见，做好后续工作。", true), ("县林业局负责补栽行道树。", true), ("由于降雨，水位上涨。", nil),
                ("主要负责同志参加会议。", nil),
            ]
        ) { text, start in isAssigned(text) ? Match(value: true, range: start) : nil },
        Rule("asked-of", cue: "请", examples: [("方案请李明重新测算。", true), ("请示汇报及时。", nil), ("提请大会审议。", nil)]) { text, cue in
            let isVerb = text.upTo(cue.lowerBound).hasSuffix(anyOf: ["提", "申", "邀", "聘", "报", "敬", "恳", "被", "了", "未", "上", "批准"]) == nil
            return isVerb && text.isHan(at: cue.upperBound) && text.from(cue.upperBound).hasPrefix(anyOf: ["示", "假", "求", "客", "了"]) == nil
                ? Match(value: true, range: cue) : nil
        },
        Rule("unit-addressed", cues: units, in: .units, examples: [("各街道每月上报一条线索。", true), ("各街道工作各有特点。", nil)]) { text, cue in
            addressesUnits(text) ? Match(value: true, range: cue) : nil
        },
    ]

    // MARK: 要

    /// Whether 要 stands as a verb of demand somewhere outside of quotation marks.
    static func hasYao(_ text: Text) -> Bool { unconditional[0].first(in: text) != nil }

    private static let before = WordList("主 重 需 只 首 必 次 摘 纲 概 简 紧 险 显 扼 快 想 提 纪 机 索 讨 若 将 正 枢 政")
    private static let after = WordList("求 素 点 闻 件 么 务 害 塞 职 义 约 挟 是不 旨 隘 价 员 犯 紧的 紧任务 领和 领。")
    /// 要看到, 要清醒认识到 open a statement, 表示要 a pledge.
    private static let phrases = WordList("要看到 要清醒看到 要清醒认识到 要说起 要说的 要说明的 要不然 要想 要么 要命 要知道 要死")

    private static let leads = WordList("表示 纷纷表示 决心 不是 如果 假如 只是 愿意 为什么 表示一定 打算 摆在突出 一定是")

    private static func isFalse(_ text: Text, _ at: Int) -> Bool {
        if text.has("务实", at: at + 3) || text.has("务必", at: at + 3) || text.has("求真", at: at + 3) { return false }
        if before.match(text, endingAt: at) != nil || after.match(text, at: at + 3) != nil { return true }
        if phrases.match(text, at: at) != nil { return true }
        return leads.match(text, endingAt: at) != nil
    }

    private static func isQuoted(_ text: Text, _ at: Int) -> Bool {
        // Quotations are short; looking further would be quadratic.
        let before = text[max(text.start, at - 240)..<at], after = text[at..<at + 240]
        guard let open = before.findLast("“") else { return false }
        return before.from(open).find("”") == nil && after.contains("”")
    }

    // MARK: Other words of demand

    static let strict: [Literal] = [
        "必须", "务必", "应当", "不得", "严禁", "禁止", "不准", "不许", "决不能", "绝不能", "决不允许", "绝不允许", "坚决不能", "切忌", "切不可", "一律", "决不", "绝不", "務必",
        "应该", "谨防", "不允许", "须", "严防", "杜绝", "力戒",
    ]

    private static func isStrict(_ text: Text, _ cue: Range<Int>) -> Bool {
        let word = text[cue], before = text.upTo(cue.lowerBound)
        if isQuoted(text, cue.lowerBound) { return false }
        if word == "不得", before.hasSuffix(anyOf: ["来", "舍", "等", "怪", "恨", "由", "见", "巴", "少", "慢", "急"]) != nil { return false }
        if word == "须", before.hasSuffix(anyOf: ["必", "无", "胡", "莫"]) != nil { return false }
        if ["杜绝", "严防", "一律", "应该", "禁止", "必须", "须"].contains(where: { word == $0 }), reportsWhatWasDone(text) { return false }
        return before.hasSuffix(anyOf: ["草案规定", "规定，", "表示"]) == nil
    }

    /// 应 as 应当: 各部门应于月底前…, not 应急, 应对, 反应.
    private static func isOught(_ text: Text, _ cue: Range<Int>) -> Bool {
        text.upTo(cue.lowerBound).hasSuffix(anyOf: ["反", "相", "适", "响", "对", "供", "效", "回", "顺", "照", "报", "感", "呼", "因", "理", "一呼百", "策"])
            == nil
            && text.from(cue.upperBound).hasPrefix(anyOf: [
                "于", "在", "把", "将", "以", "由", "按", "主动", "立即", "及时", "加强", "严格", "建立", "尽快", "做到", "坚持", "明确", "积极",
            ]) != nil
    }

    /// 在确保安全的前提下: the words qualify what is done.
    private static func isAttributive(_ text: Text, _ at: Int) -> Bool {
        text.upTo(at).hasSuffix("在") && text.from(at).contains(anyOf: ["前提下", "基础上", "情况下"])
    }

    // MARK: Orders without 要

    private static func startsWithImperative(_ content: Text) -> Bool {
        let part = content.shortened { part in part.hasPrefix(anyOf: connectors).map { part.from(part.start + $0.count).trimmed } }
        if Demands.imperatives.match(part, at: part.start) != nil { return true }
        // 把零敲碎打的改革连点成线: what is to be done with something is an order.
        if part.hasPrefix("把"), !part.hasPrefix("把握") { return true }
        if part.hasPrefix(anyOf: prepositions) != nil { return ordersBehindPreposition(part) }
        // 8月底前…, 年底前…, 下一步，…: a time first.
        guard let comma = part.find(anyOf: ["，", ","]), comma.at - part.start <= 60 else {
            return behindTime(part)
        }
        let head = part.upTo(comma.at)
        if head.hasSuffix(anyOf: ["前", "期间", "下一步", "今后", "当前", "下半年", "后", "时", "之际", "阶段", "内", "基础上", "同时", "上"]) != nil
            || head.hasPrefix(anyOf: ["对", "针对", "围绕", "在", "按照", "从现在起", "即日起", "自"]) != nil
        {
            let next = part.from(comma.at + comma.word.count)
            return Demands.imperatives.match(next, at: next.start) != nil || behindTime(next)
                || next.hasPrefix(anyOf: prepositions) != nil && ordersBehindPreposition(next)
        }
        return behindTime(part)
    }

    /// 对同一企业的检查事项…，推行“扫码入企”: the order stands behind what it is about.
    private static func ordersBehindPreposition(_ part: Text) -> Bool {
        var i = part.start
        while i < part.end {
            if let n = strong.match(part, at: i), part.isHan(at: i + n) || part.has("“", at: i + n), !isQuoted(part, i) { return true }
            i += part.width(at: i)
        }
        return false
    }

    private static let prepositions: [Literal] = ["对", "把", "将", "以", "按照", "围绕", "结合", "针对", "依托", "立足", "凡", "聚力", "用"]
    private static let strong = WordList(
        "实行 推行 开展 建立 完善 落实 加强 加快 抓紧 抓好 推进 推动 坚决 严格 逐一 整改 约谈 追责 曝光 问责 通报 处理 查处 打造 构建 提升 形成 限期 从严 集中 全面 深入 优化 激活 做好 做到 倒排 强化 细化 严肃")

    /// 年内取消…, 10月底前完成…
    private static func behindTime(_ part: Text) -> Bool {
        for word: Literal in ["底前", "日前", "年内", "月内", "周内", "期间", "前"] {
            if let at = part.find(word), at - part.start <= 36, Demands.imperatives.match(part, at: at + word.count) != nil { return true }
        }
        return false
    }

    private static let connectors: [Literal] = [
        "同时，", "同时", "此外，", "另外，", "特别是", "尤其是", "并", "继续", "更加", "下一步，", "也", "还", "——", "-", "又", "进而", "再",
    ]

    /// 由…负责, 县林业局负责…: whoever is named has to.
    private static func isAssigned(_ text: Text) -> Bool {
        let head = text.upTo(text.find("；") ?? text.end)
        if head.hasPrefix("由"), !head.hasPrefix("由于"), !head.hasPrefix("由此") {
            guard let does = head.find(anyOf: ["负责", "牵头", "做好", "抓好", "推进", "落实", "组织", "承办"]) else { return false }
            return does.at - head.start <= 90
        }
        guard let does = head.find("负责"), does - head.start <= 90, !head.upTo(does).contains("的") else { return false }
        return head.upTo(does).hasSuffix(anyOf: ["局", "委", "委会", "府", "公司", "中心", "部", "镇", "乡", "街道", "院", "办"]) != nil
            && head.from(does + 6).hasPrefix(anyOf: ["人", "同志", "，", "。", "的"]) == nil
    }

    /// Numbered points that demand nothing: a heading, a count of votes, an item of the agenda, and how one ended.
    private static func demandsNothing(_ point: Text) -> Bool {
        // 1、关于新区一中项目。 heads what follows, 同意21票 counts.
        if point.hasPrefix("关于") && !point.contains("，") || point.contains("票") && point.contains(anyOf: ["同意", "赞成"]) { return true }
        // 五是研究讨论发展规划。 is an item of the agenda, 五是研究解决困难。 an order.
        let verb = AgendaVerbs.list.match(point, at: point.start) ?? 0
        if verb > Demands.imperatives.match(point, at: point.start) ?? 0, !point.contains("了"), soft.first(in: point) == nil,
            point.hasPrefix(anyOf: ["深入", "学习", "贯彻", "传达", "推进"]) == nil
        {
            return true
        }
        // 一、原则同意选址方案。 tells how an item ended.
        return AgendaVerbs.outcomes.match(point, at: point.start) != nil && !point.contains(anyOf: ["由", "请", "须"])
    }

    /// 各区各部门严格执行…, 牵头部门和各区负起责任…: a unit addressed, and what it is to do.
    private static func addressesUnits(_ content: Text) -> Bool {
        let head = content.upTo(content.find(anyOf: ["，", "；", ","])?.at ?? content.end)
        guard head.contains(anyOf: units), !head.contains("是"), !head.hasPrefix("今年"), !head.hasPrefix("会议") else { return false }
        var i = head.start
        while i < head.end {
            if addressed.match(head, at: i) != nil { return true }
            i += head.width(at: i)
        }
        return false
    }

    static let units: [Literal] = [
        "各", "部门", "单位", "党委", "全县", "全市", "全区", "全省", "干部", "党员", "局", "街道", "乡镇", "委员", "代表", "领导", "办公室", "指挥部", "专班", "负责同志", "负责人",
    ]
    private static let addressed = WordList(
        "牵头 即日起 对照 自即日起 严格 认真 切实 负起 抓紧 尽快 立即 迅速 主动 按照 务必 带头 履行 做好 落实 加强 加快 牵头负责 具体负责 密切配合 积极配合 限期 每周 每月 每季度 至少 及时 统一 同步 全力 全面 深入 坚持 继续 进一步 配合 抓好"
    )

    // MARK: Statements

    static let done = WordList(
        """
        已 取得了 取得新 取得积极 取得明显 取得显著 取得较 取得良好 取得重大 取得丰硕 取得优异 得到了 实现了 完成了
        有了 以来 同比 截至 截止 累计 去年 我们将 成效显著 提供了 作出了 奠定了 据介绍 据了解 获得 推进了 形成了
        开展了 组织了 听取了 观看了 学习了 传达了 通报了 进行了 介绍了 察看 一致认为 一行 部署了 研究了 表示 提出了
        汇报了 审议了 召开了 举行 参加会议 出席会议 列席会议 建成了 明显改善 持续提升， 持续向好 稳步提升， 下降 增长
        位居 名列 汇报。 达到了 做了 作了
        """, .done)

    private static func reportsWhatWasDone(_ text: Text) -> Bool { done.occurs(in: text) }

    static let verdicts = WordList(
        """
        事关 关系到 意义重大 意义深远 具有 标志着 充分肯定 体现了 表明 离不开 来之不易 是推动 是落实 是贯彻 十分必要
        重要意义 的重要 仍存不足 不足 关乎 是做好 是实现 不平衡 不充分 依然 仍然 尚未
        """, .verdicts)

    /// 做好X工作是…, 优化Y事关…: praise or analysis, though it opens with a verb.
    private static func evaluates(_ text: Text) -> Bool {
        if verdicts.occurs(in: text) { return true }
        let comma = text.find(anyOf: ["，", "；", ","])
        // 实施X，是…的部署
        if let comma, text.has("是", at: comma.at + comma.word.count), !text.has("是否", at: comma.at + comma.word.count) { return true }
        let head = text.upTo(comma?.at ?? text.end)
        guard let at = head.find("是"), at > head.start else { return false }
        return !head.has("是否", at: at)
            && head.upTo(at).hasSuffix(anyOf: ["特别", "尤其", "一", "二", "三", "四", "五", "六", "但", "于", "还", "就", "求"]) == nil
    }
}
