import ArgumentParser
import Foundation

/// `meetings man`: the manual page.
struct Man: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Print the manual page.",
        discussion: """
            EXAMPLES
              meetings man | man -l -
              meetings man > /usr/local/share/man/man1/meetings.1
            """)

    func run(in console: Console) throws -> ExitStatus {
        console.out.write(try ManualPage().text)
        return .done
    }
}
