/// The genre of a meeting, by the body that met.
public enum Kind: String, Hashable, Sendable, CaseIterable {
    case standingCommittee = "standing-committee"
    case governmentExecutive = "government-executive"
    case leadingGroup = "leading-group"
    case headquarters, joint, review
    case peoplesCongress = "peoples-congress"
    case cppcc, discipline
    /// 党组, or the 党委 of an office, a firm, a school.
    case partyGroup = "party-group"
    /// 全体会议 of a committee or commission.
    case plenary
    case study
    case workConference = "work-conference"
    /// A meeting of none of these.
    case meeting
    /// Not a report of a meeting.
    case other
}

/// A body that met, with the number of its session.
public struct Session: Hashable, Sendable {
    /// 区委常委会
    public var body: String
    /// 181 of 第181次会议; nil where none is printed.
    public var number: Int?
    /// 15 of 十五届; nil where none is printed.
    public var term: Int?
    /// 2020 of 2020年第8次, where numbers begin anew each year.
    public var year: Int?
    /// 108 of 第8次（总第108次）.
    public var total: Int?

    /// A body and its session; nil for what is not printed.
    public init(body: String, number: Int? = nil, term: Int? = nil, year: Int? = nil, total: Int? = nil) {
        (self.body, self.number, self.term, self.year, self.total) = (body, number, term, year, total)
    }
}

/// Who 主持.
public struct Chair: Hashable, Sendable {
    /// nil where the report names only the role.
    public var name: String?
    /// As printed, without the name.
    public var titles: [String]

    /// Who presided; a nil name where only the office is printed.
    public init(name: String?, titles: [String]) {
        self.name = name
        self.titles = titles
    }
}

/// Someone named as present.
public struct Participant: Hashable, Sendable {
    /// The part that somebody had in a meeting.
    public enum Role: String, Hashable, Sendable, CaseIterable {
        /// 出席, 参加
        case attended
        /// 列席
        case nonvoting
        /// 汇报, 发言
        case reported
        /// 讲话, 点评, 辅导
        case spoke
    }

    /// As printed.
    public var name: String
    /// As printed, without the name.
    public var titles: [String]
    /// What the person did there.
    public var role: Role
}

/// One thing that the meeting took up.
public struct AgendaItem: Hashable, Sendable {
    /// From 1, in the order of the report.
    public var number: Int
    /// 研究, 听取, 审议并原则通过 …
    public var action: String
    /// What was taken up, without the verb.
    public var title: String
    /// Titles of the 《…》 in it.
    public var documents: [String]
    /// How it ended, as printed: 通过, 原则同意; nil where the report does not tell.
    public var outcome: String?
}

/// A sentence that demands, orders or forbids action on behalf of the meeting or of a speaker.
public struct Directive: Hashable, Sendable {
    /// From 1, in the order of the report.
    public var number: Int
    /// Number of the agenda item under which it was said, or nil.
    public var agenda: Int?
    /// A person's name; nil for the meeting itself.
    public var speaker: String?
    /// 指出, 强调, 要求 … of the attribution that it stands under; nil where there is none but the meeting's own.
    public var verb: String?
    /// 1, 2, 3 … of the numbered point to which it belongs, or nil.
    public var point: Int?
    /// Who must act, as printed: 各街镇, 县水务局; nil where nobody is named.
    public var addressee: String?
    /// By when, as printed: 9月底前.
    public var deadline: String?
    /// The sentence as printed, white space normalised.
    public var text: String
}

/// A title in 《…》.
public struct CitedDocument: Hashable, Sendable {
    /// As printed between 《》.
    public var title: String
    /// How often the report names it.
    public var mentions: Int
}

/// One end of a league table.
public struct Ranking: Hashable, Sendable {
    /// Which end of a table is listed: the best or the worst.
    public enum End: String, Hashable, Sendable, CaseIterable { case top, bottom }

    /// What is ranked: 街道乡镇, 各区 …
    public var scope: String?
    /// By what: 综合评分 …
    public var metric: String?
    /// The end that is listed.
    public var end: End
    /// `YYYY-MM`, or nil where month or year is not known.
    public var period: String?
    /// The units, as the report lists them.
    public var entries: [String]
    /// The place of each entry; units with the same place share it, nil where none is printed. As long as `entries`.
    public var ranks: [Int?] = []
    /// The score or number printed with each entry, as printed. As long as `entries`.
    public var values: [String?] = []

    /// The printed place of an entry; nil for none.
    public func rank(at entry: Int) -> Int? { ranks.indices.contains(entry) ? ranks[entry] : nil }
    /// What is printed with an entry; nil for nothing.
    public func value(at entry: Int) -> String? { values.indices.contains(entry) ? values[entry] : nil }
}

/// A verdict on one unit.
public struct Assessment: Hashable, Sendable {
    /// The unit that is spoken of.
    public var unit: String
    /// What is praised; nil for nothing.
    public var strengths: String?
    /// What is criticised.
    public var shortcomings: [String]
}

/// How the date was found.
public struct DateBasis: Hashable, Sendable {
    /// What the day of a date rests on.
    public enum Day: String, Hashable, Sendable, CaseIterable {
        /// Printed in the report.
        case text
        /// 今天, 昨天: counted from the publication date.
        case publication
        /// 今天 in a folder or file of that day.
        case path
    }

    /// What the year of a date rests on, the strongest first.
    public enum Year: String, Hashable, Sendable, CaseIterable {
        case text, publication, url, mention, series, corpus, path, assumed
    }

    /// nil where the report gives no day.
    public var day: Day?
    /// nil where no year is known.
    public var year: Year?
    /// The words that the date rests on.
    public var evidence: String?

    /// nil for what is not known.
    public init(day: Day? = nil, year: Year? = nil, evidence: String? = nil) {
        self.day = day
        self.year = year
        self.evidence = evidence
    }
}

/// Why a field has no value.
public enum Absence: String, Hashable, Sendable, CaseIterable {
    /// The report gives no cue.
    case unstated
    /// A cue, but nothing could be made of it.
    case unparsed
}

/// Something that was guessed, contradicted or left out.
public struct Warning: Hashable, Sendable {
    /// The key of the record that it is about.
    public var field: String
    /// A stable word for programs: `year-from-mention`.
    public var code: String
    /// In English, for people.
    public var message: String

    /// A warning about a key.
    public init(field: String, code: String, message: String) {
        self.field = field
        self.code = code
        self.message = message
    }
}

/// What in a report says a value.
public struct Evidence: Hashable, Sendable {
    /// Where it stands in the file.
    public var span: SourceSpan
    /// The name of the rule that read it; empty in records read back from JSON.
    public var rule = ""
    /// The words as printed, without markup; empty in records read back from JSON.
    public var quote = ""
}

/// Byte offsets in the file as stored: `start..<end`.
public struct SourceSpan: Hashable, Sendable {
    /// Byte offset of the first byte in the file as stored.
    public var start: Int
    /// Byte offset behind the last byte.
    public var end: Int
}

/// A day as printed, with the parts of it that the report gives.
public struct PrintedDay: Hashable, Sendable {
    /// nil where no year is printed.
    public var year: Int?
    /// 1 to 12; nil where no month is printed.
    public var month: Int?
    /// 1 to 31; nil where no day is printed.
    public var day: Int?
    /// Of a range that ends in another month; nil for the same.
    public var lastMonth: Int?
    /// The last day of a range; nil for a single day.
    public var lastDay: Int?
    /// Days before publication: 0 for 今天, 1 for 昨天.
    public var daysBefore: Int?
    /// 上午, 下午 and the like, as printed; nil where nothing is.
    public var timeOfDay: String?
    /// The words themselves.
    public var words: String?

    /// The parts of a printed day, each nil where it is not printed.
    public init(
        year: Int? = nil, month: Int? = nil, day: Int? = nil, lastMonth: Int? = nil, lastDay: Int? = nil, daysBefore: Int? = nil,
        timeOfDay: String? = nil
    ) {
        (self.year, self.month, self.day, self.lastMonth, self.lastDay) = (year, month, day, lastMonth, lastDay)
        (self.daysBefore, self.timeOfDay) = (daysBefore, timeOfDay)
    }
    /// Nothing is printed.
    public init() { self.init(year: nil) }
}
