import Foundation
import GRDB
import MeetingParser
import Testing

@testable import MeetingCorpus

/// An index answers as the files do, after any edits.
@Suite struct IndexTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/composed/reports").path

    /// A folder with reports that a test may change.
    private final class Folder {
        let path = NSTemporaryDirectory() + "index-" + UUID().uuidString
        var index: MeetingIndex { get throws { try MeetingIndex(madeAt: path + "/" + MeetingIndex.fileName) } }

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }
        func write(_ name: String, _ data: Data) throws { try data.write(to: URL(fileURLWithPath: path + "/" + name)) }
        func numbers(ofReportsOf file: String) throws -> [Int] {
            try index.reading { try Int.fetchAll($0, sql: "SELECT number FROM entry WHERE path = ?", arguments: [file]) }
        }
        func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/" + name) }

        var reader: CorpusReader {
            CorpusReader(root: path, corrections: try? Corrections(path: path + "/corrections.yml", named: "corrections.yml"))
        }
    }

    /// What the index and what the files say, as JSON.
    private func compare(_ folder: Folder, _ comment: Comment) throws {
        let index = try folder.index, files = try folder.reader.read()
        let read = try index.read()
        #expect(read.problems == files.problems, comment)
        #expect(read.meetings.map(\.path) == files.meetings.map(\.path), comment)
        for (a, b) in zip(read.meetings, files.meetings) { #expect(a.json == b.json, comment) }
        let (lines, told) = try listed(.index(index)), (expectedLines, expected) = try listed(.files(folder.reader))
        #expect(lines == expectedLines, comment)
        #expect(told.problems == expected.problems && told.otherCount == expected.otherCount && told.undated == expected.undated, comment)
    }

    /// Tables, feeds, bulletins and archives: of a file that changed its entries are read again, of others none.
    @Test func filesOfManyReportsAreIndexedByEntry() throws {
        let folder = try Folder()
        let files = URL(fileURLWithPath: Self.fixtures + "/../../files").standardizedFileURL
        for name in try FileManager.default.contentsOfDirectory(atPath: files.path) {
            try FileManager.default.copyItem(atPath: files.path + "/" + name, toPath: folder.path + "/" + name)
        }
        try folder.index.refresh(from: folder.reader)
        try compare(folder, "fresh")
        try compareAnswers(folder, "fresh")
        let table = try String(contentsOfFile: folder.path + "/table.csv", encoding: .utf8)
        let numbers = try folder.numbers(ofReportsOf: "table.csv")
        try folder.write("table.csv", table.replacing("第46次", with: "第146次") + "青箬区委常委会,2021-05-30,,5月29日，青箬区委常委会召开会议。\r\n")
        try folder.remove("feed.xml")
        try folder.index.refresh(from: folder.reader)
        try compare(folder, "a row changed, one new, a feed gone")
        try compareAnswers(folder, "a row changed, one new, a feed gone")
        let read = try folder.numbers(ofReportsOf: "table.csv")
        #expect(read.count == numbers.count + 1 && Set(numbers).subtracting(read).count == 1, "only what changed is read again")
        try folder.write(
            "corrections.yml", "table.csv#2: {was: 2021-05-07, date: 2021-05-17}\n'table#2': {was: 2021-05-07, date: 2021-05-18}\n")
        try folder.index.refresh(from: folder.reader)
        try compare(folder, "corrected")
    }

    /// PDFs are read again by another version of the program that reads them.
    /// x.2, also where corrections name it and a file x.2.txt stands beside it.
    @Test func meetingsOfOneReportAreRecordsOfTheirOwn() throws {
        let folder = try Folder()
        let text = "本报讯 2021年3月5日，青石县召开县政府第5次常务会议。\n\n又讯 2021年3月9日，青石县召开县政府第6次常务会议。"
        try folder.write("x.txt", text)
        try folder.write("rows.jsonl", [text, text].map { "{\"text\": \"\($0.replacing("\n", with: "\\n"))\"}\n" }.joined())
        try folder.write("corrections.yml", "x.2:\n  timeOfDay: 上午\n")
        try folder.index.refresh(from: folder.reader)
        try compare(folder, "fresh")
        let meetings = try folder.index.read().meetings
        #expect(meetings.map(\.id) == ["rows#1", "rows#1.2", "rows#2", "rows#2.2", "x", "x.2"])
        #expect(meetings.last?.timeOfDay == "上午" && meetings.last?.session == 6)
        try folder.write("x.2.txt", text)
        try folder.write("rows.jsonl", "{\"text\": \"\(text.replacing("\n", with: "\\n"))\"}\n{\"text\": \"3月7日，青石县委召开会议。\"}\n")
        try folder.index.refresh(from: folder.reader)
        try compare(folder, "a file of the same name, and an entry less")
        let ids = try folder.index.read().meetings.map(\.id)
        #expect(ids == ["rows#1", "rows#1.2", "rows#2", "x.2.txt", "x.2.txt.2", "x", "x.2"])
    }

    @Test func pdfsAreReadAgainByAnotherVersion() throws {
        let folder = try Folder()
        try folder.write("a.pdf", "%PDF-1.4 damaged")
        try folder.write("b.txt", "2021年3月5日，青石县安委会召开全体会议。")
        #expect(try folder.index.refresh(from: folder.reader).added == 2)
        #expect(try folder.index.refresh(from: folder.reader).unchanged == 2)
        try folder.index.writing { try $0.execute(sql: "UPDATE about SET value = 'older' WHERE key = 'pdftotext'") }
        #expect(try folder.index.refresh(from: folder.reader) == .init(changed: 1, unchanged: 1))
        #expect(try folder.index.refresh(from: folder.reader).unchanged == 2)
    }

    /// Counts, with and without filters, and sentences found.
    private func compareAnswers(_ folder: Folder, _ comment: Comment) throws {
        let sources = [CorpusSource.files(folder.reader), .index(try folder.index)]
        var filters = [MeetingFilter(), MeetingFilter(), MeetingFilter()]
        filters[1].since = Period("2020-03")
        filters[2].kinds = ["any"]
        for filter in filters {
            for once in [true, false] {
                let counted = try sources.map { source in
                    let selection = try source.select(filter, once: once, fields: ["date", "sessions"], isCounted: true)
                    var counts: [String: Int] = [:]
                    for (meeting, count) in zip(selection.meetings, selection.counts) {
                        counts["\(meeting.date ?? "") \(meeting.sessions)", default: 0] += count
                    }
                    return (counts, [selection.undated, selection.reprints, selection.others.count, selection.problems.count])
                }
                #expect(counted[0] == counted[1], comment)
                let found = try sources.map { source -> ([String], [Int]) in
                    var source = source
                    if case .files(var reader) = source {
                        reader.options.text = true
                        source = .files(reader)
                    }
                    let (selection, concordance) = try source.search(try TextQuery("会议"), in: filter, once: once, fields: ["date"])
                    for query in ["会议", "。会议", "会议 OR 要求 -防汛"] {
                        let counted = try source.search(try TextQuery(query), in: filter, once: once, fields: nil).concordance
                        let all = try source.search(try TextQuery(query), in: filter, once: once, fields: ["date"]).concordance
                        #expect(counted.tally == all.tally, comment)
                    }
                    return (
                        concordance.lines.map { "\(selection.meetings[$0.meeting].path) \($0.paragraph) \($0.sentence) \($0.hits)" },
                        [selection.undated, selection.reprints, selection.others.count, selection.problems.count]
                    )
                }
                #expect(found[0] == found[1], comment)
            }
        }
    }

    private func listed(_ source: CorpusSource) throws -> (lines: [[UInt8]], summary: RecordLister.Summary) {
        var filter = MeetingFilter(), lines: [[UInt8]] = []
        filter.kinds = ["any"]
        let summary = try source.list(filter, keepsText: false, reversed: true, limit: nil) { lines.append($0) }
        return (lines, summary)
    }

    @Test func anyEditsLeaveItEqualToTheFiles() throws {
        let folder = try Folder()
        var random = SeededGenerator(state: 7)
        let reports = try FileTree(at: Self.fixtures).map {
            try Data(contentsOf: URL(fileURLWithPath: String(decoding: $0.location, as: UTF8.self)))
        }
        var names: [String] = []
        for step in 0..<6 {
            for _ in 0..<6 {
                switch Int.random(in: 0..<6, using: &random) {
                case 0 where !names.isEmpty: try folder.remove(names.remove(at: Int.random(in: 0..<names.count, using: &random)))
                case 1 where !names.isEmpty: try folder.write(names.randomElement(using: &random)!, reports.randomElement(using: &random)!)
                case 2:
                    let id = names.randomElement(using: &random)?.dropLast(4) ?? "none"
                    try folder.write("corrections.yml", "\(id):\n  date: 2020-0\(Int.random(in: 1...9, using: &random))-03\n")
                case 3:
                    names.append("\(step)-\(names.count).txt")
                    try folder.write(names.last!, ["", "\u{0}\u{1}", "今天天气很好。"].randomElement(using: &random)!)
                default:
                    names.append("\(step)-\(names.count)-\(Int.random(in: 0..<9999, using: &random)).txt")
                    try folder.write(names.last!, reports.randomElement(using: &random)!)
                }
            }
            try folder.index.refresh(from: folder.reader)
            try compare(folder, "step \(step)")
            try compareAnswers(folder, "step \(step)")
        }
    }

    @Test func onlyWhatChangedIsReadAgain() throws {
        let folder = try Folder()
        for i in 0..<5 { try folder.write("\(i).txt", "3月\(i + 1)日，青石县安委会召开全体会议。会议强调，要抓好第\(i)项工作。") }
        #expect(try folder.index.refresh(from: folder.reader) == .init(added: 5))
        try folder.write("2.txt", "3月9日，青石县安委会召开全体会议。")
        try folder.remove("4.txt")
        try folder.write("5.txt", "3月10日，青石县安委会召开全体会议。")
        #expect(try folder.index.refresh(from: folder.reader) == .init(added: 1, changed: 1, removed: 1, unchanged: 3))
        #expect(try folder.index.refresh(from: folder.reader).isEmpty)
    }

    /// The same size and time, set back by hand: the time of the file's entry gives it away, and the content tells.
    @Test func aChangeBehindTheSameTimeIsSeen() throws {
        let folder = try Folder()
        try folder.write("a.txt", "3月5日，青石县安委会召开全体会议。会议强调，要抓好安全。")
        let time = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.txt")[.modificationDate]!
        try folder.index.refresh(from: folder.reader)
        try folder.write("a.txt", "3月6日，青石县安委会召开全体会议。会议强调，要抓好消防。")
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder.path + "/a.txt")
        #expect(try folder.index.refresh(from: folder.reader).changed == 1)
        try compare(folder, "changed")
    }

    @Test func anInterruptedRefreshLeavesTheOldState() throws {
        let folder = try Folder()
        try folder.write("a.txt", "2021年3月5日，青石县安委会召开全体会议。会议强调，要抓好安全。")
        try folder.index.refresh(from: folder.reader)
        let before = try folder.index.read().meetings
        struct Interruption: Error {}
        #expect(throws: Interruption.self) {
            try folder.index.writing { db in
                try IndexWriter(db).remove(1)
                throw Interruption()
            }
        }
        #expect(try folder.index.read().meetings == before)
    }

    /// Words of one, two and four characters, in both scripts, by the program and by SQLite itself.
    @Test(arguments: ["防", "防汛", "安全生产", "會議", "a", "甲乙丙丁"])
    func searchFindsWhatTheFilesHold(_ word: String) throws {
        let file = NSTemporaryDirectory() + "search-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let reader = CorpusReader(root: Self.fixtures, options: .init(text: true))
        let index = try MeetingIndex(madeAt: file)
        try index.refresh(from: reader)
        let query = try TextQuery(word), records = try reader.read().meetings
        let found = try index.concordance(of: query, in: index.read().meetings).lines
        let expected = Concordance(of: query, in: records).lines
        #expect(found.map(\.sentence) == expected.map(\.sentence))
        #expect(word == "甲乙丙丁" || !found.isEmpty)
        let rows = try index.reading { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM text WHERE text LIKE ?", arguments: ["%\(word)%"]) ?? 0
        }
        #expect(rows == records.count { $0.text!.lowercased().contains(word.lowercased()) })
    }

    @Test func listsAreTablesForOtherTools() throws {
        let folder = try Folder()
        try folder.write("a.txt", "2021年3月5日，青石县安委会召开第3次全体会议，研究防汛工作。县长李明主持会议并强调，要抓好安全。")
        try folder.index.refresh(from: folder.reader)
        let database = try DatabaseQueue(path: folder.index.file)
        func value(_ sql: String) throws -> String? { try database.read { try String.fetchOne($0, sql: sql) } }
        #expect(try value("SELECT title FROM agenda_item") == "防汛工作")
        #expect(try value("SELECT number FROM session") == "3")
        #expect(try value("SELECT text FROM directive") == "县长李明主持会议并强调，要抓好安全。")
        for view in ["participant", "document", "ranking", "assessment"] {
            #expect(try value("SELECT count(*) FROM \(view)") == "0")
        }
    }

    @Test func otherFilesAreNoIndex() throws {
        let folder = try Folder()
        try folder.write("a.sqlite", "not a database, only a text of some length")
        #expect(!MeetingIndex.isDatabase(folder.path + "/a.sqlite"))
        #expect(throws: IndexProblem.self) { try MeetingIndex(file: folder.path + "/a.sqlite").refresh(from: folder.reader) }
    }
}

/// The same numbers in every run, so that a failure can be seen again.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

extension MeetingIndex {
    /// The index at a path, made where there is none.
    init(madeAt path: String) throws {
        if FileManager.default.fileExists(atPath: path) { try self.init(file: path) } else { try self.init(draft: path) }
    }
}
