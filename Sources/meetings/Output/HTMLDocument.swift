import MeetingCorpus
import MeetingParser

/// A whole page around a piece of HTML: it needs no network, and no script runs in it.
struct HTMLDocument {
    let title: String
    let language: Language
    let style: String
    /// What the page shows, its texts escaped.
    let body: String

    init(title: String, language: Language, style: String, body: String) {
        (self.title, self.language, self.style, self.body) = (title, language, style, body)
    }

    /// In the dress of `report`.
    init(title: String, language: Language, main: String) {
        self.init(title: title, language: language, style: CorpusPage.style, body: "<main>\n\(main)</main>")
    }

    var text: String {
        """
        <!DOCTYPE html>
        <html lang="\(language == .zh ? "zh" : "en")"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        \(OwnOutput.mark) \(MeetingParser.version)">
        <meta name="viewport" content="width=device-width, initial-scale=1"><title>\(Markup.escapedForHTML(title))</title>
        <style>\(style)</style></head>
        <body>\(body)</body></html>

        """
    }
}
