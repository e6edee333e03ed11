import MeetingParser

/// Who sat with whom as a graph (GraphML 1.0, Brandes et al. 2002), for Gephi, networkx and igraph.
public enum GraphML: StreamedExport {
    /// Writes who sat with whom, and returns 0: nothing is left out.
    public static func write(_ meetings: [Meeting], to sink: ExportSink) throws -> Int {
        let network = CoAttendance(meetings)
        try sink(Array(head.utf8))
        var numbers: [String: Int] = [:]
        for (i, person) in network.people.enumerated() {
            numbers[person.name] = i
            try sink(element("node id=\"n\(i)\"", [("name", person.name), ("meetings", String(person.meetings))]))
        }
        for edge in network.edges {
            let values = [("shared", String(edge.meetings)), ("weight", String(edge.weight)), ("since", edge.since), ("until", edge.until)]
            try sink(element("edge source=\"n\(numbers[edge.first]!)\" target=\"n\(numbers[edge.second]!)\"", values))
        }
        try sink(Array("</graph></graphml>\n".utf8))
        return 0
    }

    private static let keys = [
        ("node", "name", "string"), ("node", "meetings", "int"), ("edge", "shared", "int"), ("edge", "weight", "double"),
        ("edge", "since", "string"), ("edge", "until", "string"),
    ]

    private static let head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
        + keys.map { "<key id=\"\($0.1)\" for=\"\($0.0)\" attr.name=\"\($0.1)\" attr.type=\"\($0.2)\"/>\n" }.joined()
        + "<graph id=\"meetings\" edgedefault=\"undirected\">\n"

    private static func element(_ tag: String, _ values: [(String, String?)]) -> [UInt8] {
        let data = values.compactMap { key, value in value.map { "<data key=\"\(key)\">\($0.xml)</data>" } }.joined()
        return Array("<\(tag)>\(data)</\(tag.prefix { $0 != " " })>\n".utf8)
    }
}
