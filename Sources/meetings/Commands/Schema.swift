import ArgumentParser

/// `meetings schema`: the form of the records.
struct Schema: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema (2020-12) of a record.",
        discussion: """
            EXAMPLES
              meetings schema > meeting.schema.json
              meetings schema | jq '.properties | keys'
            """)

    func run(in console: Console) throws -> ExitStatus {
        console.out.write(RecordSchema.text)
        return .done
    }
}
