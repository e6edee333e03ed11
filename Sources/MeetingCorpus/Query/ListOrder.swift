extension Array {
    /// By date, then by path; unknown dates stay last, also where the order is turned round.
    ///
    /// Places are sorted, not the elements: records are large.
    public func inListOrder(reversed: Bool = false, by key: (Element) -> (date: String?, path: String)) -> [Element] {
        let keys = map(key)
        let order = indices.sorted { a, b in
            let (first, second) = (keys[a].date ?? "~", keys[b].date ?? "~")
            return first == second ? keys[a].path < keys[b].path : first < second
        }
        guard reversed else { return order.map { self[$0] } }
        return (order.filter { keys[$0].date != nil }.reversed() + order.filter { keys[$0].date == nil }).map { self[$0] }
    }
}
