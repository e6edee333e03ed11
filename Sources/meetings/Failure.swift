/// How a run ends.
enum ExitStatus: Int32 {
    case done = 0
    /// Not found, or failed.
    case failed = 1
    case usage = 2
    /// Done, but some input could not be read.
    case incomplete = 3
}

/// An error with what to tell the user.
struct Failure: Error {
    private let phrase: Phrase
    private let arguments: [String]
    let status: ExitStatus
    /// Commands that may have been meant.
    private let hint: [String]?

    init(_ phrase: Phrase, _ arguments: String..., status: ExitStatus = .failed, hint: [String]? = nil) {
        self.phrase = phrase
        self.arguments = arguments
        self.status = status
        self.hint = hint
    }

    func text(_ language: Language) -> String {
        guard let hint else { return language.text(phrase, arguments) }
        let more = hint.isEmpty ? language.text(.commandsAre, []) : language.text(.didYouMean, [hint.joined(separator: ", ")])
        return language.text(phrase, arguments + [more])
    }
}
