extension Meeting {
    /// Reads a record back from its JSON, which holds every key of the contract.
    public init(json bytes: [UInt8]) throws(JSONProblem) {
        self = try JSONReader.read(bytes) { json throws(JSONProblem) in
            var meeting = Meeting(path: "")
            try json.object(requiring: Meeting.fields) { key, json throws(JSONProblem) in try meeting.read(key, from: &json) }
            return meeting
        }
    }

    /// Sets the field of a key from its value; of keys that a record does not have, and of those that follow from
    /// others, the value is skipped.
    public mutating func read(_ field: String, from json: inout JSONReader) throws(JSONProblem) {
        switch field {
        case "id": id = try json.string()
        case "path": path = try json.string()
        case "kind": kind = try json.word()
        case "title": title = try json.string()
        case "url": url = try json.optionalString()
        case "source": source = try json.optionalString()
        case "publisher": publisher = try json.optionalString()
        case "published": published = try json.optionalString()
        case "date": date = try json.optionalString()
        case "endDate": endDate = try json.optionalString()
        case "dateBasis": dateBasis = try DateBasis(from: &json)
        case "timeOfDay": timeOfDay = try json.optionalString()
        case "jurisdiction": jurisdiction = try json.optionalString()
        case "sessions": sessions = try json.array(Session.init)
        case "chair": chair = try json.optional(Chair.init)
        case "participants": participants = try json.array(Participant.init)
        case "agenda": agenda = try json.array(AgendaItem.init)
        case "directives": directives = try json.array(Directive.init)
        case "documents": documents = try json.array(CitedDocument.init)
        case "rankings": rankings = try json.array(Ranking.init)
        case "assessments": assessments = try json.array(Assessment.init)
        case "reporters": reporters = try json.strings()
        case "editors": editors = try json.strings()
        case "absent": try json.object { key, json throws(JSONProblem) in absent[key] = try json.word() }
        case "duplicates": duplicates = try json.strings()
        case "warnings": warnings = try json.array(Warning.init)
        case "spans": try json.object { key, json throws(JSONProblem) in evidence[key] = Evidence(span: try SourceSpan(from: &json)) }
        case "text": text = try json.optionalString()
        default: try json.skip()
        }
    }
}

extension Session {
    public init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(body: "", number: nil, term: nil)
        try json.object(requiring: ["body"]) { key, json throws(JSONProblem) in
            switch key {
            case "body": body = try json.string()
            case "number": number = try json.optionalInteger()
            case "term": term = try json.optionalInteger()
            default: try json.skip()
            }
        }
    }
}

extension Chair {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(name: nil, titles: [])
        try json.object(requiring: ["titles"]) { key, json throws(JSONProblem) in
            switch key {
            case "name": name = try json.optionalString()
            case "titles": titles = try json.strings()
            default: try json.skip()
            }
        }
    }
}

extension Participant {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(name: "", titles: [], role: .attended)
        try json.object(requiring: ["name", "titles", "role"]) { key, json throws(JSONProblem) in
            switch key {
            case "name": name = try json.string()
            case "titles": titles = try json.strings()
            case "role": role = try json.word()
            default: try json.skip()
            }
        }
    }
}

extension AgendaItem {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(number: 0, action: "", title: "", documents: [])
        try json.object(requiring: ["number", "action", "title", "documents"]) { key, json throws(JSONProblem) in
            switch key {
            case "number": number = try json.integer()
            case "action": action = try json.string()
            case "title": title = try json.string()
            case "documents": documents = try json.strings()
            default: try json.skip()
            }
        }
    }
}

extension Directive {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(number: 0, agenda: nil, speaker: nil, verb: nil, point: nil, text: "")
        try json.object(requiring: ["number", "text"]) { key, json throws(JSONProblem) in
            switch key {
            case "number": number = try json.integer()
            case "agenda": agenda = try json.optionalInteger()
            case "speaker": speaker = try json.optionalString()
            case "verb": verb = try json.optionalString()
            case "point": point = try json.optionalInteger()
            case "text": text = try json.string()
            default: try json.skip()
            }
        }
    }
}

extension CitedDocument {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(title: "", mentions: 0)
        try json.object(requiring: ["title", "mentions"]) { key, json throws(JSONProblem) in
            switch key {
            case "title": title = try json.string()
            case "mentions": mentions = try json.integer()
            default: try json.skip()
            }
        }
    }
}

extension Ranking {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(scope: nil, metric: nil, end: .top, period: nil, entries: [])
        try json.object(requiring: ["end", "entries"]) { key, json throws(JSONProblem) in
            switch key {
            case "scope": scope = try json.optionalString()
            case "metric": metric = try json.optionalString()
            case "end": end = try json.word()
            case "period": period = try json.optionalString()
            case "entries": entries = try json.strings()
            default: try json.skip()
            }
        }
    }
}

extension Assessment {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(unit: "", strengths: nil, shortcomings: [])
        try json.object(requiring: ["unit", "shortcomings"]) { key, json throws(JSONProblem) in
            switch key {
            case "unit": unit = try json.string()
            case "strengths": strengths = try json.optionalString()
            case "shortcomings": shortcomings = try json.strings()
            default: try json.skip()
            }
        }
    }
}

extension DateBasis {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init()
        try json.object { key, json throws(JSONProblem) in
            switch key {
            case "day": day = try json.optional { json throws(JSONProblem) in try json.word() }
            case "year": year = try json.optional { json throws(JSONProblem) in try json.word() }
            case "evidence": evidence = try json.optionalString()
            default: try json.skip()
            }
        }
    }
}

extension Warning {
    init(from json: inout JSONReader) throws(JSONProblem) {
        self.init(field: "", code: "", message: "")
        try json.object(requiring: ["field", "code", "message"]) { key, json throws(JSONProblem) in
            switch key {
            case "field": field = try json.string()
            case "code": code = try json.string()
            case "message": message = try json.string()
            default: try json.skip()
            }
        }
    }
}

extension SourceSpan {
    init(from json: inout JSONReader) throws(JSONProblem) {
        let ends = try json.array { json throws(JSONProblem) in try json.integer() }
        guard ends.count == 2 else { throw .wrongType }
        self.init(start: ends[0], end: ends[1])
    }
}
