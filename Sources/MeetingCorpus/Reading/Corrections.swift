import Foundation
import MeetingParser
import Yams

/// Values that a user sets for records by id, in a `corrections.yml`:
///
/// ```yaml
/// haidian/003_c668f3bf50f208aa:
///   date: 2020-07-16
///   chair: {name: 于军, titles: [区委书记]}
///   agenda:
///     - {action: 研究, title: 生活垃圾分类工作}
/// ```
///
/// They are laid over the record each time it is parsed, before inference, so that a corrected day anchors its series.
public struct Corrections: Sendable {
    /// What is said of one record.
    struct Entry: Sendable {
        var line: Int
        /// Title or date that an entry had when it was corrected: the numbers of entries move.
        var was: String?
        var fields: [(name: String, value: JSONValue, line: Int)]
    }

    /// The file as named in messages.
    public let file: String
    /// Names that are one.
    public private(set) var aliases = Aliases()
    private(set) var entries: [String: Entry] = [:]
    /// What in the file could not be read, with its line.
    private(set) var problems: [CorpusProblem] = []

    /// Keys that a correction may set.
    static let settable = Dictionary(
        uniqueKeysWithValues: Meeting.catalogue.filter(\.role.isSettable).map { ($0.name, $0.type) })

    /// Bytes that a file of corrections may have.
    private static let most = 16 << 20

    /// Reads a file; nil where there is none. What cannot be read in it is among `problems`.
    ///
    /// - Throws: `CorrectionsError` where something else lies there, or it cannot be read: corrections that were meant and
    ///   are not applied would go unseen.
    public init?(path: String, named name: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        file = name
        let bytes: [UInt8]
        switch FileReader.read(path, most: Self.most) {
        case .failure(let problem): throw CorrectionsError(file: name, reason: problem.reason)
        case .success(let read): bytes = read
        }
        do {
            guard let root = try BoundedYAML.compose(String(decoding: bytes, as: UTF8.self), most: Self.most) else { return }
            guard let mapping = root.mapping else {
                problems.append(CorpusProblem(path: name, reason: "write ids, and below each the fields to set"))
                return
            }
            for (key, value) in mapping { add(key, value) }
        } catch {
            switch error {
            case .malformed(let line, let reason):
                problems.append(CorpusProblem(path: "\(name):\(line)", reason: "not valid YAML: \(reason)"))
            case .aliases: problems.append(CorpusProblem(path: name, reason: "not read: it has YAML aliases"))
            case .tooDeep: problems.append(CorpusProblem(path: name, reason: "not read: it nests too deeply"))
            case .tooLarge: problems.append(CorpusProblem(path: name, reason: "not read: it is too large"))
            }
        }
    }

    private mutating func add(_ key: Node, _ value: Node) {
        let line = key.mark?.line ?? 1
        if key.string == Aliases.key {
            aliases.file = file
            return aliases.read(value) { problems.append(CorpusProblem(path: "\(file):\($0)", reason: $1)) }
        }
        guard let id = key.string, let fields = value.mapping else {
            problems.append(CorpusProblem(path: "\(file):\(line)", reason: "write an id, and below it the fields to set"))
            return
        }
        var entry = Entry(line: line, fields: [])
        for (name, value) in fields {
            let line = name.mark?.line ?? line
            if name.string == "was" {
                entry.was = value.string
                continue
            }
            guard let name = name.string, Self.settable[name] != nil else {
                problems.append(
                    CorpusProblem(
                        path: "\(file):\(line)",
                        reason:
                            "there is no field “\(name.string ?? "")” to set; there are \(Self.settable.keys.sorted().joined(separator: ", "))"
                    ))
                continue
            }
            entry.fields.append((name, JSONValue(value), line))
        }
        entries[id] = entry
    }

    /// What is said of the records of a file, with its lines: it changes when their corrections do.
    func wording(of id: String) -> String {
        let own = entries.filter {
            $0.key == id || $0.key.hasPrefix(id) && $0.key.dropFirst(id.count).first.map { "#/.".contains($0) } == true
        }
        return own.isEmpty ? "" : Self.wording(of: own, file)
    }

    /// A number for all that is said.
    var trace: Int { ContentHash.of(Array(Self.wording(of: entries, file).utf8)) }

    private static func wording(of entries: [String: Entry], _ file: String) -> String {
        var writer = JSONWriter()
        for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
            writer.string(id)
            writer.array(entry.fields) { writer, field in
                writer.string("\(file):\(field.line) \(field.name)")
                field.value.write(to: &writer)
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// The ids of which no report of the corpus was found. A name `file#key` is looked for among the reports themselves.
    func unused(in ids: Set<String>) -> [CorpusProblem] {
        entries.filter { !ids.contains($0.key) && Self.key(in: $0.key) == nil && Meeting.id(of: $0.key) != Aliases.key }.sorted {
            $0.value.line < $1.value.line
        }.map {
            let isMany = ids.contains($0.key + "#1")
            let reason =
                isMany
                ? "“\($0.key)” is now a file of many reports: write “\($0.key)#1” with `was:` and its title or date"
                : "no report has the id “\($0.key)”"
            return CorpusProblem(path: "\(file):\($0.value.line)", reason: reason)
        }
    }

    /// The part of an id that is a key of an entry's own; nil where it is a number or there is none.
    private static func key(in id: String) -> Substring? {
        guard let mark = id.firstIndex(of: "#") else { return nil }
        let key = id[id.index(after: mark)...]
        return Int(key) == nil ? key : nil
    }

    /// What is said of a record: by its id, or by its file and a key of its own.
    private func entry(for meeting: Meeting) -> Entry? {
        // Below `aliases` stand names that are one.
        if meeting.id == Aliases.key { return entries[meeting.path] }
        if let entry = entries[meeting.id] { return entry }
        guard let key = meeting.clues.key, let mark = meeting.id.lastIndex(of: "#") else { return nil }
        return entries[meeting.id[...mark] + key]
    }

    /// Sets the fields of a record; what does not fit its field is a problem and leaves the field as it was.
    func apply(to meeting: inout Meeting) -> [CorpusProblem] {
        guard let entry = entry(for: meeting) else { return [] }
        var problems: [CorpusProblem] = []
        if entries[meeting.id] != nil, meeting.entry > 0 {
            let fits = entry.was.map { $0 == meeting.date || $0 == meeting.title } ?? false
            guard fits else {
                let reason =
                    entry.was == nil
                    ? "entries move: write `was:` with the title or the date of \(meeting.id) beside its fields"
                    : "\(meeting.id) is now another report, “\(meeting.title)”: not corrected"
                return [CorpusProblem(path: "\(file):\(entry.line)", reason: reason)]
            }
        }
        for field in entry.fields {
            do {
                try meeting.correct(field.name, to: field.value, source: "\(file):\(field.line)")
            } catch {
                problems.append(
                    CorpusProblem(
                        path: "\(file):\(field.line)", reason: "“\(field.name)” of \(meeting.id) does not fit: \(error.shortReason)"))
            }
        }
        return problems
    }
}

extension Meeting {
    fileprivate mutating func correct(_ field: String, to value: JSONValue, source: String) throws {
        let value = Corrections.settable[field]?.completed(value) ?? value
        if field == "date" || field == "endDate" { try Self.checkDay(value) }
        var writer = JSONWriter()
        value.write(to: &writer)
        var corrected = self
        try JSONReader.read(writer.bytes) { json throws(JSONProblem) in try corrected.read(field, from: &json) }
        corrected.evidence = evidence.filter { $0.key != field && !$0.key.hasPrefix(field + ".") }
        if field == "date" {
            corrected.dateBasis = DateBasis(evidence: source)
            corrected.warnings.removeAll { $0.field == "date" }
        }
        corrected.absent[field] = value == .null || value == .array([]) ? .unstated : nil
        corrected.clues.corrected[field] = source
        corrected.warnings.append(Warning(field: field, code: "corrected", message: "set by " + source))
        self = corrected
    }

    private static func checkDay(_ value: JSONValue) throws {
        if case .null = value { return }
        guard case .string(let text) = value, Period(text) != nil, text.utf8.count == 7 || text.utf8.count == 10 else { throw NoDay() }
    }

    private struct NoDay: Error {}
}

extension Error {
    /// What a decoding error says, in a few words.
    fileprivate var shortReason: String {
        switch self as? JSONProblem {
        case .missing(let key): "“\(key)” is missing"
        case .wrongType, .malformed: "it has another form; `meetings schema` shows it"
        case .unknownWord: "it is none of the values that `meetings schema` lists"
        case nil: "write a day as 2020-05-27"
        }
    }
}

/// Why corrections that are there cannot be read at all.
public struct CorrectionsError: Error {
    /// The file, as it was named.
    public var file: String
    /// In English, with the line where one is known.
    public var reason: String
}
