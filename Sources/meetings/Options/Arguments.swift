/// What users write that ArgumentParser would take for something else.
enum Arguments {
    /// `-C reports list` as `list -C reports`, and `-疫情` of a query as a word.
    static func plain(_ arguments: [String]) -> [String] {
        var words = arguments
        // Options before the command come in pairs.
        if let first = words.first, beforeCommand.contains(first),
            let command = stride(from: 2, to: words.count, by: 2).first(where: { !beforeCommand.contains(words[$0]) }),
            Meetings.commandNames.contains(words[command])
        {
            words.insert(words.remove(at: command), at: 0)
        }
        guard words.first == "search" else { return words }
        // No option begins with a Chinese character: a blank before it makes it a value.
        return words.map { word in
            word.hasPrefix("-") && word.unicodeScalars.dropFirst().first.map { !$0.isASCII } == true ? " " + word : word
        }
    }

    private static let beforeCommand: Set<String> = ["-C", "--corpus", "--lang"]

    /// Without `--lang` for the commands that have no such option, for their messages have a language too.
    static func withoutLanguage(_ arguments: [String]) -> [String] {
        guard let command = arguments.first, silent.contains(command) else { return arguments }
        var kept: [String] = [], rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--" { return kept + [word] + rest }
            if word == "--lang", let value = rest.first, Language(rawValue: value) != nil {
                rest.removeFirst()
            } else if !word.hasPrefix("--lang=") || Language(rawValue: String(word.dropFirst(7))) == nil {
                kept.append(word)
            }
        }
        return kept
    }

    private static let silent: Set<String> = ["index", "schema", "parse", "resolve", "completion", "man"]
}
