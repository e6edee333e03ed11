import ArgumentParser
import MeetingParser

/// `meetings config`: the settings in force.
struct Config: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Print the settings in force, and what set each.", usage: "meetings config [<options>]",
        discussion: """
            EXAMPLES
              meetings config
              MEETINGS_FORMAT=csv meetings config --json

            Flags are stronger than MEETINGS_… variables, these than the nearest \
            .meetings.yml, and that than ~/.config/meetings/config.yml.
            """)

    @OptionGroup(title: "Output") var output: OutputOptions

    func run(in console: Console) throws -> ExitStatus {
        let settings = try Settings.of(console)
        var rows: [[JSONValue]] = Settings.Key.allCases.map { key in
            let value = flag(key) ?? settings[key] ?? Settings.Value(text: Self.standard(key, console), origin: "default")
            return [.string(key.rawValue), .string(value.text), .string(value.origin)]
        }
        // What was ignored stands below what holds.
        rows += settings.notes.map { note in
            let key = note.arguments.dropFirst().first { Settings.Key(rawValue: $0) != nil }
            return [.string(key), .null, .string(console.language.text(.ignored, [console.language.text(note.phrase, note.arguments)]))]
        }
        let columns: [Table.Column] = [.text("setting"), .text("value"), .text("origin")]
        if output.wantsFieldHelp {
            console.out.write(Table.help(columns))
        } else {
            try output.write(Table(columns: columns, rows: rows), to: console)
        }
        return .done
    }

    /// What a flag of this command line sets.
    private func flag(_ key: Settings.Key) -> Settings.Value? {
        switch key {
        case .format where output.json: Settings.Value(text: "json", origin: "--json")
        case .format: output.format.map { Settings.Value(text: $0.rawValue, origin: "--format") }
        case .style: output.style.map { Settings.Value(text: $0.rawValue, origin: "--style") }
        case .color: output.color.map { Settings.Value(text: $0.rawValue, origin: "--color") }
        case .lang: output.lang.map { Settings.Value(text: $0.rawValue, origin: "--lang") }
        case .corpus, .corrections, .pager: nil
        }
    }

    private static func standard(_ key: Settings.Key, _ console: Console) -> String {
        switch key {
        case .corpus: console.folder
        case .corrections: "corrections.yml in the corpus"
        case .format: OutputFormat.table.rawValue
        case .style: TableStyle.simple.rawValue
        case .color: ColorChoice.auto.rawValue
        case .lang: Language(environment: console.environment).rawValue
        case .pager: Pager.standard
        }
    }
}
