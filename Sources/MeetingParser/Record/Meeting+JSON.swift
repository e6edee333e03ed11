extension Meeting {
    /// Every key that a record always has, in the order of the contract.
    public static let fields: [String] = keys.filter { $0.role != .asked }.map(\.name)
    /// Keys that are written only where they were asked for.
    public static let askedFields: [String] = keys.filter { $0.role == .asked }.map(\.name)

    /// Name, heading, type and role of every key, in the order of the contract.
    public static let catalogue: [(name: String, chinese: String, type: KeyType, role: KeyRole)] = keys.map {
        ($0.name, $0.chinese, $0.type, $0.role)
    }

    private static let byName = Dictionary(uniqueKeysWithValues: keys.map { ($0.name, $0) })

    /// The record as a line of JSON, with its line feed.
    public var line: [UInt8] {
        var writer = JSONWriter(capacity: 1 << 14)
        write(to: &writer)
        writer.endLine()
        return writer.take()
    }

    /// Writes the record in the order of the contract; `spans`, `text` and `clues` only where they were asked for.
    public func write(to json: inout JSONWriter) {
        json.beginObject()
        for key in Self.keys where key.isWritten(self) {
            json.key(label: key.label)
            key.write(self, &json)
        }
        json.endObject()
    }

    /// Writes one key and its value; nothing where there is no such key.
    public func write(_ field: String, to json: inout JSONWriter) {
        guard let key = Self.byName[field] else { return }
        json.key(label: key.label)
        key.write(self, &json)
    }

    /// The value of a key; null where there is no such key.
    public func value(of field: String) -> JSONValue { Self.byName[field]?.value(self) ?? .null }

    /// The record as a tree.
    public var json: JSONValue { .object(Self.keys.filter { $0.isWritten(self) }.map { ($0.name, $0.value(self)) }) }

    /// Reads a record back from its JSON, which holds every key of the contract.
    public init(json bytes: [UInt8]) throws(JSONProblem) {
        self = try JSONReader.read(bytes) { json throws(JSONProblem) in
            var meeting = Meeting(path: "")
            try json.object(requiring: Meeting.fields) { key, json throws(JSONProblem) in try meeting.read(key, from: &json) }
            return meeting
        }
    }

    /// Sets the field of a key from its value; of keys that a record does not have, and of those that follow from
    /// others, the value is skipped.
    public mutating func read(_ field: String, from json: inout JSONReader) throws(JSONProblem) {
        guard let key = Self.byName[field] else { return try json.skip() }
        try key.read(&self, &json)
    }
}

extension Session {
    /// Reads a body that met from its JSON.
    public init(json: inout JSONReader) throws(JSONProblem) { try self.init(from: &json) }
    /// Writes the whole record as one JSON object.
    public func writeJSON(to json: inout JSONWriter) { write(to: &json) }
}
