import MeetingParser

/// How a file, or a part of one, is named in records.
struct StoredName: Sendable {
    /// Path below the corpus root, as text; of a member of an archive, behind the archive's.
    var path: String
    /// The path's bytes in base64, where they are no text.
    var pathBytes: String?
    /// The id of the record, or what stands before the `#` of its entries.
    var id: String
}

/// A report as the corpus holds it: a file, a row of a table, an item of a feed, a member of an archive.
struct StoredReport: Sendable {
    var name: StoredName
    var report: Report
    /// The name that an entry has of its own: a guid, an address.
    var key: String?

    init(_ bytes: [UInt8], of name: StoredName, readAs path: String? = nil, columns: [String: String] = [:], key: String? = nil) {
        self.name = name
        self.key = key
        report = Report(bytes, path: path ?? name.path, columns: columns)
    }

    /// An entry of a file of many, by its number from 1.
    init(_ bytes: [UInt8], entry: Int, of name: StoredName, columns: [String: String] = [:], key: String? = nil) {
        self.init(bytes, of: name, columns: columns, key: key)
        self.name.id += "#\(entry)"
    }

    /// A number for all that its record is made from.
    var contentHash: Int {
        var hash = ContentHash()
        let columns = report.columns.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        for text in [name.path, name.id, key ?? "", report.path] + columns { hash.add(Array(text.utf8)[...]) }
        hash.add(report.bytes[...])
        return hash.value
    }
}

/// What is found in a file: a report, or what could not be read.
typealias Found = Result<StoredReport, CorpusProblem>

extension Result where Success == StoredReport, Failure == CorpusProblem {
    static func problem(_ path: String, _ reason: String) -> Found { .failure(CorpusProblem(path: path, reason: reason)) }
}
