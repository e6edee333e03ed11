import Foundation
import MeetingParser
import Testing

@testable import MeetingCorpus

@Suite struct PipelineTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The two stages one behind the other, over lines of input.
    private func piped(_ lines: [String], root: String) throws -> (records: [String], problems: [CorpusProblem]) {
        var input = lines.makeIterator()
        var resolver = RecordResolver()
        var problems: [CorpusProblem] = []
        try RecordStream(root: root).run({ input.next().map { Array($0.utf8) } }) { outcome in
            switch outcome {
            case .record(let line, _):
                let isRecord = resolver.add(Array(line.dropLast()))
                #expect(isRecord)
            case .problem(let problem): problems.append(problem)
            }
        }
        var records: [String] = []
        resolver.resolve { records.append(String(decoding: $0, as: UTF8.self)) }
        return (records, problems)
    }

    private func listed(_ folder: String) throws -> [String] {
        try CorpusReader(root: folder).read().meetings.map { meeting in
            var writer = JSONWriter()
            meeting.write(to: &writer)
            writer.endLine()
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }

    @Test(arguments: ["Fixtures/reports", "Fixtures/composed/reports"])
    func parseAndResolveGiveWhatOneReaderGives(_ folder: String) throws {
        let root = Self.root.appendingPathComponent(folder).path
        let paths = try FileTree.files(at: root).map(\.path)
        #expect(try piped(paths.reversed(), root: root).records.sorted() == listed(root).sorted())
    }

    @Test func packedReportsAreReadAsTheirFiles() throws {
        let root = Self.root.appendingPathComponent("Fixtures/reports").path
        let packed = try FileTree.files(at: root).map { file in
            let content = try String(contentsOfFile: file.location, encoding: .utf8)
            return String(decoding: try JSONEncoder().encode(["path": file.path, "content": content]), as: UTF8.self)
        }
        #expect(try piped(packed, root: "/nowhere").records == listed(root))
    }

    @Test func oneBadLineNeverStopsTheRest() throws {
        let root = Self.root.appendingPathComponent("Fixtures/reports").path
        let good = try FileTree.files(at: root)[0].path
        let found = try piped(["missing.txt", "{\"path\": 3}", "", good], root: root)
        #expect(found.records.count == 1)
        #expect(found.problems.map(\.path) == ["missing.txt", "-:2"])
    }

    @Test func linesAreReadAcrossBlocks() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let long = String(repeating: "会", count: 200_000)
        try Data("a\n\n\(long)\nend".utf8).write(to: file)
        let descriptor = open(file.path, O_RDONLY)
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor)
        var lines: [Int] = []
        while let line = try reader.next() { lines.append(line.count) }
        #expect(lines == [1, 0, 600_000, 3])
    }

    @Test func compressedStreamsAreNamed() throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try Data([0x1F, 0x8B, 8, 0]).write(to: file)
        let descriptor = open(file.path, O_RDONLY)
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor)
        #expect(throws: LineReader.Problem.self) { _ = try reader.next() }
    }
}
