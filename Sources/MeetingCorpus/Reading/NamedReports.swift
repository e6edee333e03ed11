import MeetingParser

extension CorpusReader {
    /// The records that references name, whole, and of all others what tells which are named: half the time of reading all.
    public func read(naming references: [MeetingReference]) throws -> CorpusContents {
        var quick = looking(at: ["sessions", "date"])
        (quick.options.evidence, quick.options.text) = (false, false)
        var contents = try quick.readEach()
        let uninferred = contents.meetings
        Inference.run(on: &contents.meetings)
        let meetings = contents.meetings.filter { $0.kind != .other }
        let named = Set(references.flatMap { $0.matches(in: contents.meetings) + $0.matches(in: meetings) }.map(\.id))
        guard !named.isEmpty else { return contents }
        contents.meetings = uninferred
        for i in contents.meetings.indices where named.contains(contents.meetings[i].id) {
            // A file that has changed meanwhile: all is read once more.
            guard let whole = whole(contents.meetings[i]) else { return try read() }
            contents.meetings[i] = whole
        }
        Inference.run(on: &contents.meetings)
        return contents
    }

    /// All of a record of which some was read.
    private func whole(_ meeting: Meeting) -> Meeting? {
        guard let report = ReportFile.report(of: meeting, in: root, unpacking), var whole = record(of: report, id: meeting.id)
        else { return nil }
        _ = corrections?.apply(to: &whole)
        return whole
    }

    /// The record of an id that one report gives by itself; nil where it gives none.
    func record(of report: StoredReport, id: String) -> Meeting? {
        var batch = ReportBatch(options: options)
        batch.add(.success(report))
        return batch.finished().lazy.compactMap { if case .meeting(let meeting) = $0, meeting.id == id { meeting } else { nil } }.first
    }
}
