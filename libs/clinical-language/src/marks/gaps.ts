import { type Token } from '../model/token';

/**
 * What stands between two words of running text, the weakest first: nothing, what parts the items of a list or statements,
 * what heads that which follows, and what ends a sentence.
 */
export const GAPS = ['none', 'item', 'statement', 'heading', 'sentence'] as const;
export type Gap = (typeof GAPS)[number];

const BY_MARK: ReadonlyMap<string, Gap> = new Map(
  Object.entries({
    none: ['"', "'", '“', '”', '‘', '’', '《', '》', '-'],
    item: ['、'],
    statement: [',', '(', ')', '[', ']', '【', '】', '—', '|'],
    heading: [':'],
    sentence: ['.', '。', ';', '!', '?', '...'],
  } satisfies Record<Gap, string[]>).flatMap(([gap, marks]) =>
    marks.map((mark) => [mark, gap as Gap] as const),
  ),
);

/** What a token says of the gap that it stands in; undefined of a word, a number, or a sign that is said (%, /). */
function gapOf({ kind, text }: Token): Gap | undefined {
  if (kind === 'line-end') return 'sentence';
  return kind === 'mark' ? BY_MARK.get(text) : undefined;
}

const strongerOf = (one: Gap, other: Gap): Gap => (GAPS.indexOf(one) < GAPS.indexOf(other) ? other : one);

/** The words of a text, and what stands behind each. */
export interface Words {
  readonly words: readonly Token[];
  readonly gaps: readonly Gap[];
}

export function wordsOf(tokens: readonly Token[]): Words {
  const words: Token[] = [];
  const gaps: Gap[] = [];
  for (const token of tokens) {
    const gap = gapOf(token);
    const last = gaps.length - 1;
    if (gap === undefined) {
      words.push(token);
      gaps.push('none');
    } else if (last >= 0) gaps[last] = strongerOf(gaps[last] ?? 'none', gap);
  }
  return { words, gaps };
}
