import Foundation

/// Paths one behind the other, each in its bytes and eight more: a corpus may have ten million.
struct PathList: RandomAccessCollection, Sendable {
    private var names: [UInt8] = []
    private var places: [Range<UInt32>] = []

    var startIndex: Int { 0 }
    var endIndex: Int { places.count }

    subscript(i: Int) -> String { String(decoding: bytes(i), as: UTF8.self) }

    func bytes(_ i: Int) -> ArraySlice<UInt8> { names[Int(places[i].lowerBound)..<Int(places[i].upperBound)] }

    /// A number of the path that sorting leaves as it is.
    func key(_ i: Int) -> UInt32 { places[i].lowerBound }

    mutating func append(_ path: String) {
        let start = UInt32(truncatingIfNeeded: names.count)
        names += path.utf8
        places.append(start..<UInt32(truncatingIfNeeded: names.count))
    }

    /// By their bytes.
    mutating func sort() {
        names.withUnsafeBufferPointer { names in
            func name(_ place: Range<UInt32>) -> UnsafeBufferPointer<UInt8> {
                UnsafeBufferPointer(rebasing: names[Int(place.lowerBound)..<Int(place.upperBound)])
            }
            places.sort { a, b in
                let (a, b) = (name(a), name(b))
                let order = memcmp(a.baseAddress!, b.baseAddress!, Swift.min(a.count, b.count))
                return order == 0 ? a.count < b.count : order < 0
            }
        }
    }
}
