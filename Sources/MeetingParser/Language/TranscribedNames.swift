/// Mongolian, Tibetan, Uyghur and other names in Chinese transcription, which have no family name: 乌云塔娜, 桑吉卓玛.
///
/// Source: the characters of 《少数民族语地名汉语拼音字母音译转写法》-style transcription tables (新华社译名室) that names use.
enum TranscribedNames {
    /// Whether a text of two to seven characters consists of such characters, one foreign character allowed in four.
    static func holds(_ text: Text) -> Bool {
        var known = 0, all = 0
        var i = text.start
        while i < text.end {
            guard text.isHan(at: i) else { return false }
            if characters.match(text, at: i) != nil { known += 1 }
            all += 1
            i += text.width(at: i)
        }
        return (2...7).contains(all) && known * 4 >= all * 3 && (all > 2 || known == 2) && !NotNames.list.contains(text)
    }

    private static let characters = WordList(
        """
                阿 巴 拔 白 班 宝 毕 边 布 才 仓 草 查 朝 成 初 次 此 措 达 旦 丹 道 德 登 迪 丁 顿 多 尔 尕 嘎 甘 高 格 根 贡 古 哈 罕 合 和 呼 胡 吉 加 甲 江 杰 金 久 君
                卡 克 肯 库 拉 来 赖 兰 朗 勒 里 力 丽 莲 林 鲁 洛 罗 玛 买 麦 曼 毛 米 木 拿 那 纳 娜 南 尼 努 诺 帕 平 普 其 奇 恰 钦 琴 青 琼 取 曲 群 热 仁 日 茸 肉 若
                萨 赛 三 桑 色 沙 珊 尚 什 斯 松 苏 素 索 塔 台 太 泰 坦 特 提 图 吐 娃 瓦 旺 巍 维 温 乌 吾 西 希 夏 香 雅 亚 央 艺 依 伊 永 玉 尤 云 再 藏 泽 扎 珍 正 智 珠 卓 孜
                子 宗 祖 堆 措 降 雍 益 喜 热 旺 更 顺 都 拥 塞 肖 拜 提 穆 艾 热 合 曼 尔 古 丽 努 肯 别 克 敖 其 孟 额 呼 格 吉 勒 图 毕 力 陶 苏 荣 阿 迪 力
        """)
}
