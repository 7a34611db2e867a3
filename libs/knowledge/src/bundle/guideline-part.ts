import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type BundlePart } from './bundle-part';
import { diseaseClues, type DiseaseClues } from './disease-clues';
import { engineKnowledgeFor } from './engine-knowledge';
import { type KnowledgeContent } from './knowledge-bundle';

type Named = Pick<Finding, 'id' | 'name' | 'synonyms'>;

/** What finding passages needs of a bundle. */
export interface GuidelinePart {
  readonly guidelines: KnowledgeContent['guidelines'];
  /** By their names readers search, also for what no passage is on: then it is seen that there is none. */
  readonly diseases: readonly GuidelineDisease[];
  readonly findings: readonly Named[];
}

/** A disease by its names and, where passages are on it, by what points to it. */
export interface GuidelineDisease extends Named {
  readonly described?: DiseaseClues & {
    /** What the knowledge says of it in sentences. */
    readonly told: { readonly en: string; readonly zh: string };
  };
}

const named = ({ id, name, synonyms }: Named): Named => ({ id, name, synonyms });

export const GUIDELINES: BundlePart<GuidelinePart> = {
  ending: 'guidelines',
  of: (content) => {
    const { guidelines, diseases, findings } = content;
    const covered = new Set(guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
    const clues = diseaseClues(engineKnowledgeFor(content, undefined));
    return {
      guidelines,
      diseases: diseases.map((disease) => {
        const own = covered.has(disease.id) ? clues.get(disease.id) : undefined;
        return {
          ...named(disease),
          ...(own === undefined ? {} : { described: { ...own, told: toldOf(disease) } }),
        };
      }),
      findings: findings.map(named),
    };
  },
};

function toldOf({ teaching: { script, mechanism, pitfalls }, prognosis, treatmentPrinciples }: Disease) {
  const texts = [
    script,
    mechanism,
    ...pitfalls,
    ...treatmentPrinciples.map(({ text }) => text),
    ...prognosis.map(({ text }) => text),
  ];
  const joined = (language: 'en' | 'zh'): string =>
    texts.flatMap((text) => text?.[language] ?? []).join('\n');
  return { en: joined('en'), zh: joined('zh') };
}
