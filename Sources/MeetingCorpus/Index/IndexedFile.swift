import Foundation
import GRDB
import MeetingParser

/// A file as the corpus holds it now, with what tells whether the index knows it.
struct StampedFile: Sendable {
    var entry: FileTree.Entry
    var stamp: FileStamp
    /// What corrections.yml says of it, with its lines; empty for nothing.
    var correction: String

    static func all(of reader: CorpusReader) throws -> [StampedFile] {
        let entries = try FileTree(at: reader.root)
        var files: [StampedFile] = []
        files.reserveCapacity(entries.count)
        try OrderedWork.run(over: entries, chunk: 256) { entry in
            StampedFile(
                entry: entry, stamp: FileStamp(of: entry.location), correction: reader.corrections?.wording(of: entry.id) ?? "")
        } _: {
            files += $0
        }
        return files
    }
}

/// A file as the index knows it.
struct IndexedFile {
    var number: Int
    var id: String
    var stamp: FileStamp
    /// When it was read, in nanoseconds since 1970.
    var seen: Int
    var content: Int
    var correction: String

    /// Every file of an index by its path.
    static func all(_ db: Database) throws -> [String: IndexedFile] {
        var files: [String: IndexedFile] = [:]
        files.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM file") ?? 0)
        let sql = "SELECT path, number, id, size, modified, changed, seen, content, correction FROM file"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            files[row[0]] = IndexedFile(
                number: row[1], id: row[2], stamp: FileStamp(size: row[3], modified: row[4], changed: row[5]), seen: row[6],
                content: row[7], correction: row[8])
        }
        return files
    }

    enum State { case same, doubtful, other }

    /// Whether the file is as it was read. Where only its times differ, or it was read within a moment of its last
    /// change, its content must tell.
    func state(of file: StampedFile) -> State {
        guard id == file.entry.id, correction == file.correction, stamp.size == file.stamp.size else { return .other }
        return stamp == file.stamp && stamp.changed + FileStamp.grain < seen ? .same : .doubtful
    }
}

/// What parsing gives for the index of one file.
struct ParsedFile: Sendable {
    var file: StampedFile
    var seen: Int
    var content = 0
    var problems: [CorpusProblem] = []
    /// The rows of its record; nil where there is none.
    var rows: Rows?

    /// What the tables hold of a record, made on any thread.
    struct Rows: Sendable {
        var trace: String
        var record: IndexedRecord
        var text: String
        /// nil where it is the text itself.
        var folded: String?
        var foldedTitle: String
    }

    init(_ file: StampedFile, by reader: CorpusReader) {
        self.file = file
        seen = FileStamp.now
        switch reader.bytes(of: file.entry) {
        case .failure(let problem): problems = [problem]
        case .success(let bytes):
            content = contentHash(bytes)
            var meeting = reader.meeting(in: bytes, of: file.entry)
            if let corrections = reader.corrections { problems = corrections.apply(to: &meeting) }
            let text = meeting.text ?? "", folded = text.folded
            rows = Rows(
                trace: Traces.Seed(meeting).json, record: IndexedRecord(meeting), text: text,
                folded: folded.elementsEqual(text.utf8) ? nil : String(decoding: folded, as: UTF8.self),
                foldedTitle: String(decoding: meeting.title.folded, as: UTF8.self))
        }
    }
}
