import MeetingParser

extension Finding {
    /// The line of a record with what was found.
    ///
    /// Only the few fields that inference looks at are read and written again; the others are copied as they stand. The
    /// line must be one that `Meeting` wrote; `clues` are its clues as JSON.
    func applied(to line: [UInt8], clues: [UInt8]) throws -> [UInt8] {
        let runs = line.withUnsafeBytes { bytes in Self.runs.map { $0.range(in: bytes) } }
        var meeting = Meeting(path: "")
        try JSONReader.read(clues) { json throws(JSONProblem) in try meeting.read("clues", from: &json) }
        for run in runs {
            try JSONReader.read([UInt8(ascii: "{")] + line[run] + [UInt8(ascii: "}")]) { json throws(JSONProblem) in
                try json.object { key, json throws(JSONProblem) in try meeting.read(key, from: &json) }
            }
        }
        apply(to: &meeting)
        var amended: [UInt8] = []
        amended.reserveCapacity(line.count + 512)
        var copied = 0
        for (fields, run) in zip(Self.runs, runs) {
            var writer = JSONWriter()
            writer.object { for field in fields.names { meeting.write(field, to: &$0) } }
            let object = writer.bytes
            amended += line[copied..<run.lowerBound]
            amended += object[1..<object.count - 1]
            copied = run.upperBound
        }
        amended += line[copied...]
        return amended
    }

    /// Fields that stand side by side in a record.
    private struct Run {
        let names: ArraySlice<String>
        private let first: [UInt8]
        /// What may follow, most likely first.
        private let followers: [[UInt8]]

        init(_ first: String, through last: String) {
            let start = Meeting.fields.firstIndex(of: first)!, end = Meeting.fields.firstIndex(of: last)! + 1
            names = Meeting.fields[start..<end]
            self.first = Self.mark(first)
            followers = (Meeting.fields[end...].prefix(1) + ["spans", "text"]).map(Self.mark)
        }

        /// A comma and the begin of a key; in a string its quotation mark would be escaped. Looked for by their last bytes,
        /// which are rarer than the colon behind.
        private static func mark(_ name: String) -> [UInt8] { Array(",\"\(name)".utf8) }

        /// Where the fields stand in a line, from the first key to the last value.
        func range(in line: UnsafeRawBufferPointer) -> Range<Int> {
            let start = memoryOffset(of: first, in: line)! + 1
            let end = followers.lazy.compactMap { memoryOffset(of: $0, in: line, from: start) }.first
            // Behind the last field of all stand a brace and the line feed.
            return start..<(end ?? line.count - 2)
        }
    }

    private static let runs = [Run("date", through: "jurisdiction"), Run("absent", through: "warnings")]
}
