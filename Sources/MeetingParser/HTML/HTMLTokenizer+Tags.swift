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
        lastStartTag = tag.name
        model = sink.startTag(tag, at: start..<position)
    }

    /// Reads name, attributes and `>`; false where the input ends within the tag, which then counts for nothing.
    mutating func readTag() -> Bool {
        var name = tag.name
        name.removeAll(keepingCapacity: true)
        tag = HTMLTag()
        while let byte = peek(), !byte.isHTMLSpace, byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">") {
            take(into: &name, lowercase: true)
        }
        tag.name = name
        while let byte = peek() {
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

    private mutating func readAttribute() {
        var name: [UInt8] = [], value: [UInt8] = []
        if peek() == UInt8(ascii: "=") { take(into: &name) }
        while let byte = peek(), !byte.isHTMLSpace, byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">"),
            byte != UInt8(ascii: "=")
        {
            take(into: &name, lowercase: true)
        }
        while let byte = peek(), byte.isHTMLSpace { position += 1 }
        if peek() == UInt8(ascii: "=") {
            position += 1
            while let byte = peek(), byte.isHTMLSpace { position += 1 }
            readAttributeValue(into: &value)
        }
        // Past a thousand attributes a tag is an attack, and looking for duplicates would be quadratic.
        guard tag.attributes.count < 1000, !tag.attributes.contains(where: { $0.name == name }) else { return }
        tag.attributes.append((name, value))
    }

    private mutating func readAttributeValue(into value: inout [UInt8]) {
        switch peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let quote = input[position]
            position += 1
            while let byte = peek(), byte != quote { takeInValue(into: &value) }
            position = min(position + 1, input.count)
        case UInt8(ascii: ">"): break
        default:
            while let byte = peek(), !byte.isHTMLSpace, byte != UInt8(ascii: ">") { takeInValue(into: &value) }
        }
    }

    private mutating func takeInValue(into value: inout [UInt8]) {
        if peek() == UInt8(ascii: "&"),
            let reference = CharacterReferences.read(input, at: position, inAttribute: true)
        {
            value += reference.bytes
            position = reference.end
        } else {
            take(into: &value)
        }
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
