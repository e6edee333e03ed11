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

    public func write(to sink: inout some JSONSink) {
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

/// Builds a `JSONValue` from the shape of a record.
public struct JSONTree: JSONSink {
    private enum Open {
        case object([(key: String, value: JSONValue)])
        case array([JSONValue])
    }

    private var open: [Open] = []
    private var keys: [String] = []
    /// What has been built so far.
    public private(set) var value = JSONValue.null

    public init() {}

    private mutating func add(_ value: JSONValue) {
        guard let last = open.popLast() else { return self.value = value }
        switch last {
        case .object(var members):
            members.append((keys.removeLast(), value))
            open.append(.object(members))
        case .array(var elements):
            elements.append(value)
            open.append(.array(elements))
        }
    }

    public mutating func beginObject() { open.append(.object([])) }
    public mutating func beginArray() { open.append(.array([])) }

    public mutating func endObject() {
        if case .object(let members)? = open.popLast() { add(.object(members)) }
    }

    public mutating func endArray() {
        if case .array(let elements)? = open.popLast() { add(.array(elements)) }
    }

    public mutating func key(_ name: StaticString) { keys.append(name.description) }
    public mutating func key(named name: String) { keys.append(name) }
    public mutating func string(_ value: String) { add(.string(value)) }
    public mutating func integer(_ value: Int) { add(.integer(value)) }
    public mutating func decimal(_ value: Double) { add(.decimal(value)) }
    public mutating func boolean(_ value: Bool) { add(.boolean(value)) }
    public mutating func null() { add(.null) }
}

extension Meeting {
    /// The record as a tree.
    public var json: JSONValue {
        var tree = JSONTree()
        write(to: &tree)
        return tree.value
    }
}
