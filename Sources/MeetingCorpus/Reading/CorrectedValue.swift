import MeetingParser
import Yams

extension JSONValue {
    /// The value of a YAML node; times and dates stay as written.
    init(_ node: Node) {
        switch node {
        case .mapping(let mapping): self = .object(mapping.map { ($0.key.string ?? "", JSONValue($0.value)) })
        case .sequence(let sequence): self = .array(sequence.map { JSONValue($0) })
        case .scalar(let scalar):
            if scalar.style == .plain, node.null != nil { self = .null } else { self = .string(scalar.string) }
        default: self = .null
        }
    }
}
