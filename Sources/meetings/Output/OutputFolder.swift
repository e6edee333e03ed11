import Foundation

/// A folder of output whose files appear together, once all of them are complete.
final class OutputFolder {
    private let name: String
    private let path: String
    /// Whether it was made for this.
    private var isNew = false
    private var files: [(target: OutputFile, out: OutputStream)] = []

    /// In a file of this name an earlier output tells that it is one.
    static let sign = "datapackage.json"

    /// - Throws: where other files lie there: they are not replaced, and links in it are not followed.
    init(_ name: String, in folder: String) throws {
        self.name = name
        path = name.absolute(in: folder)
        if mkdir(path, 0o777) == 0 {
            isNew = true
            Interruption.add(path)
            return
        }
        guard errno == EEXIST else { throw Failure(.cannotWriteFile, name, String(cString: strerror(errno))) }
        guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw Failure(.cannotWriteFile, name, String(cString: strerror(ENOTDIR)))
        }
        let head = (try? FileHandle(forReadingFrom: URL(fileURLWithPath: path + "/" + Self.sign)).read(upToCount: 4096)) ?? Data()
        let isOurs = String(decoding: head, as: UTF8.self).contains("\"profile\":\"tabular-data-package\",\"name\":\"meetings\"")
        let isLinked = found.contains { (try? FileManager.default.destinationOfSymbolicLink(atPath: path + "/" + $0)) != nil }
        guard found.isEmpty || isOurs && !isLinked else { throw Failure(.folderInUse, name, status: .usage) }
    }

    deinit {
        files.removeAll()
        if isNew { rmdir(path) }
        Interruption.drop(path)
    }

    /// A file of it, which takes its place with the others.
    func file(_ name: String) throws -> OutputStream {
        let target = try OutputFile(draftOf: path + "/" + name, named: self.name + "/" + name)
        let out = OutputStream(descriptor: target.descriptor)
        files.append((target, out))
        return out
    }

    func commit() throws {
        for file in files { try file.out.flush() }
        for file in files { try file.target.commit() }
        isNew = false
    }
}
