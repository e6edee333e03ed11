import ArgumentParser

/// The help of the program or of one command in Chinese: the page that ArgumentParser writes in English.
struct HelpPage {
    private let command: ToolDescription.Command
    private let isRoot: Bool
    private let width: Int
    /// Where explanations begin, in columns.
    private static let indent = 26

    /// - Parameter name: of a command; nil for the program.
    init(of name: String?, width: Int?) throws {
        let root = try ToolDescription.whole.get().command
        let found = root.subcommands?.first { $0.commandName == name }
        command = found ?? root
        isRoot = found == nil
        self.width = min(width ?? 80, 100)
    }

    var text: String {
        let parts = [introduction, usage] + sections + (isRoot ? groups : [])
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var introduction: [String] {
        let about = ChineseHelp.text(command.abstract ?? "").wrapped(to: width)
        return about
            + ToolDescription.paragraphs(command.discussion).flatMap { paragraph in
                if ToolDescription.isExample(paragraph) {
                    return ["", "示例"] + paragraph.split(separator: "\n").dropFirst().map(String.init)
                }
                return [""] + ChineseHelp.text(paragraph).split(separator: "\n").flatMap { String($0).wrapped(to: width) }
            }
    }

    private var usage: [String] {
        let required = (command.arguments ?? []).filter { $0.kind == "option" && $0.isOptional == false }
        let options = required.map { "\($0.spellings.last ?? "") <\($0.valueName ?? "")>" }
        let words = isRoot ? ["meetings", "<命令>"] : ["meetings", command.commandName, "[<选项>]"] + options
        let places = (command.arguments ?? []).filter { $0.kind == "positional" }.map { argument in
            let name = "<\(argument.valueName ?? "")>" + (argument.isRepeating == true ? " ..." : "")
            return argument.isOptional == true ? "[\(name)]" : name
        }
        return ["用法：" + (words + places).joined(separator: " ")]
    }

    /// Arguments first, then the shared groups in their order, then what only this command has.
    private var sections: [[String]] {
        let all = (command.arguments ?? []).filter { $0.valueName != "subcommands" }
        var titles: [String] = []
        for argument in all {
            let title = Self.title(of: argument)
            if !titles.contains(title) { titles.append(title) }
        }
        titles = ["Arguments", "Options"].filter(titles.contains) + titles.filter { !["Arguments", "Options"].contains($0) }
        return titles.map { title in
            ["\(ChineseHelp.text(title))："] + all.filter { Self.title(of: $0) == title }.flatMap(entry)
        }
    }

    private static func title(of argument: ToolDescription.Argument) -> String {
        argument.kind == "positional" ? "Arguments" : argument.sectionTitle ?? "Options"
    }

    private var groups: [[String]] {
        let described = Dictionary((command.subcommands ?? []).map { ($0.commandName, $0.abstract ?? "") }) { $1 }
        let groups = Meetings.configuration.groupedSubcommands.map { group in
            ["\(ChineseHelp.text(group.name))："]
                + group.subcommands.flatMap { line($0._commandName, ChineseHelp.text(described[$0._commandName] ?? "")) }
        }
        return groups + [["“meetings help <命令>”显示一个命令的说明。"]]
    }

    private func entry(_ argument: ToolDescription.Argument) -> [String] {
        let value = argument.kind == "flag" ? "" : "<\(argument.valueName ?? "")>"
        let head = ([argument.spellings.joined(separator: ", ")] + [value]).filter { !$0.isEmpty }.joined(separator: " ")
        var about = ChineseHelp.text(argument.abstract ?? "")
        if let values = argument.allValues { about += "可用：\(values.joined(separator: "、"))。" }
        if let value = argument.defaultValue { about += "默认：\(value)。" }
        return line(head, about)
    }

    private func line(_ head: String, _ about: String) -> [String] {
        let lines = about.wrapped(to: width - Self.indent)
        let start = "  " + head
        if start.displayWidth >= Self.indent { return [start] + lines.map(indented) }
        return [start.padded(to: Self.indent) + lines[0]] + lines.dropFirst().map(indented)
    }

    private func indented(_ line: String) -> String { String(repeating: " ", count: Self.indent) + line }
}
