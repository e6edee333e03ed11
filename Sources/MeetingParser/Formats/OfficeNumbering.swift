/// The numbers that Word puts before paragraphs: 一、 （二） 3. are not in their text.
struct OfficeNumbering: XMLHandler {
    private struct Level {
        var format = "decimal"
        /// `%1、`, `（%2）`.
        var pattern = ""
        var start = 1
    }

    /// Levels by abstract list, and abstract lists by list.
    private var levels: [String: [Int: Level]] = [:]
    private var lists: [String: String] = [:]
    private var abstract = "", list = "", level = 0
    /// Numbers reached, by abstract list.
    private var counters: [String: [Int]] = [:]

    /// Reads `word/numbering.xml`.
    static func read(_ document: [UInt8]) -> OfficeNumbering { XMLParts.read(document, by: OfficeNumbering()) }

    mutating func start(_ name: String, _ element: XMLElement) {
        let value = element.attribute("w:val") ?? ""
        switch name {
        case "w:abstractnum": abstract = element.attribute("w:abstractnumid") ?? ""
        case "w:num": list = element.attribute("w:numid") ?? ""
        case "w:lvl":
            level = min(8, max(0, Int(element.attribute("w:ilvl") ?? "") ?? 0))
            if list.isEmpty { levels[abstract, default: [:]][level] = Level() }
        case "w:abstractnumid": lists[list] = value
        case "w:numfmt" where list.isEmpty: levels[abstract]?[level]?.format = value
        case "w:lvltext" where list.isEmpty: levels[abstract]?[level]?.pattern = value
        case "w:start" where list.isEmpty: levels[abstract]?[level]?.start = Int(value) ?? 1
        default: break
        }
    }

    mutating func end(_ name: String, at range: Range<Int>) { if name == "w:num" { list = "" } }
    mutating func text(_ bytes: [UInt8]) {}

    /// The label of the next paragraph of a list; empty for bullets and unknown lists.
    mutating func label(list: String, level: Int) -> String {
        let level = min(8, max(0, level))
        guard let name = lists[list], let levels = levels[name], let own = levels[level] else { return "" }
        var numbers = counters[name] ?? (0...8).map { (levels[$0]?.start ?? 1) - 1 }
        numbers[level] += 1
        for deeper in numbers.indices where deeper > level { numbers[deeper] = (levels[deeper]?.start ?? 1) - 1 }
        counters[name] = numbers
        guard own.format != "bullet", own.format != "none" else { return "" }
        var label = own.pattern
        for i in 0...level { label = label.replacing("%\(i + 1)", with: Self.numeral(numbers[i], levels[i]?.format ?? "decimal")) }
        return label
    }

    private static func numeral(_ number: Int, _ format: String) -> String {
        guard number > 0 else { return String(number) }
        let isChinese = format.hasPrefix("chinese") || format.hasPrefix("japanese") || format.hasPrefix("taiwanese")
        return isChinese && number < 100 ? chinese(number) : String(number)
    }

    private static func chinese(_ number: Int) -> String {
        let digits = Array("〇一二三四五六七八九"), tens = number / 10, ones = number % 10
        let first = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
        return first + (ones == 0 ? "" : String(digits[ones]))
    }
}
