import Foundation

/// A report's right answers, written by a reader. What it does not state is not scored; items under `…_optional` count neither for nor against.
struct Gold: Decodable, Sendable {
    struct Body: Decodable { var body: String?; var number: Int? }
    struct Chair: Decodable { var name: String?; var titles: [String]? }
    struct Person: Decodable { var name: String; var role: String? }
    struct Table: Decodable { var end: String?; var entries: [String]; var values: [String?]? }

    struct Item: Decodable {
        var action: String?
        var title: String
        var outcome: String?
        /// Whether the reader answered for how the item ended, be it that nothing is said.
        var statesOutcome: Bool

        private enum CodingKeys: String, CodingKey { case action, title, outcome }

        init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            action = try values.decodeIfPresent(String.self, forKey: .action)
            title = try values.decode(String.self, forKey: .title)
            outcome = try values.decodeIfPresent(String.self, forKey: .outcome)
            statesOutcome = values.contains(.outcome)
        }
    }

    var isMeeting: Bool?
    var date: String?
    var chair: Chair?
    var sessions: [Body]?
    var participants: [Person]?
    var participantsOptional: [Person]?
    var agenda: [Item]?
    var agendaOptional: [Item]?
    var documents: [String]?
    var documentsOptional: [String]?
    var directives: [String]?
    var directivesOptional: [String]?
    /// Beside the directives, one for each: the number of the item, who must act, until when.
    var directivesAgenda: [Int?]?
    var directivesAddressee: [String?]?
    var directivesDeadline: [String?]?
    var reporters: [String]?
    var reportersOptional: [String]?
    var rankings: [Table]?
    var jurisdiction: String?
    var endDate: String?
    var venue: String?
    /// The keys that the file has, also those whose value is null.
    private var keys: Set<String>?

    /// Whether the reader answered for a field of the record.
    func states(_ key: String) -> Bool { keys?.contains(key) ?? true }

    /// Reads every `ID.gold.json` of a folder, by id.
    static func read(folder: String) throws(GoldError) -> [(id: String, gold: Gold)] {
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".gold.json") }
        guard !names.isEmpty else { throw .none }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var golds: [(id: String, gold: Gold)] = []
        for name in names.sorted() {
            do {
                let data = FileManager.default.contents(atPath: folder + "/" + name) ?? Data()
                var gold = try decoder.decode(Gold.self, from: data)
                let keys = Set((try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]).keys)
                if let unknown = keys.subtracting(GoldFormat.known).min() { throw GoldError.unknownKey(name, unknown) }
                gold.keys = keys
                golds.append((String(name.dropLast(".gold.json".count)), gold))
            } catch let error as GoldError {
                throw error
            } catch {
                throw .unreadable(name, "\(error)")
            }
        }
        return golds
    }
}

/// Why a folder of answers cannot be used.
public enum GoldError: Error {
    /// It holds no `*.gold.json`.
    case none
    /// A file in it, and why it cannot be read.
    case unreadable(String, String)
    /// A file in it, and a key that no gold file has.
    case unknownKey(String, String)
}
