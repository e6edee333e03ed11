import ArgumentParser
import Foundation
import MeetingParser

/// The program: its commands, and how a run ends.
@main
struct Meetings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "meetings",
        abstract: "Read Chinese government meeting reports as data.",
        discussion: """
            EXAMPLES
              meetings list --since 2020-05
              meetings show 181
              meetings search '"接诉即办" 街道' --kwic
              meetings list --json | jq -r '.[] | .date + " " + .title'

            The corpus is the folder given with -C, else $MEETINGS_CORPUS, else `corpus:` \
            in the nearest .meetings.yml, else the current folder.
            """,
        version: MeetingParser.version,
        // Each says its own `commandName`: ArgumentParser would ask the runtime for the types' names at every start, which
        // costs a third of it.
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Search.self]),
            CommandGroup(
                name: "Parts",
                subcommands: [
                    Agenda.self, Directives.self, Documents.self, People.self, Bodies.self, Rankings.self, Count.self, Gaps.self,
                ]),
            CommandGroup(
                name: "Analysis", subcommands: [Trend.self, Compare.self, Panel.self, Network.self, Reuse.self, Diff.self, Report.self]),
            CommandGroup(name: "Exports", subcommands: [Export.self, Cite.self]),
            CommandGroup(name: "Trust", subcommands: [Explain.self, Check.self, Evaluate.self, Schema.self]),
            CommandGroup(name: "Pipelines", subcommands: [Parse.self, Resolve.self]),
            CommandGroup(name: "Set-up", subcommands: [Index.self, Config.self, Completion.self, Man.self]),
        ])

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        Interruption.install()
        let code = run(Array(CommandLine.arguments.dropFirst()), in: .standard())
        Foundation.exit(code)
    }

    /// Runs one command line and returns its exit code.
    static func run(_ arguments: [String], in console: Console) -> Int32 {
        var console = console
        var code: ExitStatus
        let arguments = Arguments.plain(arguments)
        do {
            // Nothing of the parser is needed for what scripts ask most.
            if arguments == ["--version"] {
                console.out.write(configuration.version + "\n")
                try console.out.finish()
                return ExitStatus.done.rawValue
            }
            console.language = try chosenLanguage(arguments, console)
            try checkCommand(arguments)
            var command = try parseAsRoot(Arguments.withoutLanguage(arguments))
            if let command = command as? any CorpusCommand { console.isQuiet = command.corpus.quiet }
            if let command = command as? any ConsoleCommand {
                code = try command.run(in: console)
            } else {
                try command.run()
                code = .done
            }
        } catch {
            code = report(error, of: arguments, to: console)
        }
        do {
            try console.out.finish()
        } catch {
            code = report(error, of: arguments, to: console)
        }
        return code.rawValue
    }

    static var commandNames: [String] { configuration.subcommands.map { $0._commandName } }

    /// `--lang`, then the settings, then the locale: also for what goes wrong before a command runs.
    private static func chosenLanguage(_ arguments: [String], _ console: Console) throws -> Language {
        let flag = arguments.firstIndex(of: "--lang").flatMap { arguments.indices.contains($0 + 1) ? arguments[$0 + 1] : nil }
        let joined = arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
        if let chosen = (flag ?? joined).flatMap(Language.init(rawValue:)) { return chosen }
        return try Settings.of(console).choice(.lang, Language.self) ?? Language(environment: console.environment)
    }

    /// A command that does not exist is told with those that look like it.
    private static func checkCommand(_ arguments: [String]) throws {
        let known = commandNames + ["help"]
        let isHelp = arguments.first == "help" && arguments.count > 1
        guard let name = isHelp ? arguments[1] : arguments.first, !name.hasPrefix("-"), !known.contains(name) else { return }
        let near = known.filter { $0.editDistance(to: name) <= 2 || name.count > 2 && $0.hasPrefix(name) }
        throw Failure(.noSuchCommand, name, status: .usage, hint: near)
    }

    /// The answer to --help or --version.
    private static func asked(_ message: String, by arguments: [String], in console: Console) -> String {
        guard console.language == .zh, message != configuration.version else { return message }
        let name = arguments.first(where: commandNames.contains)
        return (try? HelpPage(of: name, width: console.terminal.width).text) ?? message
    }

    private static func report(_ error: any Error, of arguments: [String], to console: Console) -> ExitStatus {
        switch error {
        case is ClosedPipe: return .done
        case let failure as Failure:
            console.complain(failure.text(console.language))
            return failure.status
        case let missing as NotFound:
            let near = missing.near.joined(separator: ", ")
            let hint = near.isEmpty ? console.language.text(.listShowsAll, []) : console.language.text(.nearIt, [near])
            console.say(.noMeeting, missing.text, hint)
            return .failed
        default:
            let message = fullMessage(for: error)
            let parserCode = exitCode(for: error)
            if parserCode == .success {
                console.out.write(asked(message, by: arguments, in: console) + "\n")
                return .done
            }
            console.err.write(ParserMessage.text(message, in: console).withoutControls + "\n")
            try? console.err.flush()
            return parserCode == .validationFailure ? .usage : .failed
        }
    }
}

extension String {
    /// Insertions, deletions, replacements and swaps of neighbours that turn one word into the other (Damerau 1964).
    fileprivate func editDistance(to other: String) -> Int {
        let a = Array(self), b = Array(other)
        var rows = [Array(0...b.count)]
        for i in 1...max(a.count, 1) where !a.isEmpty {
            var row = [i]
            for j in 0..<b.count {
                var best = Swift.min(rows[i - 1][j + 1] + 1, row[j] + 1, rows[i - 1][j] + (a[i - 1] == b[j] ? 0 : 1))
                if i > 1, j > 0, a[i - 1] == b[j - 1], a[i - 2] == b[j] { best = Swift.min(best, rows[i - 2][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
