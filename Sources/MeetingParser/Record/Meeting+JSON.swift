extension Meeting {
    /// The record as a line of JSON, with its line feed.
    public var line: [UInt8] {
        var writer = JSONWriter(capacity: 1 << 14)
        write(to: &writer)
        writer.endLine()
        return writer.take()
    }

    /// The keys of a record, in the order of the contract.
    private enum Key: String, CaseIterable {
        case id, path, kind, title, url, source, publisher, published, date, endDate, dateBasis, timeOfDay, jurisdiction, sessions
        case body, session, chair, participants, agenda, directives, documents, rankings, assessments, reporters, editors, absent
        case duplicates, warnings, spans, text
    }

    /// Every key that a record always has, in the order of the contract.
    public static let fields: [String] = Key.allCases.filter { $0 != .spans && $0 != .text }.map(\.rawValue)

    /// Writes the record in the order of the contract; `spans` and `text` only where they were asked for.
    public func write(to sink: inout some JSONSink) {
        sink.object { sink in
            for key in Key.allCases where (key != .spans || !evidence.isEmpty) && (key != .text || text != nil) { write(key, to: &sink) }
        }
    }

    /// Writes one key and its value; false where there is no such key.
    @discardableResult
    public func write(_ field: String, to sink: inout some JSONSink) -> Bool {
        guard let key = Key(rawValue: field) else { return false }
        write(key, to: &sink)
        return true
    }

    private func write(_ key: Key, to sink: inout some JSONSink) {
        switch key {
        case .id: write("id", id, to: &sink)
        case .path: write("path", path, to: &sink)
        case .kind: write("kind", kind.rawValue, to: &sink)
        case .title: write("title", title, to: &sink)
        case .url: write("url", url, to: &sink)
        case .source: write("source", source, to: &sink)
        case .publisher: write("publisher", publisher, to: &sink)
        case .published: write("published", published, to: &sink)
        case .date: write("date", date, to: &sink)
        case .endDate: write("endDate", endDate, to: &sink)
        case .dateBasis: writeDateBasis(to: &sink)
        case .timeOfDay: write("timeOfDay", timeOfDay, to: &sink)
        case .jurisdiction: write("jurisdiction", jurisdiction, to: &sink)
        case .sessions: writeSessions(to: &sink)
        case .body: write("body", body, to: &sink)
        case .session:
            sink.key("session")
            sink.integer(session)
        case .chair: writeChair(to: &sink)
        case .participants: writeParticipants(to: &sink)
        case .agenda: writeAgenda(to: &sink)
        case .directives: writeDirectives(to: &sink)
        case .documents: writeDocuments(to: &sink)
        case .rankings: writeRankings(to: &sink)
        case .assessments: writeAssessments(to: &sink)
        case .reporters: write("reporters", reporters, to: &sink)
        case .editors: write("editors", editors, to: &sink)
        case .absent: writeAbsent(to: &sink)
        case .duplicates: write("duplicates", duplicates, to: &sink)
        case .warnings: writeWarnings(to: &sink)
        case .spans: writeSpans(to: &sink)
        case .text: write("text", text, to: &sink)
        }
    }

    private func write(_ key: StaticString, _ value: String?, to sink: inout some JSONSink) {
        sink.key(key)
        sink.string(value)
    }

    private func write(_ key: StaticString, _ values: [String], to sink: inout some JSONSink) {
        sink.key(key)
        sink.strings(values)
    }

    private func writeDateBasis(to sink: inout some JSONSink) {
        sink.key("dateBasis")
        sink.object {
            $0.key("day")
            $0.string(dateBasis.day?.rawValue)
            $0.key("year")
            $0.string(dateBasis.year?.rawValue)
            $0.key("evidence")
            $0.string(dateBasis.evidence)
        }
    }

    private func writeSessions(to sink: inout some JSONSink) {
        sink.key("sessions")
        sink.array(sessions) { $1.write(to: &$0) }
    }

    private func writeChair(to sink: inout some JSONSink) {
        sink.key("chair")
        guard let chair else { return sink.null() }
        sink.object {
            $0.key("name")
            $0.string(chair.name)
            $0.key("titles")
            $0.strings(chair.titles)
        }
    }

    private func writeParticipants(to sink: inout some JSONSink) {
        sink.key("participants")
        sink.array(participants) { sink, person in
            sink.object {
                $0.key("name")
                $0.string(person.name)
                $0.key("titles")
                $0.strings(person.titles)
                $0.key("role")
                $0.string(person.role.rawValue)
            }
        }
    }

    private func writeAgenda(to sink: inout some JSONSink) {
        sink.key("agenda")
        sink.array(agenda) { sink, item in
            sink.object {
                $0.key("number")
                $0.integer(item.number)
                $0.key("action")
                $0.string(item.action)
                $0.key("title")
                $0.string(item.title)
                $0.key("documents")
                $0.strings(item.documents)
            }
        }
    }

    private func writeDirectives(to sink: inout some JSONSink) {
        sink.key("directives")
        sink.array(directives) { sink, directive in
            sink.object {
                $0.key("number")
                $0.integer(directive.number)
                $0.key("agenda")
                $0.integer(directive.agenda)
                $0.key("speaker")
                $0.string(directive.speaker)
                $0.key("verb")
                $0.string(directive.verb)
                $0.key("point")
                $0.integer(directive.point)
                $0.key("text")
                $0.string(directive.text)
            }
        }
    }

    private func writeDocuments(to sink: inout some JSONSink) {
        sink.key("documents")
        sink.array(documents) { sink, document in
            sink.object {
                $0.key("title")
                $0.string(document.title)
                $0.key("mentions")
                $0.integer(document.mentions)
            }
        }
    }

    private func writeRankings(to sink: inout some JSONSink) {
        sink.key("rankings")
        sink.array(rankings) { sink, ranking in
            sink.object {
                $0.key("scope")
                $0.string(ranking.scope)
                $0.key("metric")
                $0.string(ranking.metric)
                $0.key("end")
                $0.string(ranking.end.rawValue)
                $0.key("period")
                $0.string(ranking.period)
                $0.key("entries")
                $0.strings(ranking.entries)
            }
        }
    }

    private func writeAssessments(to sink: inout some JSONSink) {
        sink.key("assessments")
        sink.array(assessments) { sink, assessment in
            sink.object {
                $0.key("unit")
                $0.string(assessment.unit)
                $0.key("strengths")
                $0.string(assessment.strengths)
                $0.key("shortcomings")
                $0.strings(assessment.shortcomings)
            }
        }
    }

    private func writeAbsent(to sink: inout some JSONSink) {
        sink.key("absent")
        sink.object {
            for (field, absence) in absent.sorted(by: { $0.key < $1.key }) {
                $0.key(named: field)
                $0.string(absence.rawValue)
            }
        }
    }

    private func writeWarnings(to sink: inout some JSONSink) {
        sink.key("warnings")
        sink.array(warnings) { sink, warning in
            sink.object {
                $0.key("field")
                $0.string(warning.field)
                $0.key("code")
                $0.string(warning.code)
                $0.key("message")
                $0.string(warning.message)
            }
        }
    }

    private func writeSpans(to sink: inout some JSONSink) {
        sink.key("spans")
        sink.object {
            for (field, evidence) in evidence.sorted(by: { $0.key < $1.key }) {
                $0.key(named: field)
                $0.beginArray()
                $0.integer(evidence.span.start)
                $0.integer(evidence.span.end)
                $0.endArray()
            }
        }
    }
}

extension Session {
    public func write(to sink: inout some JSONSink) {
        sink.object {
            $0.key("body")
            $0.string(body)
            $0.key("number")
            $0.integer(number)
            $0.key("term")
            $0.integer(term)
        }
    }
}
