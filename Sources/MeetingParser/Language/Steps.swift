import CSteps

/// The work that reading one report may cost, in steps: a look for a word, a rule at a cue, a comparison of two items.
///
/// Steps are counted where text is looked through (`Text+Searching`, `WordList`) and where rules are run, so they are the
/// same on every machine. Once they are used up every search finds nothing, and whatever loops over finds ends: no shape
/// of text can hold the program up. What was found so far stays, with a warning `budget`.
///
/// The count is kept for the thread, because it concerns every search; `RecordBuilder` sets it and takes it back.
enum Steps {
    /// Steps for each byte of a report, and for any report. Real pages take up to 20 a byte, generated ones 12.
    static let perByte = 200, least = 400_000

    static func allowed(bytes: Int) -> Int { least + perByte * bytes }

    /// Takes steps; false where none are left.
    @inline(__always)
    static func take(_ count: Int = 1) -> Bool { meetings_steps_take(Int64(truncatingIfNeeded: count)) > 0 }

    static var areLeft: Bool { meetings_steps_remaining() > 0 }

    static var left: Int {
        get { Int(meetings_steps_remaining()) }
        set { meetings_steps_set(Int64(newValue)) }
    }

    /// No limit: for what is no report, such as a word of the user's.
    static let unlimited = Int.max / 2

    /// Runs something with so many steps; what is left of them is given back, and the count before is restored.
    static func limited<Value>(to steps: inout Int, _ body: () -> Value) -> Value {
        let outer = left
        left = steps
        defer {
            steps = left
            left = outer
        }
        return body()
    }
}
