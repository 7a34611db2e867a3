import { type Token } from '../text/tokens';

/** A value in words. */
export type Level =
  'normal' | 'raised' | 'lowered' | 'positive' | 'negative' | 'very-raised' | 'very-lowered';

const LEVELS: Readonly<Record<string, Level>> = {
  normal: 'normal', unremarkable: 'normal', raised: 'raised', elevated: 'raised', high: 'raised', increased: 'raised',
  '↑': 'raised', low: 'lowered', reduced: 'lowered', decreased: 'lowered', '↓': 'lowered', positive: 'positive',
  negative: 'negative', neg: 'negative', pos: 'positive', reactive: 'positive', 'non-reactive': 'negative', nonreactive: 'negative',
  '正常': 'normal', '升高': 'raised', '增高': 'raised', '偏高': 'raised', '增多': 'raised', '高': 'raised',
  '降低': 'lowered', '偏低': 'lowered', '减少': 'lowered', '下降': 'lowered', '减低': 'lowered', '低': 'lowered',
  '阳性': 'positive', '阴性': 'negative',
}; // prettier-ignore

const SIGNS: Readonly<Record<string, Level>> = { '(+)': 'positive', '(-)': 'negative' };

/** A level at a token: "(+)", one English word, or one or two Chinese characters, the longer first. */
export function levelAt(
  tokens: readonly Token[],
  position: number,
): { level: Level; length: number } | undefined {
  const three = tokens.slice(position, position + 3).map(({ text }) => text);
  const sign = SIGNS[three.join('')];
  if (sign !== undefined && three.length === 3) return { level: sign, length: 3 };
  const two = LEVELS[`${tokens[position]?.text ?? ''}${tokens[position + 1]?.text ?? ''}`];
  if (two !== undefined && tokens[position]?.kind === 'han') return { level: two, length: 2 };
  const one = LEVELS[tokens[position]?.text ?? ''];
  return one === undefined ? undefined : { level: one, length: 1 };
}

/** "Not raised" is normal, "not positive" negative; "not normal" says no level. */
export const DENIED_LEVEL: Partial<Record<Level, Level>> = {
  raised: 'normal',
  'very-raised': 'normal',
  lowered: 'normal',
  'very-lowered': 'normal',
  positive: 'negative',
};
