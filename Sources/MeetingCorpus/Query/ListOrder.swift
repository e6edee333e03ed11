import MeetingParser

/// The order of lists: by date, then by path; unknown dates stay last, also where the order is turned round.
struct ListOrder {
    /// The places of the elements in that order. Elements are not moved: records are large, and so is their number.
    private(set) var places: [Int32]

    init(count: Int, reversed: Bool = false, by key: (Int) -> (date: String?, path: String)) {
        places = (0..<count).map { Int32($0) }
        places.sort { a, b in
            let (first, second) = (key(Int(a)), key(Int(b)))
            return first.date == second.date ? first.path < second.path : (first.date ?? "~") < (second.date ?? "~")
        }
        guard reversed else { return }
        let dated = places.prefix { key(Int($0)).date != nil }
        places = dated.reversed() + places[dated.endIndex...]
    }
}

extension [Meeting] {
    /// By date, unknown dates last, ties by path.
    public var inOrder: [Meeting] {
        ListOrder(count: count) { (self[$0].date, self[$0].path) }.places.map { self[Int($0)] }
    }
}
