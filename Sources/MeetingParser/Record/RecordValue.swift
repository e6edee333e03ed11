/// The simple values of a record, and how JSON holds them.
extension String: RecordValue {
    static var type: KeyType { .text() }
    func write(to json: inout JSONWriter) { json.string(self) }
    init(from json: inout JSONReader) throws(JSONProblem) { self = try json.string() }
    var tree: JSONValue { .string(self) }
}

extension Int: RecordValue {
    static var type: KeyType { .integer }
    func write(to json: inout JSONWriter) { json.integer(self) }
    init(from json: inout JSONReader) throws(JSONProblem) { self = try json.integer() }
    var tree: JSONValue { .integer(self) }
}

extension Optional: RecordValue where Wrapped: RecordValue {
    static var type: KeyType { .optional(Wrapped.type) }
    func write(to json: inout JSONWriter) { if let self { self.write(to: &json) } else { json.null() } }
    init(from json: inout JSONReader) throws(JSONProblem) {
        self = try json.optional { json throws(JSONProblem) in try Wrapped(from: &json) }
    }
    var tree: JSONValue { self?.tree ?? .null }
    var isNothing: Bool { self == nil }
}

extension Array: RecordValue where Element: RecordValue {
    static var type: KeyType { .list(Element.type) }
    func write(to json: inout JSONWriter) {
        json.beginArray()
        for i in indices { self[i].write(to: &json) }
        json.endArray()
    }
    init(from json: inout JSONReader) throws(JSONProblem) {
        self = try json.array { json throws(JSONProblem) in try Element(from: &json) }
    }
    var tree: JSONValue { .array(map(\.tree)) }
    var isNothing: Bool { isEmpty }
}

/// A map from names of fields, written in their order.
extension Dictionary: RecordValue where Key == String, Value: RecordValue {
    static var type: KeyType { .map(Value.type) }
    func write(to json: inout JSONWriter) {
        json.beginObject()
        for (key, value) in isEmpty ? [] : sorted(by: { $0.key < $1.key }) {
            json.key(named: key)
            value.write(to: &json)
        }
        json.endObject()
    }
    init(from json: inout JSONReader) throws(JSONProblem) {
        var map: [String: Value] = [:]
        try json.object { key, json throws(JSONProblem) in map[key] = try Value(from: &json) }
        self = map
    }
    var tree: JSONValue { .object(sorted { $0.key < $1.key }.map { ($0.key, $0.value.tree) }) }
    var isNothing: Bool { isEmpty }
}

/// A closed set of words.
protocol RecordWord: RecordValue, RawRepresentable<String>, CaseIterable {}

extension RecordWord {
    static var type: KeyType { .word(allCases.map(\.rawValue)) }
    func write(to json: inout JSONWriter) { json.string(rawValue) }
    init(from json: inout JSONReader) throws(JSONProblem) { self = try json.word() }
    var tree: JSONValue { .string(rawValue) }
}

extension Kind: RecordWord {}
extension Participant.Role: RecordWord {}
extension Ranking.End: RecordWord {}
extension DateBasis.Day: RecordWord {}
extension DateBasis.Year: RecordWord {}
extension Absence: RecordWord {}

extension SourceSpan: RecordValue {
    static var type: KeyType { .span }
    func write(to json: inout JSONWriter) { [start, end].write(to: &json) }
    init(from json: inout JSONReader) throws(JSONProblem) {
        let ends = try [Int](from: &json)
        guard ends.count == 2 else { throw .wrongType }
        self.init(start: ends[0], end: ends[1])
    }
    var tree: JSONValue { [start, end].tree }
}
