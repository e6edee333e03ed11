/// A range of offsets that is empty where its end lies before its start.
///
/// Offsets are computed from untrusted text. The standard operator stops the program on such a pair, and no input may.
@inline(__always)
func ..< (start: Int, end: Int) -> Range<Int> {
    Range(uncheckedBounds: (start, Swift.max(start, end)))
}
