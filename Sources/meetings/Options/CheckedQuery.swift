import MeetingCorpus

extension TextQuery {
    /// Reads what a user typed; what is wrong with it is a usage error.
    init(checked text: String) throws {
        do {
            try self.init(text)
        } catch .unclosed(let mark) {
            throw Failure(.queryUnclosed, text, String(mark), status: .usage)
        } catch .emptyWord {
            throw Failure(.queryEmptyWord, text, status: .usage)
        } catch .nothingWanted {
            throw Failure(.queryWantsNothing, text, status: .usage)
        }
    }
}
