import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

/// The five reports against answers written by reading them.
@Suite struct GoldTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let meetings: [String: Meeting] = {
        let reader = CorpusReader(root: root.appendingPathComponent("Fixtures/reports").path)
        let found = (try? reader.read().meetings) ?? []
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id.split(separator: "/").last.map(String.init) ?? $0.id, $0) })
    }()
    private static let golds: [Gold] = {
        let folder = root.appendingPathComponent("Fixtures/gold")
        let files = ((try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []).filter {
            $0.pathExtension == "json"
        }
        return files.compactMap { try? JSONDecoder().decode(Gold.self, from: Data(contentsOf: $0)) }.sorted { $0.id < $1.id }
    }()

    @Test func thereAreFive() {
        #expect(Self.golds.count == 5)
        #expect(Self.meetings.count == 5)
    }

    @Test(arguments: golds)
    func fieldsAreAsTheGoldSays(_ gold: Gold) throws {
        let meeting = try #require(Self.meetings[gold.id])
        #expect(meeting.date == gold.date)
        #expect(meeting.chair?.name == gold.chair?.name)
        #expect(meeting.chair?.titles ?? [] == gold.chair?.titles ?? [])
        #expect(meeting.jurisdiction == gold.jurisdiction)
        #expect(meeting.sessions.map(\.number) == gold.sessions.map(\.number))
        #expect(meeting.sessions.map(\.body) == gold.sessions.map(\.body))
        #expect(Set(meeting.participants.map(\.name)) == Set(gold.participants.map(\.name)))
        for person in gold.participants {
            let found = meeting.participants.first { $0.name == person.name }
            #expect(found?.titles == person.titles, "\(person.name)")
            #expect(found?.role.rawValue == person.role, "\(person.name)")
        }
        #expect(meeting.documents.map(\.title) == gold.documents)
    }

    @Test(arguments: golds)
    func agendaAndDirectivesAreAsTheGoldSays(_ gold: Gold) throws {
        let meeting = try #require(Self.meetings[gold.id])
        let optional = Set((gold.agenda_optional ?? []).map(\.title))
        #expect(meeting.agenda.map(\.title).filter { !optional.contains($0) } == gold.agenda.map(\.title))
        for item in gold.agenda {
            #expect(meeting.agenda.contains { $0.title == item.title && $0.action.contains(item.action) }, "\(item.title)")
        }
        let found = meeting.directives.map { String($0.text.filter { !$0.isWhitespace }.prefix(14)) }
        let optionalDirectives = Set(gold.directives_optional ?? [])
        #expect(found.filter { !optionalDirectives.contains($0) } == gold.directives)
    }

    @Test(arguments: golds)
    func tablesAndBylinesAreAsTheGoldSays(_ gold: Gold) throws {
        let meeting = try #require(Self.meetings[gold.id])
        #expect(meeting.rankings.map(\.entries) == (gold.rankings ?? []).map(\.entries))
        #expect(meeting.rankings.map(\.end.rawValue) == (gold.rankings ?? []).map(\.end))
        #expect(meeting.rankings.map(\.period) == (gold.rankings ?? []).map(\.period))
        #expect(meeting.rankings.map(\.scope) == (gold.rankings ?? []).map(\.scope))
        #expect(meeting.rankings.map(\.metric) == (gold.rankings ?? []).map(\.metric))
        #expect(meeting.assessments.map(\.unit) == (gold.assessments ?? []).map(\.unit))
        #expect(meeting.assessments.map(\.shortcomings) == (gold.assessments ?? []).map(\.shortcomings))
        let optional = gold.reporters_optional ?? []
        #expect(meeting.reporters.filter { !optional.contains($0) } == gold.reporters)
    }

    @Test func everyInferredYearSaysFromWhat() {
        for meeting in Self.meetings.values {
            #expect(meeting.dateBasis.evidence != nil)
            if meeting.dateBasis.year != .text, meeting.dateBasis.year != .publication {
                #expect(meeting.warnings.contains { $0.field == "date" }, "\(meeting.id)")
            }
        }
    }
}

/// An annotated answer; keys as in the gold files.
struct Gold: Decodable, Sendable, CustomTestStringConvertible {
    struct Body: Decodable, Sendable { var body: String; var number: Int? }
    struct Person: Decodable, Sendable { var name: String?; var titles: [String]?; var role: String? }
    struct Item: Decodable, Sendable { var action: String; var title: String }
    struct Table: Decodable, Sendable {
        var scope: String?; var metric: String?; var end: String; var period: String?; var entries: [String]
    }
    struct Verdict: Decodable, Sendable { var unit: String; var shortcomings: [String] }

    var id: String
    var date: String?
    var jurisdiction: String?
    var chair: Person?
    var sessions: [Body]
    var participants: [Person]
    var agenda: [Item]
    var agenda_optional: [Item]?
    var documents: [String]
    var directives: [String]
    var directives_optional: [String]?
    var reporters: [String]
    var reporters_optional: [String]?
    var rankings: [Table]?
    var assessments: [Verdict]?

    var testDescription: String { id }
}
