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

    /// Whether a path stands before another, by their bytes.
    func precedes(_ i: Int, _ j: Int) -> Bool { names.withUnsafeBufferPointer { Self.precedes(places[i], places[j], $0) } }

    private static func precedes(_ a: Range<UInt32>, _ b: Range<UInt32>, _ names: UnsafeBufferPointer<UInt8>) -> Bool {
        let order = memcmp(names.baseAddress! + Int(a.lowerBound), names.baseAddress! + Int(b.lowerBound), Swift.min(a.count, b.count))
        return order == 0 ? a.count < b.count : order < 0
    }

    mutating func append(_ path: String) { append(Array(path.utf8)) }

    mutating func append(_ path: [UInt8]) {
        let start = UInt32(truncatingIfNeeded: names.count)
        names += path
        places.append(start..<UInt32(truncatingIfNeeded: names.count))
    }

    /// By their bytes.
    mutating func sort() {
        names.withUnsafeBufferPointer { names in places.sort { Self.precedes($0, $1, names) } }
    }
}
