import Foundation
import MeetingCorpus

extension Console {
    /// Writes a whole file, or to standard output where none is named; a terminal gets no control characters.
    func writeFile<Answer>(_ output: String?, _ write: (OutputStream) throws -> Answer) throws -> Answer {
        guard let output, output != "-" else {
            out.guardsTerminal = terminal.isInteractive
            defer { out.guardsTerminal = false }
            return try write(out)
        }
        try refuseInput(output)
        let target = try OutputFile(output, in: folder), stream = OutputStream(descriptor: target.descriptor)
        let answer = try write(stream)
        try stream.flush()
        try target.commit()
        return answer
    }

    /// A file of the corpus is no place for output, unless the program wrote it itself.
    func refuseInput(_ output: String) throws {
        let path = output.absolute(in: folder)
        if Self.pictures.contains(where: output.lowercased().hasSuffix) { throw Failure(.noPictures, output, status: .usage) }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return }
        if MeetingIndex.isDatabase(path) {
            guard SQLiteExport.isOurs(path) else { throw Failure(.outputIsDatabase, output, status: .usage) }
            return
        }
        guard let corpus = settings.corpus, OwnOutput.isBelow(path, corpus), !OwnOutput.isOurs(path) else { return }
        throw Failure(.outputIsInput, output, status: .usage)
    }

    private static let pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf"]
}
