import Foundation
import MeetingParser

/// Hands over the reports that a file holds, one after the other: itself, its rows, its items, its members.
public struct Unpacking: Sendable {
    /// How much may be unpacked.
    public var limits = UnpackingLimits()
    /// What the user says of the columns of tables.
    public var columns = ColumnNames()

    /// The limits that hold by default.
    public init() {}

    /// Bytes that a member of an archive may have that is held whole.
    private static let mostHeld = 256 << 20

    /// Whether a file is read piece by piece, because it is an archive or large.
    static func isStreamed(_ file: FileTree.Entry) -> Bool {
        let suffix = FileFormat.suffix(of: file.path)
        if FileFormat.archiveSuffixes.contains(suffix) { return true }
        return FileFormat.streamedSuffixes.contains(suffix) && FileStamp(of: file.location).size >= 8 << 20
    }

    // MARK: A file in memory

    /// The reports of a file whose bytes are at hand.
    func reports(in bytes: [UInt8], of name: StoredName, depth: Int = 0, _ body: (Found) throws -> Void) throws {
        guard !OwnOutput.isOurs(bytes) else { return }
        switch FileFormat(name.path, bytes) {
        case .report: try report(bytes, of: name, body)
        case .json, .table, .webArchive: try entries(MemorySource(bytes), FileFormat(name.path, bytes), of: name, body)
        case .feed: try items(Feed(bytes).items, of: name, body)
        case .savedPage: try body(SavedPage.read(bytes, of: name))
        case .archive, .compressed: try archive(.memory(bytes), bytes, of: name, depth: depth, body)
        case .word, .openDocument: try body(office(bytes, of: name))
        case .pdf:
            switch PDFText.read(bytes) {
            case .text(let text): try body(.success(StoredReport(text, of: name)))
            case .problem(let reason): try body(.problem(name.path, reason))
            }
        case .nothing: break
        case .unread(let reason): try body(.problem(name.path, reason))
        }
    }

    private func report(_ bytes: [UInt8], of name: StoredName, _ body: (Found) throws -> Void) throws {
        if let reason = CorpusReader.objection(to: bytes) { return try body(.problem(name.path, reason)) }
        let whole = StoredReport(bytes, of: name)
        guard let bulletin = Bulletin(whole.report) else { return try body(.success(whole)) }
        for (i, item) in bulletin.items.enumerated() {
            try body(.success(StoredReport(item, entry: i + 1, of: name, columns: bulletin.columns)))
        }
    }

    private func items(_ items: [Feed.Item], of name: StoredName, _ body: (Found) throws -> Void) throws {
        var rows = TableRows(of: name, columns)
        for item in items {
            var item = item
            item["url"] = item["link"]
            item["key"] = item["guid"] ?? item["id"]
            (item["guid"], item["id"]) = (item["key"], nil)
            try rows.add(item, body)
        }
        try rows.finish(body)
    }

    private func entries(_ source: any ByteSource, _ format: FileFormat, of name: StoredName, _ body: (Found) throws -> Void) throws {
        let text = UTF16Source(source)
        do {
            switch format {
            case .json: try JSONEntries.read(text, of: name, columns, body)
            case .table: try DelimitedTable.read(text, of: name, columns, body)
            default: try WebArchive.read(source, of: name, body)
            }
        } catch let problem as ByteStream.Problem {
            try body(.problem(name.path, problem.reason))
        }
    }

    private func office(_ bytes: [UInt8], of name: StoredName) -> Found {
        var parts: [String: [UInt8]] = [:]
        do {
            let archive = try Archive(.memory(bytes), isOneFile: false, limits: limits)
            while let member = try archive.nextMember() {
                if member.isEncrypted { return .problem(name.path, "it is locked by a password") }
                let part = String(decoding: member.name, as: UTF8.self)
                if ["word/document.xml", "word/numbering.xml", "content.xml"].contains(part) {
                    parts[part] = try archive.contents(most: Self.mostHeld)
                }
            }
        } catch let problem as Archive.Problem {
            return .problem(name.path, problem.reason)
        } catch {
            return .problem(name.path, (error as? ByteStream.Problem)?.reason ?? "damaged")
        }
        let html =
            parts["word/document.xml"].map { OfficeDocument.word($0, numbering: parts["word/numbering.xml"]) }
            ?? parts["content.xml"].map { OfficeDocument.openDocument($0) }
        guard let html else { return .problem(name.path, "an office document without text") }
        return .success(StoredReport(html, of: name, readAs: name.path + ".html"))
    }

    /// The reports of a file, however large.
    func reports(ofAny file: FileTree.Entry, _ body: (Found) throws -> Void) throws {
        if Self.isStreamed(file) { return try reports(ofStreamed: file, body) }
        let name = StoredName(path: file.path, pathBytes: file.pathBytes, id: file.id)
        switch FileReader.read(file.location) {
        case .failure(let problem): try body(.problem(file.path, problem.reason))
        case .success(let bytes): try reports(in: bytes, of: name, body)
        }
    }

    // MARK: Files that are not held

    /// The reports of an archive or of a large file.
    func reports(ofStreamed file: FileTree.Entry, _ body: (Found) throws -> Void) throws {
        let name = StoredName(path: file.path, pathBytes: file.pathBytes, id: file.id)
        if let reason = file.problem { return try body(.problem(file.path, reason)) }
        let head: [UInt8]
        switch FileReader.read(file.location, most: 1 << 16, isWhole: false) {
        case .failure(let problem): return try body(.problem(file.path, problem.reason))
        case .success(let bytes): head = bytes
        }
        guard !OwnOutput.isOurs(head) else { return }
        switch FileFormat(file.path, head) {
        case .archive, .compressed: try archive(.file(file.location), head, of: name, depth: 0, body)
        case let format where format == .json || format == .table || format == .webArchive:
            let descriptor = file.location.open(O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { return try body(.problem(file.path, String(cString: strerror(errno)))) }
            defer { close(descriptor) }
            try entries(ByteStream(descriptor: descriptor), format, of: name, body)
        default:
            switch FileReader.read(file.location) {
            case .failure(let problem): try body(.problem(file.path, problem.reason))
            case .success(let bytes): try reports(in: bytes, of: name, body)
            }
        }
    }

    // MARK: Archives

    private func archive(_ input: Archive.Input, _ head: [UInt8], of name: StoredName, depth: Int, _ body: (Found) throws -> Void) throws {
        guard depth < 2 else { return try body(.problem(name.path, "an archive within an archive within an archive")) }
        do {
            if FileFormat(name.path, head) == .compressed { return try compressed(input, of: name, depth: depth, body) }
            let shared = try ArchiveNames(input, of: name, limits)
            let archive = try Archive(input, isOneFile: false, limits: limits)
            var number = 0
            while let member = try archive.nextMember() {
                defer { number += 1 }
                guard !member.isFolder, let own = try shared.name(number, member, body) else { continue }
                do {
                    try contents(of: archive, named: own, depth: depth, body)
                } catch let problem as ByteStream.Problem {
                    try body(.problem(own.path, problem.reason))
                    if problem.reason.contains("--max-ratio") { return }
                }
            }
        } catch let problem as Archive.Problem {
            try body(.problem(name.path, problem.reason))
        }
    }

    /// A member: tables and the like row by row, anything else held.
    private func contents(of archive: Archive, named name: StoredName, depth: Int, _ body: (Found) throws -> Void) throws {
        switch FileFormat.suffix(of: name.path) {
        case "csv", "tsv": try entries(archive, .table, of: name, body)
        case "jsonl", "ndjson": try entries(archive, .json, of: name, body)
        case "warc": try entries(archive, .webArchive, of: name, body)
        default: try reports(in: archive.contents(most: Self.mostHeld), of: name, depth: depth + 1, body)
        }
    }

    /// One file: `a.csv.gz` holds what `a.csv` would.
    private func compressed(_ input: Archive.Input, of name: StoredName, depth: Int, _ body: (Found) throws -> Void) throws {
        let archive = try Archive(input, isOneFile: true, limits: limits)
        guard try archive.nextMember() != nil else { return }
        var inner = name
        inner.path = Meeting.stem(of: name.path)
        do {
            try contents(of: archive, named: inner, depth: depth) { found in
                // The names are those of the file that lies in the corpus.
                try body(
                    found.map { report in
                        var report = report
                        report.name.path = name.path + report.name.path.dropFirst(inner.path.count)
                        return report
                    }.mapError { CorpusProblem(path: name.path + $0.path.dropFirst(inner.path.count), reason: $0.reason) })
            }
        } catch let problem as ByteStream.Problem {
            try body(.problem(name.path, problem.reason))
        }
    }
}
