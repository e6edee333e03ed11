import MeetingParser

/// Where records come from: the files, or an index of them. Both give the same.
public enum CorpusSource: Sendable {
    case files(CorpusReader)
    case index(MeetingIndex)

    /// The records, sorted by path, with at least the wanted keys; see `MeetingIndex.read`.
    public func read(fields: Set<String>? = nil, text: Bool = false) throws -> CorpusContents {
        switch self {
        case .files(let reader): try reader.read()
        case .index(let index): try index.read(fields: fields, text: text)
        }
    }

    /// The sentences of records that hold what a query wants; of files the records have their text.
    public func concordance(of query: TextQuery, in meetings: [Meeting]) throws -> Concordance {
        switch self {
        case .files: Concordance(of: query, in: meetings)
        case .index(let index): try index.concordance(of: query, in: meetings)
        }
    }

    /// Hands over whole records as lines of JSON, by date; see `RecordLister.run`.
    public func list(
        _ filter: MeetingFilter, keepsText: Bool, reversed: Bool, limit: Int?, _ body: ([UInt8]) throws -> Void
    ) throws -> RecordLister.Summary {
        switch self {
        case .files(let reader):
            try RecordLister(reader: reader, filter: filter, keepsText: keepsText).run(reversed: reversed, limit: limit, body)
        case .index(let index): try index.list(filter, reversed: reversed, limit: limit, body)
        }
    }
}
