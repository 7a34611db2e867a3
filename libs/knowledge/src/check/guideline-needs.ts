import { type KnowledgeFolder } from '../load/load-knowledge';
import { compareText } from '../load/problem';
import { type Disease } from '../schema/disease';
import { type GuidelineDocumentFile } from '../schema/guideline';

type About = NonNullable<GuidelineDocumentFile['passages'][number]['about']>;

/** What a dangerous disease wants passages on: one of each kind. */
const WANTED: readonly { readonly what: string; readonly about: readonly About[] }[] = [
  { what: 'recognition or diagnosis', about: ['recognition', 'diagnosis'] },
  { what: 'the first action', about: ['first-action'] },
];

/** How many of the commonest diseases have a passage, whatever it is about. */
export const COMMONEST = 300;

/** Whether guideline passages are wanted: common enough to be taught (tier 1), and not to be missed. */
export const wantsPassages = ({ tier, mustNotMiss }: Disease): boolean =>
  tier === 1 && mustNotMiss !== undefined;

/** By disease id, what no passage says though it is wanted. Empty where nothing is wanting. */
export function missingPassages({ guidelines, diseases }: KnowledgeFolder): Map<string, string[]> {
  const passages = guidelines.flatMap(({ value }) => value.passages);
  const missing = diseases
    .filter(({ value }) => wantsPassages(value))
    .map(({ id }): [string, string[]] => {
      const about = passages.filter(({ forDiseases }) => forDiseases.includes(id)).map((one) => one.about);
      return [
        id,
        WANTED.filter((kind) => !kind.about.some((one) => about.includes(one))).map(({ what }) => what),
      ];
    });
  return new Map(missing.filter(([, what]) => what.length > 0));
}

/**
 * Ids of those among the commonest diseases that no passage is for, the commonest first. Common is what many of a thousand who
 * present have: the sum of the priors of both settings, then the id.
 */
export function commonestWithoutPassage(
  { guidelines, diseases }: KnowledgeFolder,
  commonest = COMMONEST,
): string[] {
  const covered = new Set(
    guidelines.flatMap(({ value }) => value.passages.flatMap(({ forDiseases }) => forDiseases)),
  );
  return [...diseases]
    .sort((a, b) => presentations(b.value) - presentations(a.value) || compareText(a.id, b.id))
    .slice(0, commonest)
    .flatMap(({ id }) => (covered.has(id) ? [] : [id]));
}

/** Whole numbers, so that two sums of decimals that are written alike are equal. */
const presentations = ({ prior }: Disease): number =>
  Math.round((prior.emergency.value + prior['primary-care'].value) * 1e6);
