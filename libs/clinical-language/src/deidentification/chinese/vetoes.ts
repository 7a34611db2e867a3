import { CharacterKind, kindsAt, surnameWeight } from './character-kinds';
import { type ChineseClause } from './clause';
import { CLINICAL_PAIRS } from '../words/chinese-clinical-pairs';
import { NO_NAME_ZH } from '../names-zh';
import { PERSONAL } from './neighbours';

const NO_NAME = new RegExp(`^${NO_NAME_ZH}`, 'u');
/** Foreign names of diseases and medicines, and words, that begin like a Chinese name. */
const TRANSLITERATED_TERM =
  /^(?:夏枯|米诺|米氮|曾赴|段坏|孟加拉|葛根|史可|康泰克|潘生丁|杜仲|卢戈|孔雀|欣康|欣维|毓婷|伊可新|柯兴|韦伯|林纳|何氏|余可|安氏|石氏|吉兰|吉伯|孟鲁|罗夫|孔源|韦格纳|卢德|桑拿|麻古|鱼生|达英|纳可|思瑞康|安哥|青光|来大姨|高弓|梦游|怀[中孕]|向家庭|向[凝阳]|边舒|韦尼克|马凡|马方|马尔尼菲|莫西|莫沙|莫匹|马西|罗培|罗红|罗哌|罗库|罗米|富隆|雷诺|雷公藤|贝赫|贝尔|贝那|霍奇金|何杰金|唐氏|唐宝|马兰|卢格|夏科|柯氏|库欣|席汉|艾森|艾司|艾可|伏立|伏格|万古|万托|万艾可|沙丁|沙美|利奈|利伐|利多|利培|利福|利托|维库|温特|费城|费伯|屈大|屈光|乌司|康柏|高乌|安博|安理申|安体|安非|易善|易瑞|林可|林格|林奇|何首乌|闻人[语声]|牛皮|毛囊|满堂|单克|麻风|麻疹|梅毒|梅克|青霉|项强|戴[眼耳美环镜着上了越]|曾[上经自得切中患有用服因被多]|常[正超见有]|阴[超道囊茎]|连花|红霉|金刚|金葡|石膏|白[瞳喉念血]|杜冷|杜氏|杜小|段[增抬压]|余[肺均未健]|屈[腿膝髋]|叶[正岛增]|史[正]|尚[正]|罗音|江米|高[一出二三])/u;
/** Words that a family name opens and that stand before a title. */
const NO_TITLED = /^(?:班主任|康复|单位|全科|住院)/u;
const GRAMMAR = '于和同与由经从全单连时都能有成管向常任何';

/** Words that a family name opens: how people are, times, places, herbs and food. */
const ORDINARY_WORDS = new Set(
  '高大 文静 安全 方正 康健 成熟 温柔 温和 安康 安宁 平安 健康 成功 方便 常见 万幸 康宁 高明 高贵 文明 方言 程度 任性 成立 成长 高中 金黄 白净 白胖 富贵 明显 青春 青壮 单身 单亲 齐全 华人 农民 师生 桑拿 石化 向上 毛利 全家 宁静 温饱 马来 高龄 满月 强壮 松弛 连夜 白班 古怪 和平 宁夏 凌晨 盛夏 欧洲 武警 丁香 党参 桂圆 燕麦 鱼肉 荆芥 艾叶 龙葵 叶片 索条 薄层 乌黑 蓬松 丰满 扶墙 富含 蓝光 湛蓝 蔚蓝 胡须 刘海 汤水 管饲 祝好 易倦 葛根 赖以 卓越 席地 伍用 戴环 乔迁'.split(
    ' ',
  ),
);

/** 甜甜的味道, 圆圆的疙瘩: doubled characters before 的 describe a thing, unless what follows is a person's. */
export const describesThing = (clause: ChineseClause, end: number): boolean => {
  const after = clause.after(end);
  return after.startsWith('的') && !PERSONAL.test(after);
};

/** 患者高大, 父亲凌晨: the whole stretch is a word. */
export const isOrdinaryWord = (clause: ChineseClause, at: number, end: number): boolean =>
  ORDINARY_WORDS.has(clause.slice(at, end - at));

/** 何时, 高热: a word begins here that no name does, unless a person is certain. */
export const opensWord = (clause: ChineseClause, at: number): boolean => NO_NAME.test(clause.slice(at, 4));

/** 孟鲁司特, 莫西沙星, 戴眼镜. */
export const opensTerm = (clause: ChineseClause, at: number): boolean =>
  TRANSLITERATED_TERM.test(clause.slice(at, 4));

/** 曲张, 舒张: two characters that clinical Chinese joins and no dictionary has. */
export const opensClinicalPair = (clause: ChineseClause, at: number): boolean =>
  CLINICAL_PAIRS.has(clause.slice(at, 2));

/** 何时, 高热, 周围, 苏醒: the dictionary has it, or a word runs over its edge. */
export function isWordish(clause: ChineseClause, at: number, size: number, end: number): boolean {
  const announced = clause.isAnnounced(at);
  if (!clause.breaks(at)) return !announced || size === 1;
  const first = clause.wordLength(at);
  if (first === end - at && first === 3 && surnameWeight(clause.chars, at) === 2)
    return at > 0 && !clause.isLed(at) && !announced;
  if (first > size) return size === 1 || first > 2;
  return !announced && !clause.breaks(end);
}

/** A family name that is no part of a longer word: 主管|医生, but 麻烦|关|主任. */
export const standsAlone = (clause: ChineseClause, at: number, size: number): boolean =>
  clause.breaks(at) && (clause.wordLength(at) <= size || surnameWeight(clause.chars, at) === 2 || size === 2);

/** 和医生, 时主任: a word of grammar before a title, unless it opens the clause or a person is announced. */
export const isGrammar = (clause: ChineseClause, at: number): boolean =>
  NO_TITLED.test(clause.slice(at, 3)) ||
  (GRAMMAR.includes(clause.chars.charAt(at)) &&
    at > 0 &&
    !'的了'.includes(clause.charBefore(at)) &&
    !clause.isAnnounced(at));

/** Whether no character of a stretch is one that given names never hold. */
export const mayBeGiven = (clause: ChineseClause, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    if ((kindsAt(clause.chars, at) & CharacterKind.notGiven) !== 0) return false;
  }
  return true;
};
