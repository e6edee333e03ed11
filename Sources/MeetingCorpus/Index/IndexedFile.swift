import Foundation
import GRDB
import MeetingParser

/// A file as the corpus holds it now, with what tells whether the index knows it.
struct StampedFile: Sendable {
    var entry: FileTree.Entry
    var stamp: FileStamp
    /// What corrections.yml says of it, with its lines; empty for nothing.
    var correction: String

    static func all(in entries: FileTree, of reader: CorpusReader) throws -> [StampedFile] {
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
    /// Whether it was read long enough after its last change that its times tell of a later one.
    var isSettled: Bool
    var content: Int
    var correction: String

    /// Every file of an index by its path.
    static func all(_ db: Database) throws -> [String: IndexedFile] {
        var files: [String: IndexedFile] = [:]
        files.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM file") ?? 0)
        let sql = "SELECT path, number, id, size, modified, changed, settled, content, correction FROM file"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            files[try row.decode(atIndex: 0)] = IndexedFile(
                number: try row.decode(atIndex: 1), id: try row.decode(atIndex: 2),
                stamp: FileStamp(
                    size: try row.decode(atIndex: 3), modified: try row.decode(atIndex: 4), changed: try row.decode(atIndex: 5)),
                isSettled: try row.decode(atIndex: 6),
                content: try row.decode(atIndex: 7), correction: try row.decode(atIndex: 8))
        }
        return files
    }

    enum State { case same, doubtful, other }

    /// Whether its reports may be kept where only some of what it holds changed: no correction tells otherwise.
    func sharesReports(with file: StampedFile) -> Bool { id == file.entry.id && correction.isEmpty && file.correction.isEmpty }

    /// Whether the file is as it was read. Where only its times differ, or it was read within a moment of its last
    /// change, its content must tell.
    func state(of file: StampedFile) -> State {
        guard id == file.entry.id, correction == file.correction, stamp.size == file.stamp.size else { return .other }
        return stamp == file.stamp && isSettled ? .same : .doubtful
    }
}

/// What the tables hold of a report, made on any thread.
struct IndexedReport: Sendable {
    var path: String
    var place: Int
    var id: String
    var trace: String
    /// A number for what it was read from.
    var content: Int
    var record: IndexedRecord
    var text: String
    /// nil where it is the text itself.
    var folded: String?
    var foldedTitle: String

    init(_ meeting: Meeting) {
        (path, place, id) = (meeting.path, meeting.position.number, meeting.id)
        trace = Traces.Seed(meeting).json
        content = meeting.clues.content ?? 0
        record = IndexedRecord(meeting)
        text = meeting.text ?? ""
        let folded = text.folded
        self.folded = folded.elementsEqual(text.utf8) ? nil : String(decoding: folded, as: UTF8.self)
        foldedTitle = String(decoding: meeting.title.folded, as: UTF8.self)
    }
}
