/// A file that the program reads for itself: settings, answers.
public enum SmallFile {
    /// Why it cannot be read.
    public struct Problem: Error {
        /// In English, for people.
        public var reason: String
    }

    /// Its text. Only a regular file is opened, and never waited for.
    public static func text(of path: String, most: Int) throws(Problem) -> String {
        switch FileReader.read(path, most: most) {
        case .success(let bytes): return String(decoding: bytes, as: UTF8.self)
        case .failure(let problem): throw Problem(reason: problem.reason)
        }
    }
}
