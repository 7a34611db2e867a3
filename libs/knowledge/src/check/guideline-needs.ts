import { type KnowledgeFolder } from '../load/load-knowledge';
import { type Disease } from '../schema/disease';
import { type GuidelineDocumentFile } from '../schema/guideline';

type About = NonNullable<GuidelineDocumentFile['passages'][number]['about']>;

/** What a dangerous disease wants passages on: one of each kind. */
const WANTED: readonly { readonly what: string; readonly about: readonly About[] }[] = [
  { what: 'recognition or diagnosis', about: ['recognition', 'diagnosis'] },
  { what: 'the first action', about: ['first-action'] },
];

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
