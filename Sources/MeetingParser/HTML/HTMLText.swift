/// Characters of the input as the standard has them: line breaks, NUL, letters of names, references in values.
enum HTMLText {
    /// U+FFFD
    static var replacement: [UInt8] { [0xEF, 0xBF, 0xBD] }

    /// Appends the character at `i`: CR and CR LF are LF, NUL is U+FFFD (13.2.3.5). Returns where the next one begins.
    static func append(_ input: UnsafeBufferPointer<UInt8>, at i: Int, to bytes: inout [UInt8], lowercase: Bool = false) -> Int {
        switch input[i] {
        case 0: bytes += replacement
        case 0x0D:
            bytes.append(0x0A)
            if i + 1 < input.count, input[i + 1] == 0x0A { return i + 2 }
        case let byte: bytes.append(lowercase ? byte.lowercased : byte)
        }
        return i + 1
    }

    /// A name in lower case.
    static func name(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var name: [UInt8] = []
        var i = 0
        while i < raw.count { i = append(raw, at: i, to: &name, lowercase: true) }
        return name
    }

    /// The value of an attribute with its references resolved.
    static func attributeValue(_ input: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
        var value: [UInt8] = []
        var i = range.lowerBound
        while i < range.upperBound {
            if input[i] == UInt8(ascii: "&"), let reference = CharacterReferences.read(input, at: i, inAttribute: true) {
                value += reference.bytes
                i = reference.end
            } else {
                i = append(input, at: i, to: &value)
            }
        }
        return value
    }
}
