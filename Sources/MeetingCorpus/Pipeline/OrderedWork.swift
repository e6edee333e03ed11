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

    /// Runs `work` on all cores for pieces that this thread produces as they are wanted; it also consumes what they give.
    static func run<Piece: Sendable>(
        producing produce: ((Piece) throws -> Void) throws -> Void, _ work: @escaping @Sendable (Piece) -> Result,
        _ consume: (Result) throws -> Void
    ) throws {
        let order = OrderedWork(), threads = DispatchGroup()
        defer { threads.wait() }
        var submitted = 0
        try withoutActuallyEscaping(consume) { consume in
            try produce { piece in
                let i = submitted
                submitted += 1
                DispatchQueue.global().async(group: threads) { order.keep(work(piece), at: i) }
                while let ready = order.takeNext(waiting: submitted - order.next > ahead) { try consume(ready) }
            }
            while order.next < submitted, let ready = order.takeNext(waiting: true) { try consume(ready) }
        }
    }

    private func keep(_ result: Result, at i: Int) {
        condition.withLock { waiting[i] = result }
        condition.signal()
    }

    /// The next result in order; nil where it is not there yet and nobody wants to wait.
    private func takeNext(waiting isWaiting: Bool) -> Result? {
        condition.lock()
        defer { condition.unlock() }
        while isWaiting, waiting[next] == nil { condition.wait() }
        guard let ready = waiting.removeValue(forKey: next) else { return nil }
        next += 1
        return ready
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
