/// The genre of a meeting, from the names of its bodies and its headline.
enum Kinds {
    static func classify(_ bodies: [String], title: String) -> Kind {
        if bodies.count > 1 { return .joint }
        guard let body = bodies.first else { return .meeting }
        for (kind, words) in cues where words.contains(where: { body.contains($0) }) { return kind }
        for (kind, words) in cues.prefix(2) where words.contains(where: { title.contains($0) }) { return kind }
        return .meeting
    }

    /// In order: the first that occurs in the name decides.
    private static let cues: [(kind: Kind, words: [String])] = [
        (.review, ["点评会", "评议会", "考评会", "讲评会", "月评", "点评", "述职评议"]),
        (.study, ["理论学习中心组", "集体学习", "读书班", "专题学习", "学习会", "中心组"]),
        (.discipline, ["纪委", "纪律检查委员会", "监委", "监察委员会"]),
        (.cppcc, ["政协", "主席会议"]),
        (.peoplesCongress, ["人大", "人民代表大会", "主任会议"]),
        (.headquarters, ["指挥部", "安委会", "安全生产委员会", "防指", "森防指", "减灾委"]),
        (.leadingGroup, ["领导小组", "工作小组", "专班", "领导组", "财经委", "深改委", "委员会"]),
        (.governmentExecutive, ["常务会议", "政府全体会议", "办公会", "政府常务会", "市长碰头会"]),
        (.standingCommittee, ["常委会", "党委", "党工委", "常务委员会", "区委", "县委", "市委", "省委"]),
        (
            .workConference,
            ["推进会", "动员会", "工作会", "座谈会", "部署会", "调度会", "现场会", "会商", "联席会", "电视电话会", "视频会", "大会", "交流会", "培训会", "视频调度", "例会"]
        ),
    ]
}
