extension HTMLTokenizer {
    /// Script data with its escapes (13.2.5.4 and 13.2.5.15–31): in `<!-- <script> … </script> -->` the inner end
    /// tag does not end the outer script.
    mutating func readScript() {
        var escaped = false, doubleEscaped = false
        var start = position
        func flush(_ tokenizer: inout Self) {
            if tokenizer.position > start { tokenizer.sink.text(start..<tokenizer.position) }
        }
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "<") where !escaped && follows("<!--"):
                escaped = true
                // The dashes of `<!--` may also be those of `-->`: `<!-->` ends the escape at once.
                position += 2
                continue
            case UInt8(ascii: "-") where escaped && follows("-->"):
                escaped = false
                doubleEscaped = false
                position += 3
                continue
            case UInt8(ascii: "<") where !doubleEscaped && isAppropriateEndTag:
                flush(&self)
                return readAppropriateEndTag()
            case UInt8(ascii: "<") where escaped && isScriptTag(ahead: doubleEscaped ? 2 : 1):
                if !doubleEscaped || peek(1) == UInt8(ascii: "/") { doubleEscaped.toggle() }
                position += doubleEscaped ? 7 : 8
                continue
            case 0x0D:
                flush(&self)
                emitLineBreak()
                start = position
                continue
            case 0:
                flush(&self)
                emitReplacement()
                start = position
                continue
            default: break
            }
            position += 1
        }
        flush(&self)
    }

    private func isScriptTag(ahead: Int) -> Bool {
        if ahead == 2 && peek(1) != UInt8(ascii: "/") { return false }
        guard follows("script", anyCase: true, ahead: ahead), let byte = peek(ahead + 6) else { return false }
        return byte.isHTMLSpace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
    }
}
