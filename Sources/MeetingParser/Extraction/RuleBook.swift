/// Every rule of every field, for their test: the order within a field is its rules' priority.
enum RuleBook {
    static var fields: [(field: String, rules: [any CheckableRule])] {
        [
            ("kind", Genre.rules), ("kind", Kinds.rules), ("sessions", MeetingLead.rules), ("date", MeetingDays.rules),
            ("date", YearMentions.rules), ("jurisdiction", Places.rules), ("chair", Chairs.rules), ("participants", Participants.rules),
            ("agenda", Agenda.rules), ("directives", DemandRules.unconditional + [DemandRules.soft] + DemandRules.attributed),
            ("venue", Venues.rules), ("directives", Tasks.addressees + [Tasks.deadlineRule]), ("documents", CitedDocuments.rules),
            ("rankings", Rankings.rules), ("assessments", Assessments.rules),
            ("reporters", Bylines.rules),
        ]
    }
}

/// A rule whatever it reads.
protocol CheckableRule: Sendable {
    var name: StaticString { get }
    var hasPositiveExample: Bool { get }
    var hasNegativeExample: Bool { get }
    /// What the rule reads otherwise than its examples say.
    var failures: [String] { get }
}

extension Rule: CheckableRule where Value: Equatable {
    var hasPositiveExample: Bool { examples.contains { $0.value != nil } }
    var hasNegativeExample: Bool { examples.contains { $0.value == nil } }

    var failures: [String] {
        examples.compactMap { text, value in
            let found = first(in: Text(text))?.value
            return found == value ? nil : "“\(text.string)”: \(found.map { "\($0)" } ?? "nothing")"
        }
    }
}
