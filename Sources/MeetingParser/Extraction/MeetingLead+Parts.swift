/// Reports of several meetings.
extension MeetingLead {
    /// The parts of a document that each tell of a meeting: 又讯 begins the next. The whole document where it tells of one.
    static func meetings(in document: ReportDocument) -> [ReportDocument] {
        let starts = document.paragraphs.indices.dropFirst().filter { beginsNext(document.paragraphs[$0].text) }
        guard !starts.isEmpty, starts.count < RecordPosition.mostMeetings else { return [document] }
        let bounds = [0] + starts + [document.paragraphs.count]
        let parts = zip(bounds, bounds.dropFirst()).map { ReportDocument($0..<$1, of: document) }
        // News of another kind behind a report, or before it, is left with it.
        return parts.allSatisfy { find(in: $0) != nil } ? parts : [document]
    }

    private static func beginsNext(_ line: Text) -> Bool {
        let bare = ["（", "(", "【", "■"].lazy.compactMap { (mark: Literal) in line.droppingPrefix(mark) }.first ?? line
        return bare.hasPrefix(anyOf: ["又讯", "另讯", "又訊", "另訊"]) != nil && line.contains("。")
    }
}
