import ArgumentParser
import Foundation
import MeetingCorpus
import MeetingParser

extension CompletionKind {
    /// Completes with values of the corpus that the command line names, as far as it is typed.
    static func corpus(_ values: @escaping @Sendable (Meeting) -> [String]) -> CompletionKind {
        .custom { arguments, _, prefix in
            let flag = arguments.firstIndex { $0 == "-C" || $0 == "--corpus" }.map { arguments.index(after: $0) }
            let named = flag.flatMap { arguments.indices.contains($0) ? arguments[$0] : nil }
            let console = Console.standard()
            let settings = try? Settings(of: console)
            let root = named?.absolute(in: console.folder) ?? settings?[.corpus]?.text ?? console.folder
            let meetings = (try? CorpusReader(root: root).read().meetings) ?? []
            return Set(meetings.flatMap(values)).filter { $0.hasPrefix(prefix) }.sorted()
        }
    }
}
