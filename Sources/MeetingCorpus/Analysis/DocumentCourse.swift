import MeetingParser

/// A document's way through the meetings.
public struct DocumentCourse: Sendable {
    /// What a meeting did with it, by its agenda.
    public struct Step: Sendable {
        /// Of the meeting; nil where it is not known.
        public var date: String?
        /// The verb of the agenda.
        public var action: String
    }

    /// As printed.
    public let title: String
    /// In how many meetings it is named.
    public private(set) var meetings = 0
    /// How often it is named in all.
    public private(set) var mentions = 0
    /// Days of the first and last meeting that names it; nil where no day is known.
    public private(set) var first: String?
    /// The date of the last meeting with it.
    public private(set) var last: String?
    /// What meetings did with it, in order of time.
    public private(set) var steps: [Step] = []

    /// When it was first studied: 学习, 传达, 研究.
    public var studied: String? { first(of: ["学习", "传达", "研究"]) }
    /// When it was first deliberated: 审议, 讨论, 审查, 协商.
    public var deliberated: String? { first(of: ["审议", "讨论", "审查", "审核", "审定", "协商"]) }
    /// When it was first passed: 通过, 同意, 批准.
    public var passed: String? { first(of: ["通过", "同意", "批准", "审定", "表决"]) }

    private func first(of words: [String]) -> String? {
        steps.first { step in
            let action = TraditionalScript.simplified(step.action)
            return step.date != nil && words.contains { action.contains($0) }
        }?.date
    }

    /// The documents of meetings given in order of time, by first mention.
    public static func all(in meetings: [Meeting]) -> [DocumentCourse] {
        var courses: [DocumentCourse] = []
        var index: [String: Int] = [:]
        for meeting in meetings {
            for document in meeting.documents {
                let i = index[document.title] ?? courses.count
                if i == courses.count {
                    index[document.title] = i
                    courses.append(DocumentCourse(title: document.title))
                }
                courses[i].add(document, meeting)
            }
        }
        return courses
    }

    private init(title: String) { self.title = title }

    private mutating func add(_ document: CitedDocument, _ meeting: Meeting) {
        meetings += 1
        mentions += document.mentions
        first = first ?? meeting.date
        last = meeting.date ?? last
        for item in meeting.agenda where item.documents.contains(title) { steps.append(Step(date: meeting.date, action: item.action)) }
    }
}
