import Foundation
import MeetingParser

/// Tells what the program wrote itself from reports: its records, tables and pages, which may lie in a corpus.
public enum OwnOutput {
    /// In the head of every page that the program writes.
    public static let mark = "<meta name=\"generator\" content=\"meetings"

    /// Whether a file begins as one that the program wrote.
    public static func isOurs(_ path: String) -> Bool {
        guard case .success(let head) = FileReader.read(path, most: 4096, isWhole: false) else { return false }
        return isOurs(head: head)
    }

    /// The same of the bytes of a whole file; most are told by their first byte.
    static func isOurs(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }) else { return false }
        switch first {
        case UInt8(ascii: "<"):
            return bytes.withUnsafeBytes {
                memoryOffset(of: Array(mark.utf8), in: UnsafeRawBufferPointer(rebasing: $0.prefix(2048))) != nil
            }
        case UInt8(ascii: "{"), UInt8(ascii: "["): return isOurs(head: Array(bytes.prefix(4096)))
        case UInt8(ascii: "|"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE4...0xE9, 0xEF:
            return beginsWithColumn(bytes) && isOurs(head: Array(bytes.prefix(4096)))
        default: return false
        }
    }

    /// Whether the first word of a file is the name of a column; of hardly any report it is.
    private static func beginsWithColumn(_ bytes: [UInt8]) -> Bool {
        let marks = Array(" \t\r\n,|".utf8)
        var head = bytes.prefix(120)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        let word = head.drop { marks.contains($0) }.prefix { !marks.contains($0) }
        // No column has so long a name, as the headlines with which most reports begin are.
        return word.count < 40 && columns.contains(String(decoding: word, as: UTF8.self).replacing("\\_", with: "_"))
    }

    /// Whether the first bytes of a file are those of one that the program wrote.
    public static func isOurs(head: [UInt8]) -> Bool {
        let text = String(decoding: head, as: UTF8.self)
        if text.contains(mark) || text.hasPrefix("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"Meeting\"") {
            return true
        }
        let bare = text.drop { $0 == "\u{FEFF}" || $0 == "[" }
        if ["{\"_type\":\"event\",\"_id\":\"ocd-event/", "{\"title\":\"Meetings\",\"description\""].contains(where: bare.hasPrefix) {
            return true
        }
        if bare.hasPrefix("{\"id\":\""), bare.contains("\",\"path\":\""), bare.contains("\"kind\":\"") { return true }
        return isTable(bare.prefix { !$0.isNewline })
    }

    /// A line of headings that are all columns of ours.
    private static func isTable(_ line: Substring) -> Bool {
        for separator in [",", "\t", "|"] as [Character] {
            let names = line.split(separator: separator).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            if names.count >= 2, names.allSatisfy({ columns.contains($0.replacing("\\_", with: "_")) }) { return true }
        }
        let words = line.split(separator: " ").map(String.init)
        return words.count >= 3 && words.allSatisfy(columns.contains)
    }

    /// Names and Chinese headings of the columns of records.
    private static let columns = Set(
        Meeting.catalogue.flatMap { key in
            [key.name, key.chinese] + key.type.members.flatMap { ["\(key.name).\($0.name)", $0.name, $0.chinese] }
        } + ExportTable.all.flatMap { $0.columns.map(\.name) })

    /// Whether a path lies in a folder or is it, links followed.
    public static func isBelow(_ path: String, _ folder: String) -> Bool {
        func real(_ path: String) -> String {
            guard let found = realpath(path, nil) else { return path }
            defer { free(found) }
            return String(cString: found)
        }
        let path = real(path), folder = real(folder)
        return path == folder || path.hasPrefix(folder + "/")
    }
}
