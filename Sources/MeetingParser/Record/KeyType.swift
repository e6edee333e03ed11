/// What a key of the record holds: for the schema, for columns, and for what users write by hand.
public indirect enum KeyType: Sendable {
    /// A text; with a pattern (ECMA 262) where only some are right.
    case text(pattern: String? = nil)
    /// One of some words.
    case word([String])
    /// A whole number that is not negative.
    case integer
    /// A number or text, or null.
    case optional(KeyType)
    case list(KeyType)
    case object([Member])
    /// An object whose keys are names of fields.
    case map(KeyType)
    /// Two byte offsets.
    case span

    /// A key of an object within the record.
    public struct Member: Sendable {
        public let name: String, chinese: String, type: KeyType

        /// A member of an object: its name in JSON, in Chinese, and what it holds.
        public init(name: String, chinese: String, type: KeyType) { (self.name, self.chinese, self.type) = (name, chinese, type) }
    }

    /// The type without `optional`.
    public var bare: KeyType {
        if case .optional(let type) = self { return type }
        return self
    }

    var isOptional: Bool { if case .optional = self { true } else { false } }

    /// The keys of the object, or of the objects in the list; none for other types.
    public var members: [Member] {
        switch bare {
        case .object(let members): members
        case .list(let element): element.members
        default: []
        }
    }

    /// Whether it is a list, an object or a map, which tables keep as JSON.
    public var isStructured: Bool {
        switch bare {
        case .list, .object, .map, .span: true
        default: false
        }
    }
}

extension KeyType {
    /// A value as users write it, made into one of the type: a text in place of an object is its main member; members
    /// that were left out are null, empty, or the number of the item; digits where a number is wanted are one.
    ///
    /// - Parameters:
    ///   - value: what the user wrote.
    ///   - number: of the item in its list, from 1.
    public func completed(_ value: JSONValue, number: Int = 1) -> JSONValue {
        switch (self, value) {
        case (.optional(let type), _): return value == .null ? .null : type.completed(value, number: number)
        case (.integer, .string(let text)): return Int(text).map { .integer($0) } ?? value
        case (.list(let element), .array(let items)):
            return .array(items.enumerated().map { element.completed($1, number: $0 + 1) })
        case (.object(let members), .object(let given)):
            let known = members.map { member -> (key: String, value: JSONValue) in
                let value = given.first { $0.key == member.name }?.value
                return (member.name, value.map { member.type.completed($0) } ?? member.standard(number))
            }
            // What has no member is kept, for the reader to refuse.
            return .object(known + given.filter { other in !members.contains { $0.name == other.key } })
        case (.object(let members), .string):
            guard let main = members.first(where: { ["name", "title", "text", "body"].contains($0.name) }) else { return value }
            return completed(.object([(main.name, value)]), number: number)
        default: return value
        }
    }
}

extension KeyType.Member {
    /// What stands where users wrote nothing.
    fileprivate func standard(_ number: Int) -> JSONValue {
        switch type {
        case .optional: .null
        case .list: .array([])
        case .object, .map: .object([])
        case .integer: .integer(name == "number" ? number : 1)
        case .word(let words): .string(words[0])
        case .text, .span: .string("")
        }
    }
}
