import { stem } from '../text/stem';

/** Parts of the body that Chinese notes name once for several findings: 左小腿肿胀伴压痛. */
export const ANATOMY_ZH: readonly string[] =
  `头 头部 头皮 额部 颞部 枕部 眼 双眼 眼睛 眼部 眼睑 结膜 巩膜 角膜 瞳孔 耳 耳部 外耳道 乳突 鼻 鼻部 鼻腔 口腔 口唇
  牙龈 舌 咽 咽部 咽喉 喉 扁桃体 颈 颈部 颈项 颈静脉 甲状腺 淋巴结 颈部淋巴结 锁骨上淋巴结 胸 胸部 胸口 胸壁 胸骨后
  心前区 乳房 乳头 腋窝 肺 双肺 肺部 肺底 双肺底 心 心脏 心尖 上腹 上腹部 中上腹 剑突下 右上腹 左上腹 下腹 下腹部 右下腹
  左下腹 脐周 腹 腹部 全腹 肝 肝脏 肝区 脾 脾脏 胆囊 肾 肾区 肋脊角 腰 腰部 腰背部 背 背部 后背 脊柱 骶髂关节 臀部 髋
  髋关节 腹股沟 会阴 会阴部 阴囊 睾丸 阴茎 阴道 宫颈 子宫 附件 肛门 肛周 直肠 上肢 下肢 双下肢 四肢 肢体 一侧肢体 肩 肩部
  肩关节 肘 肘关节 前臂 上臂 手臂 左臂 手 手部 手指 腕 腕关节 大腿 膝 膝盖 膝关节 小腿 腓肠肌 踝 踝部 踝关节 足 足部 脚
  脚趾 足趾 足背 关节 皮肤 面部 脸 下颌`.split(/\s+/);

/** English words for places on the body: they may stand between the parts of a concept ("pain over the ... chest"). */
export const ANATOMY_EN: ReadonlySet<string> = new Set(
  `head scalp face jaw eye eyelid ear nose mouth tongue throat neck shoulder arm elbow forearm wrist hand finger chest
  breast rib sternum back spine flank loin abdomen abdominal belly tummy stomach epigastrium epigastric groin pelvis
  pelvic hip buttock thigh knee leg calf ankle foot toe skin upper lower quadrant iliac fossa area region lung base
  front central centre middle inner outer lateral medial posterior anterior body part limb extremity joint`
    .split(/\s+/)
    .map(stem),
);
