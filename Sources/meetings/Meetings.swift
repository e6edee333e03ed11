import ArgumentParser
import Foundation

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
              meetings list --json | jq -r '.[] | .date + " " + .title'

            The corpus is the folder given with -C, else $MEETINGS_CORPUS, else `corpus:` in the nearest \
            .meetings.yml, else the current folder.
            """,
        version: "0.1.0",
        subcommands: [List.self, Show.self])

    static func main() {
        signal(SIGPIPE, SIG_IGN)
        let console = Console.standard()
        let code = run(Array(CommandLine.arguments.dropFirst()), in: console)
        Foundation.exit(code)
    }

    /// Runs one command line and returns its exit code.
    static func run(_ arguments: [String], in console: Console) -> Int32 {
        var code: ExitStatus
        do {
            var command = try parseAsRoot(arguments)
            if let command = command as? any ConsoleCommand {
                code = try command.run(in: console)
            } else {
                try command.run()
                code = .done
            }
        } catch {
            code = report(error, to: console)
        }
        do {
            try console.out.flush()
        } catch {
            code = report(error, to: console)
        }
        return code.rawValue
    }

    private static func report(_ error: any Error, to console: Console) -> ExitStatus {
        if error is ClosedPipe { return .done }
        if let failure = error as? Failure {
            console.complain(failure.message)
            return failure.status
        }
        let message = fullMessage(for: error)
        let parserCode = exitCode(for: error)
        if parserCode == .success {
            // --help and --version
            console.out.write(message + "\n")
            return .done
        }
        console.err.write(message + "\n")
        return parserCode == .validationFailure ? .usage : .failed
    }
}

/// A command that writes to a console, so that tests can read what it wrote.
protocol ConsoleCommand: ParsableCommand {
    func run(in console: Console) throws -> ExitStatus
}

/// How a run ends.
enum ExitStatus: Int32 {
    case done = 0
    /// Not found, or failed.
    case failed = 1
    case usage = 2
    /// Done, but some input could not be read.
    case incomplete = 3
}

/// An error with what to tell the user.
struct Failure: Error {
    var message: String
    var status = ExitStatus.failed
}
