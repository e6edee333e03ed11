extension Array {
    /// By date, then by path; unknown dates stay last, also where the order is turned round.
    public func inListOrder(reversed: Bool = false, by key: (Element) -> (date: String?, path: String)) -> [Element] {
        listOrder(reversed: reversed, by: key).map { self[Int($0)] }
    }

    /// The places of the elements in that order: records are large, and so is their number.
    func listOrder(reversed: Bool = false, by key: (Element) -> (date: String?, path: String)) -> [Int32] {
        var order = indices.map { Int32($0) }
        order.sort { a, b in
            let (first, second) = (key(self[Int(a)]), key(self[Int(b)]))
            return first.date == second.date ? first.path < second.path : (first.date ?? "~") < (second.date ?? "~")
        }
        guard reversed else { return order }
        let dated = order.prefix { key(self[Int($0)]).date != nil }
        return dated.reversed() + order[dated.endIndex...]
    }
}
