import { type Token } from '../model/token';

/** The general dictionary that cuts Chinese into words: that of ICU, which Node carries. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** So many characters are cut at once: what is longer has no marks, and ICU takes longer for it than in proportion. */
const LONGEST_CUT = 120;

/** Masking and reading cut the same stretches, each more than once: the last ones are remembered. */
const MOST_KEPT = 1024;
const kept = new Map<string, readonly number[]>();

/** Where the words of a stretch end, in UTF-16 units. */
function cut(text: string): readonly number[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const ends: number[] = [];
  for (const { index } of SEGMENTER.segment(text)) if (index > 0) ends.push(index);
  ends.push(text.length);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, ends);
  return ends;
}

/** Where the words of a run of Chinese end by the general dictionary, in UTF-16 units. */
export function endsOfWords(text: string): readonly number[] {
  if (text.length <= LONGEST_CUT) return cut(text);
  const ends: number[] = [];
  for (let from = 0; from < text.length;) {
    const own = cut(text.slice(from, from + LONGEST_CUT));
    // The last word may go on behind the cut.
    const isLast = from + LONGEST_CUT >= text.length || own.length === 1;
    for (const end of isLast ? own : own.slice(0, -1)) ends.push(from + end);
    from = ends.at(-1) ?? text.length;
  }
  return ends;
}

/** The words of a run of Chinese tokens: for each token from the first on the end of the word that begins there, or 0. */
export function hanWords(tokens: readonly Token[], from: number, to: number): Int32Array {
  const ends = new Int32Array(to - from);
  let text = '';
  for (let at = from; at < to; at += 1) text += tokens[at]?.text ?? '';
  let [at, unit, first] = [from, 0, from];
  for (const end of endsOfWords(text)) {
    while (at < to && unit + (tokens[at]?.text.length ?? 0) <= end) {
      unit += tokens[at]?.text.length ?? 0;
      at += 1;
    }
    ends[first - from] = at;
    first = at;
  }
  return ends;
}

/** The end of the run of Chinese tokens that begins at a position. */
export function endOfHan(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && tokens[end]?.kind === 'han') end += 1;
  return end;
}

/** Where the general words of the Chinese in a stretch begin → where they end. */
export function wordsOfHan(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== 'han') continue;
    const end = endOfHan(tokens, at, to);
    for (const [place, behind] of hanWords(tokens, at, end).entries())
      if (behind > 0) ends.set(at + place, behind);
    at = end;
  }
  return ends;
}
