import Foundation
import MeetingParser

/// The names of an archive's members, read before their contents: which share a stem, and which occur twice.
struct ArchiveNames {
    private let archive: StoredName
    private var stems: [String: Int] = [:]
    private var last: [[UInt8]: Int] = [:]

    init(_ input: Archive.Input, of name: StoredName, _ limits: UnpackingLimits) throws {
        archive = name
        let archive = try Archive(input, isOneFile: false, limits: limits)
        var number = 0
        while let member = try archive.nextMember() {
            defer { number += 1 }
            if number >= limits.members {
                throw Archive.Problem(reason: "it has more than \(limits.members) members; --max-members lets it")
            }
            guard member.isFile, Self.isReport(member.name) else { continue }
            if last.updateValue(number, forKey: member.name) == nil {
                stems[Meeting.stem(of: Self.text(member.name).text), default: 0] += 1
            }
        }
    }

    /// The name of a member for records; nil, with a problem where it is one, for what is not read. Of two members of one
    /// name the later counts, as when an archive is unpacked.
    func name(_ number: Int, _ member: Archive.Member, _ body: (Found) throws -> Void) throws -> StoredName? {
        let (text, bytes) = Self.text(member.name), path = archive.path + "/" + text
        guard Self.isReport(member.name) else { return nil }
        if !member.isFile {
            try body(.problem(path, "a link in an archive, which is not followed"))
            return nil
        }
        if member.isEncrypted {
            try body(.problem(path, "it is locked by a password"))
            return nil
        }
        guard last[member.name] == number else { return nil }
        let isShared = stems[Meeting.stem(of: text), default: 0] > 1
        return StoredName(
            path: path, pathBytes: bytes ?? archive.pathBytes, id: isShared ? path.replacing("#", with: "%23") : Meeting.id(of: path))
    }

    /// Hidden files, and those that no report is stored in, are passed over as in folders.
    private static func isReport(_ name: [UInt8]) -> Bool {
        let last = name.split(separator: UInt8(ascii: "/")).last ?? []
        let isHidden = name.split(separator: UInt8(ascii: "/")).contains {
            $0.first == UInt8(ascii: ".") && !$0.elementsEqual("..".utf8) && $0.count > 1
        }
        return !last.isEmpty && !isHidden && !name.starts(with: "__MACOSX/".utf8)
            && !FolderWalk.isForeign(String(decoding: last, as: UTF8.self))
    }

    /// A name as text: UTF-8, else GBK as Windows writes it, else its bytes as `%XX`.
    private static func text(_ name: [UInt8]) -> (text: String, bytes: String?) {
        if String(validating: name, as: UTF8.self) == nil, let text = MeetingParser.gbk(name) { return (text, nil) }
        return FilePath.text(of: name[...])
    }
}
