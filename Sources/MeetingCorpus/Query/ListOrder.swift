import MeetingParser

/// The order of lists: by date, then by path and the position there; unknown dates stay last, also where the order is turned round.
struct ListOrder {
    /// The places of the elements in that order. Elements are not moved: records are large, and so is their number.
    private(set) var places: [Int32]

    init(count: Int, reversed: Bool = false, by key: (Int) -> (date: String?, path: String, position: Int)) {
        let dates = (0..<count).map { Self.number(key($0).date) }
        places = (0..<count).map { Int32($0) }
        places.sort { a, b in
            let (first, second) = (dates[Int(a)], dates[Int(b)])
            guard first == second else { return first < second }
            let (a, b) = (key(Int(a)), key(Int(b)))
            return a.path == b.path ? a.position < b.position : a.path < b.path
        }
        guard reversed else { return }
        let dated = places.prefix { dates[Int($0)] != .max }
        places = dated.reversed() + places[dated.endIndex...]
    }

    /// A date (`2020-05-27`, `2020-05`) as a number, in the order of its characters; the largest for none.
    private static func number(_ date: String?) -> UInt128 {
        guard let date else { return .max }
        var number: UInt128 = 0, room = 16
        for byte in date.utf8.prefix(room) {
            number = number << 8 | UInt128(byte)
            room -= 1
        }
        return number << UInt128(8 * room)
    }
}

extension [Meeting] {
    /// By date, unknown dates last, ties by path.
    public var inOrder: [Meeting] {
        ListOrder(count: count) { (self[$0].date, self[$0].path, self[$0].position.number) }.places.map { self[Int($0)] }
    }
}
