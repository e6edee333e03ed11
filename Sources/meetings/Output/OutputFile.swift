import Foundation

/// A file that is replaced only once what is to be in it is complete; until then it grows beside its place.
final class OutputFile {
    let descriptor: Int32
    private let name: String
    private let path: String
    private var draft: [CChar]?

    /// `name` is the path as the user wrote it, for messages.
    init(_ name: String, in folder: String) throws {
        self.name = name
        path = name.absolute(in: folder)
        var draft = Array("\(path).XXXXXX".utf8CString)
        descriptor = mkstemp(&draft)
        guard descriptor >= 0 else { throw Failure(.cannotWriteFile, name, String(cString: strerror(errno))) }
        self.draft = draft
        Interruption.remove(draft)
    }

    deinit {
        close(descriptor)
        if let draft { unlink(draft) }
        Interruption.remove(nil)
    }

    /// Where it grows.
    var place: String { draft.map { $0.withUnsafeBufferPointer { String(cString: $0.baseAddress!) } } ?? path }

    /// Puts the file in its place, with the permissions of a new file.
    func commit() throws {
        guard let draft else { return }
        let mask = umask(0)
        umask(mask)
        guard fchmod(descriptor, 0o666 & ~mask) == 0, rename(draft, path) == 0 else {
            throw Failure(.cannotWriteFile, name, String(cString: strerror(errno)))
        }
        self.draft = nil
    }
}

/// Ctrl-C ends the program at once; what was half-written is removed first.
enum Interruption {
    nonisolated(unsafe) private static var draft: UnsafeMutablePointer<CChar>?

    static func install() {
        signal(SIGINT) { _ in
            // Only calls that are safe in a signal handler.
            if let draft = Interruption.draft { unlink(draft) }
            _exit(130)
        }
    }

    fileprivate static func remove(_ path: [CChar]?) {
        let old = draft
        draft = path.map { path in path.withUnsafeBufferPointer { strdup($0.baseAddress!) } }
        free(old)
    }
}
