import Foundation
import MeetingParser

/// Doubles each of many shapes of text: reading twice as much may take 2.3 times as long, in steps and in CPU time.
///
/// usage: Shapes [FILTER]
@main
struct Shapes {
    static let most = 2.3

    static func main() {
        let filter = CommandLine.arguments.dropFirst().first
        var failed = 0, passed = 0
        for shape in Shape.all where filter.map({ shape.name.contains($0) }) ?? true {
            let once = shape.text(bytes: 150_000), twice = shape.text(bytes: 300_000)
            var (a, b) = (measure(once, shape), measure(twice, shape))
            // On a shared machine a neighbour may slow one of the two: what looks worse is measured again, and the least counts.
            for _ in 0..<3 where b.seconds / max(a.seconds, 0.004) > most {
                (a.seconds, b.seconds) = (min(a.seconds, measure(once, shape).seconds), min(b.seconds, measure(twice, shape).seconds))
            }
            // Work that no size changes is taken off; short times are noise.
            let steps = Double(b.steps) / Double(max(a.steps, 1)), time = b.seconds / max(a.seconds, 0.004)
            let isLinear = (steps <= most || b.steps < 100_000) && time <= most
            if isLinear { passed += 1 } else { failed += 1 }
            if !isLinear || filter != nil || a.isOverBudget {
                print(
                    "\(isLinear ? "ok  " : "FAIL") \(shape.name): steps × \(round(steps * 100) / 100), time × \(round(time * 100) / 100) (\(Int(b.seconds * 1000)) ms, \(b.steps / twice.count) steps a byte\(a.isOverBudget ? ", over budget" : ""))"
                )
            }
        }
        print("\(passed) passed, \(failed) failed")
        exit(failed == 0 ? 0 : 1)
    }

    private static func measure(_ bytes: [UInt8], _ shape: Shape) -> (steps: Int, seconds: Double, isOverBudget: Bool) {
        let steps = MeetingParser.steps(reading: bytes, path: shape.path)
        var best = Double.infinity
        for _ in 0..<5 {
            let start = cpuSeconds()
            _ = MeetingParser.parse(bytes, path: shape.path, options: .init(evidence: shape.hasEvidence))
            best = min(best, cpuSeconds() - start)
        }
        let meeting = MeetingParser.parse(bytes, path: shape.path)
        return (steps, best, meeting.warnings.contains { $0.code == "budget" })
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
