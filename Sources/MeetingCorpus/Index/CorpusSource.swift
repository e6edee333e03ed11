import MeetingParser

/// Where records come from: the files, or an index of them. Both give the same.
public enum CorpusSource: Sendable {
    case files(CorpusReader)
    case index(MeetingIndex)

    /// The records, sorted by path, with at least the wanted keys; see `MeetingIndex.read`.
    public func read(fields: Set<String>? = nil, text: Bool = false) throws -> CorpusContents {
        switch self {
        case .files(let reader): try reader.looking(at: fields).read()
        case .index(let index): try index.read(fields: fields, text: text)
        }
    }

    /// The meetings that a filter wants, with at least the wanted keys.
    ///
    /// - Parameters:
    ///   - once: one report of each meeting.
    ///   - isCounted: only the wanted keys and how many meetings have the same are asked for.
    ///   - filter: which meetings are wanted.
    ///   - fields: keys of the record; nil for all of them.
    ///   - text: whether the text of the reports is read, too.
    public func select(
        _ filter: MeetingFilter, once: Bool, fields: Set<String>?, text: Bool = false, isCounted: Bool = false
    ) throws -> Selection {
        if case .index(let index) = self, isCounted, let fields, let counted = try index.count(filter, once: once, fields: fields) {
            return counted
        }
        let contents =
            switch self {
            case .files(let reader): try reader.looking(at: fields?.union(filter.fields)).read()
            case .index(let index): try index.read(fields: fields?.union(filter.fields), text: text, wantedBy: filter)
            }
        return Selection(contents, filter, once: once)
    }

    /// The sentences that hold what a query wants, of the meetings that a filter wants.
    ///
    /// - Parameters:
    ///   - fields: keys of the records of these meetings; nil where the sentences are all that is wanted.
    ///   - filter: which meetings are wanted.
    ///   - once: one report of each meeting.
    ///   - query: what the sentences must hold.
    public func search(
        _ query: TextQuery, in filter: MeetingFilter, once: Bool, fields: Set<String>?
    ) throws -> (selection: Selection, concordance: Concordance) {
        switch self {
        case .files:
            let selection = try select(filter, once: once, fields: fields ?? [], text: true)
            return (selection, Concordance(of: query, in: selection.meetings))
        case .index(let index):
            if once, filter.isEmpty { return try index.searchAll(query, fields: fields) }
            let selection = try select(filter, once: once, fields: fields ?? [], text: !filter.texts.isEmpty)
            return (selection, try index.concordance(of: query, in: selection.meetings))
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
