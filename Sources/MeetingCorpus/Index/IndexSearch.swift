import Foundation
import GRDB
import GRDBSQLite
import MeetingParser

/// All texts are looked through, on all cores: up to a million reports that is faster than any full-text index of Chinese
/// is built, and it finds words of any length.
extension MeetingIndex {
    /// Texts that one thread looks through at a time.
    private static let chunk = 1024

    /// A report in which a query finds something; its lines do not know their meeting yet.
    private struct Find: Sendable {
        var number: Int
        var id: String
        var lines: [Concordance.Line]
    }

    /// The sentences of records that hold what a query wants.
    func concordance(of query: TextQuery, in meetings: [Meeting]) throws -> Concordance {
        let wanted = Dictionary(zip(meetings.map(\.id), meetings.indices)) { first, _ in first }
        let finds = try lines(of: query, besides: []).compactMap { find in wanted[find.id].map { (meeting: $0, lines: find.lines) } }
        return Concordance(
            lines: finds.sorted { $0.meeting < $1.meeting }.flatMap { find in find.lines.map { $0.of(meeting: find.meeting) } })
    }

    /// The same of all meetings, each once, with the records of those in which something was found.
    ///
    /// - Parameter fields: keys of the records; nil where the sentences are only counted.
    func searchAll(_ query: TextQuery, fields: Set<String>?) throws -> (selection: Selection, concordance: Concordance) {
        let (told, others) = try reading { db in
            var selection = try Self.nothing(db)
            selection.reprints = try Int.fetchOne(db, sql: "SELECT count(*) FROM fact WHERE kept = 0 AND kind <> 'other'") ?? 0
            return (selection, Set(try Int.fetchAll(db, sql: "SELECT number FROM fact WHERE kept = 0 OR kind = 'other'")))
        }
        guard let fields else { return (told, Concordance(tally: try tally(of: query, besides: others))) }
        let finds = try lines(of: query, besides: others)
        return try reading { db in
            let columns = IndexColumns(fields)
            let statement = try db.makeStatement(sql: "SELECT \(columns.sql) WHERE number = ?")
            let meetings = try finds.map { find in
                try Row.fetchOne(statement, arguments: [find.number]).map(columns.meeting) ?? Meeting(path: find.id)
            }
            let order = ListOrder(count: meetings.count) { (meetings[$0].date, meetings[$0].path, meetings[$0].position.number) }.places.map
            {
                Int($0)
            }
            var selection = told
            selection.meetings = order.map { meetings[$0] }
            return (selection, Concordance(lines: order.enumerated().flatMap { m, place in finds[place].lines.map { $0.of(meeting: m) } }))
        }
    }

    private func tally(of query: TextQuery, besides others: Set<Int>) throws -> Concordance.Tally {
        var total = Concordance.Tally()
        let word = query.onlyWord
        try forEachText { texts, _ in
            var tally = Concordance.Tally()
            while let text = try texts.next() {
                if others.contains(text.number) { continue }
                if let word {
                    tally.add(Concordance.tally(of: word, in: text.foldedTitle))
                    tally.add(Concordance.tally(of: word, in: text.folded))
                } else {
                    let passages = [text.foldedTitle, text.folded].map { Concordance.Passage(printed: $0, folded: $0) }
                    tally.add(Concordance(lines: Concordance.lines(of: query, in: passages)).tally)
                }
            }
            return tally
        } _: {
            total.add($0)
        }
        return total
    }

    /// The reports, some left out, in which a query finds something, in no order that means anything.
    private func lines(of query: TextQuery, besides others: Set<Int>) throws -> [Find] {
        var finds: [Find] = []
        try forEachText { texts, db in
            let report = try db.makeStatement(sql: "SELECT id, title FROM fact WHERE number = ?")
            var finds: [Find] = []
            while let text = try texts.next() {
                guard !others.contains(text.number), query.matches(folded: [text.foldedTitle, text.folded]),
                    let row = try Row.fetchOne(report, arguments: [text.number])
                else { continue }
                let title: String = try row.decode(atIndex: 1)
                let lines = title.withBytes { title in
                    let passages: [Concordance.Passage] = [
                        .init(printed: UnsafeRawBufferPointer(title), folded: text.foldedTitle),
                        .init(printed: text.printed, folded: text.folded),
                    ]
                    return Concordance.lines(of: query, in: passages)
                }
                if !lines.isEmpty { finds.append(Find(number: text.number, id: try row.decode(atIndex: 0), lines: lines)) }
            }
            return finds
        } _: {
            finds += $0
        }
        return finds
    }

    /// Does something with all texts, some at a time on all cores, and hands over what it gives.
    private func forEachText<Value: Sendable>(
        _ work: @escaping @Sendable (IndexedTexts, Database) throws -> Value, _ consume: (Value) -> Void
    ) throws {
        let last = try reading { try Int.fetchOne($0, sql: "SELECT max(number) FROM text") ?? 0 }
        let readers = IndexReaders(file: file)
        try OrderedWork.run(count: last / Self.chunk + 1) { chunk in
            Result {
                let numbers = chunk * Self.chunk..<(chunk + 1) * Self.chunk
                return try readers.borrow { try work(IndexedTexts($0, numbers), $0) }
            }
        } _: {
            consume(try $1.get())
        }
    }
}

/// The texts of some reports in an index, by SQLite's own functions: GRDB's rows would take longer than the search.
private struct IndexedTexts {
    /// The text of one report, which stays where it is until the next one is read.
    struct Element {
        var number: Int
        var printed, folded, foldedTitle: UnsafeRawBufferPointer
    }

    private let statement: Statement

    init(_ db: Database, _ numbers: Range<Int>) throws {
        statement = try db.makeStatement(sql: "SELECT number, text, folded, foldedTitle FROM text WHERE number >= ? AND number < ?")
        for (i, bound) in [numbers.lowerBound, numbers.upperBound].enumerated() {
            sqlite3_bind_int64(statement.sqliteStatement, Int32(i + 1), Int64(bound))
        }
    }

    func next() throws -> Element? {
        let row = statement.sqliteStatement
        switch sqlite3_step(row) {
        case SQLITE_ROW:
            let printed = bytes(1), folded = bytes(2)
            return Element(
                number: Int(sqlite3_column_int64(row, 0)), printed: printed, folded: folded.baseAddress == nil ? printed : folded,
                foldedTitle: bytes(3))
        case SQLITE_DONE: return nil
        case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// The bytes of a column; none for NULL.
    private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement.sqliteStatement, column)
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement.sqliteStatement, column)))
    }
}

/// Connections for reading, one a thread.
private final class IndexReaders: @unchecked Sendable {
    private let file: String
    private let lock = NSLock()
    private var idle: [MeetingIndex] = []

    init(file: String) { self.file = file }

    func borrow<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let index = try lock.withLock { idle.popLast() } ?? open()
        defer { lock.withLock { idle.append(index) } }
        return try index.reading(body)
    }

    private func open() throws -> MeetingIndex {
        try MeetingIndex(file: file, isReadOnly: true)
    }
}
