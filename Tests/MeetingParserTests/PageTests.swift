import Foundation
import Testing

@testable import MeetingParser

/// The pages of Fixtures/pages, each with what a reader sees beside it in `NAME.expected.json`.
@Suite struct PageTests {
    private static let folder = PackageFiles.root.appendingPathComponent("Fixtures/pages")
    private static var pages: [URL] {
        PackageFiles.files(below: folder, endingIn: ".expected.json").map { URL(fileURLWithPath: String($0.path.dropLast(14))) }
    }

    private struct Expected: Decodable {
        var title: String
        var published: String?
        var source: String?
        var publisher: String?
        var url: String?
        var paragraphs: [String]
        var warnings: [String]?
    }

    @Test(arguments: pages)
    func pagesAreReadAsAReaderSeesThem(_ page: URL) throws {
        let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(fileURLWithPath: page.path + ".expected.json")))
        let meeting = MeetingParser.parse(Array(try Data(contentsOf: page)), path: page.lastPathComponent, options: .init(text: true))
        #expect(meeting.title == expected.title)
        #expect(meeting.published == expected.published)
        #expect(meeting.source == expected.source)
        #expect(meeting.publisher == expected.publisher)
        #expect(meeting.url == expected.url)
        #expect(meeting.text?.split(separator: "\n").map(String.init) == expected.paragraphs)
        for code in expected.warnings ?? [] { #expect(meeting.warnings.contains { $0.code == code }, "\(code)") }
    }

    @Test(arguments: pages)
    func everyTruncationGivesARecord(_ page: URL) throws {
        let bytes = Array(try Data(contentsOf: page))
        for length in 0..<bytes.count { _ = MeetingParser.parse(Array(bytes[..<length]), path: page.lastPathComponent) }
    }
}
