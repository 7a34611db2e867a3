import { type DifferentialAnswer } from '../answers/answer';
import { type StatedList } from '../scores/stated-list';
import { foldSpelling } from './fold-spelling';
import { type NameIndex } from './name-index';

/** What the teacher says words mean, by {@link foldSpelling}: for all who wrote them. */
export type WordMap = ReadonlyMap<string, string>;

/** How words become diseases in a room. */
export interface Reading {
  readonly index: NameIndex;
  readonly words: WordMap;
}

/** The disease that words stand for; null where they count as Other. The teacher's word goes before the index. */
export function diseaseOf(text: string, { index, words }: Reading): string | null {
  return words.get(foldSpelling(text)) ?? index.find(text);
}

/**
 * A differential by diseases alone. Points of words that match nothing go to Other until the teacher maps them; points
 * of several spellings of one disease are added.
 */
export function statedList({ entries, other }: DifferentialAnswer, reading: Reading): StatedList {
  const points = new Map<string, number>();
  let rest = other;
  for (const entry of entries) {
    const diseaseId = 'diseaseId' in entry ? entry.diseaseId : diseaseOf(entry.text, reading);
    if (diseaseId === null) rest += entry.points;
    else points.set(diseaseId, (points.get(diseaseId) ?? 0) + entry.points);
  }
  return { points, other: rest };
}
