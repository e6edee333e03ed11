import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

extension CompletionKind {
    /// Completes with values of the corpus that the command line names, as far as it is typed.
    ///
    /// - Parameter fields: keys of the record that the values are taken from.
    static func corpus(_ fields: String..., values: @escaping @Sendable (Meeting) -> [String]) -> CompletionKind {
        .custom { arguments, _, prefix in
            let flag = arguments.firstIndex { $0 == "-C" || $0 == "--corpus" }.map { arguments.index(after: $0) }
            let named = flag.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
            let console = Console.standard()
            let settings = try? Settings.of(console)
            let root = named?.absolute(in: console.folder) ?? settings?[.corpus]?.text ?? console.folder
            let meetings = (try? Self.meetings(in: root, fields: Set(fields), holding: prefix)) ?? []
            return Set(meetings.flatMap(values)).filter { $0.hasPrefix(prefix) && $0.isHarmlessWord }.sorted()
        }
    }

    /// From the index as it is, where there is one: whoever types waits.
    private static func meetings(in root: String, fields: Set<String>, holding prefix: String) throws -> [Meeting] {
        let file = MeetingIndex.isDatabase(root) ? root : root + "/" + MeetingIndex.fileName
        if case .ours = IndexFile(at: file, isNamed: file == root) {
            return try MeetingIndex(file: file, isReadOnly: true).read(fields: fields, holding: prefix).meetings
        }
        return try CorpusSource.files(CorpusReader(root: root)).read(fields: fields).meetings
    }
}

extension String {
    /// Whether a shell that is handed the word evaluates nothing in it: bash expands the words that completion offers, so
    /// that 《防汛$(…)》 would run. Others are not offered.
    fileprivate var isHarmlessWord: Bool {
        let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@+,".utf8)
        return utf8.allSatisfy { $0 >= 0x80 || plain.contains($0) } && withoutControls == self
    }
}

extension CompletionKind {
    /// Completes the last of some names that stand with commas between them: `date,ses`.
    static func names(_ names: [String], isMarked: Bool = false) -> CompletionKind {
        .custom { _, _, typed in
            let before = typed.lastIndex(of: ",").map { String(typed[...$0]) } ?? (isMarked && typed.hasPrefix("-") ? "-" : "")
            let chosen = Set(before.split(separator: ",").map(String.init))
            return names.filter { !chosen.contains($0) }.map { before + $0 }.filter { $0.hasPrefix(typed) }
        }
    }
}
