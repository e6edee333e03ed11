import Foundation

/// The words that the parser knows, and sentences made of them.
public struct Words: Sendable {
    /// Every Chinese word in a string literal of the parser's sources: of its lists, cues and examples.
    public let known: [String]
    /// Sentences of the fixtures.
    public let sentences: [String]

    /// - Parameter root: the folder of the package.
    public init(root: String) {
        var known: Set<String> = [], sentences: Set<String> = []
        for file in Self.files(root + "/Sources/MeetingParser") where file.hasSuffix(".swift") {
            let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            for literal in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() where literal.offset % 2 == 1 {
                for word in literal.element.split(whereSeparator: \.isWhitespace) where word.utf8.contains(where: { $0 >= 0xE2 }) {
                    known.insert(String(word))
                }
            }
        }
        for file in Self.files(root + "/Fixtures") where !file.hasSuffix(".json") {
            let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
            for sentence in text.split(whereSeparator: { "。\n<>".contains($0) }) where sentence.count > 6 {
                sentences.insert(String(sentence))
            }
        }
        (self.known, self.sentences) = (known.sorted(), sentences.sorted())
    }

    /// The files below a folder, sorted.
    public static func files(_ folder: String) -> [String] {
        let walker = FileManager.default.enumerator(atPath: folder)
        return (walker?.compactMap { $0 as? String } ?? []).sorted().map { folder + "/" + $0 }
    }

    private static let marks = [
        "，", "。", "、", "；", "：", "（", "）", "《", "》", "“", "”", "\n", " ", ",", ".", "——", "！", "？", "·", "\u{3000}",
    ]
    private static let names = ["李明", "王平", "欧阳文", "阿依古丽·吐尔逊", "于军", "和平", "张", "沈 砚"]
    private static let days = ["3月5日", "今天", "昨日下午", "2021年3月4日", "二〇二〇年五月", "24日至25日", "（5月27日）", "晚", "近日"]
    private static let numbers = ["1", "12", "第八次", "三十六", "（一）", "2.", "一是", "第3次（总第45次）", "99.5%", "前三"]

    /// Words in random order: what no reader wrote, and what no rule was made for.
    public func jumble(_ random: inout Generator) -> String {
        var text = ""
        for _ in 0...random.below(60) {
            switch random.below(10) {
            case 0, 1, 2, 3: text += random.element(of: known)
            case 4, 5: text += random.element(of: Self.marks)
            case 6: text += random.element(of: Self.names)
            case 7: text += random.element(of: Self.days)
            case 8: text += random.element(of: Self.numbers)
            default: text += mutated(&random)
            }
        }
        return text
    }

    /// A real sentence with words put in, taken out and said again.
    public func mutated(_ random: inout Generator) -> String {
        var characters = Array(random.element(of: sentences))
        for _ in 0...random.below(4) {
            let i = random.below(characters.count + 1), n = min(random.below(12), characters.count - i)
            switch random.below(4) {
            case 0: characters.removeSubrange(i..<i + n)
            case 1: characters.insert(contentsOf: characters[i..<i + n], at: random.below(characters.count + 1))
            case 2: characters.insert(contentsOf: random.element(of: known), at: i)
            default: characters.insert(contentsOf: random.element(of: Self.marks), at: i)
            }
        }
        return String(characters) + "。"
    }

    /// A piece said again and again: what is short in real reports grows long here.
    public func repeated(_ random: inout Generator) -> String {
        let unit = (0...random.below(3)).map { _ in random.below(3) == 0 ? random.element(of: Self.marks) : random.element(of: known) }
            .joined()
        return String(repeating: unit, count: 1 + random.below(120))
    }
}
