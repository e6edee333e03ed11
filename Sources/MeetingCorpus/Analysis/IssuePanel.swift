import MeetingParser
import Yams

/// A table of units × times × issues for regressions: every unit has a row for every time, also where nothing was.
public struct IssuePanel: Sendable {
    /// Terms that stand for one issue.
    public struct Issue: Sendable {
        /// As the user calls it.
        public var name: String
        /// A meeting is of the issue where one of them matches its report.
        public var queries: [TextQuery]
    }

    /// What units took up in a stretch of time.
    public struct Row: Sendable {
        /// One value for each of the fields that are asked for.
        public var units: [String]
        /// `2020-05`, `2020-Q2` …
        public var period: String
        /// How many meetings the units had then.
        public var meetings = 0
        /// Meetings of each issue.
        public var issues: [Int]
    }

    /// By unit, then by time.
    public private(set) var rows: [Row] = []
    /// Meetings that are left out because their date is known too little.
    public private(set) var undated = 0

    /// - Parameters:
    ///   - meetings: with their text, where there are issues.
    ///   - units: the units of a meeting, which are looked at in all their combinations.
    ///   - issues: what is looked for.
    ///   - unit: the stretches of time.
    public init(of meetings: [Meeting], issues: [Issue], by unit: TimeUnit, units: (Meeting) -> [[String]]) {
        var counts: [[String]: [String: Row]] = [:]
        for meeting in meetings {
            guard let period = meeting.date.flatMap(unit.name) else {
                undated += 1
                continue
            }
            let found = issues.map { issue in
                issue.queries.contains { $0.matches(meeting.title + "\n" + (meeting.text ?? "")) } ? 1 : 0
            }
            for key in Set(units(meeting)) {
                var row = counts[key]?[period] ?? Row(units: key, period: period, issues: issues.map { _ in 0 })
                row.meetings += 1
                for i in found.indices { row.issues[i] += found[i] }
                counts[key, default: [:]][period] = row
            }
        }
        let known = counts.values.flatMap(\.keys)
        let periods = known.min().map { unit.names(from: $0, to: known.max()!) } ?? []
        rows = counts.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { key in
            periods.map { counts[key]![$0] ?? Row(units: key, period: $0, issues: issues.map { _ in 0 }) }
        }
    }

    /// Reads issues from a YAML file: each a name with a query or a list of queries as of `search`.
    public static func issues(in file: String) throws(IssueProblem) -> [Issue] {
        let bytes: [UInt8]
        switch FileReader.read(file, most: 1 << 20) {
        case .failure(let problem): throw IssueProblem(reason: problem.reason)
        case .success(let read): bytes = read
        }
        let problem = IssueProblem(reason: "write names of issues, each with a query or a list of queries")
        let root: Node?
        do { root = try BoundedYAML.compose(String(decoding: bytes, as: UTF8.self), most: 1 << 20) } catch {
            throw IssueProblem(reason: "not valid YAML, or not plain")
        }
        guard let mapping = root?.mapping else { throw problem }
        var issues: [Issue] = []
        for (key, value) in mapping {
            guard let name = key.string else { throw problem }
            let texts = value.sequence.map { $0.compactMap(\.string) } ?? [value.string].compactMap(\.self)
            guard !texts.isEmpty else { throw IssueProblem(reason: "“\(name)” has no query") }
            var queries: [TextQuery] = []
            for text in texts {
                do { queries.append(try TextQuery(text)) } catch { throw IssueProblem(reason: "“\(text)” of “\(name)” is no query") }
            }
            issues.append(Issue(name: name, queries: queries))
        }
        return issues
    }
}

/// Why a file of issues cannot be used.
/// Why a file of issues cannot be used: line and reason, in English.
public struct IssueProblem: Error {
    /// In English, for people.
    public var reason: String
}
