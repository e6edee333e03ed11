import Foundation
import MeetingParser

/// Many shapes of text, each at two sizes: reading twice as much may take 2.3 times the steps, reading four times as
/// much 6 times the CPU time. Work that grows with the square of the size takes 16 times as long, a noisy machine 5.
///
/// usage: Shapes [FILTER]
@main
struct Shapes {
    static let mostSteps = 2.3
    static let mostTime = 6.0
    /// Below this, in seconds, a time is noise.
    static let shortest = 0.004

    static func main() {
        let filter = CommandLine.arguments.dropFirst().first
        var failed = 0, passed = 0
        for shape in Shape.all where filter.map({ shape.name.contains($0) }) ?? true {
            let once = shape.text(bytes: 100_000), twice = shape.text(bytes: 200_000), fourfold = shape.text(bytes: 400_000)
            let (few, many) = (steps(once, shape), steps(twice, shape))
            var (short, long) = (seconds(once, shape), seconds(fourfold, shape))
            // On a shared machine a neighbour may slow one of the two: what looks worse is measured again, and the least counts.
            for _ in 0..<5 where long / max(short, shortest) > mostTime {
                (short, long) = (min(short, seconds(once, shape)), min(long, seconds(fourfold, shape)))
            }
            let steps = Double(many) / Double(max(few, 1)), time = long / max(short, shortest)
            let isLinear = (steps <= mostSteps || many < 100_000) && time <= mostTime
            if isLinear { passed += 1 } else { failed += 1 }
            let isOverBudget = MeetingParser.parse(once, path: shape.path).warnings.contains { $0.code == "budget" }
            if !isLinear || filter != nil || isOverBudget {
                print(
                    "\(isLinear ? "ok  " : "FAIL") \(shape.name): steps × \(round(steps * 100) / 100), time × \(round(time * 100) / 100) (\(Int(long * 1000)) ms, \(many / twice.count) steps a byte\(isOverBudget ? ", over budget" : ""))"
                )
            }
        }
        print("\(passed) passed, \(failed) failed")
        exit(failed == 0 ? 0 : 1)
    }

    private static func steps(_ bytes: [UInt8], _ shape: Shape) -> Int { MeetingParser.steps(reading: bytes, path: shape.path) }

    /// The least of three readings.
    private static func seconds(_ bytes: [UInt8], _ shape: Shape) -> Double {
        var best = Double.infinity
        for _ in 0..<3 {
            let start = cpuSeconds()
            _ = MeetingParser.parse(bytes, path: shape.path, options: .init(evidence: shape.hasEvidence))
            best = min(best, cpuSeconds() - start)
        }
        return best
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
