import Foundation
import GRDB
import MeetingParser

extension MeetingIndex {
    /// Texts that one thread looks through at a time.
    private static let chunk = 1024

    /// The sentences of records that hold what a query wants.
    ///
    /// All texts are looked through, on all cores: up to a million reports that is faster than any full-text index of
    /// Chinese is built, and it finds words of any length.
    func concordance(of query: TextQuery, in meetings: [Meeting]) throws -> Concordance {
        var wanted: [String: Int] = [:]
        wanted.reserveCapacity(meetings.count)
        for (i, meeting) in meetings.enumerated() { wanted[meeting.path] = i }
        let places = wanted
        let titled = try numbers(of: meetings.filter { query.hasWord(in: $0.title) }.map(\.path))
        let last = try reading { try Int.fetchOne($0, sql: "SELECT max(number) FROM text") ?? 0 }
        let readers = IndexReaders(file: file)
        var lines: [Concordance.Line] = []
        try OrderedWork.run(count: last / Self.chunk + 1) { chunk in
            let numbers = chunk * Self.chunk..<(chunk + 1) * Self.chunk
            return Result {
                try readers.borrow { db in
                    try Self.texts(in: numbers, titled, query, db).flatMap { path, text in
                        places[path].map { Concordance.lines(of: query, in: meetings[$0].title, text, meeting: $0) } ?? []
                    }
                }
            }
        } _: {
            lines += try $1.get()
        }
        return Concordance(lines)
    }

    private func numbers(of paths: [String]) throws -> Set<Int> {
        try reading { db in
            let statement = try db.makeStatement(sql: "SELECT number FROM fact WHERE path = ?")
            return try Set(paths.compactMap { try Int.fetchOne(statement, arguments: [$0]) })
        }
    }

    /// The texts of a stretch of the index in which a query may find something, and those whose titles hold a word of it.
    private static func texts(
        in numbers: Range<Int>, _ titled: Set<Int>, _ query: TextQuery, _ db: Database
    ) throws -> [(path: String, text: String)] {
        var found: [(String, String)] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, coalesce(folded, text), text FROM text WHERE number >= ? AND number < ?",
            arguments: [numbers.lowerBound, numbers.upperBound])
        let path = try db.makeStatement(sql: "SELECT path FROM fact WHERE number = ?")
        while let row = try rows.next() {
            let number: Int = row[0]
            let isHit = try row.withUnsafeData(atIndex: 1) { $0?.withUnsafeBytes { query.mayMatch(folded: $0) } ?? false }
            guard isHit || titled.contains(number), let name = try String.fetchOne(path, arguments: [number]) else { continue }
            found.append((name, row[2]))
        }
        return found
    }
}

/// Connections for reading, one a thread.
private final class IndexReaders: @unchecked Sendable {
    private let file: String
    private let lock = NSLock()
    private var idle: [MeetingIndex] = []

    init(file: String) { self.file = file }

    func borrow<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let index = try lock.withLock { idle.popLast() } ?? MeetingIndex(file: file, isReadOnly: true)
        defer { lock.withLock { idle.append(index) } }
        return try index.reading(body)
    }
}
