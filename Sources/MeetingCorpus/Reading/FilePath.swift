import Foundation

/// Names of files as bytes, which is what they are, and as text.
///
/// Archives made on Windows have names in GBK. Bytes of a name that is no UTF-8 stand in a path as `%XX`, and its `%` as
/// `%25`; the record has the bytes themselves beside it.
enum FilePath {
    /// A path to show, and in base64 what it is; nil where both are the same.
    static func text(of path: ArraySlice<UInt8>) -> (text: String, bytes: String?) {
        if let text = String(validating: path, as: UTF8.self) { return (text, nil) }
        let text = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { name in
            String(validating: name, as: UTF8.self) ?? name.map(escaped).joined()
        }
        return (text.joined(separator: "/"), Data(path).base64EncodedString())
    }

    /// The bytes of a path that a record has.
    static func bytes(of path: String, _ encoded: String?) -> [UInt8] {
        encoded.flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? Array(path.utf8)
    }

    private static func escaped(_ byte: UInt8) -> String {
        if byte < 0x80, byte != UInt8(ascii: "%") { return String(UnicodeScalar(byte)) }
        return "%" + [byte >> 4, byte & 15].map { String($0, radix: 16, uppercase: true) }.joined()
    }
}
