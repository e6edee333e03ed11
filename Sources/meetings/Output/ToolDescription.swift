import Algorithms
import ArgumentParser
import Foundation

/// What the commands say of themselves, from which the manual page and the help in Chinese are made: the part that is used of
/// ArgumentParser's description of a tool.
struct ToolDescription: Decodable {
    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var discussion: String?
        var subcommands: [Command]?
        var arguments: [Argument]?
    }

    struct Argument: Decodable {
        struct Name: Decodable { var kind: String; var name: String }
        var kind: String
        var names: [Name]?
        var valueName: String?
        var abstract: String?
        var sectionTitle: String?
        var isOptional: Bool?
        var isRepeating: Bool?
        var allValues: [String]?
        var defaultValue: String?

        /// `-o, --output`, or nothing for what has its place.
        var spellings: [String] {
            let (long, short) = (names ?? []).partitioned { $0.kind == "short" }
            return short.map { "-" + $0.name } + long.map { "--" + $0.name }
        }
        /// `--help` and `--version`, which every command has.
        var isCommon: Bool { names?.contains { $0.name == "help" || $0.name == "version" } ?? false }
    }

    var command: Command

    /// Made once: ArgumentParser describes all commands at a time.
    static let whole = Result { try ToolDescription() }

    private init() throws { self = try JSONDecoder().decode(Self.self, from: Data(Meetings._dumpHelp().utf8)) }

    /// The paragraphs of a discussion: runs of lines with the same indent, which differ in what they are for.
    static func paragraphs(_ text: String?) -> [String] { (text ?? "").components(separatedBy: "\n\n").filter { !$0.isEmpty } }

    /// Examples stand as they are.
    static func isExample(_ paragraph: String) -> Bool { paragraph.hasPrefix("EXAMPLES\n") }
}
