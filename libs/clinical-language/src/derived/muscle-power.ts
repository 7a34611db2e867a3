import { type Mention } from '../matching/mention';
import { type DerivationInput, derivedMention } from './derived-mention';
import { joinedText, textAt } from '../text/at-position';

const NEAR = 10;
/** Grades of power that are weakness; five is normal. */
const WEAK = /^(?:[0-4](?:\.5)?|i{1,3}|iv)$/;

interface Graded {
  readonly from: number;
  readonly to: number;
  readonly region: string;
}

/** 左侧肢体肌力3级, 双下肢肌力约2+级. */
function gradedInChinese(input: DerivationInput, at: number): Graded | undefined {
  const { tokens, sentence } = input;
  if (textAt(tokens, at) !== '肌' || textAt(tokens, at + 1) !== '力') return undefined;
  let value = at + 2;
  while (value < at + 5 && /^[约为均:仅只]$/.test(textAt(tokens, value))) value += 1;
  if (!WEAK.test(textAt(tokens, value))) return undefined;
  let unit = value + 1;
  while (unit < value + 4 && /^[-+~\d]/.test(textAt(tokens, unit))) unit += 1;
  if (textAt(tokens, unit) !== '级') return undefined;
  let from = at;
  while (from > sentence.from && at - from < NEAR && !/^[,;:。级]$/.test(textAt(tokens, from - 1))) from -= 1;
  return { from, to: unit + 1, region: joinedText(input.tokens, from, at) };
}

/** "Power 3/5 in the left arm and leg". */
function gradedInEnglish(input: DerivationInput, at: number): Graded | undefined {
  const { tokens, sentence } = input;
  if (textAt(tokens, at) !== '5' || textAt(tokens, at - 1) !== '/') return undefined;
  const isSigned = /^[-+]$/.test(textAt(tokens, at - 2));
  const grade = at - (isSigned ? 3 : 2);
  if (!WEAK.test(textAt(tokens, grade))) return undefined;
  const start = Math.max(sentence.from, grade - NEAR);
  const named = tokens.slice(start, grade).findLastIndex(({ text }) => /^(?:power|strength|mrc)$/.test(text));
  if (named === -1) return undefined;
  let to = at + 1;
  while (to < sentence.to && to - at < NEAR && !/^(?:[,;.]|but|with)$/.test(textAt(tokens, to))) to += 1;
  const words = tokens.slice(start, to).map(({ text }) => text);
  return { from: start + named, to: at + 1, region: words.join(' ') };
}

const HALF_ZH = /[左右](?:侧肢体|侧上下肢|侧上、下肢|上下肢|侧肢|半身)/;
const LEGS_ZH = /双(?:侧)?下肢|两下肢|两腿|双腿/;

function findingOf(region: string): string {
  if (HALF_ZH.test(region)) return 'hemiparesis';
  if (LEGS_ZH.test(region)) return 'paraparesis';
  const isOneSided =
    /\b(?:left|right)\b/.test(region) && !/\bleft\b.*\bright\b|\bright\b.*\bleft\b/.test(region);
  const isArmAndLeg = /\b(?:arm|upper)\b/.test(region) && /\b(?:leg|lower)\b/.test(region);
  if (isOneSided && (isArmAndLeg || /\b(?:side|sided|limbs|hemibody)\b/.test(region))) return 'hemiparesis';
  if (
    /\b(?:both|bilateral) (?:legs|lower)\b|\b(?:legs|lower limbs)\b/.test(region) &&
    !/\b(?:arm|arms|upper)\b/.test(region)
  )
    return isOneSided ? 'limb-weakness' : 'paraparesis';
  return 'limb-weakness';
}

const SIDE_OF_LIMB = /([左右])(?:侧)?([上下])肢$/;

/** 右上肢肌力2级，右下肢肌力3级: arm and leg of one side. */
function isHalf(graded: readonly Graded[]): boolean {
  const limbs = new Set(graded.map(({ region }) => SIDE_OF_LIMB.exec(region)?.slice(1).join('')));
  return ['左', '右'].some((side) => limbs.has(`${side}上`) && limbs.has(`${side}下`));
}

/** Weakness told by the grade of power (Medical Research Council). */
export function readMusclePower(input: DerivationInput): Mention[] {
  const { sentence, mentions } = input;
  const graded: Graded[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const one = gradedInChinese(input, at) ?? gradedInEnglish(input, at);
    if (one !== undefined) graded.push(one);
  }
  const half = isHalf(graded);
  return graded
    .filter(({ from, to }) => !mentions.some((mention) => mention.from <= from && to <= mention.to))
    .map(({ from, to, region }) => derivedMention(from, to, [half ? 'hemiparesis' : findingOf(region)]));
}
