import Algorithms
import ArgumentParser

/// The language of labels and messages. Data, field names and help are the same in both.
enum Language: String, CaseIterable, ExpressibleByArgument {
    case en, zh

    /// Chinese under a Chinese locale, else English.
    init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        self = locale.hasPrefix("zh") ? .zh : .en
    }

    /// A message with its arguments in the places {1}, {2} …
    func text(_ phrase: Phrase, _ arguments: [String]) -> String {
        let wording = Phrase.wordings[phrase]!
        // An argument may itself hold {2}: each place is looked at once.
        var text = "", rest = (self == .zh ? wording.zh : wording.en)[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            let digits = rest[rest.index(after: open)...].prefix(while: \.isNumber)
            rest = rest[digits.endIndex...]
            if rest.first == "}", let number = Int(digits), arguments.indices.contains(number - 1) {
                text += arguments[number - 1]
                rest = rest.dropFirst()
            } else {
                text += "{" + digits
            }
        }
        return text + rest
    }

    /// The heading of a column: its name, or the Chinese word for it.
    func label(_ name: String) -> String {
        self == .zh ? Labels.chinese(name) : name.hasPrefix("show.") ? String(name.dropFirst(5)) : name
    }

    /// The title of a section: the label, with a capital in English.
    func heading(_ name: String) -> String { self == .zh ? label(name) : label(name).prefix(1).uppercased() + label(name).dropFirst() }

    func labels(of columns: [Table.Column]) -> [String] { columns.map { label(self == .zh ? $0.label ?? $0.name : $0.name) } }
}

extension Int {
    /// For people: 23,679, as both languages write it.
    var grouped: String {
        let digits = String(magnitude), first = digits.count % 3
        let groups = (first > 0 ? [String(digits.prefix(first))] : []) + digits.dropFirst(first).chunks(ofCount: 3).map(String.init)
        return (self < 0 ? "-" : "") + groups.joined(separator: ",")
    }
}
