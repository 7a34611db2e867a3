import { type Mention } from '../matching/mention';
import { readNumber } from '../text/numbers';
import { type DerivationInput, derivedMention } from './derived-mention';
import { textAt } from '../text/at-position';

/** From so many units (8 g of alcohol) a week on drinking is heavy in men and women. */
const HEAVY_UNITS_A_WEEK = 35;
const DAYS: Readonly<Record<string, number>> = { day: 7, night: 7, daily: 7, week: 1, weekly: 1, wk: 1 };
const REACH = 4;

/** "60 units a week", "10 units of alcohol per day", "40 units/week". */
function unitsAWeek(
  { tokens, sentence }: DerivationInput,
  at: number,
): { weekly: number; to: number } | undefined {
  const amount = tokens[at]?.kind === 'number' ? readNumber(tokens, at) : undefined;
  if (amount === undefined || !/^u(?:nits?)?$/.test(textAt(tokens, at + 1))) return undefined;
  for (let to = at + 2; to < Math.min(sentence.to, at + 2 + REACH); to += 1) {
    if (/^(?:insulin|of$)/.test(textAt(tokens, to)) && textAt(tokens, to + 1) !== 'alcohol') return undefined;
    const times = DAYS[textAt(tokens, to)];
    if (times !== undefined) return { weekly: amount.value * times, to: to + 1 };
  }
  return undefined;
}

const DRINK = /^(?:drinks?|drinking|drank|alcohol|etoh|consumes?|consuming)$/;

function isAboutDrink({ tokens, sentence }: DerivationInput, at: number): boolean {
  return tokens
    .slice(Math.max(sentence.from, at - 8), Math.min(sentence.to, at + 6))
    .some(({ text }) => DRINK.test(text));
}

/** Grams of spirits a day, told by the Chinese ounce and pound, gram and millilitre. */
const GRAMS: Readonly<Record<string, number>> = { 斤: 500, 两: 50, g: 1, 克: 1, ml: 1, 毫升: 1 };
const HEAVY_SPIRITS = 150;
const DAILY = /每[日天]|日均|一天|天天/;

/** 每日饮白酒半斤, 白酒3两/日. */
function spiritsADay({ tokens, sentence }: DerivationInput, at: number): number | undefined {
  if (textAt(tokens, at) !== '酒') return undefined;
  const around = tokens
    .slice(Math.max(sentence.from, at - 12), Math.min(sentence.to, at + 12))
    .map(({ text }) => text)
    .join('');
  if (!(DAILY.test(around) || /\/[日天d]/.test(around)) || /戒|啤酒|红酒|葡萄酒|黄酒/.test(around))
    return undefined;
  for (let value = at + 1; value < Math.min(sentence.to, at + 10); value += 1) {
    if (/^[,;。]$/.test(textAt(tokens, value))) return undefined;
    const amount = readNumber(tokens, value);
    if (amount === undefined) continue;
    const unit = textAt(tokens, value + amount.length);
    const grams = GRAMS[unit] ?? GRAMS[`${unit}${textAt(tokens, value + amount.length + 1)}`];
    if (grams !== undefined) return amount.value * grams;
  }
  return undefined;
}

/** Heavy drinking that is told by its amount. */
export function readAlcohol(input: DerivationInput): Mention[] {
  const { sentence } = input;
  const found: Mention[] = [];
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const units = unitsAWeek(input, at);
    if (units !== undefined && units.weekly >= HEAVY_UNITS_A_WEEK && isAboutDrink(input, at))
      found.push(derivedMention(at, units.to, ['heavy-alcohol-use']));
    if ((spiritsADay(input, at) ?? 0) >= HEAVY_SPIRITS)
      found.push(derivedMention(at, at + 1, ['heavy-alcohol-use']));
  }
  return found;
}
