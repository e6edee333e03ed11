import Foundation

/// What the parser of arguments complains of, in Chinese where that is wanted, with a hint where a corpus was given as an
/// argument. ArgumentParser has its messages as texts only, so that they are known by their form.
enum ParserMessage {
    /// The message of the parser, several lines.
    static func text(_ message: String, in console: Console) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if console.language == .zh { lines = lines.map(chinese) }
        if let hint = hint(message, in: console) { lines.insert(hint, at: 1) }
        return lines.joined(separator: "\n")
    }

    /// A path that stands where none is expected is the corpus, most likely.
    private static func hint(_ message: String, in console: Console) -> String? {
        guard let found = message.firstMatch(of: /Error: Unexpected argument '(.+)'/) else { return nil }
        let path = String(found.1)
        guard FileManager.default.fileExists(atPath: path.absolute(in: console.folder)) else { return nil }
        return console.language.text(.corpusIsNamedByFlag, [path])
    }

    private static func chinese(_ line: String) -> String {
        for (form, wording) in forms {
            guard let match = try? Regex(form).wholeMatch(in: line) else { continue }
            var text = wording
            for i in 1..<match.output.count { text = text.replacing("{\(i)}", with: String(match.output[i].substring ?? "")) }
            return text
        }
        return line
    }

    private static let forms: [(form: String, wording: String)] = [
        (#"Error: Unexpected argument '(.+)'"#, "错误：多余的参数“{1}”"),
        (#"Error: \d+ unexpected arguments: (.+)"#, "错误：多余的参数：{1}"),
        (#"Error: Unknown option '(.+)'\. Did you mean '(.+)'\?"#, "错误：没有选项“{1}”。是否指“{2}”？"),
        (#"Error: Unknown option '(.+)'"#, "错误：没有选项“{1}”"),
        (#"Error: Missing expected argument '(.+)'"#, "错误：缺少参数“{1}”"),
        (#"Error: Missing value for '(.+)'"#, "错误：“{1}”缺少值"),
        (#"Error: The value '(.*)' is invalid for '(.+)'\. Please provide one of the following:"#, "错误：“{1}”不是“{2}”的值，可用："),
        (#"Error: The value '(.*)' is invalid for '(.+)'\. Please provide one of (.+)\."#, "错误：“{1}”不是“{2}”的值，可用：{3}"),
        (#"Error: The value '(.*)' is invalid for '(.+)'"#, "错误：“{1}”不是“{2}”的值"),
        (#"Error: (.+)"#, "错误：{1}"),
        (#"Help:  (\S+(?: <[^>]+>)?)  .*"#, "说明：见 {1}"),
        (#"Usage: (.+)"#, "用法：{1}"),
        (#"  See '(.+)' for more information\."#, "  详见“{1}”。"),
    ]
}
