/// The link of a copy to the page that it was taken from, by its label: clippers and archives of news end with one.
struct OriginalLink {
    private(set) var address: String?
    private var isDoubtful = false

    private static let labels = ["查看原文", "原文链接", "阅读原文", "原文地址", "查看原网页", "来源链接", "原文"].map { Array($0.utf8) }

    /// A page with two originals is a list of pages.
    mutating func note(label: ArraySlice<UInt8>, address: () -> [UInt8]?) {
        let label = label.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
        guard (6...15).contains(label.count), Self.labels.contains(where: label.elementsEqual), let found = address(),
            found.starts(with: "http".utf8)
        else { return }
        let text = String(decoding: found, as: UTF8.self)
        if self.address != nil, self.address != text { isDoubtful = true }
        self.address = isDoubtful ? nil : text
    }
}
