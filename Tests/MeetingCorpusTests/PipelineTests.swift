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
        try RecordStream(root: root).run({ input.next().map { .bytes(Array($0.utf8)) } }) { outcome in
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
        let paths = try FileTree(at: root).map(\.path)
        #expect(try piped(paths.reversed(), root: root).records.sorted() == listed(root).sorted())
    }

    @Test func packedReportsAreReadAsTheirFiles() throws {
        let root = Self.root.appendingPathComponent("Fixtures/reports").path
        let packed = try FileTree(at: root).map { file in
            let content = try String(contentsOfFile: String(decoding: file.location, as: UTF8.self), encoding: .utf8)
            return String(decoding: try JSONEncoder().encode(["path": file.path, "content": content]), as: UTF8.self)
        }
        #expect(try piped(packed, root: "/nowhere").records == listed(root))
    }

    @Test func oneBadLineNeverStopsTheRest() throws {
        let root = Self.root.appendingPathComponent("Fixtures/reports").path
        let good = try FileTree(at: root)[0].path
        let found = try piped(["missing.txt", "{\"path\": 3}", "", good], root: root)
        #expect(found.records.count == 1)
        #expect(found.problems.map(\.path) == ["missing.txt", "-:2"])
    }

    /// The lines of a file with these bytes.
    private func lines(_ bytes: Data) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try bytes.write(to: file)
        let descriptor = open(file.path, O_RDONLY)
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor)
        var lines: [String] = []
        while let line = try reader.next() {
            switch line {
            case .bytes(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .tooLong(let count): lines.append("too long: \(count)")
            }
        }
        return lines
    }

    @Test func linesAreReadAcrossBlocks() throws {
        let long = String(repeating: "会", count: 200_000)
        #expect(try lines(Data("a\n\n\(long)\nend".utf8)) == ["a", "", long, "end"])
    }

    @Test func aLineThatIsTooLongIsPassedOver() throws {
        let long = String(repeating: "a", count: LineReader.standardLimit + 300_000)
        #expect(try lines(Data("a\n\(long)\nend".utf8)) == ["a", "too long: \(long.utf8.count)", "end"])
    }

    /// What came before a damaged end is told before the damage.
    @Test func aDamagedEndLosesNothingBeforeIt() throws {
        let root = Self.root.appendingPathComponent("Fixtures/reports").path
        let paths = try FileTree(at: root).map(\.path)
        var left = paths[...], told: [String] = []
        struct Broken: Error {}
        #expect(throws: Broken.self) {
            try RecordStream(root: root).run {
                guard let path = left.popFirst() else { throw Broken() }
                return .bytes(Array(path.utf8))
            } _: {
                if case .record = $0 { told.append("") }
            }
        }
        #expect(told.count == paths.count)
    }

    @Test(.enabled(if: PipelineTests.hasShared, "shared/hostile is not there"))
    func framesThatAreToBeSkippedAreUnderstood() throws {
        let file = Self.root.appendingPathComponent("../shared/hostile/skip.zst")
        #expect(try !lines(Data(contentsOf: file)).isEmpty)
    }

    private static let hasShared = FileManager.default.fileExists(atPath: root.appendingPathComponent("../shared/hostile").path)

    private static let gzip = Data(base64Encoded: "H4sIAAAAAAACA3u+Zs2THQ0vFvZwAQASPsTFCgAAAB+LCAAAAAAAAgMrTk3Oz0vhAgB+wA8GBwAAAA==")!
    private static let zstd = Data(base64Encoded: "KLUv/QRYiQAA56ys5LiA6KGMCnNlY29uZArtM3n4")!

    /// Two members of gzip one behind the other, and a frame of zstd, as the programs write them.
    @Test(arguments: [gzip, zstd])
    func packedStreamsAreUnpacked(_ stream: Data) throws {
        #expect(try lines(stream) == ["第一行", "second"])
        #expect(throws: LineReader.Problem.self) { try lines(stream.dropLast(3)) }
        #expect(throws: LineReader.Problem.self) { try lines(stream.prefix(14) + Data("broken here".utf8) + stream.dropFirst(14)) }
    }
}
