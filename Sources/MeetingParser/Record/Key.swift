/// One key of the record or of an object in it, and all that the program knows of it: JSON both ways, its type, its heading.
///
/// `Meeting.keys` is the contract. Writing, reading, columns, corrections, the index, the schema and the codebook go by it.
public final class Key<Record: Sendable>: Sendable {
    /// In JSON and in `--fields`.
    public let name: String
    /// `"name":`, as JSON has it.
    let label: [UInt8]
    /// The heading under a Chinese locale.
    public let chinese: String
    /// What the key holds.
    public let type: KeyType
    /// What the key is for.
    public let role: KeyRole
    let write: @Sendable (borrowing Record, inout JSONWriter) -> Void
    let read: @Sendable (inout Record, inout JSONReader) throws(JSONProblem) -> Void
    let value: @Sendable (Record) -> JSONValue
    /// Whether it is written though nobody asked for it.
    let isWritten: @Sendable (borrowing Record) -> Bool

    /// A key that stands for a property. `type` says more than the property's own where that is needed.
    init<Value: RecordValue>(
        _ name: String, _ chinese: String, _ path: WritableKeyPath<Record, Value> & Sendable, _ role: KeyRole = .plain, type: KeyType? = nil
    ) {
        (self.name, self.chinese, self.role, self.type) = (name, chinese, role, type ?? Value.type)
        label = Array("\"\(name)\":".utf8)
        // Calling a key path costs some 600 instructions, a third of writing a record; where the property lies costs none.
        if let offset = MemoryLayout<Record>.offset(of: path) {
            write = { record, json in Self.write(Value.self, at: offset, of: record, to: &json) }
        } else {
            write = { record, json in record[keyPath: path].write(to: &json) }
        }
        read = { record, json throws(JSONProblem) in record[keyPath: path] = try Value(from: &json) }
        value = { $0[keyPath: path].tree }
        if role == .asked { isWritten = { !$0[keyPath: path].isNothing } } else { isWritten = { _ in true } }
    }

    private static func write<Value: RecordValue>(_: Value.Type, at offset: Int, of record: borrowing Record, to json: inout JSONWriter) {
        withUnsafePointer(to: record) {
            (UnsafeRawPointer($0) + offset).assumingMemoryBound(to: Value.self).pointee.write(to: &json)
        }
    }

    /// A key that repeats part of another for tables and jq; it is not read.
    init<Value: RecordValue>(derived name: String, _ chinese: String, _ get: @escaping @Sendable (borrowing Record) -> Value) {
        (self.name, self.chinese, role, type) = (name, chinese, .derived, Value.type)
        label = Array("\"\(name)\":".utf8)
        write = { record, json in get(record).write(to: &json) }
        read = { _, json throws(JSONProblem) in try json.skip() }
        value = { get($0).tree }
        isWritten = { _ in true }
    }
}

/// What may be done with a key, and where it is kept.
public enum KeyRole: Sendable {
    /// What the program says of the report.
    case plain
    /// What the report says; `corrections.yml` may set it, `explain` explains it.
    case fact
    /// The same, where it may be long: the index keeps it apart from what is looked at for every report.
    case longFact
    /// What the program says, and may be long.
    case long
    /// Part of another key.
    case derived
    /// Written where it was asked for.
    case asked

    /// Whether `corrections.yml` may set it.
    public var isSettable: Bool { self == .fact || self == .longFact }
    /// Whether a value may be as long as the report.
    public var isLong: Bool { self == .longFact || self == .long }
}

/// A value that a record may hold.
protocol RecordValue: Sendable {
    static var type: KeyType { get }
    func write(to json: inout JSONWriter)
    init(from json: inout JSONReader) throws(JSONProblem)
    var tree: JSONValue { get }
    /// Whether there is nothing to write: nil, or empty.
    var isNothing: Bool { get }
}

extension RecordValue {
    var isNothing: Bool { false }
}

/// An object with keys of its own.
protocol RecordObject: RecordValue {
    static var keys: [Key<Self>] { get }
    /// One that holds nothing yet.
    init()
}

extension RecordObject {
    static var type: KeyType { .object(keys.map { KeyType.Member(name: $0.name, chinese: $0.chinese, type: $0.type) }) }

    func write(to json: inout JSONWriter) {
        json.beginObject()
        for key in Self.keys {
            json.key(label: key.label)
            key.write(self, &json)
        }
        json.endObject()
    }

    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init()
        let required = Self.keys.filter { !$0.type.isOptional }.map(\.name)
        try json.object(requiring: required) { name, json throws(JSONProblem) in
            guard let key = Self.keys.first(where: { $0.name == name }) else { return try json.skip() }
            try key.read(&self, &json)
        }
    }

    var tree: JSONValue { .object(Self.keys.map { ($0.name, $0.value(self)) }) }
}
