/// A record as a tree, for picking single fields out of it.
public indirect enum JSONValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case string(String)
    case integer(Int)
    /// A finite number with a fraction.
    case decimal(Double)
    case array([JSONValue])
    /// Keys in the order of the contract.
    case object([(key: String, value: JSONValue)])

    /// Objects are equal where they have the same members in the same order.
    public static func == (a: JSONValue, b: JSONValue) -> Bool {
        switch (a, b) {
        case (.null, .null): true
        case (.boolean(let x), .boolean(let y)): x == y
        case (.string(let x), .string(let y)): x == y
        case (.integer(let x), .integer(let y)): x == y
        case (.decimal(let x), .decimal(let y)): x == y
        case (.array(let x), .array(let y)): x == y
        case (.object(let x), .object(let y)): x.count == y.count && zip(x, y).allSatisfy { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    /// Reads JSON text; nil where it is none, or nests too deeply.
    public init?(_ bytes: [UInt8]) {
        guard let value = try? JSONReader.read(bytes, { json throws(JSONProblem) in try json.tree() }) else { return nil }
        self = value
    }

    /// The value at a path such as `chair.name`; through an array, the values of all its elements.
    public subscript(path: [String]) -> JSONValue {
        guard let key = path.first else { return self }
        let rest = Array(path.dropFirst())
        switch self {
        case .object(let members): return members.first { $0.key == key }?.value[rest] ?? .null
        case .array(let elements): return .array(elements.map { $0[path] })
        default: return .null
        }
    }

    /// Writes the value as compact JSON.
    public func write(to sink: inout JSONWriter) {
        switch self {
        case .null: sink.null()
        case .boolean(let value): sink.boolean(value)
        case .string(let value): sink.string(value)
        case .integer(let value): sink.integer(value)
        case .decimal(let value): sink.decimal(value)
        case .array(let elements): sink.array(elements) { $1.write(to: &$0) }
        case .object(let members):
            sink.object { sink in
                for member in members {
                    sink.key(named: member.key)
                    member.value.write(to: &sink)
                }
            }
        }
    }
}

extension JSONValue {
    /// A text, or null for nil.
    public static func string(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    /// A number, or null for nil.
    public static func integer(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }
    /// A list of texts.
    public static func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }
}
