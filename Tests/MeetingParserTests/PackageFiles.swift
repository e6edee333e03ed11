import Foundation

/// Files of the package and beside it, for tests that read folders.
enum PackageFiles {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    /// The steering repository's shared folder; not part of a clone.
    static let shared = root.deletingLastPathComponent().appendingPathComponent("shared")

    static func files(below folder: URL, endingIn suffix: String = "") -> [URL] {
        let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        return (walker?.compactMap { $0 as? URL } ?? []).filter { url in
            url.path.hasSuffix(suffix) && (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
        }.sorted { $0.path < $1.path }
    }
}
