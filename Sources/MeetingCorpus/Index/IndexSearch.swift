import Foundation
import GRDB
import MeetingParser

/// All texts are looked through, on all cores: up to a million reports that is faster than any full-text index of Chinese
/// is built, and it finds words of any length.
extension MeetingIndex {
    /// Texts that one thread looks through at a time.
    private static let chunk = 1024

    /// A report in which a query finds something; its lines do not know their meeting yet.
    private struct Find: Sendable {
        var number: Int
        var path: String
        var lines: [Concordance.Line]
    }

    /// The sentences of records that hold what a query wants.
    func concordance(of query: TextQuery, in meetings: [Meeting]) throws -> Concordance {
        let wanted = Dictionary(zip(meetings.map(\.path), meetings.indices)) { first, _ in first }
        let finds = try finds(of: query, among: "1") { wanted[$0] != nil }.map { (meeting: wanted[$0.path]!, lines: $0.lines) }
        return Concordance(
            lines: finds.sorted { $0.meeting < $1.meeting }.flatMap { find in find.lines.map { $0.of(meeting: find.meeting) } })
    }

    /// The same of all meetings, each once, with the records of those in which something was found.
    ///
    /// - Parameter fields: keys of the records; nil where no record is wanted.
    func searchAll(_ query: TextQuery, fields: Set<String>?) throws -> (selection: Selection, concordance: Concordance) {
        let finds = try finds(of: query, among: "kept AND kind <> 'other'") { _ in true }
        return try reading { db in
            var selection = try Self.nothing(db)
            selection.reprints = try Int.fetchOne(db, sql: "SELECT count(*) FROM fact WHERE kept = 0 AND kind <> 'other'") ?? 0
            guard let fields else { return (selection, Concordance(lines: finds.flatMap(\.lines))) }
            let columns = IndexColumns(fields)
            let statement = try db.makeStatement(sql: "SELECT \(columns.sql) WHERE number = ?")
            let meetings = try finds.map { find in
                try Row.fetchOne(statement, arguments: [find.number]).map(columns.meeting) ?? Meeting(path: find.path)
            }
            let order = ListOrder(count: meetings.count) { (meetings[$0].date, meetings[$0].path) }.places.map { Int($0) }
            selection.meetings = order.map { meetings[$0] }
            return (selection, Concordance(lines: order.enumerated().flatMap { m, place in finds[place].lines.map { $0.of(meeting: m) } }))
        }
    }

    /// The reports that meet a condition in which a query finds something, in no order that means anything.
    private func finds(
        of query: TextQuery, among condition: String, _ isWanted: @escaping @Sendable (_ path: String) -> Bool
    ) throws -> [Find] {
        let last = try reading { try Int.fetchOne($0, sql: "SELECT max(number) FROM text") ?? 0 }
        let readers = IndexReaders(file: file)
        let sql = """
            SELECT path, title, folded, text, number FROM text JOIN fact USING (number)
            WHERE number >= ? AND number < ? AND \(condition)
            """
        var finds: [Find] = []
        try OrderedWork.run(count: last / Self.chunk + 1) { chunk in
            Result {
                try readers.borrow { try Self.finds(of: query, in: chunk * Self.chunk..<(chunk + 1) * Self.chunk, sql, isWanted, $0) }
            }
        } _: {
            finds += try $1.get()
        }
        return finds
    }

    private static func finds(
        of query: TextQuery, in numbers: Range<Int>, _ sql: String, _ isWanted: (String) -> Bool, _ db: Database
    ) throws -> [Find] {
        var finds: [Find] = []
        let rows = try Row.fetchCursor(db, sql: sql, arguments: [numbers.lowerBound, numbers.upperBound])
        while let row = try rows.next() {
            // SQLite copies every text that a query gives; most are their own folded form.
            let isPlain = row.hasNull(atIndex: 2)
            let lines = try row.withBytes(1) { title in
                try row.withBytes(3) { text in
                    try row.withBytes(isPlain ? 3 : 2) { folded in
                        Concordance.Passage.withPassage(of: Array(title)) {
                            Concordance.lines(of: query, in: [$0, .init(printed: text, folded: folded)])
                        }
                    }
                }
            }
            if lines.isEmpty { continue }
            let path: String = row[0]
            if isWanted(path) { finds.append(Find(number: row[4], path: path, lines: lines)) }
        }
        return finds
    }
}

extension Row {
    /// The bytes of a column, without a copy; none for NULL.
    fileprivate func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) throws -> Result {
        try withUnsafeData(atIndex: column) { data in
            guard let data else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
            return try data.withUnsafeBytes(body)
        }
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
