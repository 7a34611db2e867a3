/**
 * Words by which a wording is narrower than the finding that it names: a place, a side, a grade, a number, a complication,
 * a treatment given. What a report denies with one of them it may affirm of the rest: "no left main disease".
 */
const NARROWING = {
  en: `left right bilateral bilaterally both unilateral
    central proximal distal peripheral saddle segmental subsegmental lobar anterior posterior lateral upper lower inferior basal
    massive large huge big giant severe severely critical marked complete extensive diffuse advanced small tiny mild minor
    multiple displaced comminuted ruptured perforated metastatic
    resuscitation resuscitated cpr compressions defibrillated intubated ventilated stented drained`,
  zh: `左 右 双侧 两侧 双肾 中央 中心 近端 远端 骑跨 前壁 下壁 上叶 下叶
    重度 大量 巨大 完全 广泛 弥漫 轻度 少量 多发 破裂 穿孔 复苏 按压 除颤 插管`,
} as const;

/** Names of whole parts of the body, in which such a word narrows nothing. */
const WHOLES =
  /\b(?:left|right) ventric(?:le|ular)|\b(?:large|small)[- ](?:bowel|vessel)|\blateral (?:ventricles?|rectus)|\banterior pituitary|\blower abdom\w+|[左右][心室]|不完全/gi;

const words = (list: string): readonly string[] => list.trim().split(/\s+/);
const ENGLISH = new Set(words(NARROWING.en));
const CHINESE = words(NARROWING.zh);

const englishWords = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** The narrowing words of a wording that the name of its finding lacks: 左肺动脉充盈缺损 of 肺动脉充盈缺损. */
export function narrowingWords(phrase: string, name: string, language: 'en' | 'zh'): string[] {
  const wording = phrase.replace(WHOLES, ' ');
  if (language === 'zh') return CHINESE.filter((word) => wording.includes(word) && !name.includes(word));
  const named = new Set(englishWords(name));
  return [...new Set(englishWords(wording))].filter((word) => ENGLISH.has(word) && !named.has(word));
}
