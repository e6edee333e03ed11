import Foundation
import MeetingParser

/// The files of a corpus, in the order of their paths.
struct FileTree: RandomAccessCollection, Sendable {
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

    private let root: String
    private let isFolder: Bool
    private var paths = PathList()
    /// By the key of the path.
    private var problems: [UInt32: String] = [:]
    private var sharing: Set<UInt32> = []

    var startIndex: Int { 0 }
    var endIndex: Int { paths.count }

    subscript(i: Int) -> Entry {
        let path = paths[i], key = paths.key(i)
        return Entry(
            path: path, location: isFolder ? root + "/" + path : root, problem: problems[key], sharesName: sharing.contains(key))
    }

    /// The files at and below a path. Hidden files and files that no report is stored in are passed over.
    init(at root: String) throws {
        var status = stat()
        guard stat(root, &status) == 0 else { throw CorpusError.notFound(root, String(cString: strerror(errno))) }
        self.root = root
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder else {
            add(root.split(separator: "/").last.map(String.init) ?? root)
            return
        }
        walk(root, "", depth: 0)
        paths.sort()
        markSharedNames()
    }

    private mutating func add(_ path: String, problem: String? = nil) {
        paths.append(path)
        if let problem { problems[paths.key(paths.count - 1)] = problem }
    }

    /// a.html and a.txt cannot both have the id `a`: each keeps its extension.
    private mutating func markSharedNames() {
        var first: [Int: UInt32] = [:]
        first.reserveCapacity(paths.count)
        for i in paths.indices {
            let path = paths.bytes(i), key = paths.key(i)
            let dot = path.lastIndex(of: UInt8(ascii: ".")).flatMap { path[$0...].contains(UInt8(ascii: "/")) ? nil : $0 }
            let id = contentHash(Array(path[..<(dot ?? path.endIndex)]))
            guard let other = first[id] else {
                first[id] = key
                continue
            }
            sharing.formUnion([other, key])
        }
    }

    /// Folders nested deeper than this are a loop of links, not a corpus.
    private static let deepest = 64

    private mutating func walk(_ folder: String, _ prefix: String, depth: Int) {
        guard depth < Self.deepest, let directory = opendir(folder) else {
            let reason = depth < Self.deepest ? String(cString: strerror(errno)) : "nested too deeply"
            return add(prefix.isEmpty ? folder : prefix, problem: reason)
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { String(cString: $0) }
            }
            if name.utf8.first == UInt8(ascii: ".") { continue }
            let path = prefix.isEmpty ? name : prefix + "/" + name
            switch Self.kind(Int32(entry.pointee.d_type), at: folder, name) {
            case .folder: walk(folder + "/" + name, path, depth: depth + 1)
            case .file: addFile(path, named: name)
            case .broken(let reason): add(path, problem: reason)
            case .other: break
            }
        }
    }

    private enum Kind { case folder, file, other, broken(String) }

    private static func kind(_ type: Int32, at folder: String, _ name: String) -> Kind {
        if type == Int32(DT_DIR) { return .folder }
        if type == Int32(DT_REG) { return .file }
        guard type == Int32(DT_LNK) || type == Int32(DT_UNKNOWN) else { return .other }
        var status = stat()
        guard stat(folder + "/" + name, &status) == 0 else { return .broken(String(cString: strerror(errno))) }
        // A linked folder may lead back up; only linked files are followed.
        if status.st_mode & S_IFMT == S_IFREG { return .file }
        return status.st_mode & S_IFMT == S_IFDIR && type == Int32(DT_UNKNOWN) ? .folder : .other
    }

    private mutating func addFile(_ path: String, named name: String) {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return add(path) }
        let suffix = name[name.utf8.index(after: dot)...].lowercased()
        if Self.documents.contains(suffix) {
            add(path, problem: "not read: only HTML, Markdown and text are")
        } else if !Self.foreign.contains(suffix) {
            add(path)
        }
    }

    /// Forms in which reports are kept too, and which cannot be read.
    private static let documents: Set<String> = ["pdf", "doc", "docx", "wps", "ofd", "rtf"]

    /// Images, styles, archives and the like, which saved pages bring along.
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
