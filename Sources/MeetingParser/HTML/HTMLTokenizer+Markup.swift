extension HTMLTokenizer {
    /// Reads what begins with `<!`.
    mutating func readMarkupDeclaration() {
        if follows("<!--") {
            position += 4
            readComment()
        } else if follows("<!doctype", anyCase: true) {
            position += 9
            readDoctype()
        } else if isXML, follows("<![CDATA[") {
            position += 9
            model = .cdata
        } else {
            // `<![CDATA[` is a comment outside of foreign content, which meeting reports do not have.
            position += 2
            readBogusComment()
        }
    }

    /// Everything up to the next `>`.
    mutating func readBogusComment() {
        let start = position
        var bytes: [UInt8] = []
        while let byte = peek(), byte != UInt8(ascii: ">") { take(into: &bytes) }
        let end = position
        position = min(position + 1, input.count)
        sink.comment(bytes, at: start..<end)
    }

    /// A comment ends at `-->` or `--!>`, at once at `>` or `->`, or with the input.
    private mutating func readComment() {
        let start = position
        if peek() == UInt8(ascii: ">") || follows("->") {
            position += peek() == UInt8(ascii: ">") ? 1 : 2
            return sink.comment([], at: start..<start)
        }
        var bytes: [UInt8] = []
        while !atEnd {
            if peek() == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
                let end = position
                if peek(2) == UInt8(ascii: ">") {
                    position += 3
                    return sink.comment(bytes, at: start..<end)
                }
                if peek(2) == UInt8(ascii: "!"), peek(3) == UInt8(ascii: ">") {
                    position += 4
                    return sink.comment(bytes, at: start..<end)
                }
                if isUnfinishedEnd(at: 2) {
                    position = input.count
                    return sink.comment(bytes, at: start..<end)
                }
            } else if peek() == UInt8(ascii: "-"), peek(1) == nil {
                position += 1
                return sink.comment(bytes, at: start..<position - 1)
            }
            take(into: &bytes)
        }
        sink.comment(bytes, at: start..<position)
    }

    /// Whether the input ends in the middle of a comment's `--` or `--!`.
    private func isUnfinishedEnd(at ahead: Int) -> Bool {
        peek(ahead) == nil || peek(ahead) == UInt8(ascii: "!") && peek(ahead + 1) == nil
    }

    // MARK: DOCTYPE

    private mutating func readDoctype() {
        var doctype = HTMLDoctype()
        readDoctypeBody(&doctype)
        sink.doctype(doctype)
    }

    /// Up to and including `>`; what is in between no longer counts.
    private mutating func skipBogusDoctype() {
        while let byte = peek(), byte != UInt8(ascii: ">") { position += 1 }
        position = min(position + 1, input.count)
    }

    /// Whether the DOCTYPE ends here; the end of the input forces quirks.
    private mutating func endsDoctype(_ doctype: inout HTMLDoctype) -> Bool {
        if atEnd {
            doctype.forcesQuirks = true
            return true
        }
        guard peek() == UInt8(ascii: ">") else { return false }
        position += 1
        return true
    }

    private mutating func readDoctypeBody(_ doctype: inout HTMLDoctype) {
        skipSpace()
        if peek() == UInt8(ascii: ">") { doctype.forcesQuirks = true }
        if endsDoctype(&doctype) { return }
        var name: [UInt8] = []
        while let byte = peek(), !byte.isHTMLSpace, byte != UInt8(ascii: ">") { take(into: &name, lowercase: true) }
        doctype.name = name
        skipSpace()
        if endsDoctype(&doctype) { return }
        let isPublic = follows("public", anyCase: true)
        guard isPublic || follows("system", anyCase: true) else { return failDoctype(&doctype) }
        position += 6
        skipSpace()
        if peek() == UInt8(ascii: ">") { doctype.forcesQuirks = true }
        if endsDoctype(&doctype) { return }
        guard let first = readIdentifier(&doctype, isPublic: isPublic) else { return failDoctype(&doctype) }
        if first { return }
        skipSpace()
        if endsDoctype(&doctype) { return }
        guard isPublic else { return skipBogusDoctype() }
        guard let second = readIdentifier(&doctype, isPublic: false) else { return failDoctype(&doctype) }
        if second { return }
        skipSpace()
        if endsDoctype(&doctype) { return }
        skipBogusDoctype()
    }

    private mutating func failDoctype(_ doctype: inout HTMLDoctype) {
        doctype.forcesQuirks = true
        skipBogusDoctype()
    }

    /// Reads a quoted identifier. Returns nil where there is no quote, true where the DOCTYPE ends within it.
    private mutating func readIdentifier(_ doctype: inout HTMLDoctype, isPublic: Bool) -> Bool? {
        guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        position += 1
        var bytes: [UInt8] = []
        while let byte = peek(), byte != quote, byte != UInt8(ascii: ">") { take(into: &bytes) }
        if isPublic { doctype.publicIdentifier = bytes } else { doctype.systemIdentifier = bytes }
        if peek() == quote {
            position += 1
            return false
        }
        doctype.forcesQuirks = true
        position = min(position + 1, input.count)
        return true
    }
}
