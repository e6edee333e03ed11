import Testing

@testable import MeetingParser

/// Every rule against its own examples.
@Suite struct RuleTests {
    @Test(arguments: RuleBook.fields.map(\.field).indices)
    func rulesReadTheirExamplesAsTheySay(_ index: Int) {
        let (field, rules) = RuleBook.fields[index]
        #expect(!rules.isEmpty)
        for rule in rules {
            #expect(rule.hasPositiveExample, "\(field): \(rule.name) has no positive example")
            #expect(rule.hasNegativeExample, "\(field): \(rule.name) has no negative example")
            #expect(rule.failures == [], "\(field): \(rule.name)")
        }
    }

    @Test func everyFieldOfTheRecordHasRules() {
        let fields = Set(RuleBook.fields.map(\.field))
        let read = [
            "kind", "sessions", "date", "jurisdiction", "chair", "participants", "agenda", "directives", "documents", "rankings",
            "assessments", "reporters", "venue",
        ]
        for field in read { #expect(fields.contains(field), "\(field)") }
    }

    @Test func namesOfRulesAreUnique() {
        let names = RuleBook.fields.flatMap(\.rules).map(\.name.description)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: [
        ("要加强组织领导。", true), ("各部门要抓紧落实。", true), ("不得层层转办。", true), ("各部门应当在年底前完成目录编制。", true),
        ("这是主要任务，也是重要抓手。", false), ("按照有关要求，工作有序开展。", false), ("做好就业工作事关千家万户。", false),
        ("今年以来，全区上下认真落实各项部署，成效显著。", false), ("要看到，形势依然严峻。", false),
    ])
    func demandsAreToldFromStatements(_ text: String, _ isDemand: Bool) {
        let context = DemandRules.Context(isPoint: false, isDemanding: true, isStating: false)
        #expect(withText(text) { DemandRules.demand(in: $0, context) != nil } == isDemand)
    }

    @Test(arguments: [
        ("县委常委会", "第41次（扩大）会议", Session(body: "县委常委会", number: 41, term: nil)),
        ("市政府", "二届六十四次常务会议", Session(body: "市政府常务会议", number: 64, term: 2)),
        ("市政协", "十届四十一次主席会议", Session(body: "市政协主席会议", number: 41, term: 10)),
        ("省政府党组", "（扩大）会议", Session(body: "省政府党组", number: nil, term: nil)),
        ("", "市政府党组（扩大）会议", Session(body: "市政府党组", number: nil, term: nil)),
        ("", "县委常委（扩大）会", Session(body: "县委常委（扩大）会", number: nil, term: nil)),
        ("市政府", "全体成员（扩大）会议", Session(body: "市政府全体成员（扩大）会议", number: nil, term: nil)),
        ("县妇联", "十五届二次执委（扩大）会议", Session(body: "县妇联执委（扩大）会议", number: 2, term: 15)),
        ("县委", "常委扩大会议", Session(body: "县委常委扩大会议", number: nil, term: nil)),
        ("", "市政协七届委员会第九次主席会议", Session(body: "市政协主席会议", number: 9, term: 7)),
        ("", "镇环境整治工作第三次评比结果兑现会", Session(body: "镇环境整治工作第三次评比结果兑现会", number: nil, term: nil)),
        ("区卫健局党组", "2025年第二十一次党组扩大会议", Session(body: "区卫健局党组", number: 21, term: nil, year: 2025)),
        ("市委", "区委书记月度工作点评会", Session(body: "区委书记月度工作点评会", number: nil, term: nil)),
        ("某新区党工委", "2025年第12次会议", Session(body: "某新区党工委", number: 12, term: nil, year: 2025)),
        ("", "县委十六届第43次常委会会议", Session(body: "县委常委会", number: 43, term: 16)),
        ("", "区生活垃圾分类工作第14次联席会议", Session(body: "区生活垃圾分类工作联席会议", number: 14, term: nil)),
    ])
    func namesOfMeetingsAreTakenApart(_ convener: String, _ name: String, _ session: Session) {
        let found = withText(name) { name in
            withText(convener) { convener in MeetingName.parse(name, convener: convener.isEmpty ? nil : convener) }
        }
        #expect(found == session)
    }
}
