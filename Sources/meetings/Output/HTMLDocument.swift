import MeetingCorpus
import MeetingParser

/// A whole page around a piece of HTML, in the dress of `report`: it needs no network, and no script runs in it.
struct HTMLDocument {
    let title: String
    let language: Language
    /// What the page shows, its texts escaped.
    let body: String

    var text: String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .zh ? "zh" : "en")"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        \(OwnOutput.mark) \(MeetingParser.version)">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(Markup.escapedForHTML(title))</title>
        <style>\(CorpusPage.style)</style></head>
        <body><main>
        \(body)</main></body></html>

        """
    }
}
