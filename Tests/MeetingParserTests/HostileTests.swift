import Foundation
import Testing

@testable import MeetingParser

/// Inputs made to hurt: each must give a record, in time linear in its size.
@Suite(.serialized) struct HostileTests {
    private static let sentence = "3月5日，青石县安委会召开全体会议。会议指出，要抓好安全生产。"

    /// Each shape repeated `n` times.
    private static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
        ("nested tags", { String(repeating: "<div>", count: $0) + sentence }),
        ("nested spans", { String(repeating: "<span><b>", count: $0 / 2) + sentence }),
        ("attributes", { "<p " + (0..<$0).map { "a\($0)=1 " }.joined() + ">" + sentence }),
        ("one attribute again and again", { "<p " + String(repeating: "a=1 ", count: $0) + ">" + sentence }),
        ("entities", { String(repeating: "&amp;", count: $0) + sentence }),
        ("unknown entities", { String(repeating: "&aaaaaaaaaaaaaaaa", count: $0 / 4) + sentence }),
        ("open quotation marks", { String(repeating: "“", count: $0) + sentence }),
        ("open book titles", { String(repeating: "《", count: $0) + sentence }),
        ("closed and open book titles", { String(repeating: "《》", count: $0) + sentence }),
        ("commas", { sentence + "县长" + String(repeating: "李明，", count: $0) + "参加会议。" }),
        ("numbers", { sentence + String(repeating: "第1次", count: $0) }),
        ("verbs of saying", { sentence + String(repeating: "会议指出，", count: $0) }),
        ("verbs without words", { sentence + String(repeating: "要求了", count: $0) }),
        ("ranks", { sentence + "排名，" + String(repeating: "前，", count: $0) }),
        ("attendance", { sentence + String(repeating: "；出席", count: $0) }),
        ("要", { sentence + String(repeating: "要", count: $0) }),
        ("full stops", { sentence + String(repeating: "。", count: $0) }),
        ("years", { sentence + String(repeating: "2020年", count: $0) }),
        ("unclosed comments", { sentence + String(repeating: "<!--", count: $0) }),
        ("end tags without start", { String(repeating: "</p>", count: $0) + sentence }),
        ("table cells", { "<table><tr>" + String(repeating: "<td>甲", count: $0) + "</table>" + sentence }),
        ("angle brackets", { String(repeating: "<", count: $0) + sentence }),
        ("brackets of links", { "---\ntitle: a\n---\n" + String(repeating: "[", count: $0) + sentence }),
        ("front matter without end", { "---\n" + String(repeating: "a: b\n", count: $0) }),
        ("NUL bytes", { String(repeating: "\0", count: $0) }),
        ("one long line", { String(repeating: sentence, count: $0 / 20) }),
        ("agenda items", { sentence + "会议" + String(repeating: "研究甲乙丙丁工作；", count: $0 / 10) }),
        ("paragraphs with an agenda", { sentence + "\n" + String(repeating: "会议研究甲乙丙丁工作。\n", count: $0 / 20) }),
        ("people", { sentence + String(repeating: "县长李明、王平参加会议。", count: $0 / 20) }),
    ]

    @Test(arguments: shapes.map(\.name))
    func timeGrowsWithSizeOnly(_ name: String) throws {
        let shape = try #require(Self.shapes.first { $0.name == name })
        let n = 800
        let once = Self.seconds(shape.make(n)), eightfold = Self.seconds(shape.make(8 * n))
        // Eight times the input may take eight times as long; 64 times would be quadratic. Short times are noise.
        #expect(eightfold < max(40 * once, 1.5), "\(name): \(once) s, then \(eightfold) s for eight times as much")
    }

    private static func seconds(_ text: String) -> Double {
        let bytes = Array(text.utf8)
        return (0..<2).map { _ in
            let clock = ContinuousClock()
            let time = clock.measure { _ = MeetingParser.parse(bytes, path: "x.txt") }
            return Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
        }.min() ?? 0
    }
}
