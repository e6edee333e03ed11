import Foundation
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

    subscript(key: Key) -> Value? { values[key] }

    /// Reads the surroundings of a console; of several origins the strongest wins.
    init(of console: Console) throws {
        let home = console.environment["HOME"]
        if let user = Self.userFile(console.environment) { try read(user, home: home) }
        if let project = Self.projectFile(nearest: console.folder) { try read(project, home: home) }
        if let pager = console.environment["PAGER"], !pager.isEmpty { values[.pager] = Value(text: pager, origin: "$PAGER") }
        for key in Key.allCases {
            if let text = console.environment[key.variable], !text.isEmpty {
                values[key] = Value(text: key.isPath ? text.absolute(in: console.folder) : text, origin: "$" + key.variable)
            }
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

    /// The nearest `.meetings.yml` at or above a folder.
    private static func projectFile(nearest folder: String) -> String? {
        var folder = folder
        while true {
            let path = (folder == "/" ? "" : folder) + "/.meetings.yml"
            if FileManager.default.fileExists(atPath: path) { return path }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    /// `$XDG_CONFIG_HOME/meetings/config.yml`, else `~/.config/meetings/config.yml`.
    private static func userFile(_ environment: [String: String]) -> String? {
        let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? environment["HOME"].map { $0 + "/.config" }
        guard let path = folder.map({ $0 + "/meetings/config.yml" }), FileManager.default.fileExists(atPath: path) else { return nil }
        return path
    }

    private mutating func read(_ path: String, home: String?) throws {
        let folder = path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        guard let node = try? Yams.compose(yaml: text) else {
            if text.allSatisfy({ $0.isWhitespace }) { return }
            throw Failure(.badSettings, path, status: .usage)
        }
        guard let mapping = node.mapping else { throw Failure(.badSettings, path, status: .usage) }
        for (name, value) in mapping {
            let place = "\(path):\(name.mark?.line ?? 1)"
            guard let key = Key(rawValue: name.string ?? "") else {
                throw Failure(
                    .unknownSetting, place, name.string ?? "", Key.allCases.map(\.rawValue).joined(separator: ", "), status: .usage)
            }
            guard let text = value.string else { throw Failure(.badSettings, place, status: .usage) }
            let expanded = text.hasPrefix("~/") ? home.map { $0 + text.dropFirst() } ?? text : text
            values[key] = Value(text: key.isPath ? expanded.absolute(in: folder) : text, origin: place)
        }
    }
}

extension String {
    /// The path, relative ones below a folder.
    func absolute(in folder: String) -> String { hasPrefix("/") ? self : (folder == "/" ? "" : folder) + "/" + self }
}
