extension HTMLTokenizer {
    /// Reads what begins with `<` in ordinary text.
    mutating func readMarkup() {
        switch peek(1) {
        case UInt8(ascii: "!"): readMarkupDeclaration()
        case UInt8(ascii: "/"): readEndTagOpen()
        case UInt8(ascii: "?"):
            position += 1
            readBogusComment()
        case let byte? where byte.isASCIILetter: readStartTag()
        default: emitLiteral(1)
        }
    }

    private mutating func readEndTagOpen() {
        switch peek(2) {
        case let byte? where byte.isASCIILetter:
            let start = position
            position += 2
            if readTag() { sink.endTag(tag.name, at: start..<position) }
        case UInt8(ascii: ">"): position += 3
        case nil: emitLiteral(2)
        default:
            position += 2
            readBogusComment()
        }
    }

    mutating func readStartTag() {
        let start = position
        position += 1
        guard readTag() else { return }
        model = sink.startTag(tag, at: start..<position)
        if model != .data { lastStartTag = tag.name.decoded }
    }

    /// Reads name, attributes and `>`; false where the input ends within the tag, which then counts for nothing.
    mutating func readTag() -> Bool {
        let start = position
        while position < input.count, !Self.endsName(input[position]) { position += 1 }
        tag.name = TagName(input, start..<position)
        tag.attributes.removeAll(keepingCapacity: true)
        tag.isSelfClosing = false
        while position < input.count {
            let byte = input[position]
            if byte == UInt8(ascii: ">") {
                position += 1
                return true
            } else if byte == UInt8(ascii: "/") {
                position += 1
                if peek() == UInt8(ascii: ">") {
                    tag.isSelfClosing = true
                    position += 1
                    return true
                }
            } else if byte.isHTMLSpace {
                position += 1
            } else {
                readAttribute()
            }
        }
        return false
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isHTMLSpace
    }

    private mutating func readAttribute() {
        let start = position
        if input[position] == UInt8(ascii: "=") { position += 1 }
        while position < input.count, !Self.endsName(input[position]), input[position] != UInt8(ascii: "=") { position += 1 }
        var attribute = HTMLTag.Attribute(name: start..<position, value: position..<position)
        skipSpace()
        if peek() == UInt8(ascii: "=") {
            position += 1
            skipSpace()
            attribute.value = readAttributeValue()
        }
        // Past a thousand attributes a tag is an attack.
        if tag.attributes.count < 1000 { tag.attributes.append(attribute) }
    }

    mutating func skipSpace() {
        while position < input.count, input[position].isHTMLSpace { position += 1 }
    }

    /// Where the value stands, without its quotation marks.
    private mutating func readAttributeValue() -> Range<Int> {
        guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let start = position
            while position < input.count, !input[position].isHTMLSpace, input[position] != UInt8(ascii: ">") { position += 1 }
            return start..<position
        }
        let start = position + 1
        position = start
        let rest = UnsafeBufferPointer(rebasing: input[start...])
        let end = start + (rest.offset(of: quote) ?? rest.count)
        position = min(end + 1, input.count)
        return start..<end
    }

    /// In RCDATA, RAWTEXT and scripts only the end tag of the element that opened them ends them.
    mutating func readAppropriateEndTag() {
        guard isAppropriateEndTag else { return emitLiteral(1) }
        let start = position
        position += 2
        guard readTag() else { return }
        model = .data
        sink.endTag(tag.name, at: start..<position)
    }

    var isAppropriateEndTag: Bool {
        guard peek(1) == UInt8(ascii: "/"), !lastStartTag.isEmpty else { return false }
        for (i, byte) in lastStartTag.enumerated() where peek(2 + i)?.lowercased != byte { return false }
        guard let byte = peek(2 + lastStartTag.count) else { return false }
        return byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}
