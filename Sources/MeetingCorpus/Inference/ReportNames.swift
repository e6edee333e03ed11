import MeetingParser

/// What the reports of a corpus are called, by their numbers, in little memory.
struct ReportNames: Sendable {
    private(set) var paths = PathList()
    /// Numbers of entries; empty as long as no file holds many reports.
    private var entries: [Int32] = []
    /// What stands before the `#` of ids, where that is not the path without extension.
    private var stems: [Int: String] = [:]

    var count: Int { paths.count }

    mutating func append(path: String, id: String) {
        let number = Meeting.entry(ofID: id)
        let stem = number == 0 ? id[...] : id[..<(id.lastIndex(of: "#") ?? id.endIndex)]
        if stem != Meeting.id(of: path) { stems[paths.count] = String(stem) }
        if number > 0, entries.isEmpty { entries = Array(repeating: 0, count: paths.count) }
        if number > 0 || !entries.isEmpty { entries.append(Int32(truncatingIfNeeded: number)) }
        paths.append(path)
    }

    /// The number of an entry in its file; 0 for a file that is one report.
    func entry(_ report: Int) -> Int { entries.isEmpty ? 0 : Int(entries[report]) }

    func id(_ report: Int) -> String {
        let stem = stems[report] ?? Meeting.id(of: paths[report]), number = entry(report)
        return number == 0 ? stem : stem + "#\(number)"
    }

    var ids: Set<String> { Set(paths.indices.map(id)) }

    /// Whether a report stands before another: by path, then by entry.
    func precedes(_ i: Int, _ j: Int) -> Bool {
        if paths.precedes(i, j) { return true }
        return !paths.precedes(j, i) && entry(i) < entry(j)
    }
}
