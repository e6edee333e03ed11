import ArgumentParser

/// `meetings completion`: scripts for shells.
struct Completion: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Print a completion script for bash, zsh or fish.",
        discussion: """
            EXAMPLES
              meetings completion bash > meetings.bash && source meetings.bash
              meetings completion zsh > ~/.zfunc/_meetings
              meetings completion fish > ~/.config/fish/completions/meetings.fish

            Bodies, chairs, people, places and documents are completed from the corpus.
            """)

    enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

    @Argument(help: "The shell.")
    var shell: Shell

    func run(in console: Console) throws -> ExitStatus {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        console.out.write(Meetings.completionScript(for: kind) + "\n")
        return .done
    }
}
