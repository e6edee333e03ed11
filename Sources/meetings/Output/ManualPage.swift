import Algorithms
import ArgumentParser

/// The manual page in the man(7) macros, made from what the commands say of themselves.
struct ManualPage {
    private let tool: ToolDescription.Command

    init() throws { tool = try ToolDescription.whole.get().command }

    var text: String {
        let commands = (tool.subcommands ?? []).filter { $0.commandName != "help" }
        return """
            .TH MEETINGS 1 "" "meetings \(Self.escaped(Meetings.configuration.version))" "User Commands"
            .SH NAME
            meetings \\- \(Self.escaped(tool.abstract ?? ""))
            .SH SYNOPSIS
            .B meetings
            .I command
            [\\fIoptions\\fR]
            .SH DESCRIPTION
            \(Self.paragraphs(tool.discussion))
            .SH COMMANDS
            \(commands.map(section).joined(separator: "\n"))
            .SH OPTIONS
            \(shared(commands).map(entry).joined(separator: "\n"))
            .SH EXIT STATUS
            0 done; 1 not found or failed; 2 usage; 3 done, but some input could not be read; 130 interrupted.
            .SH FILES
            .I .meetings.yml
            in the folder or above it, and
            .I ~/.config/meetings/config.yml
            hold settings; \\fBmeetings config\\fR prints them.
            .I corrections.yml
            in the corpus sets fields of records by id.
            .SH ENVIRONMENT
            \(Settings.Key.allCases.map(\.variable).joined(separator: ", ")), NO_COLOR, CLICOLOR_FORCE, PAGER.

            """
    }

    /// A command with the options that only it has.
    private func section(_ command: ToolDescription.Command) -> String {
        let own = (command.arguments ?? []).filter { !Self.sharedSections.contains($0.sectionTitle ?? "") && !$0.isCommon }
        return """
            .SS \(command.commandName)
            \(Self.escaped(command.abstract ?? ""))
            \(own.map(entry).joined(separator: "\n"))
            .PP
            \(Self.paragraphs(command.discussion))
            """
    }

    private static let sharedSections: Set<String> = ["Corpus", "Filters", "Order", "Output"]

    /// The options of the shared groups, once.
    private func shared(_ commands: [ToolDescription.Command]) -> [ToolDescription.Argument] {
        var seen: Set<String> = []
        return commands.flatMap { $0.arguments ?? [] }.filter { argument in
            Self.sharedSections.contains(argument.sectionTitle ?? "") && seen.insert(argument.names?.last?.name ?? "").inserted
        }
    }

    private func entry(_ argument: ToolDescription.Argument) -> String {
        let names = argument.spellings.map(Self.escaped)
        let value = argument.kind == "flag" ? "" : " \\fI\(Self.escaped(argument.valueName ?? ""))\\fR"
        let head = names.isEmpty ? "\\fI\(Self.escaped(argument.valueName ?? ""))\\fR" : "\\fB\(names.joined(separator: ", "))\\fR" + value
        return ".TP\n\(head)\n\(Self.escaped(argument.abstract ?? ""))"
    }

    /// Indented lines are examples, which stand as they are.
    private static func paragraphs(_ text: String?) -> String {
        (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).chunked { $0.hasPrefix("  ") == $1.hasPrefix("  ") }.map {
            lines in
            let isExample = lines.first?.hasPrefix("  ") == true
            let text = lines.map { $0.isEmpty ? ".PP" : escaped(String($0.drop { $0 == " " })) }.joined(separator: "\n")
            return isExample ? ".EX\n\(text)\n.EE" : text
        }.joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
