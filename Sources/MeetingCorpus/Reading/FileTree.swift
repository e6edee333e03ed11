import Foundation
import MeetingParser

/// Lists the files of a corpus, in the order of their paths.
enum FileTree {
    struct Entry: Sendable {
        /// Path below the root.
        var path: String
        /// Path to open.
        var location: String
        /// Why the file cannot be read, found on the way.
        var problem: String?
        /// Whether another file has the same name but for its extension.
        var sharesName = false

        /// The id of its record.
        var id: String { sharesName ? path : Meeting.id(of: path) }
    }

    /// The files at and below a path. Hidden files and files that no report is stored in are passed over.
    static func files(at root: String) throws -> [Entry] {
        var status = stat()
        guard stat(root, &status) == 0 else { throw CorpusError.notFound(root, String(cString: strerror(errno))) }
        if status.st_mode & S_IFMT != S_IFDIR {
            let name = root.split(separator: "/").last.map(String.init) ?? root
            return [Entry(path: name, location: root)]
        }
        var entries: [Entry] = []
        walk(root, "", &entries, depth: 0)
        entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        markSharedNames(&entries)
        return entries
    }

    /// a.html and a.txt cannot both have the id `a`: each keeps its extension.
    private static func markSharedNames(_ entries: inout [Entry]) {
        var counts: [String: Int] = [:]
        for entry in entries { counts[Meeting.id(of: entry.path), default: 0] += 1 }
        for i in entries.indices where counts[Meeting.id(of: entries[i].path)]! > 1 { entries[i].sharesName = true }
    }

    /// Folders nested deeper than this are a loop of links, not a corpus.
    private static let deepest = 64

    private static func walk(_ folder: String, _ prefix: String, _ entries: inout [Entry], depth: Int) {
        guard depth < deepest, let directory = opendir(folder) else {
            let reason = depth < deepest ? String(cString: strerror(errno)) : "nested too deeply"
            entries.append(Entry(path: prefix.isEmpty ? folder : prefix, location: folder, problem: reason))
            return
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let location = folder + "/" + name, path = prefix.isEmpty ? name : prefix + "/" + name
            switch kind(Int32(entry.pointee.d_type), location) {
            case .folder: walk(location, path, &entries, depth: depth + 1)
            case .file where isDocument(name):
                entries.append(Entry(path: path, location: location, problem: "not read: only HTML, Markdown and text are"))
            case .file where !isForeign(name): entries.append(Entry(path: path, location: location))
            case .broken(let reason): entries.append(Entry(path: path, location: location, problem: reason))
            default: break
            }
        }
    }

    private enum Kind { case folder, file, other, broken(String) }

    private static func kind(_ type: Int32, _ location: String) -> Kind {
        if type == Int32(DT_DIR) { return .folder }
        if type == Int32(DT_REG) { return .file }
        guard type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard stat(location, &status) == 0 else { return .broken(String(cString: strerror(errno))) }
        // A linked folder may lead back up; only linked files are followed.
        if status.st_mode & S_IFMT == S_IFREG { return .file }
        return status.st_mode & S_IFMT == S_IFDIR && type == Int32(DT_UNKNOWN) ? .folder : .other
    }

    /// Forms in which reports are kept too, and which cannot be read.
    private static func isDocument(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return ["pdf", "doc", "docx", "wps", "ofd", "rtf"].contains(name[name.index(after: dot)...].lowercased())
    }

    /// Images, styles, archives and the like, which saved pages bring along.
    private static func isForeign(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        return foreign.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let foreign: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "css", "js", "json", "ndjson", "yml", "yaml", "toml", "zip", "gz", "zst",
        "xls", "xlsx", "csv", "tsv", "mp3", "mp4", "woff", "woff2", "ttf", "sqlite", "db", "xml",
    ]
}

/// Why a corpus cannot be read at all.
public enum CorpusError: Error {
    /// There is nothing to read at a path, for a reason.
    case notFound(String, String)

    /// The message, with the path as the user wrote it.
    public func description(of path: String) -> String {
        switch self {
        case .notFound(_, let reason): "\(path): \(reason)"
        }
    }
}
