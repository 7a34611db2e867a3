import { type Token } from './tokens';

/**
 * Parts of the body and what they give off, as notes and patients call them, a class a line; the first stands for all:
 * 肚子疼, 腹部疼痛 and 腹痛 become one.
 */
const PARTS = `
腹 肚子 腹部 肚 肚皮 腹腔
小腹 下腹 下腹部 小肚子 少腹 小腹部
上腹 上腹部
胃 胃部 胃里 胃脘 胃脘部
咽 喉咙 嗓子 咽喉 咽部 喉部 咽喉部 嗓子眼 喉 嗓
头 头部 脑袋 脑壳
胸 胸部 胸口 胸腔 胸膛
眼 眼睛 眼部
眼睑 眼皮 眼泡 眼皮子
耳 耳朵 耳部
鼻 鼻子 鼻部
牙 牙齿 齿 智齿 门牙 大牙 后槽牙 槽牙 后牙 前牙 上牙 下牙
牙龈 牙床 牙肉 齿龈
嘴唇 口唇 唇 唇部 上唇 下唇 上嘴唇 下嘴唇
舌 舌头 舌部 舌尖 舌面 舌边 舌体
口腔 嘴里 口内 嘴巴 口腔内 嘴巴里
口 嘴
脸 面部 脸部 脸上 颜面 颜面部 脸颊 面颊 腮帮子
颈 颈部 脖子 颈项 脖颈 颈项部
肩 肩膀 肩部 肩关节
背 后背 背部 脊背
腰 腰部
臀 屁股 臀部
肛门 肛周 肛门周围 肛门口 肛门部 肛门处 肛门旁 肛 屁眼 屁眼子 屁股眼 屁股眼子 后门
外阴 阴部 下体 私处 外阴部 下身 私密处 阴唇
尿道 尿道口
臂 胳膊 手臂 胳臂
上肢 双上肢
手 手部 双手
腿 下肢 双腿 腿部 双下肢 两腿
足 脚 足部 脚部 双脚 双足 两脚
足跟 脚跟 脚后跟
足底 脚底 脚掌 足掌
踝 脚踝 踝关节 踝部 脚脖子
膝 膝盖 膝关节 膝部
髋 髋关节 髋部 胯 胯部 胯骨
腕 手腕 腕关节 腕部
肘 手肘 肘关节 肘部 胳膊肘
足趾 脚趾 脚指头
手指 手指头 指头
四肢 手脚 肢体 手足
全身 浑身 周身 遍身 身上 身体
淋巴结 淋巴
月经 例假 大姨妈 姨妈 生理期 行经 经期
白带 阴道分泌物 带下
便 大便 粪便 排便 解便 解大便 排大便 解大手 解手
尿 小便 尿液 排尿 解尿 解小便 撒尿 解小手
睡眠 睡觉
食欲 胃口 食纳 纳食
情绪 心情
呼吸 喘气 出气
`;

/** The same for complaints and what is said of them. */
const COMPLAINTS = `
痒 瘙痒 发痒 刺痒 奇痒 瘙痒感 痒感 作痒
肿胀 发肿 肿起来 肿了
水肿 浮肿 虚肿
麻木 发麻 麻木感 麻
无力 没力气 没劲 使不上劲 没有力气 软弱无力 无劲 没力
乏力 疲乏 疲倦 疲劳 疲惫 倦怠 困乏 劳累感
不适 不舒服 难受 不适感 不舒适 不得劲 不舒
出血 流血 渗血 冒血
僵硬 发僵 僵直
灼热 烧灼感 灼烧感 灼热感 烧灼 灼烧 火辣辣 灼感
增多 增加 变多 多 过多 较多 偏多 大量
减少 变少 少 过少 稀少 偏少 较少
升高 增高 偏高 高 上升 过高
降低 下降 偏低 低 减低 过低
推迟 延迟 推后 延后 延期 错后
不规律 紊乱 失调 不调 不规则 混乱 不准
困难 费劲 费力 吃力 不畅
差 不好 不佳 欠佳
不清 不清楚
脱皮 蜕皮 起皮 掉皮 爆皮 褪皮
皮疹 疹子 疹 红疹 小疹 小红疹 疹点 红疹子
水疱 水泡 起泡 长泡
痤疮 痘痘 青春痘 粉刺 痘
肿块 包块 硬块 肿物 疙瘩 鼓包 硬包
咳嗽 咳
气喘 喘息 喘
发热 发烧
异味 臭味 气味难闻 味道大 怪味
流口水 流涎 口水多
烦躁 急躁 暴躁 易怒 爱发火 发脾气
失眠 睡不着 睡不着觉 入睡困难
抽搐 抽风
胀 涨
粘 黏
脓 化脓 流脓
肿大 增大 偏大 变大
不能 无法 没法 没办法 不可以
粉红色 粉色
`;

/** Longer words that a class must not break up. */
const KEPT_WHOLE = `
磨牙
胃口
口服
口周
面积
面包
麻疹
麻醉
麻痹
麻黄
荨麻疹
方便
小便宜
高血压
高血糖
高血脂
高脂
高热
高烧
高原
高度
低血压
低血糖
低热
低烧
低头
低下
多发
多年
多饮
多食
多尿
多汗
多次
多少
多动
多囊
很多
许多
多个
至少
少年
少许
少量
减少
牙关
牙石
齿痕
头发
龟头
乳头
骨头
额头
枕头
念头
拳头
石头
馒头
荨麻疹
疱疹
带状疱疹
湿疹
麻疹
风疹
玫瑰疹
斑疹
丘疹
斑丘疹
药疹
痱疹
幼儿急疹
疹痒
头皮
头孢
头晕
头昏
手术
手抖
手足口
手足徐动
足月
足量
足够
满足
不足
背景
面色
面瘫
面神经
面肌
耳鸣
耳聋
耳石
眼压
眼花
喘鸣
哮喘
喉鸣
咳嗽变异
咳血
咳痰
百日咳
抽动秽语
抽烟
抽血
臀位
腰围
腰椎
口干
口渴
口苦
口臭
口角
口齿
口吃
口疮
伤口
切口
胸口
出口
胸闷
胸片
胸膜
胸腺
胸椎
心胸
鼻窦
鼻涕
鼻塞
鼻血
腹泻
腹水
腹膜
腹股沟
腹壁
胃镜
胃炎
胃酸
胃食管
肘窝
腕管
颈椎
颈静脉
颈动脉
肩胛
背叛
身体状况
身体质量
尿道
尿蛋白
尿酸
尿素
尿糖
尿布
便秘
便血
便意
便潜血
便常规
尿常规
不好意思
差异
误差
温差
时差
`;

interface Word {
  readonly characters: readonly string[];
  /** What all words of the class are looked up as; none for words that are kept as they are. */
  readonly key: string | undefined;
}

const PART_KEYS: ReadonlySet<string> = new Set(
  PARTS.trim()
    .split('\n')
    .map((line) => line.split(' ')[0] ?? ''),
);

/** Whether a key stands for a part of the body or what it gives off: alone, that is no complaint. */
export const isPart = (key: string): boolean => PART_KEYS.has(key);

/** Words by their first character, longest first. */
const WORDS = buildWords();

function buildWords(): ReadonlyMap<string, readonly Word[]> {
  const words = new Map<string, Word[]>();
  const seen = new Set<string>();
  for (const line of [PARTS, COMPLAINTS, KEPT_WHOLE].flatMap((lines) => lines.trim().split('\n'))) {
    const members = line.split(' ');
    for (const member of members) {
      if (seen.has(member)) continue;
      seen.add(member);
      const characters = Array.from(member);
      const first = characters[0] ?? '';
      const known = words.get(first) ?? [];
      known.push({ characters, key: members.length === 1 ? undefined : members[0] });
      words.set(first, known);
    }
  }
  for (const list of words.values()) list.sort((a, b) => b.characters.length - a.characters.length);
  return words;
}

/** 后门 is the back door, unless something is wrong there. */
const ONLY_BEFORE: ReadonlyMap<string, RegExp> = new Map([['后门', /^[痒疼痛血肿胀坠掉脱出裂湿流长]$/]]);

function wordAt(tokens: readonly Token[], position: number): Word | undefined {
  const token = tokens[position];
  if (token?.kind !== 'han') return undefined;
  return WORDS.get(token.text)?.find(
    ({ characters }) =>
      characters.every((character, index) => tokens[position + index]?.text === character) &&
      (ONLY_BEFORE.get(characters.join(''))?.test(tokens[position + characters.length]?.text ?? '') ?? true),
  );
}

/**
 * Gives all words of a class the key of the class: it stands on their first character, the others are silent. Text and
 * places stay as written.
 */
export function unifyHanWords(tokens: readonly Token[]): Token[] {
  const unified: Token[] = [];
  while (unified.length < tokens.length) {
    const position = unified.length;
    const word = wordAt(tokens, position);
    const token = tokens[position];
    if (token === undefined) break;
    if (word?.key === undefined) {
      unified.push(...tokens.slice(position, position + (word?.characters.length ?? 1)));
      continue;
    }
    unified.push({ ...token, key: word.key });
    for (let index = 1; index < word.characters.length; index += 1) {
      const silent = tokens[position + index];
      if (silent !== undefined) unified.push({ ...silent, key: '', silent: true });
    }
  }
  return unified;
}
