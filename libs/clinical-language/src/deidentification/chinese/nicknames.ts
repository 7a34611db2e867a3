import { type KindHit } from '../rules/mask-rule';
import { CharacterKind, isGivenPair, kindsAt, surnameWeight } from './character-kinds';
import { type ChineseClause } from './clause';

const PREFIXES = new Set('小老阿大二三四');
const LOOKS = new Set('胖瘦黑高矮');
const LOOKS_ENDINGS = new Set('哥姐妹弟叔婶子');
/** Before 子: 强子, 柱子. */
const BEFORE_ZI = new Set('强勇军刚柱栓虎梅伟峰磊涛超铁锁狗石');
/** Behind 大, 二, 三: 二柱, 大壮. */
const COUNTRY_NAMES = new Set('柱栓牛虎狗蛋妮丫伟军强勇刚壮毛宝龙凤');
const ELDERS = new Set('头汉太');
/** 来大姨妈, 自安哥拉: a word that begins like such a title. */
const TITLE_LOOK_ALIKES = new Set(['姨妈', '哥拉', '哥伦', '弟子', '妹子']);
const KIN_TITLES = new Set('姐哥妹弟嫂婶叔姨');
/** Given names that are words as well. */
const GIVEN_WORDS =
  /^(?:建国|国庆|建军|解放|卫东|爱国|和平|跃进|红梅|春花|秋菊|冬梅|春梅|腊梅|桂花|荷花|海燕|春燕|秀丽|美丽|建设|建华|志强|自强|永红|红旗|卫国|文明|胜利|福贵|来福|富贵|玉兰|木兰|牡丹|月季|杜鹃|百合|雪梅|雪莲|晓明|小明|小红|大伟|志明|春妮|翠花)$/u;
/** 小便, 大腿, 老年: words that are formed like a nickname and that the dictionary may cut. */
const NICKNAME_LOOK_ALIKE =
  /^(?:小苏打|小周天|大黄|老仰|小瞳|来大|[小大老阿][便腿肠脑时白于米管方关面牛鱼车路单包农冷红古东边叶]|小[儿孩伙腹剂结丘细三心学区板子夜月中孔叶脑肠气梗胶水]|大[小大片约量多发学家出]|老[人师年是公婆伴家乡太板汉爷奶花病慢毛]|[二三四][级度尖联周]|阿[司托莫奇米昔苯片罗达仑昔维立普替洛]|小石|老高血)/u;

/** 胖哥, 黑子. */
function byLooks(clause: ChineseClause, at: number): KindHit | undefined {
  return clause.opensOrLed(at) && clause.goesOn(at + 2) ? clause.name(at, at + 2) : undefined;
}

/** 强子, 柱子. */
function endingInZi(clause: ChineseClause, at: number): KindHit | undefined {
  return clause.opensOrLed(at) && clause.breaks(at) && clause.breaks(at + 2) && clause.wordLength(at) < 2
    ? clause.name(at, at + 2)
    : undefined;
}

function namesBehindPrefix(clause: ChineseClause, at: number): boolean {
  const prefix = clause.chars.charAt(at);
  const second = clause.chars.charAt(at + 1);
  if (prefix === '小' || prefix === '阿') {
    const given = (kindsAt(clause.chars, at + 1) & CharacterKind.given) !== 0;
    return given || surnameWeight(clause.chars, at + 1) === 2;
  }
  return prefix === '老' ? surnameWeight(clause.chars, at + 1) >= 1 : COUNTRY_NAMES.has(second);
}

/** 老李, 小芳, 阿珍, 二柱, 老周头, 小雨桐. */
function prefixed(clause: ChineseClause, at: number): KindHit | undefined {
  const prefix = clause.chars.charAt(at);
  const isFamiliar = prefix === '小' || prefix === '阿';
  if (prefix === '老' && ELDERS.has(clause.chars.charAt(at + 2)) && clause.goesOn(at + 3))
    return clause.name(at, at + 3);
  if (NICKNAME_LOOK_ALIKE.test(clause.slice(at, 3))) return undefined;
  if (isFamiliar && isGivenPair(clause.chars, at + 1) && clause.goesOn(at + 3) && clause.breaks(at + 3))
    return clause.name(at, at + 3);
  return clause.breaks(at + 2) || clause.goesOn(at + 2) ? clause.name(at, at + 2) : undefined;
}

/** Whether a prefix may open a nickname here: where a person stands, or before a character that only names have. */
function isPrefixInPlace(clause: ChineseClause, at: number): boolean {
  const prefix = clause.chars.charAt(at);
  const size = clause.wordLength(at);
  // the dictionary has 老王 and 小张 as words
  if (size === 2 && (prefix === '小' || prefix === '老') && surnameWeight(clause.chars, at + 1) === 2)
    return clause.opensOrLed(at);
  if (size >= 2) return false;
  const tells =
    (prefix === '小' || prefix === '阿') &&
    (kindsAt(clause.chars, at + 1) & CharacterKind.telling) !== 0 &&
    clause.breaks(at);
  return tells || clause.opensOrLed(at);
}

/** 丽娟姐, 志强哥. */
function givenWithTitle(clause: ChineseClause, at: number): KindHit | undefined {
  if (TITLE_LOOK_ALIKES.has(clause.slice(at + 2, 2))) return undefined;
  if (!KIN_TITLES.has(clause.chars.charAt(at + 2)) || !clause.breaks(at)) return undefined;
  const given =
    clause.wordLength(at) < 2
      ? isGivenPair(clause.chars, at)
      : GIVEN_WORDS.test(clause.slice(at, 2)) && clause.opensOrLed(at);
  return given ? clause.name(at, at + 3) : undefined;
}

/** What friends and neighbours call one another. */
export function nickname(clause: ChineseClause, at: number): KindHit | undefined {
  const first = clause.chars.charAt(at);
  const second = clause.chars.charAt(at + 1);
  if (LOOKS.has(first) && LOOKS_ENDINGS.has(second)) return byLooks(clause, at);
  if (second === '子' && BEFORE_ZI.has(first)) return endingInZi(clause, at);
  if (PREFIXES.has(first) && namesBehindPrefix(clause, at) && isPrefixInPlace(clause, at))
    return prefixed(clause, at);
  if (!PREFIXES.has(first) && second !== '子' && !isGivenPair(clause.chars, at)) return undefined;
  return givenWithTitle(clause, at);
}
