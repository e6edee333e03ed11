import MeetingParser

/// What the reports of a corpus are called, by their numbers, in little memory.
struct ReportNames: Sendable {
    private(set) var paths = PathList()
    /// Positions in their files; empty as long as no file holds many records.
    private var positions: [Int32] = []
    /// What stands before the `#` and the `.2` of ids, where that is not the path without extension.
    private var stems: [Int: String] = [:]

    var count: Int { paths.count }

    mutating func append(path: String, id: String) {
        let position = RecordPosition(id: id, path: path), number = position.number
        let stem = id.dropLast(position.suffix.count)
        if stem != Meeting.id(of: path) { stems[paths.count] = String(stem) }
        if number > 0, positions.isEmpty { positions = Array(repeating: 0, count: paths.count) }
        if number > 0 || !positions.isEmpty { positions.append(Int32(truncatingIfNeeded: number)) }
        paths.append(path)
    }

    /// The number of a record's position in its file; 0 for the first of a file that is one report.
    func position(_ report: Int) -> Int { positions.isEmpty ? 0 : Int(positions[report]) }

    func id(_ report: Int) -> String {
        (stems[report] ?? Meeting.id(of: paths[report])) + RecordPosition(number: position(report)).suffix
    }

    var ids: Set<String> { Set(paths.indices.map(id)) }

    /// Whether a report stands before another: by path, then by its position there.
    func precedes(_ i: Int, _ j: Int) -> Bool {
        if paths.precedes(i, j) { return true }
        return !paths.precedes(j, i) && position(i) < position(j)
    }
}
