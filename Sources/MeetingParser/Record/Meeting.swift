/// One report of one meeting: the record that every command works on.
///
/// The coding keys are the contract's keys. A scalar that is not known is nil; a list that is empty is `[]`.
public struct Meeting: Hashable, Sendable {
    /// The file's path below the corpus root without its extension, `#` and a number behind it where the file holds many
    /// reports; unique in the corpus.
    public var id: String
    /// The file's path below the corpus root.
    public var path: String
    /// The path's bytes in base64 where they are no UTF-8; then `path` has them as `%XX`.
    public var pathBytes: String?
    /// The genre of the meeting; `.other` where the report is of none.
    public var kind: Kind
    /// Headline, without 原标题：and the like.
    public var title: String
    /// The address of the report; nil where nothing names one.
    public var url: String?
    /// Who is named as the source (来源); nil where nobody is.
    public var source: String?
    /// Who published it, by its metadata; nil where they do not say.
    public var publisher: String?
    /// ISO 8601 date or date-time of publication.
    public var published: String?
    /// ISO 8601 day on which the meeting was held, or `YYYY-MM` where no day is given.
    public var date: String?
    /// Last day of a meeting of several days.
    public var endDate: String?
    /// What day and year of `date` rest on.
    public var dateBasis: DateBasis
    /// 上午, 下午, 晚 … as printed.
    public var timeOfDay: String?
    /// The place whose body met: 海淀区, 北京市 …
    public var jurisdiction: String?
    /// Every body that met; a joint gathering has two or more.
    public var sessions: [Session]
    /// Who presided; nil where the report does not say.
    public var chair: Chair?
    /// The others named as present.
    public var participants: [Participant]
    /// Where it met, as printed: 区长会议室.
    public var venue: String?
    /// What the meeting took up, in order, each once.
    public var agenda: [AgendaItem]
    /// What was demanded, in the order of the text.
    public var directives: [Directive]
    /// Distinct 《…》 titles in order of first mention.
    public var documents: [CitedDocument]
    /// League tables, in the order of the text.
    public var rankings: [Ranking]
    /// What is said of single units: praise and shortcomings.
    public var assessments: [Assessment]
    /// Who wrote the report.
    public var reporters: [String]
    /// Who edited it.
    public var editors: [String]
    /// For fields without a value: whether the report gives no cue or one that could not be read.
    public var absent: [String: Absence]
    /// Ids of other reports of the same meeting.
    public var duplicates: [String]
    /// What looks odd or was inferred, each with a code.
    public var warnings: [Warning]
    /// Field path → what in the report says so; only when asked for. The JSON has its places, under `spans`.
    public var evidence: [String: Evidence]
    /// The plain text, a paragraph a line; only when asked for.
    public var text: String?

    /// Its number among the reports of its file, from 1; 0 where the file is the report.
    public var entry: Int { position.entry }

    /// Its place among the records of its file.
    public var position: RecordPosition { RecordPosition(id: id, path: path) }

    /// Where it stands, for messages: its path, and `#` and its number in a file of many.
    public var place: String { entry == 0 ? path : "\(path)#\(entry)" }

    /// The id of the report that tells of it: its own, but for the second meeting and those behind it.
    package var reportID: String { position.meeting == 1 ? id : String(id.dropLast(1 + String(position.meeting).count)) }

    /// The first of the bodies that met; nil where none is known.
    public var body: String? { sessions.first?.body }
    /// The number of its session; nil where none is printed.
    public var session: Int? { sessions.first?.number }

    /// What inference needs besides.
    public var clues = Clues()
    /// Whether the JSON holds them.
    public var writesClues = false

    /// A record of which nothing is known but where its report lies.
    public init(path: String) {
        self.path = path
        id = Self.id(of: path)
        kind = .other
        title = ""
        dateBasis = DateBasis()
        (sessions, participants, agenda, directives, documents) = ([], [], [], [], [])
        (rankings, assessments, reporters, editors) = ([], [], [], [])
        (absent, duplicates, warnings, evidence) = ([:], [], [], [:])
    }

    /// The path without the extension of its last part; a `#` in it is written `%23`.
    public static func id(of path: String) -> String {
        stem(of: path.utf8.contains(UInt8(ascii: "#")) ? path.replacing("#", with: "%23") : path)
    }

    /// The path without the extension of its last part.
    public static func stem(of path: String) -> String {
        let utf8 = path.utf8
        // A name that begins with its only dot has no extension.
        guard let dot = utf8.lastIndex(of: UInt8(ascii: ".")), dot != utf8.startIndex, utf8[utf8.index(before: dot)] != UInt8(ascii: "/"),
            !utf8[dot...].contains(UInt8(ascii: "/"))
        else { return path }
        return String(path[..<dot])
    }
}
