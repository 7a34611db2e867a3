import { type Token } from '../model/token';

/** The general dictionary that cuts Chinese into words: that of ICU, which Node carries. */
const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** So many characters are cut at once: what is longer has no marks, and ICU takes longer for it than in proportion. */
const LONGEST_CUT = 120;

/** Masking and reading cut the same stretches, each more than once: the last ones are remembered. */
const MOST_KEPT = 1024;
const kept = new Map<string, readonly number[]>();

/**
 * Cuts stretches of one text together: ICU makes a dictionary reader of its own for each call, which costs more than most
 * stretches. It never looks beyond the end of a line.
 */
export function cutTogether(stretches: Iterable<string>): void {
  const fresh = [...new Set(stretches)].filter((text) => text.length <= LONGEST_CUT && !kept.has(text));
  if (kept.size >= MOST_KEPT) kept.clear();
  let [at, from] = [0, 0];
  let ends: number[] = [];
  for (const { segment, index } of SEGMENTER.segment(fresh.join('\n'))) {
    if (segment === '\n') {
      kept.set(fresh[at] ?? '', ends);
      [at, from, ends] = [at + 1, index + 1, []];
    } else ends.push(index + segment.length - from);
  }
  if (fresh.length > 0) kept.set(fresh[at] ?? '', ends);
}

/** Where the words of a stretch end, in UTF-16 units. */
function cut(text: string): readonly number[] {
  if (!kept.has(text)) cutTogether([text]);
  return kept.get(text) ?? [text.length];
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

function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += tokens[at]?.text ?? '';
  return text;
}

/** The words of a run of Chinese tokens: for each token from the first on the end of the word that begins there, or 0. */
export function hanWords(tokens: readonly Token[], from: number, to: number): Int32Array {
  const ends = new Int32Array(to - from);
  const text = textOf(tokens, from, to);
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

/** Cuts all Chinese of a text at once, run by run. */
export function cutRuns(
  tokens: readonly Token[],
  sentences: readonly { readonly from: number; readonly to: number }[],
): void {
  const runs: string[] = [];
  for (const { from, to } of sentences)
    for (let at = from; at < to; at += 1) {
      const end = endOfHan(tokens, at, to);
      if (end > at) runs.push(textOf(tokens, at, end));
      at = Math.max(at, end);
    }
  cutTogether(runs);
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
    const words = hanWords(tokens, at, end);
    for (let place = at; place < end; place += 1) {
      const behind = words[place - at] ?? 0;
      if (behind > 0) ends.set(place, behind);
    }
    at = end;
  }
  return ends;
}
