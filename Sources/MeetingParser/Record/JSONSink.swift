/// What receives the shape of a record: JSON text, or a tree of values.
public protocol JSONSink {
    mutating func beginObject()
    mutating func endObject()
    mutating func beginArray()
    mutating func endArray()
    mutating func key(_ name: StaticString)
    mutating func key(named name: String)
    mutating func string(_ value: String)
    mutating func integer(_ value: Int)
    /// A finite number.
    mutating func decimal(_ value: Double)
    mutating func boolean(_ value: Bool)
    mutating func null()
}

extension JSONSink {
    public mutating func string(_ value: String?) { if let value { string(value) } else { null() } }
    public mutating func integer(_ value: Int?) { if let value { integer(value) } else { null() } }

    /// Writes an object whose members `content` writes.
    public mutating func object(_ content: (inout Self) throws -> Void) rethrows {
        beginObject()
        try content(&self)
        endObject()
    }

    /// Writes an array, each element by `write`.
    public mutating func array<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        beginArray()
        for i in elements.indices { write(&self, elements[i]) }
        endArray()
    }

    public mutating func strings(_ values: [String]) { array(values) { $0.string($1) } }
}
