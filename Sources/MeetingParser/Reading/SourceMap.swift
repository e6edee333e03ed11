/// Where each stretch of the plain text stands in the source.
///
/// The plain text is made of runs: copied bytes, or a few bytes that the source spells differently.
struct SourceMap {
    private struct Run {
        var text: Int
        var source: Int
        /// Length in the source of a run that is spelled differently there; 0 for copied bytes.
        var spelled: Int
    }

    private var runs: [Run] = []

    mutating func add(text: Int, source: Range<Int>, copied: Bool) {
        if copied, let last = runs.last, last.spelled == 0, source.lowerBound - last.source == text - last.text { return }
        runs.append(Run(text: text, source: source.lowerBound, spelled: copied ? 0 : max(1, source.count)))
    }

    /// The place in the source of a range of the plain text.
    func source(of range: Range<Int>) -> Range<Int> {
        guard !runs.isEmpty, !range.isEmpty else { return 0..<0 }
        let first = run(at: range.lowerBound), last = run(at: range.upperBound - 1)
        let start = first.spelled == 0 ? first.source + range.lowerBound - first.text : first.source
        let end = last.spelled == 0 ? last.source + range.upperBound - last.text : last.source + last.spelled
        return start..<max(start, end)
    }

    private func run(at offset: Int) -> Run {
        var low = 0, high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].text <= offset { low = middle } else { high = middle }
        }
        return runs[low]
    }
}
