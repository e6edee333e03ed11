import Foundation

/// Does numbered pieces of work on all cores and hands over what they give one by one, in their order.
///
/// No piece is begun far ahead of the one that is handed over next, so what waits stays bounded.
final class OrderedWork<Result: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [Int: Result] = [:]
    private var next = 0
    private var failure: (any Error)?
    /// Pieces that may wait for an earlier one.
    private static var ahead: Int { max(8, 2 * ProcessInfo.processInfo.activeProcessorCount) }

    /// Runs `work` for 0..<count; `consume` is called on one thread at a time. Its first error ends the work.
    static func run(count: Int, _ work: @escaping @Sendable (Int) -> Result, _ consume: (Int, Result) throws -> Void) throws {
        let order = OrderedWork()
        withoutActuallyEscaping(consume) { consume in
            // One thread at a time, under the lock: the closure needs not be Sendable.
            nonisolated(unsafe) let consume = consume
            DispatchQueue.concurrentPerform(iterations: count) { i in
                guard order.mayBegin(i) else { return }
                order.hand(over: work(i), at: i, to: consume)
            }
        }
        if let failure = order.failure { throw failure }
    }

    /// Runs `work` for every element, a chunk of them at a time on one thread, and hands over what a chunk gives.
    static func run<Elements: RandomAccessCollection & Sendable, Value>(
        over elements: Elements, chunk: Int = 32, _ work: @escaping @Sendable (Elements.Element) -> Value,
        _ consume: ([Value]) throws -> Void
    ) throws where Result == [Value] {
        try run(count: (elements.count + chunk - 1) / chunk) { c in
            let start = elements.index(elements.startIndex, offsetBy: c * chunk)
            return elements[start..<(elements.index(start, offsetBy: chunk, limitedBy: elements.endIndex) ?? elements.endIndex)].map(work)
        } _: {
            try consume($1)
        }
    }

    /// Runs `work` for chunks of the elements, and hands over what a chunk gives.
    static func run<Elements: RandomAccessCollection & Sendable, Value>(
        overChunksOf elements: Elements, count: Int, _ work: @escaping @Sendable (Elements.SubSequence) -> [Value],
        _ consume: ([Value]) throws -> Void
    ) throws where Result == [Value] {
        try run(count: (elements.count + count - 1) / count) { c in
            let start = elements.index(elements.startIndex, offsetBy: c * count)
            return work(elements[start..<(elements.index(start, offsetBy: count, limitedBy: elements.endIndex) ?? elements.endIndex)])
        } _: {
            try consume($1)
        }
    }

    /// Waits while the piece is too far ahead; false where the work has failed.
    private func mayBegin(_ i: Int) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while failure == nil, i > next + Self.ahead { condition.wait() }
        return failure == nil
    }

    private func hand(over result: Result, at i: Int, to consume: (Int, Result) throws -> Void) {
        condition.lock()
        defer { condition.unlock() }
        waiting[i] = result
        while failure == nil, let ready = waiting.removeValue(forKey: next) {
            do { try consume(next, ready) } catch { failure = error }
            next += 1
        }
        condition.broadcast()
    }
}
