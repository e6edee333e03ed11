import ArgumentParser

/// `meetings schema`: the form of the records.
struct Schema: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema (2020-12) of a record, or of a gold file.",
        discussion: """
            EXAMPLES
              meetings schema > meeting.schema.json
              meetings schema | jq '.properties | keys'
              meetings schema --gold > gold.schema.json
            """)

    @Flag(help: "Of the gold files that `evaluate` compares with.")
    var gold = false

    func run(in console: Console) throws -> ExitStatus {
        console.out.write(gold ? RecordSchema.goldText : RecordSchema.text)
        return .done
    }
}
