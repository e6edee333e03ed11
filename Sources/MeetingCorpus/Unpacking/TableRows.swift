import MeetingParser

/// Rows that come one by one, of which the first tell which column is what.
struct TableRows {
    private let name: StoredName
    private let names: ColumnNames
    private var columns: Columns?
    /// nil for a row that cannot be read, which has a number too.
    private var waiting: [[String: String]?] = []
    private var entry = 0
    /// Rows that are looked at before the columns are chosen.
    private static let sample = 20

    init(of name: StoredName, _ names: ColumnNames) {
        self.name = name
        self.names = names
    }

    /// Takes a row; nil for one that cannot be read.
    mutating func add(_ row: [String: String]?, _ body: (Found) throws -> Void) throws {
        waiting.append(row)
        if columns != nil || waiting.count == Self.sample { try flush(body) }
    }

    /// Hands over what still waits.
    mutating func finish(_ body: (Found) throws -> Void) throws {
        try flush(body)
        if entry == 0 { try body(.problem(name.path, "a table without rows")) }
    }

    private mutating func flush(_ body: (Found) throws -> Void) throws {
        guard !waiting.isEmpty, let columns = columns ?? Columns(names, rows: waiting.compactMap(\.self)) else {
            if !waiting.isEmpty, entry == 0 { try body(.problem(name.path, "no column of it holds Chinese sentences")) }
            entry += waiting.count
            return waiting.removeAll()
        }
        self.columns = columns
        for row in waiting {
            entry += 1
            guard let row else { continue }
            try body(.success(columns.report(row, entry: entry, of: name)))
        }
        waiting.removeAll()
    }
}
