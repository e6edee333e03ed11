extension String {
    /// Runs a closure over the UTF-8 of the string where it is stored; `withUTF8` needs a variable, which is a copy.
    @inlinable package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}

extension String {
    /// Whether these are its bytes.
    func isBytes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        withBytes { $0.count == bytes.count && $0.elementsEqual(bytes) }
    }
}
