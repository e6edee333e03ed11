import MeetingCorpus
import MeetingParser

/// The tables of a page: people, who sits with whom, gaps, documents, units' places over time; those without a row are left out.
struct CorpusTables {
    private let meetings: [Meeting]
    private let words: ReportWords

    /// Rows of a table at most.
    private static let most = 40

    init(_ meetings: [Meeting], _ words: ReportWords) {
        self.meetings = meetings
        self.words = words
    }

    var all: [[String: Any]] { [people, together, gaps, courses].compactMap(\.self) + places }

    private func table(_ id: String, _ name: String, _ command: String, _ table: Table) -> [String: Any]? {
        guard !table.rows.isEmpty else { return nil }
        let shown = Table(columns: table.columns, rows: Array(table.rows.prefix(Self.most)))
        let columns = zip(shown.columns, words.language.labels(of: shown.columns)).map {
            ["name": $1, "isNumber": $0.content == .number] as [String: Any]
        }
        let rows = shown.cells.map { cells in
            ["cells": zip(shown.columns, cells).map { $0.content == .number ? ["text": $1, "class": "n"] : ["text": $1] }]
        }
        return [
            "id": id, "name": name, "note": words.first(shown.rows.count, of: table.rows.count, command), "columns": columns, "rows": rows,
        ]
    }

    private var people: [String: Any]? {
        let people = PersonRecord.all(in: meetings).map { person in
            (person, person.chaired + person.roles.values.reduce(0, +))
        }.sorted { ($1.1, $0.0.name) < ($0.1, $1.0.name) }
        let rows = people.map { person, all -> [JSONValue] in
            [
                .string(person.name), .string(person.place), .string(person.titles.last?.title), .integer(all), .integer(person.chaired),
                .string(person.first), .string(person.last),
            ]
        }
        let columns: [Table.Column] = [
            .text("name"), .text("place"), .text("titles"), .number("meetings"), .number("chaired"), .text("first"), .text("last"),
        ]
        return table("people", words.people, "meetings people", Table(columns: columns, rows: rows))
    }

    private var together: [String: Any]? {
        let rows = CoAttendance(meetings).edges.filter { $0.meetings > 1 }.map(\.row)
        let columns: [Table.Column] = [
            .text("name"), .text("other"), .number("meetings"), .number("weight"), .text("first"), .text("last"),
        ]
        return table("together", words.together, "meetings network", Table(columns: columns, rows: rows))
    }

    private var gaps: [String: Any]? {
        let rows = SessionGaps.all(in: meetings).flatMap { series in
            series.gaps.map { gap -> [JSONValue] in
                let numbers = gap.numbers,
                    missing = numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
                return [
                    .string(series.body), .string(series.place), .string(missing), .integer(numbers.count), .string(gap.after),
                    .string(gap.before),
                ]
            }
        }
        let columns: [Table.Column] = [.text("body"), .text("place"), .text("missing"), .number("count"), .text("after"), .text("before")]
        return table("gaps", words.gaps, "meetings gaps", Table(columns: columns, rows: rows))
    }

    private var courses: [String: Any]? {
        let courses = DocumentCourse.all(in: meetings).filter { $0.meetings > 1 }.sorted {
            ($1.meetings, $0.title) < ($0.meetings, $1.title)
        }
        let rows = courses.map { document -> [JSONValue] in
            [
                .string(document.title), .integer(document.meetings), .string(document.studied), .string(document.deliberated),
                .string(document.passed), .string(document.last),
            ]
        }
        let columns: [Table.Column] = [
            .text("title"), .number("meetings"), .text("studied"), .text("deliberated"), .text("passed"), .text("last"),
        ]
        return table("documents", words.courses, "meetings documents", Table(columns: columns, rows: rows))
    }

    private var places: [[String: Any]] { UnitPlaces.all(in: meetings).enumerated().map { $1.context(words, number: $0 + 1) } }
}
