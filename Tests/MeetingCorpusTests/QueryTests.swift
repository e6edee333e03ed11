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
