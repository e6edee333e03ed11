/// What looks odd in a record, so that a reader looks twice: each doubt is a warning with a code, which `check` counts.
enum Doubts {
    /// Of what every record has read: chair, place, bodies, and the document as a whole.
    static func all(in meeting: Meeting, _ document: ReportDocument) -> [Warning] {
        var doubts: [Warning] = []
        if let name = meeting.chair?.name, isOddName(name) {
            doubts.append(Warning(field: "chair", code: "odd-name", message: "“\(name)” begins with no family name that is known"))
        }
        if let place = meeting.jurisdiction, isOddPlace(place) {
            doubts.append(Warning(field: "jurisdiction", code: "odd-place", message: "“\(place)” does not end as names of places do"))
        }
        if meeting.jurisdiction == nil, let body = meeting.sessions.first?.body, ownerless.contains(body) {
            doubts.append(Warning(field: "sessions", code: "body-without-owner", message: "“\(body)” does not say whose it is"))
        }
        let datelines = document.paragraphs.lazy.filter { isDateline($0.text) }.prefix(2).count
        if datelines > 1 {
            doubts.append(Warning(field: "text", code: "many-items-in-one-report", message: "several reports seem to stand in one"))
        }
        return doubts
    }

    /// Dotted and transcribed names have no family name in front.
    private static func isOddName(_ name: String) -> Bool {
        withText(TraditionalScript.simplified(name)) { name in
            name.isHan(at: name.start) && Surnames.match(name, at: name.start) == nil && !name.contains(anyOf: ["·", "•"])
                && !TranscribedNames.holds(name)
        }
    }

    private static func isOddPlace(_ place: String) -> Bool {
        place.count > 12 || withText(place) { $0.hasSuffix(anyOf: placeEnds) == nil }
    }

    /// 本报讯（…, 又讯（…: a report begins.
    private static func isDateline(_ line: Text) -> Bool {
        let head = line.upTo(line.start + 30)
        guard head.hasPrefix(anyOf: ["本报", "本台", "本网", "又讯", "另讯", "据新华社"]) != nil, line.contains("。") else { return false }
        return head.contains("讯") || head.contains("电")
    }

    /// Beside what places are told by in a report: villages, corps, and traditional characters.
    private static let placeEnds =
        PlaceNames.endings + ["村", "社区", "特别行政区", "兵团", "师", "团", "场", "园区", "林区", "國", "縣", "區", "鎮", "鄉"]
    /// Organs that every place or house has.
    private static let ownerless: Set<String> = [
        "常委会", "党委", "党委会", "党组", "党工委", "执委会", "理事会", "董事会", "委员会", "领导小组", "常务会议", "全体会议", "主席会议", "主任会议", "党委会议", "党组会议", "办公会",
        "党委（扩大）会议", "党组（扩大）会议",
    ]
}
