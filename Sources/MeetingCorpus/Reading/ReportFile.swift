import Foundation
import MeetingParser

/// The file that a record was read from, and the entry in it.
public enum ReportFile {
    /// The bytes that the places of a record count in: those of its file, or of its entry in a file of many; nil where it
    /// is gone.
    ///
    /// - Parameters:
    ///   - root: the corpus, a folder or the one file.
    ///   - unpacking: how files of many reports are read.
    ///   - meeting: a record.
    public static func bytes(of meeting: Meeting, in root: String, _ unpacking: Unpacking = Unpacking()) -> [UInt8]? {
        report(of: meeting, in: root, unpacking)?.report.bytes
    }

    /// The lines that a reader of the report sees, with their places; none where it is gone.
    public static func lines(of meeting: Meeting, in root: String, _ unpacking: Unpacking = Unpacking()) -> [PlacedLine] {
        report(of: meeting, in: root, unpacking).map { MeetingParser.placedLines(of: $0.report) } ?? []
    }

    /// The report that a record was read from; nil where it is gone.
    static func report(of meeting: Meeting, in root: String, _ unpacking: Unpacking) -> StoredReport? {
        guard let file = file(of: meeting, in: root) else { return nil }
        var found: StoredReport?
        _ = try? unpacking.reports(ofAny: file) { result in
            guard case .success(var report) = result, report.name.path == meeting.path,
                RecordPosition(id: report.name.id, path: report.name.path).entry == meeting.entry
            else { return }
            (report.name.id, report.name.pathBytes) = (meeting.reportID, meeting.pathBytes)
            found = report
            throw Found()
        }
        return found
    }

    /// Ends the reading.
    private struct Found: Error {}

    /// The file in which a path lies: an archive's is the start of those of its members.
    private static func file(of meeting: Meeting, in root: String) -> FileTree.Entry? {
        var status = stat()
        guard stat(root, &status) == 0 else { return nil }
        if status.st_mode & S_IFMT != S_IFDIR {
            let path = root.split(separator: "/").last.map(String.init) ?? root
            return FileTree.Entry(path: path, location: Array(root.utf8))
        }
        let whole = FilePath.bytes(of: meeting.path, meeting.pathBytes)
        let ends = whole.indices.filter { whole[$0] == UInt8(ascii: "/") } + [whole.count]
        for end in ends {
            let location = Array(root.utf8) + [UInt8(ascii: "/")] + whole[..<end]
            guard location.withCString({ stat($0, &status) }) == 0 else { return nil }
            if status.st_mode & S_IFMT == S_IFREG {
                return FileTree.Entry(path: FilePath.text(of: whole[..<end]).text, location: location)
            }
        }
        return nil
    }
}
