/// What the program says to its user, in both languages; {1}, {2} … stand for arguments.
enum Phrase: CaseIterable {
    case noPeriod, missingGold, noSuchItem, nameById, noCorrections, emptyValue, pagesLeftOut, notALine, cannotReadInput,
        emptySlice, nothingFound, noPictures, outputIsDatabase, draftNeedsPlace, notARecord, columnsLeftOut, noMeeting, nearIt,
        listShowsAll, ambiguous, noSuchField,
        noSuchFieldIn, notADate, notASession, notAKind,
        cannotReadCorpus
    case undatedRow, emptyRow, oneOther, others, oneOtherAndUnread, othersAndUnread, moreProblems, oneUndated, undated, cut, reprints,
        cannotWrite,
        cannotWriteFile,
        badSettings, unknownSetting,
        badValue
    case noSuchCommand, didYouMean, commandsAre, queryUnclosed, queryEmptyWord, queryWantsNothing, noGold, badGold, fieldOfExplain,
        negativeLimit, formatsExclude, progress
    case notAnIndex, indexNotUsed, indexed, indexIsCorpus, indexIsOlder, indexRebuilt, indexIsForeign, indexNotWritten
    case outputIsInput, settingsOfOther, settingLeavesFolder, settingNotFromCorpus, notRegular, badNumber
    case ignored, slices, badSlice, trendUndated, panelNeedsTime, oneGroup, badIssues
    case goldIsMissing, goldIsThere, unknownGoldKey, corpusIsNamedByFlag, gapsWithoutPlace, likelySame
    case citation, citationBibTeX
    case exportNeedsPlace, exportNeedsDate, exportNeedsDay, exportNeedsAddress, folderInUse
    case unstated, unparsed, correctedBy, notAPivot

    static let wordings: [Phrase: (en: String, zh: String)] = [
        .noPeriod: ("--since {1} is after --until {2}", "--since {1} 晚于 --until {2}"),
        .missingGold: (
            "{1} of {2} gold reports are not among the records, as {3}; is this the right corpus?", "标准答案 {2} 篇中有 {1} 篇不在语料里，如 {3}；语料是否正确？"
        ),
        .panelNeedsTime: ("--by {1} does not end with a time: day, month, quarter or year", "--by {1} 末尾不是时间：day、month、quarter 或 year"),
        .oneGroup: ("--by {1}: at most one field stands before the time", "--by {1}：时间前最多一个字段"),
        .badIssues: ("{1}: {2}", "{1}：{2}"),
        .ignored: ("ignored: {1}", "未采用：{1}"),
        .slices: ("{1} meetings against {2}", "{1} 次会议对 {2} 次会议"),
        .badSlice: (
            "{1} “{2}” holds no filters; write them as in '--body 常委会 --since 2020'", "{1} “{2}” 不是筛选条件；写法如 '--body 常委会 --since 2020'"
        ),
        .trendUndated: ("{1} meetings whose date is known too little left out", "{1} 次会议日期不够精确，未计入"),
        .goldIsMissing: (
            "name a folder of *.gold.json files, or --draft with reports to write some of", "请指定 *.gold.json 文件夹，或用 --draft 生成草稿"
        ),
        .goldIsThere: ("{1} is there already; not written", "{1} 已存在，未写入"),
        .unknownGoldKey: (
            "{1}: no gold file has the key “{2}”; `meetings schema --gold` lists those there are",
            "{1}：标准答案没有“{2}”这个键；`meetings schema --gold` 列出可用的键"
        ),
        .corpusIsNamedByFlag: ("       A corpus is named by a flag: -C {1}", "       语料用选项指定：-C {1}"),
        .gapsWithoutPlace: (
            "series without a place may mix bodies of the same name; --place leaves them out", "未知地区的序列可能混有不同地区的同名会议；--place 可排除"
        ),
        .likelySame: (
            "“{1}” and “{2}” may be one: `aliases:` in corrections.yml joins them", "“{1}”与“{2}”可能是同一主体：可在 corrections.yml 的 aliases: 中合并"
        ),
        .citation: (
            "Data: {1} meetings from {3} to {4}, read from {2} reports by meetings, version {5} (computer program).",
            "数据：{3} 至 {4} 的 {1} 次会议，由 meetings {5} 版（计算机程序）从 {2} 篇报道中读出。"
        ),
        .citationBibTeX: (
            """
            @misc{meetings,
              title = "meetings, version {5}",
              howpublished = "Computer program",
              note = "{1} meetings from {3} to {4}, read from {2} reports"
            }
            """,
            """
            @misc{meetings,
              title = "meetings {5} 版",
              howpublished = "计算机程序",
              note = "{3} 至 {4} 的 {1} 次会议，读自 {2} 篇报道"
            }
            """
        ),
        .exportNeedsPlace: ("--to {1} needs -o with a place to write to", "--to {1} 需用 -o 指定输出位置"),
        .exportNeedsDate: ("{1} of {2} meetings without a date left out of {3}", "{2} 次会议中 {1} 次日期不明，未写入 {3}"),
        .exportNeedsDay: ("{1} of {2} meetings without a day left out of {3}", "{2} 次会议中 {1} 次不知日期，未写入 {3}"),
        .exportNeedsAddress: (
            "{1} of {2} meetings without a day or an address on the web left out of {3}", "{2} 次会议中 {1} 次不知日期或没有网址，未写入 {3}"
        ),
        .folderInUse: ("{1} holds other files or links; name a new folder", "{1} 中有其他文件或链接；请指定新文件夹"),
        .noSuchItem: ("{2} has no {1}", "{2} 没有 {1}"),
        .nameById: ("“{1}” names {2} meetings; name one by its id", "“{1}”对应 {2} 次会议；请用编号指定其一"),
        .noCorrections: ("{1}: no such file; it is set as `corrections` by {2}", "{1}：没有这个文件；它由 {2} 设为 `corrections`"),
        .emptyValue: ("{1} is empty", "{1} 为空"),
        .pagesLeftOut: ("{1} pages without a meeting left out; --all keeps them", "略去 {1} 个没有会议的网页；--all 可保留"),
        .notALine: ("line {1}: {2}", "第 {1} 行：{2}"),
        .cannotReadInput: ("cannot read standard input: {1}", "无法读取标准输入：{1}"),
        .notARecord: ("line {1}: not a record", "第 {1} 行：不是记录"),
        .columnsLeftOut: (
            "no room for {1}; --fields chooses columns, --format csv has all", "窗口太窄，略去 {1}；--fields 可选列，--format csv 有全部列"
        ),
        .noMeeting: ("no meeting “{1}”; {2}", "没有会议“{1}”；{2}"),
        .nearIt: ("near it: {1}", "相近的有：{1}"),
        .listShowsAll: ("`meetings list` shows what there is", "`meetings list` 列出全部会议"),
        .ambiguous: (
            "“{1}” names {2} meetings; name one by its id, or show them with --all", "“{1}”对应 {2} 次会议；请用编号指定其一，或用 --all 全部显示"
        ),
        .noSuchField: ("there is no field “{1}”; --fields help lists them", "没有字段“{1}”；--fields help 列出全部字段"),
        .noSuchFieldIn: ("{1} {2}: there is no such field; --fields help lists them", "{1} {2}：没有这个字段；--fields help 列出全部字段"),
        .notADate: (
            "{1} {2}: not a date or a range from early to late; write 2020, 2020-05, 2020-05-27, 2020-Q2, 2020年5月 or 2020-05..2020-08",
            "{1} {2}：不是日期，也不是由早到晚的范围；请写作 2020、2020-05、2020-05-27、2020-Q2、2020年5月 或 2020-05..2020-08"
        ),
        .notASession: (
            "--session {1}: write a number or a range from low to high, as in 181, 180..189 or 180..",
            "--session {1}：请写一个次数或由小到大的范围，如 181、180..189 或 180.."
        ),
        .notAKind: ("--kind {1}: the kinds are {2}", "--kind {1}：会议类型有 {2}"),
        .cannotReadCorpus: ("cannot read the corpus: {1}", "无法读取语料：{1}"),
        .undatedRow: ("(undated)", "（日期不明）"),
        .emptyRow: ("(none)", "（无）"),
        .oneOther: ("1 of {2} files is no meeting report (--kind other lists it)", "{2} 个文件中 1 个不是会议报道（--kind other 列出）"),
        .others: ("{1} of {2} files are no meeting reports (--kind other lists them)", "{2} 个文件中 {1} 个不是会议报道（--kind other 列出全部）"),
        .oneOtherAndUnread: (
            "1 of {2} files is no meeting report (--kind other lists it); {3} could not be read",
            "{2} 个文件中 1 个不是会议报道（--kind other 列出）；{3} 个无法读取"
        ),
        .othersAndUnread: (
            "{1} of {2} files are no meeting reports (--kind other lists them); {3} could not be read",
            "{2} 个文件中 {1} 个不是会议报道（--kind other 列出全部）；{3} 个无法读取"
        ),
        .moreProblems: ("{1} more could not be read; `meetings check` lists them", "另有 {1} 个文件无法读取；`meetings check` 列出全部"),
        .oneUndated: ("1 meeting without a known date left out", "略去 1 次日期不明的会议"),
        .undated: ("{1} meetings without a known date left out", "略去 {1} 次日期不明的会议"),
        .cut: ("{1} of {2} shown", "显示 {2} 条中的 {1} 条"),
        .reprints: (
            "{1} further reports of the same meetings not shown; --reports shows them", "略去同一会议的另外 {1} 篇报道；--reports 全部显示"
        ),
        .cannotWrite: ("cannot write: {1}", "无法写出：{1}"),
        .cannotWriteFile: ("{1}: cannot be written ({2})", "{1}：无法写入（{2}）"),
        .badSettings: ("{1}: not valid YAML settings; write, for example, `corpus: reports`", "{1}：设置无效；例如应写作 `corpus: reports`"),
        .unknownSetting: ("{1}: there is no setting “{2}”; there are {3}", "{1}：没有设置“{2}”；可用的有 {3}"),
        .badValue: ("{1}: {2} cannot be “{3}”; write one of {4}", "{1}：{2} 不能是“{3}”；可选 {4}"),
        .noSuchCommand: ("there is no command “{1}”; {2}", "没有命令“{1}”；{2}"),
        .didYouMean: ("did you mean {1}?", "是否想用 {1}？"),
        .commandsAre: ("`meetings --help` lists them", "`meetings --help` 列出全部命令"),
        .queryUnclosed: ("the query {1}: the quotation mark {2} is not closed", "查询 {1}：引号 {2} 没有闭合"),
        .queryEmptyWord: ("the query {1}: it holds an empty word", "查询 {1}：含有空词"),
        .queryWantsNothing: ("the query {1}: it needs a word that is wanted, on each side of OR", "查询 {1}：OR 两侧各需要一个要找的词"),
        .noGold: ("{1}: no *.gold.json files there", "{1}：没有 *.gold.json 文件"),
        .badGold: ("{1}: not a gold file ({2})", "{1}：不是标准答案文件（{2}）"),
        .fieldOfExplain: ("there is no field “{1}” to explain; there are {2}", "没有可说明的字段“{1}”；有 {2}"),
        .negativeLimit: ("--limit {1}: write a number that is not negative", "--limit {1}：请写非负数"),
        .formatsExclude: ("--json and --format {1} exclude each other", "--json 与 --format {1} 不能同时使用"),
        .progress: ("{1} of {2} files, {3} a second, {4} left", "已读 {1}/{2} 个文件，每秒 {3} 个，约剩 {4}"),
        .notAnIndex: (
            "{1}: not an index ({2}); `meetings index` makes one of a folder", "{1}：不是索引（{2}）；`meetings index` 可为文件夹建立索引"
        ),
        .indexNotUsed: ("{1}: the index cannot be used ({2}); reading the files", "{1}：索引无法使用（{2}）；改读文件"),
        .indexed: ("{1}: files: {2} new, {3} changed, {4} gone, {5} as before", "{1}：新增 {2} 个文件，更改 {3} 个，消失 {4} 个，未变 {5} 个"),
        .indexIsCorpus: ("{1} is an index already; name the folder of the reports", "{1} 已是索引；请指定报道所在的文件夹"),
        .indexIsOlder: (
            "{1}: an index of another version; `meetings index` on its folder builds it anew", "{1}：其他版本的索引；请对其文件夹运行 `meetings index` 重建"
        ),
        .indexRebuilt: ("{1}: an index of another version; it was built anew", "{1}：其他版本的索引；已重建"),
        .indexIsForeign: (
            "{1}: left alone ({2}); name another file with --file, or move this one away", "{1}：保持原样（{2}）；请用 --file 指定其他文件，或移走此文件"
        ),
        .indexNotWritten: ("{1}: cannot be written ({2}); --rebuild builds it anew", "{1}：无法写入（{2}）；--rebuild 可重建"),
        .emptySlice: ("{1} “{2}”: no meeting; there is nothing to compare", "{1}“{2}”：没有会议，无从比较"),
        .nothingFound: ("nothing found", "没有找到"),
        .noPictures: ("{1}: pictures are written as .svg only", "{1}：图片只能写成 .svg"),
        .outputIsDatabase: (
            "{1}: a database that `meetings export` did not write; choose another file", "{1}：不是 `meetings export` 写出的数据库；请另选文件"
        ),
        .draftNeedsPlace: ("--draft needs -o with a folder to write to", "--draft 需用 -o 指定输出文件夹"),
        .outputIsInput: (
            "{1}: part of the corpus, and not written by meetings; choose another file", "{1}：属于语料，且不是 meetings 写出的；请另选文件"
        ),
        .settingsOfOther: (
            "{1}: ignored, for it belongs to another user; $MEETINGS_TRUST names folders that may set something",
            "{1}：属于其他用户，已忽略；可用 $MEETINGS_TRUST 指定可信的文件夹"
        ),
        .settingLeavesFolder: (
            "{1}: “{2}” is ignored, for {3} lies outside of the folder of these settings", "{1}：忽略“{2}”，因为 {3} 不在此设置所在的文件夹内"
        ),
        .settingNotFromCorpus: (
            "{1}: “{2}” is ignored; it can be set in the environment and in the user's own file only",
            "{1}：忽略“{2}”；它只能在环境变量或用户自己的设置文件里设定"
        ),
        .notRegular: ("{1}: {2}, no file of settings", "{1}：{2}，不是设置文件"),
        .badNumber: ("{1} {2}: write a number from {3} to {4}", "{1} {2}：请写 {3} 到 {4} 之间的数"),
        .unstated: ("unstated: the report gives no cue", "未提及：报道没有线索"),
        .unparsed: ("unparsed: there is a cue, but nothing could be made of it", "未识别：有线索，但无法解析"),
        .correctedBy: ("set by {1}", "由 {1} 设定"),
        .notAPivot: ("--by {1}: there is nothing of that name to count by; there are {2}", "--by {1}：不能按此统计；可用 {2}"),
    ]
}
