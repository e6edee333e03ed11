import Foundation
import MeetingCorpus
import Testing

/// The code that the guide shows, as it stands there.
@Suite struct GuideTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    // What stands in the guide begins here.
    func firstMeetings(of folder: String) throws -> [String] {
        let contents = try CorpusReader(root: folder).read()
        for problem in contents.problems {
            print("\(problem.path): \(problem.reason)")
        }
        var filter = MeetingFilter()
        filter.since = Period("2020-05")
        filter.until = Period("2020-06")
        let meetings = Selection(contents, filter, once: true).meetings
        return meetings.map { meeting in
            "\(meeting.date ?? "?") \(meeting.body ?? meeting.title)"
        }
    }
    // And ends here.

    @Test func theLibraryReadsAFolder() throws {
        let found = try firstMeetings(of: Self.root.appendingPathComponent("Fixtures/reports").path)
        #expect(found == ["2020-05-22 区委常委会", "2020-05-27 区委常委会"])
    }

    /// The function above is the one of the guide, line by line.
    @Test func theGuideShowsThisCode() throws {
        func lines(_ path: String, from start: String, to end: String) throws -> [String] {
            let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
            let all = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            let first = try #require(all.firstIndex { $0.hasPrefix(start) })
            let last = try #require(all[first...].firstIndex { $0.hasPrefix(end) })
            return Array(all[first..<last])
        }
        let here = try lines("Tests/MeetingCorpusTests/GuideTests.swift", from: "func firstMeetings", to: "// And ends here")
        let there = try lines("Sources/MeetingCorpus/MeetingCorpus.docc/MeetingCorpus.md", from: "func firstMeetings", to: "```")
        #expect(here == there)
    }
}
