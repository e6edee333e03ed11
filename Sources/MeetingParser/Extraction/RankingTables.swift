/// League tables printed as HTML tables.
///
/// Two forms occur: a row for each metric with columns 排名前三 and 排名后三; and a row for each unit with columns
/// 名次, 单位, 得分.
enum RankingTables {
    static func read(_ document: ReportDocument) -> [Match<Ranking>] {
        let cells = document.paragraphs.filter { $0.cell != nil }
        let tables = Dictionary(grouping: cells) { $0.cell!.table }
        return tables.keys.sorted().flatMap { read(Grid(tables[$0]!)) }
    }

    /// The cells of one table by row and column.
    private struct Grid {
        var rows: [[Int: Text]] = []

        init(_ cells: [Paragraph]) {
            for paragraph in cells {
                // No league is longer or wider.
                guard let cell = paragraph.cell, cell.row >= 0, cell.row < 500, cell.column < 64 else { continue }
                for row in cell.row..<cell.row + min(cell.rows, 64) {
                    while rows.count <= row { rows.append([:]) }
                    if rows[row][cell.column] == nil { rows[row][cell.column] = paragraph.text }
                }
            }
        }
    }

    private static func read(_ grid: Grid) -> [Match<Ranking>] {
        guard let header = grid.rows.firstIndex(where: { $0.count >= 2 }) else { return [] }
        let names = grid.rows[header]
        let ends = names.compactMapValues { end(of: $0) }
        if !ends.isEmpty { return byMetric(grid, header, names, ends) }
        return byUnit(grid, header, names)
    }

    private static func end(of name: Text) -> Ranking.End? {
        var i = name.start
        while i < name.end {
            if let cue = RankingCue.read(name, at: i) { return cue.end }
            i += name.width(at: i)
        }
        if name.contains(anyOf: ["末位", "后进", "黑榜", "黄牌", "落后"]) { return .bottom }
        return name.contains(anyOf: ["首位", "先进", "红榜", "红旗", "第一名", "第二名", "第三名"]) ? .top : nil
    }

    private static func byMetric(_ grid: Grid, _ header: Int, _ names: [Int: Text], _ ends: [Int: Ranking.End]) -> [Match<Ranking>] {
        let label = names.keys.filter { ends[$0] == nil }.min()
        var found: [Match<Ranking>] = []
        for row in grid.rows[(header + 1)...] {
            for end in [Ranking.End.top, .bottom] {
                // 第一名, 第二名, 第三名 may be columns of their own.
                let cells = ends.keys.filter { ends[$0] == end }.sorted().compactMap { row[$0] }
                let entries = cells.flatMap { $0.split(["、", "，", "；", " "]) }.map(\.trimmed).filter { !$0.isEmpty }
                guard let first = cells.first, let last = cells.last, entries.allSatisfy({ (2...16).contains($0.length) }), !entries.isEmpty
                else { continue }
                let ranking = Ranking(
                    scope: nil, metric: label.flatMap { row[$0].map(\.string) }, end: end, period: nil, entries: entries.map(\.string))
                found.append(Match(value: ranking, range: first.start..<last.end, rule: "table-by-metric"))
            }
        }
        return found
    }

    private static func byUnit(_ grid: Grid, _ header: Int, _ names: [Int: Text]) -> [Match<Ranking>] {
        let ordered = names.sorted { $0.key < $1.key }
        guard names.contains(where: { $0.value.contains(anyOf: ["名次", "排名", "位次", "序号"]) }),
            let unit = ordered.first(where: { $0.value.contains(anyOf: ["单位", "街道", "乡镇", "街镇", "县区", "部门", "村", "社区", "名称", "企业"]) })?.key
        else { return [] }
        let metric = ordered.first { $0.value.contains(anyOf: ["得分", "成绩", "分值", "指数", "率", "总分"]) }
        let rank = ordered.first { $0.value.contains(anyOf: ["名次", "排名", "位次"]) }?.key
        let rows = grid.rows[(header + 1)...].filter { $0[unit] != nil }
        // 1, 2, 3, 12, 13, 14: the places jump from the first to the last.
        let places: [Int] = rows.map { row in
            guard let rank, let cell = row[rank] else { return 0 }
            return ChineseNumeral.read(cell, at: cell.start)?.value ?? 0
        }
        // 排名前五, 排名后三 in a column of its own says which end a row is of.
        let ends = names.keys.filter { $0 != unit }.lazy.map { column in rows.map { $0[column].flatMap(end) } }.first { !$0.contains(nil) }
        let jump = places.indices.dropLast().first { places[$0] > 0 && places[$0 + 1] > places[$0] + 1 } ?? rows.count - 1
        let parts = [Ranking.End.top, .bottom].map { end in
            (end, rows.indices.filter { i in ends.map { $0[i] == end } ?? ((i <= jump) == (end == .top)) })
        }
        return parts.compactMap { end, part in
            let cells = part.compactMap { rows[$0][unit] }
            guard let first = cells.first, let last = cells.last else { return nil }
            let ranking = Ranking(
                scope: names[unit].map(\.string), metric: metric?.value.string, end: end, period: nil, entries: cells.map(\.string),
                ranks: rank == nil ? [] : part.map { places[$0] > 0 ? places[$0] : nil },
                values: metric.map { metric in part.map { rows[$0][metric.key]?.string } } ?? [])
            return Match(value: ranking, range: first.start..<last.end, rule: "table-by-unit")
        }
    }
}
