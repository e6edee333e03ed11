import Foundation
import MeetingParser

/// The files of a corpus, in the order of their paths.
struct FileTree: RandomAccessCollection, Sendable {
    struct Entry: Sendable {
        /// Path below the root, as text.
        var path: String
        /// The path's bytes in base64, where they are no text.
        var pathBytes: String?
        /// Path to open.
        var location: [UInt8]
        /// Why the file cannot be read, found on the way.
        var problem: String?
        /// Whether another file has the same name but for its extension.
        var sharesName = false

        /// The id of its record.
        var id: String { sharesName ? path : Meeting.id(of: path) }
    }

    private let root: String
    private let isFolder: Bool
    private let followsLinks: Bool
    private var paths = PathList()
    /// By the key of the path.
    private var problems: [UInt32: String] = [:]
    private var sharing: Set<UInt32> = []

    var startIndex: Int { 0 }
    var endIndex: Int { paths.count }

    subscript(i: Int) -> Entry {
        let bytes = paths.bytes(i), key = paths.key(i), path = FilePath.text(of: bytes)
        return Entry(
            path: path.text, pathBytes: path.bytes, location: location(of: i),
            problem: problems[key], sharesName: sharing.contains(key))
    }

    /// The files at and below a path. Hidden files and files that no report is stored in are passed over.
    ///
    /// - Parameter followsLinks: whether links are followed that leave the corpus, and links to folders.
    init(at root: String, followsLinks: Bool = false) throws {
        try self.init(walking: root, followsLinks: followsLinks)
        markSharedNames()
    }

    /// The same, with ids that are not yet told apart: see `markSharedNames`.
    init(walking root: String, followsLinks: Bool) throws {
        var status = stat()
        guard stat(root, &status) == 0 else { throw CorpusError.notFound(root, String(cString: strerror(errno))) }
        (self.root, self.followsLinks) = (root, followsLinks)
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        guard isFolder else {
            add(Array((root.split(separator: "/").last.map(String.init) ?? root).utf8))
            return
        }
        var walk = FolderWalk(root: root, followsLinks: followsLinks)
        walk.run { add($0, problem: $1) }
        paths.sort()
    }

    /// One number for all files and all that tells whether they changed, by which 100,000 unchanged files are known without a look
    /// at 100,000 rows (0.25 s); nil where a file changed so lately that its times do not tell.
    func trace() throws -> String? {
        let now = FileStamp.now, chunk = 1024
        var hash = ContentHash(), isSettled = true
        try OrderedWork.run(count: (count + chunk - 1) / chunk) { c in
            trace(of: c * chunk..<Swift.min((c + 1) * chunk, count), before: now)
        } _: { _, traced in
            isSettled = isSettled && traced != nil
            withUnsafeBytes(of: traced ?? 0) { hash.add(Array($0)[...]) }
        }
        return isSettled ? String(hash.value) : nil
    }

    private func trace(of files: Range<Int>, before now: Int) -> Int? {
        var hash = ContentHash()
        for i in files {
            var bytes = location(of: i)
            let stamp = FileStamp(of: bytes)
            guard stamp.changed + FileStamp.grain < now else { return nil }
            for number in [stamp.size, stamp.modified, stamp.changed] { withUnsafeBytes(of: number) { bytes += $0 } }
            hash.add(bytes[...])
        }
        return hash.value
    }

    private func location(of i: Int) -> [UInt8] {
        isFolder ? Array(root.utf8) + [UInt8(ascii: "/")] + paths.bytes(i) : Array(root.utf8)
    }

    private mutating func add(_ path: [UInt8], problem: String? = nil) {
        paths.append(path)
        if let problem { problems[paths.key(paths.count - 1)] = problem }
    }

    /// a.html and a.txt cannot both have the id `a`: each keeps its extension.
    mutating func markSharedNames() {
        var first: [Int: UInt32] = [:]
        first.reserveCapacity(paths.count)
        for i in paths.indices {
            let path = paths.bytes(i), key = paths.key(i)
            let dot = path.lastIndex(of: UInt8(ascii: ".")).flatMap { path[$0...].contains(UInt8(ascii: "/")) ? nil : $0 }
            let id = ContentHash.of(Array(path[..<(dot ?? path.endIndex)]))
            guard let other = first[id] else {
                first[id] = key
                continue
            }
            sharing.formUnion([other, key])
        }
        markNumberedNames(first)
    }

    /// The second meeting of x.txt has the id `x.2`, so x.2.txt beside it keeps its extension.
    private mutating func markNumberedNames(_ known: [Int: UInt32]) {
        for i in paths.indices {
            let path = paths.bytes(i)
            guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex + 2, path[dot - 2] == UInt8(ascii: "."),
                (0x32...0x38).contains(path[dot - 1])
            else { continue }
            if known[ContentHash.of(Array(path[..<(dot - 2)]))] != nil { sharing.insert(paths.key(i)) }
        }
    }
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
