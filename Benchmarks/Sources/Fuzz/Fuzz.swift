import Foundation
import MeetingParser

/// Feeds mutated fixtures to the parser: any bytes must give a record, in time linear in their number.
///
/// usage: Fuzz FOLDER [--cases N] [--seed S]; a crash or an input slower than 40 µs a byte (and 0.5 s) is a failure, and
/// the input is kept in the temporary folder. The same seed gives the same cases.
@main
struct Fuzz {
    static func main() throws {
        let arguments = CommandLine.arguments
        func option(_ name: String, _ fallback: Int) -> Int {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? Int(arguments[$0 + 1]) : nil } ?? fallback
        }
        let folder = arguments.count > 1 ? arguments[1] : "."
        let cases = option("--cases", 20_000)
        var random = Generator(seed: UInt64(option("--seed", 1)))
        let seeds = files(folder)
        guard !seeds.isEmpty else {
            print("no files below \(folder)")
            exit(2)
        }
        let kept = FileManager.default.temporaryDirectory.appendingPathComponent("meetings-fuzz-case")
        var slowest = 0.0, bytes = 0, failed = 0
        for number in 0..<cases {
            let input = mutated(seeds, &random)
            // A crash leaves its input behind.
            try Data(input).write(to: kept)
            let clock = ContinuousClock()
            let time = clock.measure { _ = MeetingParser.parse(input, path: "case.html", options: .init(evidence: true, text: true)) }
            let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) * 1e-18
            slowest = max(slowest, seconds)
            bytes += input.count
            if seconds > max(0.5, Double(input.count) * 40e-6) {
                failed += 1
                try Data(input).write(to: kept.appendingPathExtension("slow-\(number)"))
                print("case \(number): \(input.count) bytes took \(seconds) s")
            }
        }
        print(
            "\(cases - failed) passed, \(failed) failed (\(bytes / 1_000_000) MB, slowest \(Int(slowest * 1000)) ms, seed \(option("--seed", 1)))"
        )
        exit(failed == 0 ? 0 : 1)
    }

    private static func files(_ folder: String) -> [[UInt8]] {
        let walker = FileManager.default.enumerator(atPath: folder)
        let names = (walker?.compactMap { $0 as? String } ?? []).sorted()
        return names.compactMap { FileManager.default.contents(atPath: folder + "/" + $0).map(Array.init) }.filter { !$0.isEmpty }
    }

    /// Pieces that steer readers: tags, references, quotes, cues of rules.
    private static let tokens: [[UInt8]] = [
        "<", "<!--", "-->", "<table><tr><td>", "</td>", "&#x", "&", "\"", "---\n", "+++\n", "{", "《", "》", "“", "”", "（", "会议", "要", "第",
        "次", "年", "月", "日", "、", "。", "\r", "\0",
        "主持", "出席", "排名前十的是", "十", "届", "·", "指出，", "<script>", "<style>", "<title>", "\u{FEFF}", "charset=gb2312",
    ].map { Array($0.utf8) }

    private static func mutated(_ seeds: [[UInt8]], _ random: inout Generator) -> [UInt8] {
        var bytes = seeds[random.below(seeds.count)]
        if bytes.count > 20_000 { bytes = Array(bytes.prefix(20_000)) }
        for _ in 0...random.below(12) {
            let i = random.below(bytes.count + 1), length = min(random.below(200), bytes.count - i)
            switch random.below(7) {
            case 0: bytes.removeSubrange(i..<i + length)
            case 1: bytes.insert(contentsOf: tokens[random.below(tokens.count)], at: i)
            case 2: if i < bytes.count { bytes[i] = UInt8(random.below(256)) }
            case 3: bytes.insert(contentsOf: bytes[i..<i + length], at: random.below(bytes.count + 1))
            case 4:
                let other = seeds[random.below(seeds.count)], from = random.below(other.count)
                bytes.insert(contentsOf: other[from..<min(from + 400, other.count)], at: i)
            case 5: bytes.insert(contentsOf: Array(repeating: tokens[random.below(tokens.count)], count: random.below(300)).joined(), at: i)
            default: bytes = Array(bytes.prefix(i))
            }
        }
        return bytes
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
private struct Generator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ n: Int) -> Int { n > 0 ? Int(next() % UInt64(n)) : 0 }
}
