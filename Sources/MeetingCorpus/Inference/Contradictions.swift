import MeetingParser

/// Warns where dated reports of one series cannot all be right: a number out of order, two reports of one session that
/// give different days or chairs. Nothing is chosen silently: the records keep what their reports say.
enum Contradictions {
    static func note(in traces: Traces, _ series: [SessionSeries], _ findings: inout Findings) {
        for series in series {
            for run in series.runs { noteOrder(of: run, in: series, traces, &findings) }
            noteDisagreements(in: series, traces, &findings)
        }
    }

    /// A higher number on an earlier day.
    private static func noteOrder(of run: SessionRun, in series: SessionSeries, _ traces: Traces, _ findings: inout Findings) {
        for (a, b) in zip(run.sessions, run.sessions.dropFirst()) where a.number < b.number && a.day > b.day {
            for (one, other) in [(a, b), (b, a)] {
                warn(
                    one.report, "sessions", "session-out-of-order",
                    "no. \(one.number) of \(series.body) on \(one.day.iso), but no. \(other.number) on \(other.day.iso) (\(traces.id(other.report)))",
                    &findings)
            }
        }
    }

    /// Reports of one session that lie within a month of each other, or have no day, tell of the same meeting.
    private static func noteDisagreements(in series: SessionSeries, _ traces: Traces, _ findings: inout Findings) {
        for (a, b) in zip(series.entries, series.entries.dropFirst()) where a.number == b.number && a.report != b.report {
            let (one, other) = (traces[a.report], traces[b.report])
            if let x = one.day, let y = other.day, x.distance(to: y) > 31 { continue }
            if let x = one.day, let y = other.day, x != y {
                both(a.report, b.report, "date", "no. \(a.number) of \(series.body)", (x.iso, y.iso), traces, &findings)
            }
            if let x = one.chair, let y = other.chair, x != y {
                both(
                    a.report, b.report, "chair", "no. \(a.number) of \(series.body)", (traces.string(x), traces.string(y)), traces,
                    &findings)
            }
        }
    }

    private static func both(
        _ a: Int, _ b: Int, _ field: String, _ session: String, _ values: (String, String), _ traces: Traces,
        _ findings: inout Findings
    ) {
        warn(a, field, "reports-disagree", "\(session): \(values.0) here, \(values.1) in \(traces.id(b))", &findings)
        warn(b, field, "reports-disagree", "\(session): \(values.1) here, \(values.0) in \(traces.id(a))", &findings)
    }

    private static func warn(_ report: Int, _ field: String, _ code: String, _ message: String, _ findings: inout Findings) {
        findings[report, default: Finding()].warnings.append(Warning(field: field, code: code, message: message))
    }
}
