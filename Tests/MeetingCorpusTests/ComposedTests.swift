import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

/// The composed reports of Fixtures/composed, whose gold was written by readers who had not seen the rules; that of l by
/// whoever wrote them, for forms that real reports had shown.
///
/// The figures are pinned a little below what was reached: a change for the worse fails.
@Suite struct ComposedTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/composed")

    private static let evaluation: Evaluation? = {
        let meetings = try? CorpusReader(root: folder.appendingPathComponent("reports").path).read().meetings
        return try? Evaluation(of: meetings ?? [], against: folder.appendingPathComponent("gold").path)
    }()

    @Test(arguments: [
        ("meetings", 0.99), ("date", 0.99), ("chair", 0.99), ("chairTitles", 0.99), ("sessions", 0.98), ("participants", 0.985),
        ("participantRoles", 0.98), ("agenda", 0.955), ("agendaActions", 0.98), ("documents", 0.99), ("directives", 0.98),
        ("reporters", 0.98),
        ("rankings", 0.9), ("outcomes", 0.95), ("directiveAgenda", 0.75), ("mean", 0.98),
    ])
    func figuresDoNotFall(_ field: String, _ least: Double) throws {
        let evaluation = try #require(Self.evaluation)
        let figure = try #require(evaluation.figures.first { $0.field == field })
        let misses = evaluation.misses.filter { $0.field == field }.map { "\($0.report) \($0.sign) \($0.item)" }
        #expect(figure.score >= least, "\(field) \(figure.score): \(misses.joined(separator: "; "))")
    }

    @Test func noneIsMissing() throws { #expect(try #require(Self.evaluation).reports == 120) }
}
