import Foundation
import MeetingCorpus

extension Console {
    /// A file of the corpus is no place for output, unless the program wrote it itself.
    func refuseInput(_ output: String) throws {
        let path = output.absolute(in: folder)
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return }
        guard let corpus = settings.corpus else { return }
        let isIndex = MeetingIndex.isDatabase(path)
        guard isIndex || OwnOutput.isBelow(path, corpus), isIndex || !OwnOutput.isOurs(path) else { return }
        throw Failure(.outputIsInput, output, status: .usage)
    }
}
