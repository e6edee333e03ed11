/// Puts the fields of one report together, step by step in reading order.
///
/// The steps of many reports are done side by side, one step for all of them and then the next: the code of a field is
/// then in the processor's cache, and its branches are foretold better, which is worth a fifth of the time.
struct RecordBuilder {
    private let document: ReportDocument
    /// The headline of the page, whichever meeting of it is told of.
    private let title: String
    private let options: MeetingParser.Options
    private(set) var meeting: Meeting
    /// nil where the document reports no meeting.
    private var lead: MeetingLead?
    private var agenda: Agenda?

    /// What reading may still cost; see `Steps`.
    private(set) var stepsLeft: Int

    /// One for each meeting that a report tells of, at least one.
    static func all(in report: Report, options: MeetingParser.Options) -> [RecordBuilder] {
        var steps = Steps.allowed(bytes: report.bytes.count)
        let whole = Steps.limited(to: &steps) { ReportDocument(reading: report) }
        let documents = Steps.limited(to: &steps) { MeetingLead.meetings(in: whole) }
        // What reading may cost is shared out among them.
        return documents.map { RecordBuilder($0, of: report, title: whole.title, stepsLeft: steps / documents.count, options) }
    }

    private init(_ document: ReportDocument, of report: Report, title: String, stepsLeft: Int, _ options: MeetingParser.Options) {
        (self.document, self.title, self.stepsLeft, self.options) = (document, title, stepsLeft, options)
        meeting = Meeting(path: report.path)
        if stepsLeft <= 0 { warnOfBudget("text") }
    }

    /// A field, or some that are read together.
    struct Step: Sendable {
        let field: String
        fileprivate let read: @Sendable (inout RecordBuilder) -> Void
    }

    /// In the order in which they need each other.
    static let steps: [Step] = [
        Step(field: "reporters") { $0.readSurroundings() }, Step(field: "kind") { $0.findLead() },
        Step(field: "sessions") { $0.readSessions() }, Step(field: "jurisdiction") { $0.readPlace() },
        Step(field: "date") { $0.readDay() }, Step(field: "chair") { $0.readChair() },
        Step(field: "participants") { $0.readParticipants() }, Step(field: "agenda") { $0.readAgenda() },
        Step(field: "directives") { $0.readDirectives() }, Step(field: "documents") { $0.readDocuments() },
        Step(field: "rankings") { $0.readRankings() },
    ]

    /// Takes a step within what reading may cost. Where that is used up, what was found stays, and the record says so.
    mutating func take(_ step: Step) {
        guard stepsLeft > 0 else { return }
        let outer = Steps.left
        Steps.left = stepsLeft
        step.read(&self)
        stepsLeft = Steps.left
        Steps.left = outer
        if stepsLeft <= 0 { warnOfBudget(step.field) }
    }

    private mutating func warnOfBudget(_ field: String) {
        warn(field, "budget", "the report takes more steps than its size allows; from here on values may be missing")
    }

    /// The record, once all steps are taken.
    consuming func finished() -> Meeting {
        finish()
        return meeting
    }

    /// What page and bylines say, which every document has.
    private mutating func readSurroundings() {
        let metadata = document.metadata
        meeting.title = Self.plainTitle(title)
        meeting.url = metadata.url
        meeting.source = metadata.source
        meeting.publisher = metadata.publisher
        meeting.published = metadata.published?.iso
        if let headline = document.headline { place("title", headline.range, by: "headline") }
        if options.wants("reporters", "editors") {
            let bylines = Bylines(in: document)
            meeting.reporters = note(each: "reporters", bylines.reporters)
            meeting.editors = bylines.editors
        }
        if document.source.hasReplacements {
            warn("text", "bad-bytes", "some bytes are no \(document.source.encoding.rawValue) and became U+FFFD")
        }
        if let declared = document.source.wronglyDeclared {
            warn("text", "wrong-charset", "the page declares \(declared), but its bytes are \(document.source.encoding.rawValue)")
        }
        for disagreement in metadata.disagreements { warn(disagreement.field, "metadata-disagree", disagreement.message) }
        if let problem = document.frontMatter.problem {
            warn("title", "bad-front-matter", "the front matter \(problem); its plain lines were read")
        }
    }

    private mutating func findLead() {
        let found = MeetingLead.find(in: document)
        if let objection = Genre.objection(document, lead: found) {
            warn("kind", "not-a-meeting-report", objection)
        } else {
            lead = found
        }
    }

    private mutating func readSessions() {
        guard let lead else { return }
        let sessions = Sessions.extract(from: document, lead: lead)
        meeting.sessions = note(each: "sessions", sessions)
        let bodies = meeting.sessions.map { document.isTraditional ? TraditionalScript.simplified($0.body) : $0.body }
        let kind = Kinds.classify(bodies, title: meeting.title)
        meeting.kind = kind.value
        place("kind", sessions.first?.range ?? lead.sentence.range, by: kind.rule)
        if options.wants("venue"), let venue = Venues.extract(from: document, lead: lead) { meeting.venue = note("venue", venue) }
    }

    private mutating func readChair() {
        guard lead != nil else { return }
        if let chair = Chairs.extract(from: document) {
            if chair.value.name == nil, chair.value.titles.isEmpty {
                meeting.absent["chair"] = .unparsed
            } else {
                meeting.chair = note("chair", chair)
            }
        }
        nameBodyByChair()
    }

    private mutating func readParticipants() {
        guard lead != nil, options.wants("participants") else { return }
        meeting.participants = note(each: "participants", Participants.extract(from: document, chair: meeting.chair?.name))
    }

    private mutating func readAgenda() {
        guard let lead, options.wants("agenda", "directives", "participants") else { return }
        let agenda = Agenda(document: document, lead: lead)
        meeting.agenda = note(each: "agenda", agenda.items)
        self.agenda = agenda
    }

    private mutating func readDirectives() {
        guard let lead, let agenda, options.wants("directives", "participants") else { return }
        let directives = Directives(
            document: document, lead: lead, chair: meeting.chair?.name, lists: agenda.lists, course: agenda.course)
        meeting.directives = note(each: "directives", directives.found)
        addSpeakers()
    }

    private mutating func readDocuments() {
        guard lead != nil, options.wants("documents") else { return }
        meeting.documents = note(each: "documents", CitedDocuments.extract(from: document))
    }

    private mutating func readRankings() {
        guard lead != nil else { return }
        if options.wants("rankings") {
            let period = RankingPeriod(document: document, day: meeting.date)
            meeting.rankings = note(each: "rankings", Rankings.extract(from: document, period: period))
        }
        if options.wants("assessments") { meeting.assessments = note(each: "assessments", Assessments.extract(from: document)) }
    }

    private mutating func finish() {
        if lead != nil {
            meeting.clues.sketch = document.sketch
            meeting.warnings += Doubts.all(in: meeting, document)
            noteAbsences()
        }
        if options.text { meeting.text = document.paragraphs.map(\.text.string).joined(separator: "\n") }
    }

    /// 集团党委书记X主持召开党委会议: whose 党委 it is stands in the chair's title.
    private mutating func nameBodyByChair() {
        for i in meeting.sessions.indices where ["党委", "党组", "党工委", "党总支", "党支部"].contains(meeting.sessions[i].body) {
            let body = meeting.sessions[i].body
            let owners = meeting.chair?.titles.compactMap { $0.dropping(suffix: "书记") } ?? []
            if let owner = owners.first(where: { $0.hasSuffix(body) && $0 != body }) { meeting.sessions[i].body = owner }
        }
    }

    /// Whoever gives directives was there, though no sentence lists them.
    private mutating func addSpeakers() {
        var known = Set(meeting.participants.map(\.name))
        if let chair = meeting.chair?.name { known.insert(chair) }
        for name in meeting.directives.compactMap(\.speaker) where known.count < 1000 && known.insert(name).inserted {
            let titles = TitledNames.titles(of: name, in: document)
            guard !titles.isEmpty else { continue }
            if let first = meeting.directives.firstIndex(where: { $0.speaker == name }),
                var said = meeting.evidence["directives.\(first + 1)"]
            {
                said.rule = "gives-directives"
                meeting.evidence["participants.\(meeting.participants.count + 1)"] = said
            }
            meeting.participants.append(Participant(name: name, titles: titles, role: .spoke))
        }
    }

    private mutating func readPlace() {
        guard let lead, let body = lead.convener.map(\.string) ?? meeting.sessions.first?.body else { return }
        if let session = meeting.sessions.first?.body, Places.isCentral(session) { return }
        meeting.jurisdiction = Places.extract(from: document, body: body).map { note("jurisdiction", $0) }
        if meeting.jurisdiction == nil, withText(body, { $0.hasPrefix("市") }), let city = Municipalities.holding(document) {
            meeting.jurisdiction = city
            warn("jurisdiction", "jurisdiction-from-districts", "no city is named; the districts named are those of \(city)")
        }
    }

    private mutating func readDay() {
        guard let lead, let day = MeetingDays.extract(from: document, lead: lead) else { return }
        meeting.timeOfDay = day.value.timeOfDay
        let printed = document.text[day.range].string
        meeting.clues.printed = day.value
        meeting.clues.printed?.words = printed
        let dated = DayResolution.resolve(day.value, printed: printed, document: document, path: meeting.path)
        meeting.date = dated.first?.iso ?? day.value.monthISO
        meeting.endDate = dated.last?.iso
        meeting.dateBasis = dated.basis
        meeting.warnings += dated.warnings
        place("date", day.range, by: day.rule)
        let last = dated.first ?? meeting.date.flatMap { CalendarDay(iso: $0 + "-28") }
        guard let last, let published = document.metadata.published?.day, published.number(since: last) > 60 else { return }
        let distance = published.number(since: last)
        if distance > 366, !Genre.headlineTellsOfMeeting(document) { return dropRecalled(printed) }
        warn("date", "far-from-publication", "the day found lies \(distance) days before the publication \(published.iso)")
    }

    /// A feature that looks back at a meeting of years ago is no report of it.
    private mutating func dropRecalled(_ day: String) {
        let title = meeting.title, published = meeting.published
        let (url, source, publisher) = (meeting.url, meeting.source, meeting.publisher)
        let (reporters, editors, warnings) = (meeting.reporters, meeting.editors, meeting.warnings)
        let evidence = meeting.evidence.filter { $0.key == "title" || $0.key.hasPrefix("reporters") }
        meeting = Meeting(path: meeting.path)
        (meeting.title, meeting.published, meeting.url, meeting.source, meeting.publisher) = (title, published, url, source, publisher)
        (meeting.reporters, meeting.editors, meeting.warnings, meeting.evidence) = (reporters, editors, warnings, evidence)
        lead = nil
        warn("kind", "not-a-meeting-report", "it recalls a meeting of \(day)")
    }

    private mutating func noteAbsences() {
        let empty: [(field: String, isEmpty: Bool)] = [
            ("date", meeting.date == nil), ("chair", meeting.chair == nil), ("participants", meeting.participants.isEmpty),
            ("agenda", meeting.agenda.isEmpty), ("directives", meeting.directives.isEmpty), ("documents", meeting.documents.isEmpty),
            ("rankings", meeting.rankings.isEmpty), ("reporters", meeting.reporters.isEmpty), ("jurisdiction", meeting.jurisdiction == nil),
        ]
        for (field, isEmpty) in empty where isEmpty && meeting.absent[field] == nil { meeting.absent[field] = .unstated }
        // A printed day whose year nobody tells is a cue without a value.
        if meeting.date == nil, meeting.dateBasis.evidence != nil { meeting.absent["date"] = .unparsed }
    }

    // MARK: Evidence

    private mutating func note<Value>(_ field: @autoclosure () -> String, _ match: Match<Value>) -> Value {
        place(field(), match.range, by: match.rule)
        return match.value
    }

    private mutating func note<Value>(each field: StaticString, _ matches: [Match<Value>]) -> [Value] {
        if options.evidence {
            for (i, match) in matches.enumerated() { place("\(field).\(i + 1)", match.range, by: match.rule) }
        }
        return matches.map(\.value)
    }

    private mutating func place(_ field: @autoclosure () -> String, _ range: Range<Int>, by rule: StaticString) {
        guard options.evidence, !range.isEmpty else { return }
        meeting.evidence[field()] = Evidence(
            span: document.span(of: range), rule: rule.description, quote: document.text[range].string)
    }

    private mutating func warn(_ field: String, _ code: String, _ message: String) {
        meeting.warnings.append(Warning(field: field, code: code, message: message))
    }

    private static func plainTitle(_ title: String) -> String {
        withText(title) { title in
            var text = title.trimmed
            for mark: Literal in ["原标题：", "原标题:", "（原标题：", "原題：", "#"] {
                if let rest = text.droppingPrefix(mark) { text = rest.trimmed }
            }
            // [视频], 【要闻】, 1. before the headline are the newsroom's.
            for (open, close): (Literal, Literal) in [("[", "]"), ("【", "】"), ("［", "］")] where text.hasPrefix(open) {
                if let end = text.find(close), end - text.start <= 21, end + close.count < text.end {
                    text = text.from(end + close.count).trimmed
                }
            }
            for tag: Literal in ["[视频]", "【视频】", "（视频）", "(视频)", "[图文]", "（图）", "(图)", "[组图]"] {
                if let rest = text.droppingSuffix(tag) { text = rest.trimmed }
            }
            let bare = AgendaSentence.skippingNumber(text)
            if bare.start - text.start <= 4, text.isDigit(at: text.start), bare.length >= 6 { text = bare }
            return text.string
        }
    }
}
