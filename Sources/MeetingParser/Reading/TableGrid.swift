/// Where the cells of a table stand, past those that reach over several rows and columns.
///
/// Source: HTML Standard, 4.9.12.1 “Forming a table”.
struct TableGrid {
    private var row = -1
    private var column = 0
    /// For a column the first row in which it is free again.
    private var taken: [Int: Int] = [:]
    /// Columns beyond this are an attack, and are not kept free.
    private static let widest = 256

    mutating func beginRow() {
        row += 1
        column = 0
    }

    /// The place of the next cell, which reaches over `rows` and `columns`.
    mutating func place(rows: Int, columns: Int) -> (row: Int, column: Int) {
        while let free = taken[column], free > row { column += 1 }
        let start = column
        column += columns
        if rows > 1 { for c in start..<min(column, Self.widest) where c < Self.widest { taken[c] = row + rows } }
        return (row, start)
    }
}

extension HTMLTag {
    /// How many rows or columns a cell reaches over: `rowspan="5"`; 1 where it does not say so.
    func span(_ name: StaticString) -> Int {
        let digits = attribute(name)?.prefix(3) ?? []
        let span = digits.reduce(0) { $0 * 10 + ((0x30...0x39).contains($1) ? Int($1 - 0x30) : 0) }
        return max(1, span)
    }
}
