/// Where a record stands in its file: `x#3.2` is the second meeting that the third entry of `x` tells of.
public struct RecordPosition: Comparable, Sendable {
    /// Number of the entry, from 1; 0 where the file is the report.
    public let entry: Int
    /// Number of the meeting among those that the report tells of, from 1.
    public let meeting: Int

    /// The most meetings of one report.
    static let mostMeetings = 8

    /// Of a record's id, and the path of its file.
    public init(id: String, path: String) {
        if let mark = id.lastIndex(of: "#") {
            let numbers = id[id.index(after: mark)...].split(separator: ".", omittingEmptySubsequences: false)
            entry = numbers.first.flatMap { Int($0) } ?? 0
            meeting = numbers.count == 2 ? Int(numbers[1]) ?? 1 : 1
        } else {
            // `x.2` of x.txt; the file x.2.txt has that id, too, and then no other.
            let isFile = id == Meeting.id(of: path) || id == path
            entry = 0
            meeting = isFile ? 1 : id.lastIndex(of: ".").flatMap { Int(id[id.index(after: $0)...]) } ?? 1
        }
    }

    /// Both in one number, which sorts as they do; an index keeps it.
    package var number: Int { entry * Self.mostMeetings + meeting - 1 }

    package init(number: Int) { (entry, meeting) = (number / Self.mostMeetings, number % Self.mostMeetings + 1) }

    /// What stands behind the name of the file in the id: ``, `#3`, `.2`, `#3.2`.
    package var suffix: String { (entry == 0 ? "" : "#\(entry)") + (meeting == 1 ? "" : ".\(meeting)") }

    /// By the entry, then by the meeting.
    public static func < (a: RecordPosition, b: RecordPosition) -> Bool { a.number < b.number }
}
