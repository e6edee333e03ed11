import MeetingParser

extension Traces.Seed {
    /// What inference needs of a report, as the index keeps it.
    var json: String {
        var writer = JSONWriter()
        writer.object { sink in
            sink.key("isMeeting")
            sink.integer(isMeeting ? 1 : 0)
            sink.key("place")
            sink.string(place)
            sink.key("chair")
            sink.string(chair?.name)
            sink.key("chairTitle")
            sink.string(chair?.titles.first)
            sink.key("sessions")
            sink.array(sessions) { $1.writeJSON(to: &$0) }
            sink.key("day")
            sink.string(day?.iso)
            sink.key("isFirm")
            sink.integer(isFirm ? 1 : 0)
            sink.key("printed")
            sink.array(printed.map { [$0.month, $0.day, $0.lastMonth, $0.lastDay].map(Int.init) } ?? []) { $0.integer($1) }
            sink.key("sketch")
            sink.array(sketch.hashes) { $0.integer(Int($1)) }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    init(path: String, id: String, json bytes: [UInt8]) throws(JSONProblem) {
        var place: String?, chair: String?, chairTitle: String?, day: String?
        var sessions: [Session] = [], printed: [Int] = [], hashes: [Int] = []
        var isMeeting = false, isFirm = false
        _ = try JSONReader.read(bytes) { json throws(JSONProblem) in
            try json.object { key, json throws(JSONProblem) in
                switch key {
                case "isMeeting": isMeeting = try json.integer() == 1
                case "place": place = try json.optionalString()
                case "chair": chair = try json.optionalString()
                case "chairTitle": chairTitle = try json.optionalString()
                case "sessions": sessions = try json.array { json throws(JSONProblem) in try Session(json: &json) }
                case "day": day = try json.optionalString()
                case "isFirm": isFirm = try json.integer() == 1
                case "printed": printed = try json.array { json throws(JSONProblem) in try json.integer() }
                case "sketch": hashes = try json.array { json throws(JSONProblem) in try json.integer() }
                default: try json.skip()
                }
            }
        }
        self.init(
            path: path, id: id, isMeeting: isMeeting, place: place,
            chair: chair == nil && chairTitle == nil ? nil : Chair(name: chair, titles: chairTitle.map { [$0] } ?? []), sessions: sessions,
            day: day.flatMap { CalendarDay(iso: $0) }, isFirm: isFirm,
            printed: PrintedSpan(numbers: printed),
            sketch: Sketch(hashes: hashes.map { UInt32(truncatingIfNeeded: $0) }))
    }
}

extension PrintedSpan {
    fileprivate init?(numbers: [Int]) {
        let numbers = numbers.map { Int8(clamping: $0) }
        guard numbers.count == 4 else { return nil }
        self.init(month: numbers[0], day: numbers[1])
        (lastMonth, lastDay) = (numbers[2], numbers[3])
    }
}
