import Foundation
import MeetingCorpus
import MeetingParser
import Yams

/// What may be set once instead of typed each time: in the environment, in a project's `.meetings.yml`, in the user's
/// `config.yml`. Flags are stronger than all of them.
struct Settings {
    enum Key: String, CaseIterable {
        case corpus, corrections, format, style, color, lang, pager

        /// MEETINGS_CORPUS and the like.
        var variable: String { "MEETINGS_" + rawValue.uppercased() }
        /// Whether a value in a file is a path, relative to the folder of the file.
        var isPath: Bool { self == .corpus || self == .corrections }
    }

    struct Value: Equatable {
        var text: String
        /// The variable or the file that set it.
        var origin: String
    }

    private var values: [Key: Value] = [:]
    /// Which column of tables is what.
    private(set) var columns = ColumnNames()
    /// What was ignored, and why.
    private(set) var notes: [Note] = []

    struct Note {
        var phrase: Phrase
        var arguments: [String]
    }

    subscript(key: Key) -> Value? { values[key] }

    /// The settings around a console, read once; what was ignored is told once.
    static func of(_ console: Console) throws -> Settings {
        if let known = console.settings.value { return known }
        let settings = try Settings(of: console)
        console.settings.value = settings
        for note in settings.notes { console.complain(console.language.text(note.phrase, note.arguments)) }
        return settings
    }

    /// Reads the surroundings of a console; of several origins the strongest wins.
    init(of console: Console) throws {
        let home = console.environment["HOME"]
        if let user = Self.userFile(console.environment) { try read(user, isProject: false, home: home) }
        if let project = Self.projectFile(nearest: console.folder) {
            if Trust(environment: console.environment).covers(project.path, owner: project.owner) {
                try read(project.path, isProject: true, home: home)
            } else {
                notes.append(Note(phrase: .settingsOfOther, arguments: [project.path]))
            }
        }
        if let pager = console.environment["PAGER"], !pager.isEmpty { values[.pager] = Value(text: pager, origin: "$PAGER") }
        for key in Key.allCases {
            if let text = console.environment[key.variable], !text.isEmpty {
                values[key] = Value(text: key.isPath ? text.absolute(in: console.folder) : text, origin: "$" + key.variable)
            }
        }
    }

    /// `columns: {text: 正文, published: 日期}`
    private mutating func readColumns(_ node: Node, at place: String) throws {
        guard let mapping = node.mapping else { throw Failure(.badSettings, place, status: .usage) }
        for (role, column) in mapping {
            guard let role = role.string, ColumnNames.roles.contains(role), let column = column.string else {
                throw Failure(.unknownSetting, place, role.string ?? "", ColumnNames.roles.joined(separator: ", "), status: .usage)
            }
            columns.set[role] = column
        }
    }

    /// The choice that a setting makes; nil where it is not set.
    func choice<Choice: RawRepresentable & CaseIterable>(_ key: Key, _ type: Choice.Type) throws -> Choice?
    where Choice.RawValue == String {
        guard let value = values[key] else { return nil }
        guard let choice = Choice(rawValue: value.text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(.badValue, value.origin, key.rawValue, value.text, known, status: .usage)
        }
        return choice
    }

    // MARK: Files

    /// The nearest `.meetings.yml` at or above a folder, and whose it is.
    private static func projectFile(nearest folder: String) -> (path: String, owner: uid_t)? {
        var folder = folder
        while true {
            let path = (folder == "/" ? "" : folder) + "/.meetings.yml"
            var status = stat()
            if lstat(path, &status) == 0 { return (path, status.st_uid) }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// `$XDG_CONFIG_HOME/meetings/config.yml`, else `~/.config/meetings/config.yml`.
    private static func userFile(_ environment: [String: String]) -> String? {
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? environment["HOME"].map { $0 + "/.config" }
        var status = stat()
        guard let path = folder.map({ $0 + "/meetings/config.yml" }), lstat(path, &status) == 0 else { return nil }
        return path
    }

    /// Bytes that a file of settings may have.
    private static let most = 1 << 16

    /// Reads a file. One that comes with a corpus (a project's) runs nothing and leads nowhere outside of its own folder.
    private mutating func read(_ path: String, isProject: Bool, home: String?) throws {
        let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let text: String
        do { text = try SmallFile.text(of: path, most: Self.most) } catch { throw Failure(.notRegular, path, error.reason, status: .usage) }
        guard let node = try? BoundedYAML.compose(text, most: Self.most) else {
            if text.allSatisfy({ $0.isWhitespace }) { return }
            throw Failure(.badSettings, path, status: .usage)
        }
        guard let mapping = node.mapping else { throw Failure(.badSettings, path, status: .usage) }
        for (name, value) in mapping {
            let place = "\(path):\(name.mark?.line ?? 1)"
            if name.string == "columns" {
                try readColumns(value, at: place)
                continue
            }
            guard let key = Key(rawValue: name.string ?? "") else {
                throw Failure(
                    .unknownSetting, place, name.string ?? "", Key.allCases.map(\.rawValue).joined(separator: ", "), status: .usage)
            }
            guard let text = value.string else { throw Failure(.badSettings, place, status: .usage) }
            if isProject, key == .pager {
                notes.append(Note(phrase: .settingNotFromCorpus, arguments: [place, key.rawValue]))
                continue
            }
            let expanded = text.hasPrefix("~/") ? home.map { $0 + text.dropFirst() } ?? text : text
            let target = expanded.absolute(in: folder)
            if isProject, key.isPath, !target.resolvesBelow(folder) {
                notes.append(Note(phrase: .settingLeavesFolder, arguments: [place, key.rawValue, text]))
                continue
            }
            values[key] = Value(text: key.isPath ? target : text, origin: place)
        }
    }
}

/// Settings are read once for a run.
final class SettingsMemory: @unchecked Sendable {
    var value: Settings?
    /// The corpus that the command reads: its files are no place for output.
    var corpus: String?
    /// The corrections of the corpora that were asked for, read once.
    var corrections: [String: Corrections?] = [:]
}

extension String {
    /// Whether the path, links followed as far as it exists, lies in or is a folder.
    fileprivate func resolvesBelow(_ folder: String) -> Bool {
        func real(_ path: String) -> String? {
            guard let found = realpath(path, nil) else { return nil }
            defer { free(found) }
            return String(cString: found)
        }
        guard let folder = real(folder) else { return false }
        var path = self, rest: [Substring] = []
        while true {
            if let found = real(path) {
                let whole = ([found] + rest.map(String.init)).joined(separator: "/")
                return !rest.contains("..") && (whole == folder || whole.hasPrefix(folder + "/"))
            }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return false }
            rest.insert(path[path.index(after: slash)...], at: 0)
            path = String(path[..<slash])
        }
    }

    /// The path, relative ones below a folder.
    func absolute(in folder: String) -> String { hasPrefix("/") ? self : (folder == "/" ? "" : folder) + "/" + self }
}
