import Testing

@testable import MeetingParser

@Suite struct LanguageTests {
    @Test(arguments: [
        ("181", 181), ("１８１", 181), ("一百八十一", 181), ("三十六", 36), ("十", 10), ("十二", 12), ("二〇二一", 2021), ("一百零五", 105), ("二十", 20),
    ])
    func numeralsAreRead(_ text: String, _ value: Int) {
        #expect(withText(text) { ChineseNumeral.read($0, at: 0)?.value } == value)
        #expect(withText(text) { ChineseNumeral.read($0, endingAt: $0.end)?.value } == value)
    }

    @Test func wordsAreFoundAtBothEnds() {
        let words = WordList("书记 副书记 常委")
        withText("区委副书记") { text in
            #expect(words.match(text, endingAt: text.end) == 9)
            #expect(words.match(text, at: 6) == 9)
            #expect(words.match(text, at: 0) == nil)
        }
    }

    @Test func titlesAndNamesAreToldApart() {
        let people = withText("市委副书记、市长陈吉宁，市政协主席吉林，市委副书记张延昆") { Persons.list($0) }
        #expect(people.map(\.name) == ["陈吉宁", "吉林", "张延昆"])
        #expect(people.map(\.titles) == [["市委副书记", "市长"], ["市政协主席"], ["市委副书记"]])
    }

    @Test func aTitleIsSharedByTheNamesBehindIt() {
        let people = withText("副市长毛羽丰、童欣、翟志远，市政府秘书长庄严") { Persons.list($0) }
        #expect(people.map(\.titles) == [["副市长"], ["副市长"], ["副市长"], ["市政府秘书长"]])
    }

    @Test(arguments: [
        ("县委常委田 甜", "田甜"), ("祝南风市长", "祝南风"), ("县政协主席买合木提·托乎提", "买合木提·托乎提"), ("副部长季春和", "季春和"), ("县委常委欧阳澍", "欧阳澍"),
    ])
    func namesInTheirForms(_ text: String, _ name: String) {
        #expect(withText(text) { Persons.list($0).map(\.name) } == [name])
    }

    @Test(arguments: ["市委有关部门主要负责同志", "各县区党委书记", "市委常委、副市长", "有关方面负责人", "成员单位"])
    func groupsNameNobody(_ text: String) {
        #expect(withText(text) { Persons.list($0).isEmpty })
    }

    @Test func theListsOfTheVocabularyStandInTheOrderOfTheirBits() {
        for (l, list) in Vocabulary.lists.enumerated() { #expect(list.vocabulary.rawValue == 1 << l) }
    }

    /// Words are found where they were seen in passing as they are by looking through the text.
    @Test(arguments: ["会议听取了情况汇报。县长李明出席会议并强调，各部门必须落实。已取得积极成效，排名第一。", "列席。说", "各", "Ａ要求b，各c！"])
    func theVocabularyMissesNoWord(_ words: String) {
        withText(words) { text in
            let memory = ContentsMemory(printedOffset: 0)
            var sentences: [Text] = []
            let line = LineScanner(memory).scan(text, into: &sentences)
            for part in sentences + [line, line.from(6), line.upTo(line.end - 3)] {
                for list in Vocabulary.lists {
                    let unseen = text[part.range]
                    for i in part.range where part[i] & 0xC0 != 0x80 {
                        #expect(list.first(in: part, from: i) == list.first(in: unseen, from: i))
                    }
                }
            }
        }
    }

    @Test func sentencesEndOutsideOfQuotationMarks() {
        let sentences = withText("他说：“好。就这样办。”会议结束。要抓好！") { text in
            var sentences: [Text] = []
            let memory = ContentsMemory(printedOffset: 0)
            _ = LineScanner(memory).scan(text, into: &sentences)
            return withExtendedLifetime(memory) { sentences.map(\.string) }
        }
        #expect(sentences == ["他说：“好。就这样办。”会议结束。", "要抓好！"])
    }

    @Test func nestedTitlesBelongToTheOuterOne() {
        withText("《贯彻《条例》细则》和《办法》") { text in
            #expect(CitedDocuments.titles(in: text).map { text[$0].string } == ["贯彻《条例》细则", "办法"])
        }
    }

    @Test func aRangeThatEndsBeforeItStartsIsEmpty() {
        withText("会议") { #expect($0[5..<2].isEmpty) }
    }
}
