import MeetingParser

/// The form in which a file holds reports, by its name and its first bytes.
enum FileFormat: Equatable {
    /// The file is one report, or a bulletin of several.
    case report
    case json, table, feed, webArchive, savedPage
    case archive
    /// One compressed file.
    case compressed
    case word, openDocument, pdf
    /// Passed over in silence: scripts, settings and other XML beside saved pages.
    case nothing
    /// Known, and not read.
    case unread(String)

    init(_ path: String, _ head: [UInt8]) {
        let suffix = Self.suffix(of: path)
        func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
        if begins(Array("%PDF-".utf8)) {
            self = .pdf
        } else if begins(Array("PK\u{3}\u{4}".utf8)) {
            self = suffix == "docx" ? .word : suffix == "odt" ? .openDocument : .archive
        } else if begins([0x1F, 0x8B]) || begins(Array("BZh".utf8)) || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A])
            || begins([0x28, 0xB5, 0x2F, 0xFD])
        {
            self = Self.isPackedTar(path) ? .archive : .compressed
        } else if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) || suffix == "tar" {
            self = .archive
        } else if begins([0xD0, 0xCF, 0x11, 0xE0]) {
            self = .unread("a DOC or WPS file, which is not read: save it as DOCX")
        } else if begins(Array("{\\rtf".utf8)) {
            self = .unread("an RTF file, which is not read: save it as DOCX")
        } else if begins([0x37, 0x7A, 0xBC, 0xAF]) || begins(Array("Rar!".utf8)) {
            self = .unread("a 7z or RAR archive, which is not read: pack it as zip")
        } else if begins(Array("WARC/".utf8)) {
            self = .webArchive
        } else if suffix == "json" || suffix == "jsonl" || suffix == "ndjson" {
            self = path.hasSuffix("datapackage.json") || path.hasSuffix(".gold.json") ? .nothing : .json
        } else if suffix == "csv" || suffix == "tsv" {
            self = .table
        } else if Feed.begins(head.prefix(2048)) {
            self = .feed
        } else if suffix == "mhtml" || suffix == "mht" || head.first.map({ $0 == 0x46 || $0 == 0x4D }) == true && SavedPage.begins(head) {
            self = .savedPage
        } else if suffix == "xml" {
            self = .nothing
        } else if Self.unreadSuffixes.contains(suffix) {
            self = .unread("damaged: it is called .\(suffix) and is none")
        } else {
            self = .report
        }
    }

    private static let unreadSuffixes: Set<String> = ["doc", "wps", "ofd", "rtf", "7z", "rar", "docx", "odt", "pdf", "zip"]

    /// What stands behind the last dot of a name, in lower case.
    static func suffix(of path: String) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[$0...].dropFirst() } ?? path[...]
        guard let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    private static func isPackedTar(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".tgz", ".tbz", ".tbz2", ".txz", ".tzst"].contains(where: name.hasSuffix)
            || name.dropLast(suffix(of: path).count + 1).hasSuffix(".tar")
    }

    /// Names behind which a file of many reports may lie that is too large to be held.
    static let archiveSuffixes: Set<String> = ["zip", "tar", "tgz", "tbz", "tbz2", "txz", "tzst", "gz", "bz2", "xz", "zst"]
    static let streamedSuffixes: Set<String> = ["csv", "tsv", "json", "jsonl", "ndjson", "warc"]
}
