import MeetingParser

extension ChineseHelp {
    private static let kinds = Kind.allCases.map(\.rawValue)

    /// Options and arguments of one or two commands.
    static let options = [
        "Kind of meeting: \(kinds.joined(separator: ", ")) (no meeting), any.": "会议类型：\(kinds.joined(separator: "、"))（非会议）、any（全部）。",
        "A concordance: each hit in the middle of its context.": "逐条索引：命中词居中，两侧为上下文。",
        "A folder of ID.gold.json files.": "ID.gold.json 文件夹。",
        "A unit, by any part of its name: its place in each table. May be repeated.": "单位，可只写名称的一部分：显示它在各表中的名次。可重复。",
        "Add to JSON where each value stands in its file.": "在 JSON 中加上每个值在文件中的位置。",
        "Add where each value stands in its file.": "加上每个值在文件中的位置。",
        "Add which part of all each count is.": "加上各数占总数的比例。",
        "As an entry for BibTeX.": "写成 BibTeX 条目。",
        "Bytes that a line may have, in MiB; longer ones are named and passed over.": "一行最多多少 MiB；更长的行会报出并跳过。",
        "Columns of context on each side in a concordance.": "逐条索引两侧上下文的列数。",
        "Count the meetings, or their agenda items, directives or documents.": "统计会议，或其议题、要求、文件。",
        "Draw bars.": "画条形图。",
        "Filters of the first slice.": "第一部分的筛选条件。",
        "Filters of the second slice.": "第二部分的筛选条件。",
        "Issues and the words they are known by, in YAML.": "议题及其关键词，YAML 格式。",
        "List what was missed (-), wrongly added (+) or differs (≠) in a field, or in all.": "列出一个或全部字段中漏掉（-）、误增（+）、不同（≠）的值。",
        "Meetings that must have the sentence.": "句子至少出现在几次会议中。",
        "Occurrences in both together that a phrase must have.": "词语在两部分中合计至少出现几次。",
        "Of the gold files that `evaluate` compares with.": "`evaluate` 所用标准答案文件的格式。",
        "One field, or an item of it: date, agenda, agenda.2.": "一个字段或其中一项：date、agenda、agenda.2。",
        "Form of the export.": "导出格式。",
        "One row for each finding in each file.": "每个文件的每项发现一行。",
        "Only items with this verb, as 审议. May be repeated; not:… excludes.": "只列用这个动词的议题，如 审议。可重复；not:… 表示排除。",
        "Only sentences with these words; a query as of `search`.": "只列含有这些词语的句子；写法同 `search`。",
        "Only what this person said. May be repeated; not:… excludes.": "只列此人所说。可重复；not:… 表示排除。",
        "Only what this unit is to do, by any part of its name. May be repeated; not:… excludes.": "只列由该单位承办的要求，可只写名称的一部分。可重复；not:… 表示排除。",
        "Only what is to be done by this day, month or year.": "只列须在该日、月或年之前完成的要求。",
        "Pages that are no reports of meetings too.": "也列出不是会议报道的网页。",
        "Read every file anew.": "重新读取每个文件。",
        "Session number, BODY:NUMBER, id, path or date.": "会次、主体:会次、编号、路径或日期。",
        "Show every meeting that a reference names.": "显示所指的全部会议。",
        "Terms to count.": "要统计的词语。",
        "The file to write, of csv the folder. Default: standard output, where it is one text.": "写入的文件；csv 为文件夹。默认：标准输出（单个文本时）。",
        "The file to write. Default: .meetings.sqlite in the corpus.": "写入的文件。默认：语料中的 .meetings.sqlite。",
        "The folder from which names and paths count. Default: the current folder.": "文件名和路径的起点文件夹。默认：当前文件夹。",
        "Units, and a time at the end: place,month; body,year.": "单位，末尾为时间：place,month；body,year。",
        "What is now.": "现在的结果。",
        "What pictures show.": "图中显示的指标。",
        "What to count by: one field, or several with commas.": "统计所依的字段，多个用逗号分开。",
        "What was before: a corpus or NDJSON.": "以前的结果：语料或 NDJSON。",
        "Words to look for.": "要查找的词语。",
        "Write a gold file with the program's answers to a report, into the folder of -o.": "把程序对一篇报道的答案写成标准答案文件，放入 -o 的文件夹。",
        "The page to write; - is standard output.": "写入的网页；- 为标准输出。",
        "Megabytes that the page may have.": "网页最多多少 MB。",
        "Language of the page.": "网页的语言。",
        "The shell.": "命令行外壳。",
        "Language of the text.": "引用文字的语言。",
        "Language of messages.": "提示的语言。",
        "day, month, quarter or year, a field before it: quarter; body,year.": "day、month、quarter 或 year，前面可加一个字段：quarter；body,year。",
    ]

    /// What stands below the examples.
    static let paragraphs = [
        "The corpus is the folder given with -C, else $MEETINGS_CORPUS, else `corpus:` in the nearest .meetings.yml, else the current folder.":
            "语料是 -C 指定的文件夹，其次 $MEETINGS_CORPUS，再次最近的 .meetings.yml 中的 `corpus:`，最后是当前文件夹。",
        "Exits with 3 where a file could not be read or a correction not be applied.": "有文件无法读取或有更正无法应用时，以 3 退出。",
        "--a and --b hold filters as on the command line; filters outside hold for both. `logLikelihood` says how sure a difference is (15.13: p < 0.0001), `logRatio` how large, in doublings, `dispersion` how uneven (0: in every report, 1: in few).":
            "--a 和 --b 内写筛选条件，与命令行相同；写在外面的条件对两者都有效。`logLikelihood` 表示差异有多可靠（15.13：p < 0.0001），`logRatio` 表示差异有多大（以 2 为底），`dispersion` 表示分布有多不均（0：每篇都有，1：集中于少数）。",
        "Bodies, chairs, people, places and documents are completed from the corpus.": "会议主体、主持人、人员、地区和文件按语料补全。",
        "Flags are stronger than MEETINGS_… variables, these than the nearest .meetings.yml, and that than ~/.config/meetings/config.yml.":
            "选项优先于 MEETINGS_… 变量，变量优先于最近的 .meetings.yml，后者优先于 ~/.config/meetings/config.yml。",
        "Count by year, quarter, month, or any field of `list --fields help`; chair, action, document, person and place are short names. A meeting counts once under each value that it has.":
            "可按 year、quarter、month 或 `list --fields help` 中的任一字段统计；chair、action、document、person、place 是简写。一次会议在它的每个值下各计一次。",
        "Each is a folder, an index, or a file of records as `list --format ndjson` prints them. Reports are the same where their ids are.":
            "两者都可以是文件夹、索引，或 `list --format ndjson` 打印的记录文件。编号相同即为同一报道。",
        "GOLD is a folder of ID.gold.json files, where ID is a file's name without its extension; `meetings schema --gold` tells their form. A key that a file does not have is not scored. --draft writes such files with the program's own answers, for a reader to correct. The interval is the 95 % bootstrap interval over 1000 draws of reports.":
            "GOLD 是 ID.gold.json 文件夹，ID 是去掉扩展名的文件名；`meetings schema --gold` 说明格式。文件中没有的键不计分。--draft 用程序自己的答案写出草稿，供人工更正。区间是对报道重抽样 1000 次的 95 % 自助区间。",
        "A field without a value is `unstated` where the report gives no cue for it, and `unparsed` where there is a cue and nothing could be made of it. A page (-o x.html) shows the report's text with every value marked where it stands.":
            "没有值的字段：报道中没有线索的为 `unstated`（未载明），有线索而未能读出的为 `unparsed`（未解析）。网页（-o x.html）显示报道正文，并在原处标出每个值。",
        "csv is a folder of tables with keys, datapackage.json (Frictionless) and a codebook; sqlite the same tables in one file, with metadata.json for Datasette beside it; ics a calendar; ocd events of Open Civic Data; akn debates of Akoma Ntoso; graphml who sat with whom. One report of each meeting is taken.":
            "csv 是一个文件夹，含带键的数据表、datapackage.json（Frictionless）和编码手册；sqlite 是同样的表放在一个文件中，旁有供 Datasette 使用的 metadata.json；ics 是日历；ocd 是 Open Civic Data 的事件；akn 是 Akoma Ntoso 的 debate；graphml 是同场关系图。每次会议取一篇报道。",
        "A row is a stretch of missing numbers with the days of the sessions around it; a series without a gap has one row with nothing missing. Filters choose series, which are then looked at as a whole.":
            "每行是一段缺少的会次及其前后会议的日期；没有缺口的系列有一行，缺少栏为空。筛选条件选出系列，系列整体考察。",
        "The index of a folder is the hidden file .meetings.sqlite in it. Commands find it there, and bring it in step with the files first: they answer as without it. An index that is named with -C answers as it is, without a look at the files.":
            "文件夹的索引是其中的隐藏文件 .meetings.sqlite。各命令会自动找到它，先使它与文件一致，回答与没有索引时相同。用 -C 直接指定的索引按原样回答，不看文件。",
        "Rows show each meeting once; JSON has a record for every report, with the ids of reports of the same meeting in `duplicates`.":
            "表格中每次会议一行；JSON 中每篇报道一条记录，同一会议的其他报道编号在 `duplicates` 中。",
        "`weight` adds 1/(n-1) for each meeting of n people (Newman 2001), so that large meetings count less. People are the same where their names are.":
            "`weight` 对每次 n 人的会议加 1/(n-1)（Newman 2001），大会因此权重较小。姓名相同视为同一人。",
        "issues.yml names issues by queries as of `search`:\n  防汛: [防汛, 抗旱, 排涝]\n  教育: 教育 -教育整顿\nEach issue has a column with its meetings and one with their share. Every unit has a row for every time between the first meeting and the last.":
            "issues.yml 用检索式定义议题，写法同 `search`：\n  防汛: [防汛, 抗旱, 排涝]\n  教育: 教育 -教育整顿\n每个议题有会议数和比例两列。从首次到末次会议之间，每个单位每个时间都有一行。",
        "A line is the name of a file, or an object {\"path\": …, \"content\": …}. What only several reports tell together (years, places, duplicates) is left to `resolve`. Input may be packed with gzip or zstd.":
            "每行是一个文件名，或对象 {\"path\": …, \"content\": …}。要由多篇报道共同推断的（年份、地区、重复）留给 `resolve`。输入可用 gzip 或 zstd 压缩。",
        "Give it all records of a place together: a year follows from the numbers and the chairs of the same place. The order of the records is kept.":
            "请把同一地区的全部记录一起给它：年份由同一地区的会次和主持人推断。记录的顺序不变。",
        "Sentences count as the same where four fifths of their strings of four characters are. Reprints of one meeting are one use.":
            "两句的四字串有五分之四相同，即视为同一句。同一会议的转载只算一次使用。",
        "Words that stand side by side must all occur in a report; OR gives a choice, quotation marks keep blanks, a - before a word excludes it. Simplified and traditional characters are the same.":
            "并列的词语须全部出现在报道中；OR 表示任选，引号保留空格，词前的 - 表示排除。简体、繁体视为相同。",
        "A reference is a session number, BODY:NUMBER, an id, a path or a date.": "可用会次、主体:会次、编号、路径或日期指明会议。",
        "The page needs no network and no other file. What would make it larger than --max-size is left out, and the page says so: directives first, then agendas, of the oldest meetings.":
            "网页不需要网络和其他文件。超出 --max-size 的内容会略去，网页中有说明：先略去最早会议的要求，再略去议题。",
        "Each term is a query as in `search`. `share` is the part of the meetings of the time whose report has the term, `per10k` its hits in 10,000 characters. Times without a meeting have rows, too. A field before the time (body, place, chair …) gives each group a small picture of its own, and with --plot a row of shades.":
            "每个词语是一个检索式，写法同 `search`。`share` 是该时段报道中含有该词的会议所占比例，`per10k` 是每万字出现次数。没有会议的时段也有一行。时间前加字段（body、place、chair 等）则每组各有一幅小图，用 --plot 则各为一行深浅。",
    ]
}
