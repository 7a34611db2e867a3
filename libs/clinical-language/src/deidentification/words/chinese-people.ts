const wordsOf = (list: string): readonly string[] => list.split(/\s+/u);

/** Relatives and those who come along, behind whom a name may stand; 大姑 and 二舅 end like 姑 and 舅. */
const KIN = wordsOf(
  `父亲 母亲 爸爸 妈妈 爸 妈 妻子 丈夫 前夫 前妻 配偶 爱人 老公 老婆 媳妇 对象 男友 女友 男朋友 女朋友 未婚夫 未婚妻 儿子 女儿 长子 次子 长女 次女 幼子 幼女
  哥哥 弟弟 姐姐 妹妹 堂哥 堂弟 堂姐 堂妹 堂兄 表哥 表弟 表姐 表妹 表兄 姑 姨 舅 叔 伯 姑父 姨父 舅父 叔父 伯父 姑母 姨母 舅母 叔母 伯母 姑妈 姨妈 舅妈 叔妈 伯妈
  祖父 祖母 外公 外婆 爷爷 奶奶 姥姥 姥爷 儿媳 女婿 孙子 孙女 外孙 侄子 侄女 外甥 外甥女 岳父 岳母 公公 婆婆 嫂子 家属 亲属 朋友 同事 同学 同乡 老乡 邻居 室友 舍友
  工友 战友 病友 监护人 联系人 收件人 陪护 护工 保姆 房东 老板 其父 其母 其妻 其夫 其子 其女 其兄 其弟 其姐 其妹`,
);

/** Posts, labels and words of calling, behind which a name may stand. */
const ROLES = wordsOf(
  `患者 患儿 病人 病员 产妇 孕妇 伤者 死者 老人 学生 战士 司机 姓名 名字 真名 本名 大名 小名 乳名 昵称 名叫 叫做 叫 我是 主刀 术者 助手 一助 二助 三助 麻醉 记录 记录者
  记录人 签名 签字 审核 审核者 审核人 报告 报告者 报告人 检查者 操作者 陪同人 申请人 委托人 代理人 此致 敬礼 医祺 医师 医士 医生 药师 药士 药生 护师 护士 护生 技师 技士 技生 护士长 大夫 主任 教授 老师 床 编剧 导师 村医 书记 村长 班长
  队长`,
);

/** What announces a person beyond doubt. */
export const ANNOUNCING_WORDS: readonly string[] = [...KIN, ...ROLES];

/** What stands before a name, and before much else. */
export const LEADING_WORDS: readonly string[] = wordsOf(
  `与 和 跟 同 及 、 给 请 由 经 找 让 叫 替 陪 被 问 向 对 把 为 病友 隔壁 那个 这个 那位 这位 联系 通知 感谢 谢谢 告诉 麻烦 是 关于 有 连 随 等 像 包括 例如 本人 不是 就是 见到
  看见 遇到`,
);

/** Times, copulas and places behind which a subject may stand (这两天强子, 是阿珍的妈妈). */
export const TOPIC_OPENERS: readonly string[] = wordsOf(
  `天 日 早 晚 午 晨 月 周 年 时候 这会儿 昨晚上 今儿 了 着 过 好 跟 咱 咱们 我们 你们 那 这 可怜的 可怜 亲爱的 我家 俺家 咱家 刚才 现在 是 里的 说 床 隔壁 楼上 楼下 对门
  科 闺蜜 闺密 哥们 兄弟 搭档 同桌 队友 师兄 师姐 师弟 学长 学姐 室的 科的 泌的`,
);
