/// The texts of the help in Chinese, by what they are in English. A test sees to it that each has one.
enum ChineseHelp {
    /// The Chinese for a text of the help; the text itself where there is none.
    static func text(_ english: String) -> String {
        titles[english] ?? commands[english] ?? shared[english] ?? options[english] ?? paragraphs[english] ?? english
    }

    static func has(_ english: String) -> Bool { text(english) != english }

    private static let titles = [
        "Arguments": "参数", "Options": "选项", "Corpus": "语料", "Filters": "筛选", "Order": "排序", "Output": "输出",
        "Reading": "阅读", "Parts": "组成部分", "Analysis": "分析", "Exports": "导出", "Trust": "可信度", "Pipelines": "流水线",
        "Set-up": "设置",
    ]

    private static let commands = [
        "Read Chinese government meeting reports as data.": "把中国政府会议报道读成数据。",
        "List meetings, one a row.": "列出会议，每行一次。",
        "Show a meeting: its facts, its agenda with directives, documents and tables.": "显示一次会议：概况、议题及要求、文件和排名表。",
        "Search the text of the reports: sentences with the words, or a concordance.": "检索报道正文：列出含有词语的句子，或逐条索引。",
        "List agenda items, one a row.": "列出议题，每行一项。",
        "List directives, one a row: who demanded what, under which agenda item.": "列出工作要求，每行一条：谁在哪项议题下要求了什么。",
        "List documents with their course: first studied, deliberated, passed.": "列出文件及其经过：首次学习、审议、通过的日期。",
        "List people: titles over time, how often they chaired, attended, reported.": "列出人员：历任职务，主持、出席、汇报的次数。",
        "List bodies: how often they met, first and last session, chairs.": "列出会议主体：次数、首次和末次会议、主持人。",
        "List league tables; with --unit, a unit's places over the months.": "列出排名表；用 --unit 可看一个单位逐月的名次。",
        "Count meetings by month, body, chair or any other field.": "按月份、主体、主持人或其他字段统计会议。",
        "List the session numbers that the corpus lacks, body by body.": "逐个主体列出语料缺少的会次。",
        "Count terms over time: a table, bars in the terminal, a picture.": "统计词语随时间的变化：表格、终端图或图片。",
        "List the words and phrases that distinguish two slices of the corpus.": "列出区分语料两部分的词语。",
        "Tabulate units by time and issue for regressions, zero rows included.": "按单位、时间和议题制成面板数据，含零值行，可用于回归。",
        "List who sat in meetings with whom: how often, from when to when.": "列出谁与谁同场开会：次数、起止时间。",
        "List sentences that later reports repeat: first use, and who took them up when.": "列出后来报道重复的句子：首次使用，何时由谁沿用。",
        "Write one page that shows a corpus: trust, time, topics, people, gaps, meetings.": "把语料写成一个网页：可信度、时间、议题、人员、缺口、会议。",
        "Compare two parses or two crawls of a corpus, field by field.": "逐字段比较两次解析或两次采集的结果。",
        "Write the meetings for other programs: tables, SQLite, calendars, graphs.": "导出会议供其他程序使用：数据表、SQLite、日历、关系图。",
        "Print how to cite the program and the corpus.": "打印程序和语料的引用格式。",
        "Explain a record: for each value the rule, the place in the file and the words.": "说明一条记录：每个值所依的规则、在文件中的位置和原文。",
        "Check a corpus: unreadable files, warnings, missing values, duplicates.": "检查语料：无法读取的文件、警告、缺失值、重复报道。",
        "Compare the records with your own answers: precision, recall, F1 of each field.": "与您的标准答案比较：各字段的精确率、召回率、F1。",
        "Print the JSON Schema (2020-12) of a record, or of a gold file.": "打印记录或标准答案文件的 JSON Schema（2020-12）。",
        "Read reports from standard input and write a record a line, as they come.": "从标准输入读取报道，随到随写，每行一条记录。",
        "Read records of whole series and fill in years, places and duplicates.": "读取成系列的记录，补全年份、地区和重复报道。",
        "Build or refresh the index, which answers without reading the reports again.": "建立或更新索引，此后无需重读报道。",
        "Print the settings in force, and what set each.": "打印生效的设置及其来源。",
        "Print a completion script for bash, zsh or fish.": "打印 bash、zsh 或 fish 的补全脚本。",
        "Print the manual page.": "打印手册页。",
        "Show subcommand help information.": "显示一个命令的说明。",
    ]

    /// Options that many commands have.
    private static let shared = [
        "Show help information.": "显示说明。",
        "Show the version.": "显示版本。",
        "A folder of reports, one file of them, or an index. Default: $MEETINGS_CORPUS, else `corpus:` in .meetings.yml, else the current folder.":
            "报道文件夹、其中一个文件，或索引。默认：$MEETINGS_CORPUS，其次 .meetings.yml 的 `corpus:`，再次当前文件夹。",
        "Read the files themselves, also where there is an index.": "直接读取文件，即使已有索引。",
        "Say nothing but errors.": "除错误外不作提示。",
        "Follow links that leave the corpus.": "跟随指向语料之外的链接。",
        "How many times its size an archive may unfold to beyond 64 MB. Default: 200.": "压缩包超过 64 MB 后最多可展开到自身的多少倍。默认：200。",
        "How many files an archive may hold. Default: 1000000.": "压缩包最多可含多少个文件。默认：1000000。",
        "From this day, month or year on.": "自该日、月或年起。",
        "Up to the end of this day, month or year.": "至该日、月或年末止。",
        "On this day, or in this month, year or range. May be repeated.": "在该日，或该月、年、区间内。可重复。",
        "A body, by any part of its name: 常委会. May be repeated; not:… excludes.": "会议主体，可只写名称的一部分：常委会。可重复；not:… 表示排除。",
        "Who presided.": "主持人。",
        "Who presided or took part.": "主持或参加会议的人。",
        "Session number or range: 181, 180..189.": "会次或区间：181、180..189。",
        "Place whose body met: 海淀区.": "会议主体所属地区：海淀区。",
        "Title of a document, or part of one.": "文件名，可只写一部分。",
        "Words anywhere in the report, as of `search`: '防汛 责任', '防汛 OR 抗旱 -疫情'.": "报道中任何位置的词语，写法同 `search`：“防汛 责任”、“防汛 OR 抗旱 -疫情”。",
        "Every report: reprints of the same meeting too.": "全部报道，包括同一会议的转载。",
        "Sort by a field; -field turns it round.": "按字段排序；-field 为倒序。",
        "Last first.": "倒序。",
        "At most so many rows.": "最多行数。",
        "How rows are written. Default: table.": "输出格式，默认 table。",
        "Short for --format json.": "即 --format json。",
        "Columns or keys, as in date,session,chair.name; “help” lists them.": "列或键，如 date,session,chair.name；写“help”列出全部。",
        "Look of tables.": "表格样式。",
        "CSV and TSV for Excel: a byte order mark, and formulas made harmless.": "供 Excel 使用的 CSV、TSV：带字节顺序标记，公式不会执行。",
        "Write to a file; - is standard output.": "写入文件；- 为标准输出。",
        "Print only the number of rows.": "只打印行数。",
        "Exit with 1 where there is no row.": "没有行时以 1 退出。",
        "Whether to colour.": "是否着色。",
        "Language of labels, messages and help.": "标签、提示和说明的语言。",
        "Do not page long output on a terminal.": "终端上不分页显示。",
    ]
}
