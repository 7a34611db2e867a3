import { type Token } from '../model/token';

/** Which side of the body: the left, the right, one of the two, or both. */
export type Laterality = 'left' | 'right' | 'one' | 'both';

const WORDS: Readonly<Record<string, Laterality>> = {
  left: 'left',
  right: 'right',
  one: 'one',
  single: 'one',
  unilateral: 'one',
  unilaterally: 'one',
  both: 'both',
  bilateral: 'both',
  bilaterally: 'both',
  bibasal: 'both',
};

const HAN_WORDS: Readonly<Record<string, Laterality>> = { 左: 'left', 右: 'right', 双: 'both' };
/** 两, 单 and 一 count as sides only before 侧: 两天, 单独 and 一天 are something else. */
const HAN_BEFORE_SIDE: Readonly<Record<string, Laterality>> = { 两: 'both', 单: 'one', 一: 'one' };

/** The side that the token at `position` names. */
export function lateralityAt(tokens: readonly Token[], position: number): Laterality | undefined {
  const token = tokens[position];
  if (token?.kind === 'word') return WORDS[token.text];
  if (token?.kind !== 'han') return undefined;
  return (
    HAN_WORDS[token.text] ?? (tokens[position + 1]?.text === '侧' ? HAN_BEFORE_SIDE[token.text] : undefined)
  );
}

/** Left and right together are both. */
export function joinSides(sides: readonly Laterality[]): Laterality | undefined {
  const [first, ...others] = sides;
  return others.every((side) => side === first) ? first : 'both';
}

/** Chambers and territories of the heart have sides that are not sides of the body. */
const HEART = /\b(?:left|right)[ -](?:ventric|atri|heart|axis|bundle)/i;
const SIDED: readonly (readonly [RegExp, Laterality])[] = [
  [/\b(?:unilateral|unilaterally|one[ -]sided)\b/i, 'one'],
  [/\b(?:bilateral|bilaterally|bibasal|both)\b/i, 'both'],
  [/\bleft\b/i, 'left'],
  [/\bright\b/i, 'right'],
];

/**
 * The side that belongs to a finding by its English name: "Unilateral leg swelling" is one side's. A name that offers
 * alternatives ("left arm or jaw") is not tied to a side.
 */
export function lateralityOfName(name: string): Laterality | undefined {
  if (/\bor\b/i.test(name) || HEART.test(name)) return undefined;
  return SIDED.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a finding of one side cannot be what is said of another: left against right, one against both. */
export function sidesConflict(ofFinding: Laterality, said: Laterality): boolean {
  if (ofFinding === 'both') return said !== 'both';
  if (ofFinding === 'one') return said === 'both';
  return said !== ofFinding && said !== 'one' && said !== 'both';
}
