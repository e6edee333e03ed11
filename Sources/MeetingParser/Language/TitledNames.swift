/// The titles with which a report names a person anywhere in its text.
enum TitledNames {
    static func titles(of name: String, in document: ReportDocument) -> [String] {
        withText(name) { name in
            for paragraph in document.paragraphs {
                var from = paragraph.text.start
                while let at = paragraph.text.find(name, from: from) {
                    from = at + name.count
                    let before = paragraph.text[max(paragraph.text.start, at - 150)..<from]
                    if let person = Persons.last(before), person.name == name.string, !person.titles.isEmpty { return person.titles }
                }
            }
            return []
        }
    }
}
