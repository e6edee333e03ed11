import MeetingCorpus
import MeetingParser

/// How often a corpus' bodies met over time: all together, each of the most frequent, and by month of each year.
struct MeetingHistory {
    let periods: [String]
    private let all: [Int]
    private let bodies: [(name: String, counts: [Int])]
    /// Meetings of each year by month.
    private let months: [(year: String, counts: [Int])]

    /// Bodies that have a picture of their own.
    private static let mostBodies = 12
    /// Bars that can be told apart.
    private static let mostBars = 80

    init(_ meetings: [Meeting]) {
        let dates = meetings.compactMap(\.date).sorted()
        let unit =
            [TimeUnit.month, .quarter, .year].first { unit in
                dates.first.map { unit.names(from: $0, to: dates[dates.count - 1]).count <= Self.mostBars } ?? true
            } ?? .year
        periods = dates.first.map { unit.names(from: $0, to: dates[dates.count - 1]) } ?? []
        let places = Dictionary(uniqueKeysWithValues: periods.enumerated().map { ($1, $0) })
        var all = Array(repeating: 0, count: periods.count), byBody: [String: [Int]] = [:], byYear: [String: [Int]] = [:]
        for meeting in meetings {
            guard let date = meeting.date, let name = unit.name(of: date), let place = places[name] else { continue }
            all[place] += 1
            if let body = meeting.body {
                byBody[
                    [meeting.jurisdiction, body].compactMap(\.self).joined(separator: " "),
                    default: Array(repeating: 0, count: periods.count)][place] += 1
            }
            if let month = Int(date.dropFirst(5).prefix(2)), (1...12).contains(month) {
                byYear[String(date.prefix(4)), default: Array(repeating: 0, count: 12)][month - 1] += 1
            }
        }
        self.all = all
        bodies = byBody.map { ($0.key, $0.value) }.sorted { ($1.1.sum, $0.0) < ($0.1.sum, $1.0) }.prefix(Self.mostBodies).map {
            ($0.0, $0.1)
        }
        months = byYear.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func context(_ words: ReportWords) -> [String: Any] {
        let pictures = bodies.map { body in
            ["name": body.name, "meetings": String(body.counts.sum), "picture": BarStrip(labels: periods, values: body.counts).svg]
        }
        let busiest = months.flatMap(\.counts).max() ?? 1
        return [
            "name": words.time, "total": BarStrip(labels: periods, values: all, width: 900, height: 150).svg,
            "bodies": pictures.count > 1 ? pictures : [], "months": (1...12).map(String.init), "years": months.map { row($0, busiest) },
        ]
    }

    private func row(_ year: (year: String, counts: [Int]), _ largest: Int) -> [String: Any] {
        return [
            "year": year.year, "cells": year.counts.map { ["count": $0 == 0 ? "·" : String($0), "shade": String(Shade.of($0, largest))] },
        ]
    }
}

/// Five shades of a colour.
enum Shade {
    /// 0 for nothing, else 1 to 5.
    static func of(_ value: Int, _ largest: Int) -> Int { value == 0 ? 0 : min(5, 1 + (value - 1) * 5 / max(1, largest)) }
}

extension [Int] {
    fileprivate var sum: Int { reduce(0, +) }
}
