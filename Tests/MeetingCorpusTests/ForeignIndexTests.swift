import Foundation
import GRDB
import MeetingParser
import Testing

@testable import MeetingCorpus

/// What lies where an index is looked for is ours, or it is left alone; what is damaged is seen.
@Suite struct ForeignIndexTests {
    private let folder = NSTemporaryDirectory() + "foreign-" + UUID().uuidString
    private var place: String { folder + "/" + MeetingIndex.fileName }

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in ["a": "2021年3月5日，青石县安委会召开第3次全体会议，研究防汛工作。县长李明主持会议并强调，要抓好安全。", "b": "3月12日，青石县安委会召开第4次全体会议，研究森林防火。县长李明主持会议。"] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/\(name).txt"))
        }
    }

    private func kind(isNamed: Bool = false) -> IndexFile { IndexFile(at: place, isNamed: isNamed) }

    private func isForeign(_ kind: IndexFile) -> Bool { if case .foreign = kind { true } else { false } }

    @Test func somebodysDatabaseIsNotOurs() throws {
        let other = folder + "/other.db"
        let queue = try DatabaseQueue(path: other)
        try queue.write { try $0.execute(sql: "CREATE TABLE diary (day TEXT); INSERT INTO diary VALUES ('today')") }
        try queue.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: other))
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: other)
        #expect(isForeign(kind()))
        #expect(isForeign(kind(isNamed: true)))
        #expect(throws: IndexProblem.self) { try MeetingIndex(file: place) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: other)) == before)
    }

    @Test func aFIFOAndATextAreNoIndex() throws {
        mkfifo(place, 0o600)
        #expect(isForeign(kind()))
        unlink(place)
        try Data("only a text".utf8).write(to: URL(fileURLWithPath: place))
        #expect(isForeign(kind()))
    }

    /// A file with our mark and a table whose name would run as SQL.
    @Test func ourMarkAloneIsNotBelieved() throws {
        let queue = try DatabaseQueue(path: place)
        try queue.write {
            try $0.execute(
                sql: """
                    PRAGMA application_id = \(IndexFile.mark); PRAGMA user_version = \(IndexSchema.version);
                    CREATE TABLE "x""; ATTACH '/tmp/evil' AS e; --" (a)
                    """)
        }
        try queue.close()
        #expect(throws: IndexProblem.self) { try MeetingIndex(file: place) }
    }

    @Test func journalsThatLeadElsewhereAreSeen() throws {
        try MeetingIndex(draft: place).refresh(from: CorpusReader(root: folder))
        #expect(kind() == .ours)
        try FileManager.default.createSymbolicLink(atPath: place + "-journal", withDestinationPath: folder + "/a.txt")
        #expect(isForeign(kind()))
        unlink(place + "-journal")
        try Data([1, 2, 3, 0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]).write(to: URL(fileURLWithPath: place + "-journal"))
        #expect(isForeign(kind()))
        unlink(place + "-journal")
        try Data().write(to: URL(fileURLWithPath: place + "-wal"))
        #expect(isForeign(kind()))
    }

    /// An index of 0.3.0 has no mark, but exactly its tables.
    @Test func theOneBeforeIsRecognised() throws {
        let queue = try DatabaseQueue(path: place)
        let tables = [
            "about (key TEXT, value TEXT)", "fact (path, kind, date, kept)", "list (a)", "text (a)", "problem (a)", "file (a)",
            "parsed (a)",
        ]
        let views = ["report", "session", "participant", "agenda_item", "directive", "document", "ranking", "assessment"]
        try queue.write { db in
            for table in tables { try db.execute(sql: "CREATE TABLE \(table)") }
            for view in views { try db.execute(sql: "CREATE VIEW \(view) AS SELECT 1") }
            try db.execute(
                sql: "CREATE INDEX fact_path ON fact(path); CREATE INDEX fact_date ON fact(date); CREATE INDEX fact_kind ON fact(kind)")
            try db.execute(sql: "INSERT INTO about VALUES ('version', '4 0.3.0')")
        }
        #expect(kind() == .older)
        try queue.write { try $0.execute(sql: "CREATE TABLE diary (a)") }
        #expect(isForeign(kind()))
        try queue.close()
    }

    /// NULL where a text is wanted is a problem of the index, and no crash.
    @Test func valuesOfTheWrongTypeAreSeen() throws {
        for column in ["id", "path", "kind", "sessions", "duplicates"] {
            unlink(place)
            try MeetingIndex(draft: place).refresh(from: CorpusReader(root: folder))
            let index = try MeetingIndex(file: place)
            try index.writing { try $0.execute(sql: "UPDATE fact SET \(column) = CASE number WHEN 1 THEN NULL ELSE x'FF00' END") }
            if column != "sessions" { #expect(throws: IndexProblem.self, "\(column)") { try index.read() } } else { _ = try? index.read() }
        }
    }

    /// Any byte that changes is seen, wherever it stands: the answer is the same, or there is none.
    @Test func damageIsSeen() throws {
        try MeetingIndex(draft: place).refresh(from: CorpusReader(root: folder))
        let whole = try Data(contentsOf: URL(fileURLWithPath: place)),
            right = try MeetingIndex(file: place, isReadOnly: true).read().meetings
        var random = SeededGenerator(state: 3), wrong = 0, seen = 0
        for _ in 0..<300 {
            var damaged = whole
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Int.random(in: 0..<8, using: &random) == 0 { damaged = damaged.prefix(Int.random(in: 0..<damaged.count, using: &random)) }
            try damaged.write(to: URL(fileURLWithPath: place))
            guard case .ours = kind(), let found = try? MeetingIndex(file: place, isReadOnly: true).read().meetings else {
                seen += 1
                continue
            }
            if found != right { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(seen > 100)
    }

    @Test func twoIndexesOfTheSameFilesAreTheSameBytes() throws {
        for name in ["a.txt", "b.txt"] {
            // Files that changed this moment are looked at again later, and marked so.
            var times = [timespec(tv_sec: 1_600_000_000, tv_nsec: 0), timespec(tv_sec: 1_600_000_000, tv_nsec: 0)]
            utimensat(AT_FDCWD, folder + "/" + name, &times, 0)
        }
        Thread.sleep(forTimeInterval: 2.1)
        try FileManager.default.createDirectory(atPath: folder + "/.x", withIntermediateDirectories: true)
        let places = [folder + "/.x/1.sqlite", folder + "/.x/2.sqlite"]
        for place in places { try MeetingIndex(draft: place).refresh(from: CorpusReader(root: folder)) }
        let files = try places.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        #expect(files[0] == files[1])
        #expect(files[0].firstRange(of: Data(folder.utf8)) == nil)
    }
}
