/// A line of a report as a reader sees it, with the place of each character in the file.
public struct PlacedLine: Sendable {
    /// As the report prints it.
    public var text: String
    /// For each Unicode scalar of the text the byte of the file, as stored, at which it begins.
    public var places: [Int]
    /// Whether it belongs to the report; else it is of the page around it.
    public var isOfReport: Bool
}

extension MeetingParser {
    /// The lines of a page, in its order; fields are read from those of the report.
    public static func placedLines(of report: Report) -> [PlacedLine] {
        let document = ReportDocument(reading: report)
        return withExtendedLifetime(document) {
            let own = Set(document.paragraphs.map(\.text.start)).union(document.headline.map { [$0.start] } ?? [])
            return document.lines.map { line in
                var places: [Int] = [], i = line.start
                while i < line.end {
                    let end = min(line.end, i + line.width(at: i))
                    places.append(document.span(of: i..<end).start)
                    i = end
                }
                return PlacedLine(text: line.string, places: places, isOfReport: own.contains(line.start))
            }
        }
    }
}
