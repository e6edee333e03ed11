import Foundation
import FuzzSupport
import MeetingParser

/// Feeds the parser what nobody wrote: mutated fixtures, words of its own vocabulary in random order, pieces said again
/// and again. Any bytes must give a record within the budget of steps.
///
/// usage: Fuzz ROOT [--cases N] [--seed S] [--words]; ROOT is the folder of the package. With `--words` all cases are made
/// of the vocabulary. A crash leaves its input in the temporary folder; a case that takes more than `most` steps a byte, or
/// more time than its size allows, is a failure and is kept, too. The same seed gives the same cases.
@main
struct Fuzz {
    /// Steps a byte that an ordinary text may take at most; the budget allows more.
    static let most = 150.0

    static func main() throws {
        let arguments = CommandLine.arguments
        func option(_ name: String, _ fallback: Int) -> Int {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? fallback
        }
        let root = arguments.count > 1 ? arguments[1] : ".."
        let cases = option("--cases", 20_000), seed = option("--seed", 1), usesWords = arguments.contains("--words")
        var random = Generator(seed: UInt64(seed))
        let words = Words(root: root)
        let seeds = Words.files(root + "/Fixtures").compactMap { FileManager.default.contents(atPath: $0).map(Array.init) }.filter {
            !$0.isEmpty
        }
        guard !seeds.isEmpty, words.known.count > 1000 else {
            print("no fixtures or no sources below \(root)")
            exit(2)
        }
        let kept = FileManager.default.temporaryDirectory.appendingPathComponent("meetings-fuzz-case")
        var tally = Tally()
        for number in 0..<cases {
            let input = usesWords ? ofWords(words, &random) : mutated(seeds, &random)
            // A crash leaves its input behind.
            try Data(input).write(to: kept)
            let path = number % 3 == 0 ? "case.md" : number % 3 == 1 ? "case.txt" : "case.html"
            if let complaint = tally.add(input, path) {
                try Data(input).write(to: kept.appendingPathExtension("\(number)"))
                print("case \(number): \(complaint)")
            }
        }
        print("\(cases - tally.failed) passed, \(tally.failed) failed")
        print(
            "(\(tally.bytes / 1_000_000) MB of \(words.known.count) words, at most \(Int(tally.stepsPerByte)) steps a byte, slowest \(Int(tally.slowest * 1000)) ms, seed \(seed))"
        )
        exit(tally.failed == 0 ? 0 : 1)
    }

    private struct Tally {
        var failed = 0, bytes = 0, slowest = 0.0, stepsPerByte = 0.0

        /// What is wrong with reading an input; nil where nothing is.
        mutating func add(_ input: [UInt8], _ path: String) -> String? {
            var steps = 0
            let clock = ContinuousClock()
            let time = clock.measure { steps = MeetingParser.steps(reading: input, path: path) }
            _ = MeetingParser.parse(input, path: path, options: .init(evidence: true, text: true))
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
            // Short texts have costs of their own.
            let perByte = Double(steps) / Double(max(input.count, 400))
            (slowest, bytes, stepsPerByte) = (max(slowest, seconds), bytes + input.count, max(stepsPerByte, perByte))
            guard perByte > Fuzz.most || seconds > max(0.5, Double(input.count) * 40e-6) else { return nil }
            failed += 1
            return "\(input.count) bytes took \(steps) steps and \(seconds) s"
        }
    }

    private static func ofWords(_ words: Words, _ random: inout Generator) -> [UInt8] {
        var text = random.below(3) == 0 ? "" : "\(words.mutated(&random))\n"
        for _ in 0...random.below(6) {
            text += random.below(5) == 0 ? words.repeated(&random) : words.jumble(&random)
            if random.below(3) > 0 { text += "。\n" }
        }
        return Array(text.utf8)
    }

    /// Pieces that steer readers: tags, references, quotes, cues of rules.
    private static let tokens: [[UInt8]] = [
        "<", "<!--", "-->", "<table><tr><td>", "</td>", "&#x", "&", "\"", "---\n", "+++\n", "{", "《", "》", "“", "”", "（", "会议", "要", "第",
        "次", "年", "月", "日", "、", "。", "\r", "\0", "- ", "| a |\n",
        "主持", "出席", "排名前十的是", "十", "届", "·", "指出，", "<script>", "<style>", "<title>", "\u{FEFF}", "charset=gb2312",
    ].map { Array($0.utf8) }

    private static func mutated(_ seeds: [[UInt8]], _ random: inout Generator) -> [UInt8] {
        var bytes = random.element(of: seeds)
        if bytes.count > 20_000 { bytes = Array(bytes.prefix(20_000)) }
        for _ in 0...random.below(12) {
            let i = random.below(bytes.count + 1), length = min(random.below(200), bytes.count - i)
            switch random.below(7) {
            case 0: bytes.removeSubrange(i..<i + length)
            case 1: bytes.insert(contentsOf: random.element(of: tokens), at: i)
            case 2: if i < bytes.count { bytes[i] = UInt8(random.below(256)) }
            case 3: bytes.insert(contentsOf: bytes[i..<i + length], at: random.below(bytes.count + 1))
            case 4:
                let other = random.element(of: seeds), from = random.below(other.count)
                bytes.insert(contentsOf: other[from..<min(from + 400, other.count)], at: i)
            case 5: bytes.insert(contentsOf: Array(repeating: random.element(of: tokens), count: random.below(300)).joined(), at: i)
            default: bytes = Array(bytes.prefix(i))
            }
        }
        return bytes
    }
}
