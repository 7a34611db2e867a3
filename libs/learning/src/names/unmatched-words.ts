import { type DifferentialAnswer } from '../answers/answer';
import { foldSpelling } from './fold-spelling';
import { diseaseOf, type Reading } from './match-words';

/** Words that matched no disease, for the teacher to map; never for the projector. */
export interface UnmatchedWords {
  /** {@link foldSpelling} of the words: the key of the teacher's map. Without letters it is empty and cannot be mapped. */
  readonly folded: string;
  /** The commonest way in which they were written. */
  readonly text: string;
  /** How often they stand in the answers. */
  readonly count: number;
}

/** All words that count as Other, the most frequent first, then by spelling; the order of the answers is irrelevant. */
export function unmatchedWords(answers: Iterable<DifferentialAnswer>, reading: Reading): UnmatchedWords[] {
  const spellings = new Map<string, Map<string, number>>();
  for (const { entries } of answers) {
    for (const entry of entries) {
      if (!('text' in entry) || diseaseOf(entry.text, reading) !== null) continue;
      const folded = foldSpelling(entry.text);
      const written = spellings.get(folded) ?? new Map<string, number>();
      written.set(entry.text.trim(), (written.get(entry.text.trim()) ?? 0) + 1);
      spellings.set(folded, written);
    }
  }
  return [...spellings]
    .map(([folded, written]) => summary(folded, [...written]))
    .sort((one, two) => two.count - one.count || (one.folded < two.folded ? -1 : 1));
}

function summary(folded: string, written: [text: string, count: number][]): UnmatchedWords {
  const [commonest] = written.sort((one, two) => two[1] - one[1] || (one[0] < two[0] ? -1 : 1));
  return { folded, text: commonest?.[0] ?? '', count: written.reduce((sum, [, count]) => sum + count, 0) };
}
