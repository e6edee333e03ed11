import Foundation
import Testing

@testable import meetings

/// The records of all fixtures against the schema that the program prints, by the keywords that the schema uses.
@Suite struct SchemaTests {
    private static var schema: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(RecordSchema.text.utf8))) as? [String: Any] ?? [:]
    }

    @Test(arguments: ["Fixtures/reports", "Fixtures/composed/reports", "Fixtures/pages"])
    func recordsAreAsTheSchemaSays(_ corpus: String) throws {
        let out = CommandTests.run(["list", "-C", corpus, "--format", "ndjson", "--kind", "any", "--evidence"]).out
        let lines = out.split(separator: "\n")
        #expect(lines.count >= 5)
        for line in lines {
            let record = try JSONSerialization.jsonObject(with: Data(line.utf8))
            #expect(Self.problems(record, Self.schema, "") == [])
        }
    }

    @Test func theSchemaRefusesWhatIsNoRecord() throws {
        let line = CommandTests.run(["list", "--format", "ndjson", "--limit", "1"]).out
        var record = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Self.problems(record, Self.schema, "") == [])
        record["date"] = "27 May"
        record["kind"] = "party"
        record["extra"] = 1
        record["chair"] = nil
        #expect(Self.problems(record, Self.schema, "").count == 4)
    }

    private static func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var found: [String] = []
        if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }), !types.contains(type(of: value)) {
            return ["\(path): \(type(of: value)) is none of \(types)"]
        }
        if let allowed = schema["enum"] as? [Any], !allowed.contains(where: { "\($0)" == "\(value)" }) {
            found.append("\(path): not in the enum")
        }
        if let pattern = schema["pattern"] as? String, let text = value as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(path): does not match \(pattern)")
        }
        if let items = schema["items"] as? [String: Any], let array = value as? [Any] {
            found += array.enumerated().flatMap { problems($0.element, items, "\(path)[\($0.offset)]") }
        }
        if let object = value as? [String: Any] {
            let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
            for key in schema["required"] as? [String] ?? [] where object[key] == nil { found.append("\(path).\(key) is missing") }
            for (key, member) in object {
                if let schema = properties[key] ?? schema["additionalProperties"] as? [String: Any] {
                    found += problems(member, schema, path + "." + key)
                } else if schema["additionalProperties"] as? Bool == false {
                    found.append("\(path).\(key) is not allowed")
                }
            }
        }
        return found
    }

    private static func type(of value: Any) -> String {
        switch value {
        case is NSNull: "null"
        case is String: "string"
        case is [Any]: "array"
        case is [String: Any]: "object"
        case let number as NSNumber: CFBooleanCheck.isBoolean(number) ? "boolean" : "integer"
        default: "unknown"
        }
    }

    private enum CFBooleanCheck {
        static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
    }
}
