import Foundation

/// Walks a folder, and tells of each file that may be a report, or that cannot be read and why.
///
/// Names are bytes. Devices, FIFOs and sockets are named and left out. A link is followed where it stays in the corpus, or
/// where the user said so.
struct FolderWalk {
    private let root: [UInt8]
    private let realRoot: String
    private let followsLinks: Bool
    /// Device and inode of the folders on the way, against loops of links.
    private var ancestors: Set<[UInt64]> = []

    /// Folders nested deeper than this are no corpus.
    private static let deepest = 64

    init(root: String, followsLinks: Bool) {
        self.root = Array(root.utf8)
        self.followsLinks = followsLinks
        realRoot = Self.realPath(self.root) ?? root
    }

    mutating func run(_ found: (_ path: [UInt8], _ problem: String?) -> Void) { walk([], depth: 0, found) }

    private mutating func walk(_ folder: [UInt8], depth: Int, _ found: ([UInt8], String?) -> Void) {
        let location = folder.isEmpty ? root : root + [UInt8(ascii: "/")] + folder
        guard depth < Self.deepest else { return found(folder, "nested too deeply") }
        var status = stat()
        guard location.withCString({ stat($0, &status) }) == 0, let directory = location.withCString({ opendir($0) }) else {
            return found(folder.isEmpty ? root : folder, String(cString: strerror(errno)))
        }
        defer { closedir(directory) }
        let identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
        guard ancestors.insert(identity).inserted else { return }
        defer { ancestors.remove(identity) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: UInt8.self, capacity: 256) { Array(UnsafeBufferPointer(start: $0, count: strlen($0))) }
            }
            guard !name.isEmpty, name[0] != UInt8(ascii: ".") else { continue }
            let path = folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name
            switch kind(Int32(entry.pointee.d_type), at: location + [UInt8(ascii: "/")] + name) {
            case .folder: walk(path, depth: depth + 1, found)
            case .file: tell(path, named: name, found)
            case .problem(let reason): found(path, reason)
            case .nothing: break
            }
        }
    }

    private enum Kind { case folder, file, nothing, problem(String) }

    private func kind(_ type: Int32, at place: @autoclosure () -> [UInt8]) -> Kind {
        if type == Int32(DT_DIR) { return .folder }
        if type == Int32(DT_REG) { return .file }
        let location = place()
        var status = stat()
        guard location.withCString({ lstat($0, &status) }) == 0 else { return .problem(String(cString: strerror(errno))) }
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink {
            guard let target = Self.realPath(location) else { return .problem("a link that leads nowhere") }
            let staysInside = target == realRoot || target.hasPrefix(realRoot + "/")
            if !staysInside, !followsLinks { return .problem("a link that leaves the corpus; --follow reads it") }
            guard location.withCString({ stat($0, &status) }) == 0 else { return .problem(String(cString: strerror(errno))) }
        }
        // A linked folder of the corpus is read where it lies.
        if status.st_mode & S_IFMT == S_IFDIR { return isLink && !followsLinks ? .nothing : .folder }
        return SpecialFile.name(of: status.st_mode).map { .problem($0) } ?? .file
    }

    private static func realPath(_ location: [UInt8]) -> String? {
        guard let path = location.withCString({ realpath($0, nil) }) else { return nil }
        defer { free(path) }
        return String(cString: path)
    }

    private func tell(_ path: [UInt8], named name: [UInt8], _ found: ([UInt8], String?) -> Void) {
        // The suffix alone is short enough to be a String without memory of its own.
        let dot = name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex
        if !Self.isForeign(String(decoding: name[dot...], as: UTF8.self)) { found(path, nil) }
    }

    /// Whether a file is, by its name, a picture, a style or the like, which saved pages bring along.
    static func isForeign(_ name: String) -> Bool { foreign.contains(FileFormat.suffix(of: name)) }

    private static let foreign: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "tif", "tiff", "css", "js", "ts", "yml", "yaml", "toml", "xls", "xlsx",
        "ppt", "pptx", "mp3", "mp4", "woff", "woff2", "ttf", "sqlite", "db", "lock", "map", "ics",
        "graphml", "akn",
    ]
}
