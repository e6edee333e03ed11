import Foundation
import Yams

/// `.meetings.yml`, which tells where a project keeps its reports.
struct ProjectFile: Decodable {
    /// A path; relative to the folder of the file as written, absolute once read.
    var corpus: String?

    /// The nearest one at or above a folder; nil where there is none.
    static func nearest(to folder: String) throws -> ProjectFile? {
        var folder = folder
        while true {
            let path = (folder == "/" ? "" : folder) + "/.meetings.yml"
            if let data = FileManager.default.contents(atPath: path) { return try read(data, path, folder) }
            guard let slash = folder.lastIndex(of: "/"), folder != "/" else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func read(_ data: Data, _ path: String, _ folder: String) throws -> ProjectFile {
        do {
            var file = try YAMLDecoder().decode(ProjectFile.self, from: data)
            if let corpus = file.corpus, !corpus.hasPrefix("/") { file.corpus = folder + "/" + corpus }
            return file
        } catch {
            throw Failure(message: "\(path): not valid; it should say, for example, `corpus: reports`", status: .usage)
        }
    }
}
