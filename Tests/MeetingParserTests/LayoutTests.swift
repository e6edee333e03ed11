import Foundation
import Testing

@testable import MeetingParser

/// The invariants of the architecture, looked up in the sources.
@Suite struct LayoutTests {
    private static func sources(_ folder: String) throws -> [(name: String, text: String)] {
        try PackageFiles.files(below: PackageFiles.root.appendingPathComponent("Sources/" + folder), endingIn: ".swift")
            .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }

    @Test func theParserReadsNoFileAndAsksNoClock() throws {
        let forbidden = ["FileManager", "Date()", "ProcessInfo", "getenv", "fopen", " open(", "URL(", "print(", "Data(contentsOf"]
        for (name, text) in try Self.sources("MeetingParser") {
            for word in forbidden where text.contains(word) { Issue.record("\(name) uses \(word)") }
            #expect(!text.contains("import MeetingCorpus"), "\(name)")
        }
    }

    @Test func theParserTrapsNowhereAndThrowsOnlyWithinAFile() throws {
        for (name, text) in try Self.sources("MeetingParser")
        where !["JSONReader.swift", "BoundedYAML.swift"].contains(name) && !name.hasPrefix("Meeting") {
            for word in ["fatalError", "precondition(", "try!", "as!"] where text.contains(word) { Issue.record("\(name) holds \(word)") }
            for line in text.split(separator: "\n") where line.contains("func ") && line.contains(" throws") {
                #expect(line.contains("private") || line.contains("rethrows"), "\(name): \(line)")
            }
        }
    }

    @Test func noRegularExpressionIsOnTheHotPath() throws {
        for (name, text) in try Self.sources("MeetingParser") {
            #expect(!text.contains("Regex") && !text.contains("NSRegularExpression"), "\(name)")
        }
    }

    @Test func onlyTheExecutablePrintsAndParsesArguments() throws {
        for folder in ["MeetingParser", "MeetingCorpus"] {
            for (name, text) in try Self.sources(folder) {
                for word in ["import ArgumentParser", "import Rainbow", "import TextTable", "print("] where text.contains(word) {
                    Issue.record("\(name) holds \(word)")
                }
            }
        }
    }

    @Test func noFieldKnowsAnotherField() throws {
        let fields = [
            "Chairs", "Participants", "Directives(", "Rankings.", "Bylines", "Agenda(", "Sessions.extract", "Assessments.extract",
            "Places.",
        ]
        let owner = [
            "Chairs": "Chairs", "Participants": "Participants", "Directives(": "Directives", "Rankings.": "Ranking", "Bylines": "Bylines",
            "Agenda(": "Agenda", "Sessions.extract": "Sessions", "Assessments.extract": "Assessments", "Places.": "Places",
        ]
        for (name, text) in try Self.sources("MeetingParser/Extraction") {
            for field in fields where text.contains(field) && !name.hasPrefix(owner[field]!) && name != "RuleBook.swift" {
                Issue.record("\(name) calls \(field)")
            }
        }
    }

    @Test func filesStaySmall() throws {
        for folder in ["MeetingParser", "MeetingCorpus", "meetings"] {
            for (name, text) in try Self.sources(folder) where name != "NamedReferences.swift" {
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(lines <= 300, "\(name) has \(lines) lines")
            }
        }
    }

    @Test func noRuleNamesThePeopleOrPlacesOfTheSamples() throws {
        let names = ["于军", "曾劲", "唐炜", "蔡奇", "陈吉宁", "海淀", "中关村", "杨中元", "金科新区", "北京"]
        for (name, text) in try Self.sources("MeetingParser") where name != "Municipalities.swift" {
            // Examples and comments may quote; what runs may not.
            let code = text.split(separator: "\n").filter { line in
                let bare = line.drop { $0 == " " }
                return !bare.hasPrefix("//") && !bare.contains("examples") && !bare.hasPrefix("(\"")
            }.joined(separator: "\n")
            for sample in names where code.contains("\"\(sample)") { Issue.record("\(name) names \(sample)") }
        }
    }
}
