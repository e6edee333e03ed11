import Foundation

/// A file that is replaced only once what is to be in it is complete; until then it grows as a hidden draft beside its place.
///
/// A link is followed; mode and owner of a file that is replaced stay. What is no regular file (a device, a FIFO,
/// /dev/stdout) is written to as it is.
final class OutputFile {
    let descriptor: Int32
    private let name: String
    private let path: String
    /// nil where the place itself is written to.
    private var draft: Draft?
    private var mode: mode_t?
    private var owner: (user: uid_t, group: gid_t)?

    /// `name` is the path as the user wrote it, for messages.
    convenience init(_ name: String, in folder: String) throws { try self.init(draftOf: name.absolute(in: folder), named: name) }

    /// Writes to an absolute path.
    init(draftOf place: String, named name: String) throws {
        self.name = name
        path = Self.target(of: place)
        var status = stat()
        let exists = stat(path, &status) == 0
        let isSpecial = exists && status.st_mode & S_IFMT != S_IFREG || ["/dev/", "/proc/"].contains(where: place.hasPrefix)
        if isSpecial {
            descriptor = open(place, O_WRONLY | O_NOCTTY | O_CLOEXEC)
        } else {
            if exists { (mode, owner) = (status.st_mode & 0o7777, (status.st_uid, status.st_gid)) }
            draft = Draft(of: path)
            descriptor = draft?.descriptor ?? -1
        }
        guard descriptor >= 0 else { throw Failure(.cannotWriteFile, name, String(cString: strerror(errno))) }
    }

    deinit { close(descriptor) }

    /// Where it grows.
    var place: String { draft?.path ?? path }

    /// Where a link leads, also one whose file is not there yet.
    private static func target(of path: String) -> String {
        var path = path
        for _ in 0..<40 {
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = buffer.withUnsafeMutableBytes { readlink(path, $0.baseAddress!.assumingMemoryBound(to: CChar.self), 4096) }
            guard count > 0 else { return path }
            let link = String(decoding: buffer[..<count], as: UTF8.self)
            path = link.absolute(in: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "")
        }
        return path
    }

    /// Puts the file in its place, with the permissions of the one before or of a new file.
    func commit() throws {
        guard let draft else { return }
        let mask = umask(0)
        umask(mask)
        if let owner { _ = fchown(descriptor, owner.user, owner.group) }
        guard fchmod(descriptor, mode ?? 0o666 & ~mask) == 0, draft.move(to: path) else {
            throw Failure(.cannotWriteFile, name, String(cString: strerror(errno)))
        }
    }
}

/// A hidden file that holds what is not complete yet. It is removed when nobody needs it any more, also by signals; those of
/// runs that were killed are removed by the next one.
private final class Draft {
    let path: String
    let descriptor: Int32
    private var isThere = true

    private static let ending = ".meetings-draft"

    init?(of target: String) {
        let slash = target.lastIndex(of: "/").map { target.index(after: $0) } ?? target.startIndex
        let folder = String(target[..<slash]), stem = "." + target[slash...] + "."
        Self.removeDead(in: folder, stem)
        var name = Array("\(folder)\(stem)XXXXXX\(Self.ending)".utf8CString)
        descriptor = mkstemps(&name, Int32(Self.ending.utf8.count))
        path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        guard descriptor >= 0 else { return nil }
        // Whoever is alive holds the lock.
        flock(descriptor, LOCK_EX | LOCK_NB)
        Interruption.add(path)
    }

    deinit { if isThere { remove() } }

    private func remove() {
        unlink(path)
        Interruption.drop(path)
        isThere = false
    }

    func move(to target: String) -> Bool {
        guard rename(path, target) == 0 else { return false }
        Interruption.drop(path)
        isThere = false
        return true
    }

    /// Drafts of the same file whose program is gone.
    private static func removeDead(in folder: String, _ stem: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names where name.hasPrefix(stem) && name.hasSuffix(ending) {
            let other = open(folder + name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
            guard other >= 0 else { continue }
            if flock(other, LOCK_EX | LOCK_NB) == 0 { unlink(folder + name) }
            close(other)
        }
    }
}

/// Ctrl-C, a closed terminal and `kill` end the program at once; what was half-written is removed first.
enum Interruption {
    private static let most = 32
    nonisolated(unsafe) private static let drafts: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
        let drafts = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: most)
        drafts.initialize(repeating: nil, count: most)
        return drafts
    }()

    static func install() {
        _ = drafts
        for number in [SIGINT, SIGTERM, SIGHUP] {
            let before = signal(number, SIG_IGN)
            // `nohup` has SIGHUP ignored, and so do we.
            guard unsafeBitCast(before, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self) else { continue }
            signal(number) { number in
                // Only calls that are safe in a signal handler.
                for i in 0..<Interruption.most { if let draft = Interruption.drafts[i] { unlink(draft) } }
                // Folders that were made for them, now empty.
                for i in 0..<Interruption.most { if let draft = Interruption.drafts[i] { rmdir(draft) } }
                _exit(128 + number)
            }
        }
    }

    static func add(_ path: String) {
        if let free = (0..<most).first(where: { drafts[$0] == nil }) { drafts[free] = strdup(path) }
    }

    static func drop(_ path: String) {
        for i in 0..<most where drafts[i].map({ strcmp($0, path) == 0 }) ?? false {
            let old = drafts[i]
            drafts[i] = nil
            free(old)
        }
    }
}
