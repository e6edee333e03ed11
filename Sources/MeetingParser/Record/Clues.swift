/// What one report knows beside the values of its record, for what several reports tell together.
///
/// It travels from `parse` to `resolve`, and in the index; `list` and `show` leave it out.
public struct Clues: Hashable, Sendable {
    /// The day as printed; nil where none is.
    public var printed: PrintedDay?
    /// The smallest hashes of its sentences, ascending (bottom-k sketch, Broder 1997); empty where it says too little.
    public var sketch: [Int] = []
    /// The name that an entry of a file of many has of its own: a guid, an address.
    public var key: String?
    /// A number for the bytes it was read from, by which an index knows it again; nil where none was asked for.
    public var content: Int?
    /// `file:line` of the user's corrections, by field.
    public var corrected: [String: String] = [:]

    /// No clues.
    public init() {}
}

extension Meeting {
    /// The clues where they were asked for.
    var askedClues: Clues? {
        get { writesClues ? clues : nil }
        set {
            clues = newValue ?? Clues()
            writesClues = newValue != nil
        }
    }

    /// The clues as JSON, whether or not the record's JSON holds them.
    public var cluesJSON: [UInt8] {
        var json = JSONWriter()
        clues.write(to: &json)
        return json.bytes
    }

    /// The places of the evidence, as the record's JSON has them.
    var spans: [String: SourceSpan] {
        get { evidence.mapValues(\.span) }
        set { evidence = newValue.mapValues { Evidence(span: $0) } }
    }

    /// Whether the user set a field.
    public func isCorrected(_ field: String) -> Bool { clues.corrected[field] != nil }

    /// `file:line` of the correction of a field; nil where there is none.
    public func correctionSource(of field: String) -> String? { clues.corrected[field] }
}
