import Foundation
import Testing

@testable import meetings

@Suite struct SettingsTests {
    private func inFolder<R>(_ files: [String: String], _ body: (String) throws -> R) throws -> R {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    private func settings(_ folder: String, _ environment: [String: String]) throws -> Settings {
        try Settings(
            of: Console(
                out: OutputStream(descriptor: nil), err: OutputStream(descriptor: nil), terminal: .none, environment: environment,
                folder: folder + "/a/b"))
    }

    @Test func strongerOriginsWin() throws {
        try inFolder([
            "a/.meetings.yml": "corpus: reports\nformat: csv\n", "home/meetings/config.yml": "format: tsv\nstyle: grid\n", "a/b/x": "",
        ]) {
            folder in
            let environment = ["XDG_CONFIG_HOME": folder + "/home", "MEETINGS_LANG": "zh", "PAGER": "more"]
            let found = try settings(folder, environment)
            #expect(found[.corpus] == Settings.Value(text: folder + "/a/reports", origin: folder + "/a/.meetings.yml:1"))
            #expect(found[.format]?.text == "csv")
            #expect(found[.style]?.text == "grid")
            #expect(found[.lang] == Settings.Value(text: "zh", origin: "$MEETINGS_LANG"))
            #expect(found[.pager] == Settings.Value(text: "more", origin: "$PAGER"))
            #expect(try settings(folder, environment.merging(["MEETINGS_FORMAT": "json"]) { $1 })[.format]?.text == "json")
        }
    }

    @Test(arguments: [
        ("colour: red\n", ".meetings.yml:1: there is no setting “colour”"), ("corpus: [\n", "not valid YAML settings"),
        ("3\n", "not valid"),
    ])
    func badSettingsAreNamedWithTheirPlace(_ text: String, _ message: String) throws {
        try inFolder(["a/b/.meetings.yml": text]) { folder in
            let (code, _, err) = CommandTests.run(["config"], folder: folder + "/a/b")
            #expect(code == 2)
            #expect(err.contains(message), "\(err)")
        }
    }

    @Test func anEmptySettingsFileSetsNothing() throws {
        try inFolder(["a/b/.meetings.yml": "\n"]) { folder in
            let empty = try settings(folder, [:])
            #expect(empty[.corpus] == nil)
        }
    }
}
