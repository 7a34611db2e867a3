import { type Entry } from '../../model/sense';
import { addTo } from '../../normalise/lists-by-key';
import { type Archive, type Parts } from './archive';
import { listParts, Lists } from './lists';
import { type Texts, type TextWriter } from './texts';

/** The wordings of findings, found by any of their words. */
export interface WordingIndex {
  /** How many there are. */
  readonly size: number;
  /** Numbers of the wordings that hold a word, by its key. */
  holding(key: string): Uint32Array;
  /** The finding of a wording. */
  findingOf(wording: number): string;
  /** Weights of the words of a wording, summed: as {@link wordWeight}. */
  weightOf(wording: number): number;
}

/** Weights are stored as whole numbers. */
const SCALE = 1000;

/** A word that more than one wording in so many holds (of, 疼) tells too little to be looked for. */
const RARE_ENOUGH = 50;

/** What a word tells, by how many of all wordings hold it. */
export const wordWeight = (size: number, holding: number): number =>
  holding * RARE_ENOUGH > size && size > LARGE ? 0 : Math.log(size / Math.max(1, holding));

/** Of a small vocabulary every word may be common. */
const LARGE = 10_000;

const wordsOf = (keys: readonly string[]): string[] => [...new Set(keys)];

/** The wordings of findings as they are looked for in texts; those of panels and diseases tell no finding by themselves. */
export function wordingParts(
  phrases: readonly (readonly [keys: readonly string[], entry: Entry])[],
  texts: TextWriter,
): Parts {
  const wordings = phrases.flatMap(([keys, { sense }]) =>
    'findingId' in sense && keys.length > 0 ? [{ words: wordsOf(keys), findingId: sense.findingId }] : [],
  );
  const holding = new Map<string, number[]>();
  wordings.forEach(({ words }, wording) => {
    for (const word of words) addTo(holding, word, wording);
  });
  const weightOf = (word: string): number => wordWeight(wordings.length, holding.get(word)?.length ?? 0);
  const told = [...holding].filter(([word]) => weightOf(word) > 0);
  return {
    ...listParts('wordings', new Map(told.map(([word, held]) => [texts.idOf(word), held]))),
    'wordings.findings': Uint32Array.from(wordings, ({ findingId }) => texts.idOf(findingId)),
    'wordings.weights': Uint32Array.from(wordings, ({ words }) =>
      Math.round(words.reduce((sum, word) => sum + weightOf(word), 0) * SCALE),
    ),
  };
}

/** What {@link wordingParts} wrote. */
export function storedWordings(archive: Archive, texts: Texts): WordingIndex {
  const byWord = new Lists(archive, 'wordings');
  const findings = archive.u32('wordings.findings');
  const weights = archive.u32('wordings.weights');
  return {
    size: findings.length,
    holding: (key) => byWord.of(texts.idOf(key)),
    findingOf: (wording) => texts.at(findings[wording] ?? 0),
    weightOf: (wording) => (weights[wording] ?? 0) / SCALE,
  };
}
