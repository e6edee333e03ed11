/// The four cities directly under the central government, by their districts: a report of such a city often names only
/// districts.
///
/// Source: 民政部《中华人民共和国行政区划代码》(2023). Names that another city's district shares are left out.
enum Municipalities {
    private static let districts: [(city: String, names: [Literal])] = [
        (
            "北京市",
            [
                "东城区", "西城区", "丰台区", "石景山区", "海淀区", "门头沟区", "房山区", "通州区", "顺义区", "昌平区", "大兴区", "怀柔区", "平谷区", "密云区", "延庆区",
            ]
        ),
        (
            "上海市",
            ["黄浦区", "徐汇区", "长宁区", "静安区", "虹口区", "杨浦区", "闵行区", "宝山区", "嘉定区", "浦东新区", "金山区", "松江区", "青浦区", "奉贤区", "崇明区"]
        ),
        (
            "天津市",
            ["河东区", "河西区", "南开区", "河北区", "红桥区", "东丽区", "西青区", "津南区", "北辰区", "武清区", "宝坻区", "滨海新区", "宁河区", "静海区", "蓟州区"]
        ),
        (
            "重庆市",
            ["渝中区", "大渡口区", "沙坪坝区", "九龙坡区", "南岸区", "北碚区", "綦江区", "大足区", "渝北区", "巴南区", "黔江区", "长寿区", "江津区", "合川区", "永川区"]
        ),
    ]

    static let all = WordList(districts.flatMap(\.names), .districts)

    /// The city of which the report names at least three districts, and more than of any other; nil where there is none.
    static func holding(_ document: ReportDocument) -> String? {
        var named: [Text] = []
        for line in document.lines {
            var from = line.start
            while let at = all.first(in: line, from: from), let n = all.match(line, at: at) {
                let name = line[at..<at + n]
                if !named.contains(name) { named.append(name) }
                from = at + n
            }
        }
        guard named.count >= 3 else { return nil }
        let counts = districts.map { city, names in (city: city, count: names.count { name in named.contains { $0 == name } }) }
        guard let best = counts.max(by: { $0.count < $1.count }), best.count >= 3,
            counts.count(where: { $0.count == best.count }) == 1
        else { return nil }
        return best.city
    }
}
