import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct CorrectionTests {
    /// A folder with two reports and a corrections.yml, gone afterwards.
    private func contents(_ corrections: String) throws -> CorpusContents {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lead = "召开第10次会议，研究防汛工作。县委书记王平主持会议。会议指出，要抓好防汛工作。"
        try Data("标题\n3月1日，青石县委常委会\(lead)\n".utf8).write(to: folder.appendingPathComponent("a.txt"))
        try Data("标题\n3月9日，青石县委常委会\(lead.replacing("10", with: "11"))\n".utf8).write(to: folder.appendingPathComponent("b.txt"))
        let file = folder.appendingPathComponent("corrections.yml")
        try Data(corrections.utf8).write(to: file)
        return try CorpusReader(root: folder.path, corrections: try Corrections(path: file.path, named: "corrections.yml")).read()
    }

    @Test func fieldsAreSetAndSayWhere() throws {
        let found = try contents("a:\n  date: 2022-03-01\n  chair: {name: 王萍, titles: [县委书记]}\n  agenda: [防汛工作]\n  reporters: []\n")
        let meeting = found.meetings[0]
        #expect(found.problems.isEmpty)
        #expect(meeting.date == "2022-03-01")
        #expect(meeting.chair == Chair(name: "王萍", titles: ["县委书记"]))
        #expect(meeting.agenda.map(\.title) == ["防汛工作"])
        #expect(meeting.correctionSource(of: "date") == "corrections.yml:2")
        #expect(meeting.correctionSource(of: "sessions") == nil)
    }

    @Test func aCorrectedDayAnchorsItsSeries() throws {
        let found = try contents("a: {date: 2022-03-01}\n")
        #expect(found.meetings[1].date == "2022-03-09")
        #expect(found.meetings[1].dateBasis.year == .series)
    }

    @Test(arguments: [
        ("a:\n  dat: 2022\n", "corrections.yml:2", "there is no field “dat”"),
        ("a:\n  date: tomorrow\n", "corrections.yml:2", "write a day as"),
        ("a:\n  chair: [1]\n", "corrections.yml:2", "does not fit"),
        ("c:\n  date: 2022-03-01\n", "corrections.yml:1", "no report has the id “c”"),
        ("a: 3\n", "corrections.yml:1", "write an id"),
        ("a: [\n", "corrections.yml:2", "not valid YAML"),
    ])
    func whatCannotBeAppliedIsNamedWithItsLine(_ text: String, _ place: String, _ reason: String) throws {
        let found = try contents(text)
        #expect(found.problems.count == 1)
        #expect(found.problems[0].path == place)
        #expect(found.problems[0].reason.contains(reason), "\(found.problems[0].reason)")
        #expect(found.meetings.count == 2)
    }
}
