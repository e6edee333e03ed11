import MeetingParser

/// A name that many reports share, as its place in the table of names.
typealias Name = Int32

/// What inference needs to know of one report: a few dozen bytes instead of the record.
struct Trace: Sendable {
    struct Session: Sendable {
        var body: Name
        /// nil where the report prints none.
        var number: Int32?
        var term: Int16?
    }

    var isMeeting: Bool
    var place: Name?
    /// Who presided, and the first of the titles; further titles vary from meeting to meeting.
    var chair: Name?
    var chairTitle: Name?
    var sessions: [Session]
    /// The day of the meeting as far as it is known.
    var day: CalendarDay?
    /// Whether the day rests on no guess, so that it may anchor others.
    var isFirm: Bool
    /// Month and day as printed, where the year is open or only guessed.
    var printed: PrintedSpan?
    var sketch: Sketch
}

/// The days of a meeting as printed, without their year.
struct PrintedSpan: Sendable {
    var month: Int8, day: Int8
    /// Of the last day; 0 where there is one day only.
    var lastMonth: Int8 = 0, lastDay: Int8 = 0

    init(month: Int8, day: Int8) { (self.month, self.day) = (month, day) }

    init?(_ day: PrintedDay) {
        guard let month = day.month.flatMap({ Int8(exactly: $0) }), let first = day.day.flatMap({ Int8(exactly: $0) }) else { return nil }
        self.init(month: month, day: first)
        guard let last = day.lastDay.flatMap({ Int8(exactly: $0) }) else { return }
        (lastMonth, lastDay) = (day.lastMonth.flatMap { Int8(exactly: $0) } ?? month, last)
    }

    /// The last day of a meeting that began on a day; nil where it was over on the same day.
    func last(from first: CalendarDay) -> CalendarDay? {
        lastDay == 0 ? nil : first.earliest(month: Int(lastMonth), day: Int(lastDay))
    }
}

/// The traces of a corpus, in the order of its reports.
struct Traces: Sendable {
    /// What one report gives, with names as they are; made on any thread.
    struct Seed: Sendable {
        let path: String
        let id: String
        let isMeeting: Bool
        let place: String?
        let chair: Chair?
        let sessions: [Session]
        let day: CalendarDay?
        let isFirm: Bool
        let printed: PrintedSpan?
        let sketch: Sketch

        init(_ meeting: Meeting) {
            let firm: [DateBasis.Year?] = [.text, .publication, .url, .series]
            (path, id) = (meeting.path, meeting.id)
            isMeeting = meeting.kind != .other
            place = meeting.jurisdiction
            chair = meeting.chair
            sessions = meeting.sessions
            day = meeting.date.flatMap { CalendarDay(iso: $0) }
            isFirm = day != nil && (firm.contains(meeting.dateBasis.year) || meeting.isCorrected("date"))
            printed = isFirm ? nil : meeting.clues.printed.flatMap { PrintedSpan($0) }
            sketch = Sketch(hashes: meeting.clues.sketch.map { UInt32(truncatingIfNeeded: $0) })
        }

        init(
            path: String, id: String, isMeeting: Bool, place: String?, chair: Chair?, sessions: [Session], day: CalendarDay?, isFirm: Bool,
            printed: PrintedSpan?, sketch: Sketch
        ) {
            (self.path, self.id, self.isMeeting, self.place, self.chair) = (path, id, isMeeting, place, chair)
            (self.sessions, self.day, self.isFirm, self.printed, self.sketch) = (sessions, day, isFirm, printed, sketch)
        }
    }

    private(set) var all: [Trace] = []
    /// Of the reports.
    private(set) var names = ReportNames()
    private var words: [String] = []
    private var index: [String: Name] = [:]

    subscript(i: Int) -> Trace {
        get { all[i] }
        set { all[i] = newValue }
    }

    func string(_ name: Name) -> String { words[Int(name)] }

    /// The id of a report, for messages and links.
    func id(_ report: Int) -> String { names.id(report) }

    /// The name's place in the table.
    mutating func name(_ string: String) -> Name {
        if let known = index[string] { return known }
        let new = Name(words.count)
        words.append(string)
        index[string] = new
        return new
    }

    mutating func add(_ meeting: Meeting) { add(Seed(meeting)) }

    /// Gives each body the name that it has among the bodies of its place, and in its series: 青箬县委常委会 in 青箬县 is
    /// 县委常委会, and so is 县委常委（扩大）会议.
    mutating func nameBodiesByPlace() {
        var known: [UInt64: Name] = [:]
        for i in all.indices {
            let place = all[i].place
            for s in all[i].sessions.indices {
                let body = all[i].sessions[s].body
                let key = UInt64(UInt32(bitPattern: place ?? -1)) << 32 | UInt64(UInt32(bitPattern: body))
                let short = known[key] ?? name(Session.series(of: place.map { string(body).droppingPlace(string($0)) } ?? string(body)))
                known[key] = short
                all[i].sessions[s].body = short
            }
        }
    }

    /// Adds a report and returns its number.
    @discardableResult
    mutating func add(_ seed: Seed) -> Int {
        names.append(path: seed.path, id: seed.id)
        all.append(
            Trace(
                isMeeting: seed.isMeeting, place: seed.place.map { name($0) }, chair: seed.chair?.name.map { name($0) },
                chairTitle: seed.chair?.titles.first.map { name($0) },
                sessions: seed.sessions.map { session in
                    Trace.Session(
                        body: name(session.body), number: session.number.flatMap { Int32(exactly: $0) },
                        term: session.term.flatMap { Int16(exactly: $0) })
                }, day: seed.day, isFirm: seed.isFirm, printed: seed.printed, sketch: seed.sketch))
        return all.count - 1
    }
}

/// A report's text in eight numbers, for finding reports that say nearly the same: see `Clues.sketch`.
struct Sketch: Sendable {
    static let size = 8
    /// Ascending, then the largest number; all of them that where the report says too little to be compared.
    private var numbers = InlineArray<8, UInt32>(repeating: .max)

    init(hashes: [UInt32]) { for (i, hash) in hashes.prefix(Self.size).enumerated() { numbers[i] = hash } }

    /// Ascending; empty where the report says too little to be compared.
    var hashes: [UInt32] { numbers.indices.map { numbers[$0] }.filter { $0 != .max } }

    /// The two by which reports are found that may say the same.
    var smallest: [UInt32] { [numbers[0], numbers[1]].filter { $0 != .max } }

    /// Whether it stands before another in the order of their numbers.
    func precedes(_ other: Sketch, else isFirst: Bool) -> Bool {
        for i in numbers.indices where numbers[i] != other.numbers[i] { return numbers[i] < other.numbers[i] }
        return isFirst
    }

    /// Whether three quarters of the smaller sketch are in the other.
    func isNear(_ other: Sketch) -> Bool {
        var shared = 0, mine = 0, others = 0, i = 0, j = 0
        while i < Self.size || j < Self.size {
            let (a, b) = (i < Self.size ? numbers[i] : .max, j < Self.size ? other.numbers[j] : .max)
            if a == .max, b == .max { break }
            if a <= b { (mine, i) = (mine + 1, i + 1) }
            if b <= a { (others, j) = (others + 1, j + 1) }
            if a == b { shared += 1 }
        }
        return mine > 0 && shared * 4 >= max(mine, others) * 3
    }
}
