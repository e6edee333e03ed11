/// The Party's abbreviated, which meet in 全体会议 that are counted by term and need no name.
extension MeetingName {
    /// 鹿泽县十届四次全体会议 is of 鹿泽县委, 林原市第九届委员会第十五次全体会议 of 林原市委员会, 县委召开十届四次全体会议 of 县委; nil where
    /// another body met.
    static func partyCommittee(_ rest: String, _ convener: String?, _ plenary: String) -> String? {
        if rest == "会议" { return convener.flatMap { name in abbreviated.contains(where: name.ends) ? name + plenary : nil } }
        guard let owner = rest.dropping(suffix: "会议") else { return nil }
        if places.contains(where: owner.ends) { return owner + "委" + plenary }
        if abbreviated.contains(where: owner.ends) { return owner + plenary }
        return writtenOut.contains(where: owner.ends) ? owner : nil
    }

    private static let places: [Literal] = ["省", "市", "县", "区", "州", "旗", "镇", "乡"]
    private static let abbreviated: [Literal] = ["省委", "市委", "县委", "区委", "州委", "旗委"]
    static let writtenOut: [Literal] = ["省委员会", "市委员会", "县委员会", "区委员会", "州委员会", "旗委员会", "镇委员会", "乡委员会"]
}
