import MeetingParser

/// What several reports tell together that none tells alone: places, years, contradictions, reports of one meeting.
///
/// It looks at traces, not at records, so that a corpus of any size fits in memory. The outcome depends on the set of
/// reports, not on their order.
enum Inference {
    /// Completes records that are all in memory.
    static func run(on meetings: inout [Meeting]) {
        var traces = Traces()
        for meeting in meetings { traces.add(meeting) }
        let findings = findings(in: &traces)
        for i in meetings.indices {
            if let finding = findings[i] { finding.apply(to: &meetings[i]) }
        }
    }

    /// What is found for each report, by its index; most reports need nothing.
    static func findings(in traces: inout Traces) -> Findings {
        var findings = Findings(reports: traces.all.count)
        PlaceInference.run(on: &traces, &findings)
        traces.nameBodiesByPlace()
        let series = SessionSeries.all(in: traces)
        YearInference.run(on: &traces, series, &findings)
        Contradictions.note(in: traces, SessionSeries.all(in: traces), &findings)
        Duplicates.link(traces, &findings)
        return findings
    }
}
