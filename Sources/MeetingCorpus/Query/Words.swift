import MeetingParser

extension String {
    /// What is compared: simplified characters, ASCII letters in lower case.
    var folded: [UInt8] { Array(utf8).folded }
}

extension [UInt8] {
    /// The same of UTF-8; every byte keeps its place.
    var folded: [UInt8] {
        var bytes = self
        TraditionalScript.fold(&bytes)
        for i in bytes.indices where bytes[i] >= 0x41 && bytes[i] <= 0x5A { bytes[i] |= 0x20 }
        return bytes
    }
}

/// Values of one criterion: alternatives, and behind `not:` what is excluded.
public struct Alternatives: Sendable {
    private var wanted: [[UInt8]] = []
    private var excluded: [[UInt8]] = []

    /// Values of an option; those that begin with `not:` are excluded.
    public init(_ values: [String]) {
        for value in values {
            if value.hasPrefix("not:") { excluded.append(String(value.dropFirst(4)).folded) } else { wanted.append(value.folded) }
        }
    }

    /// Whether everything is wanted.
    public var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty }

    /// Whether one of the wanted values is in one of the texts, and none of the excluded ones.
    public func match(anyPartOf texts: [String]) -> Bool { isEmpty || match(texts.map(\.folded)) { $0.contains($1) } }

    /// Whether one of the wanted values is one of the texts, and none of the excluded ones.
    public func match(oneOf texts: [String]) -> Bool { isEmpty || match(texts.map(\.folded)) { $0 == $1 } }

    private func match(_ texts: [[UInt8]], _ holds: ([UInt8], [UInt8]) -> Bool) -> Bool {
        func occurs(_ value: [UInt8]) -> Bool { texts.contains { holds($0, value) } }
        return !excluded.contains(where: occurs) && (wanted.isEmpty || wanted.contains(where: occurs))
    }
}

extension [UInt8] {
    func contains(_ other: [UInt8]) -> Bool { withUnsafeBytes { memoryOffset(of: other, in: $0) != nil } }
}
