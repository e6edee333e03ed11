import Foundation
import GRDB
import MeetingParser

extension MeetingIndex {
    /// Texts that one thread looks through at a time.
    private static let chunk = 2048

    /// The records with the texts in which a query may find something.
    ///
    /// All texts are looked through, on all cores: up to a million reports that is faster than any full-text index of
    /// Chinese is built, and it finds words of any length.
    func adding(textFor query: TextQuery, to meetings: [Meeting]) throws -> [Meeting] {
        var meetings = meetings
        var places: [String: Int] = [:]
        for (i, meeting) in meetings.enumerated() { places[meeting.path] = i }
        for (path, text) in try texts(for: query, besides: meetings.filter { query.hasWord(in: $0.title) }.map(\.path)) {
            if let place = places[path] { meetings[place].text = text }
        }
        return meetings
    }

    private func texts(for query: TextQuery, besides titled: [String]) throws -> [(path: String, text: String)] {
        let last = try reading { try Int.fetchOne($0, sql: "SELECT max(number) FROM text") ?? 0 }
        var found: [(String, String)] = []
        let readers = IndexReaders(file: file)
        try OrderedWork.run(count: last / Self.chunk + 1) { chunk in
            Result { try readers.borrow { try Self.texts(for: query, in: chunk * Self.chunk..<(chunk + 1) * Self.chunk, $0) } }
        } _: {
            found += try $1.get()
        }
        try reading { db in
            for path in titled {
                let sql = "SELECT text FROM text JOIN fact USING (number) WHERE path = ?"
                if let text = try String.fetchOne(db, sql: sql, arguments: [path]) { found.append((path, text)) }
            }
        }
        return found
    }

    private static func texts(for query: TextQuery, in numbers: Range<Int>, _ db: Database) throws -> [(path: String, text: String)] {
        var found: [(String, String)] = []
        let rows = try Row.fetchCursor(
            db, sql: "SELECT number, coalesce(folded, text), text FROM text WHERE number >= ? AND number < ?",
            arguments: [numbers.lowerBound, numbers.upperBound])
        let path = try db.makeStatement(sql: "SELECT path FROM fact WHERE number = ?")
        while let row = try rows.next() {
            let isHit = try row.withUnsafeData(atIndex: 1) { $0?.withUnsafeBytes { query.mayMatch(folded: $0) } ?? false }
            if isHit, let name = try String.fetchOne(path, arguments: [row[0] as Int]) { found.append((name, row[2])) }
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
