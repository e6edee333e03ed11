import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct QueryTests {
    private let text = "区委常委会研究防汛和接诉即办工作，部署疫情防控。"

    @Test(arguments: [
        ("防汛", true), ("防汛 疫情", true), ("防汛 抗旱", false), ("抗旱 OR 防汛", true), ("防汛 -疫情", false), ("防汛 NOT 抗旱", true),
        ("\"接诉即办\"", true), ("“接诉即办”", true), ("区", true), ("防汛 AND 疫情", true), ("區委", true), ("-抗旱 汛", true),
    ])
    func queriesAreReadAsSearchEnginesReadThem(_ query: String, _ matches: Bool) throws {
        #expect(try TextQuery(query).matches(text) == matches)
    }

    @Test(arguments: ["", "-防汛", "防汛 OR", "\"防汛", "\"\""])
    func whatWantsNothingIsNoQuery(_ query: String) {
        #expect(throws: TextQuery.Problem.self) { try TextQuery(query) }
    }

    @Test func hitsAreWhereTheWordsStand() throws {
        let hits = try TextQuery("防汛 OR 汛和").hits(in: text)
        #expect(hits.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["防汛和"])
    }

    /// Thirty-two places at a time or one by one, words are found where a plain look finds them.
    @Test func wordsAreFoundWhereverTheyStand() {
        var random = SeededGenerator(state: 11)
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 0...90, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
            let word = (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt8.random(in: 0...2, using: &random) }
            let start = Int.random(in: 0...text.count, using: &random)
            let last = max(start, text.count - word.count + 1)
            let expected = word.isEmpty ? start : (start..<last).first { text[$0...].starts(with: word) }
            #expect(text.withUnsafeBytes { memoryOffset(of: word, in: $0, from: start) } == expected)
        }
    }

    @Test func traditionalAndSimplifiedNamesAreTheSame() {
        #expect(Alternatives(["區委"]).match(anyPartOf: ["区委常委会"]))
        #expect(Alternatives(["区委"]).match(anyPartOf: ["區委常委會"]))
        #expect(!Alternatives(["not:区委"]).match(anyPartOf: ["區委常委會"]))
        #expect(Alternatives(["not:区委"]).match(anyPartOf: []))
    }

    @Test func simplifiedFormsAreThoseOfUnicode() {
        // The transform is the platform's.
        let traditional = "會議強調要學習貫徹黨的決定並審議縣區臺灣後裡鬆麵"
        let expected = traditional.applyingTransform(StringTransform("Hant-Hans"), reverse: false)
        #expect(TraditionalScript.simplified(traditional) == expected)
    }
}
