import { type Disease } from '../schema/disease';
import { type BundlePart } from './bundle-part';
import { type KnowledgeContent } from './knowledge-bundle';

/** What finding passages needs of a bundle: a hundredth of it. */
export interface GuidelinePart {
  readonly guidelines: KnowledgeContent['guidelines'];
  /** The diseases that passages speak of, by which readers search. */
  readonly diseases: readonly Pick<Disease, 'id' | 'name' | 'synonyms'>[];
}

export const GUIDELINES: BundlePart<GuidelinePart> = {
  ending: 'guidelines',
  of: ({ guidelines, diseases }) => {
    const spokenOf = new Set(guidelines.passages.flatMap(({ forDiseases }) => forDiseases));
    return {
      guidelines,
      diseases: diseases
        .filter(({ id }) => spokenOf.has(id))
        .map(({ id, name, synonyms }) => ({ id, name, synonyms })),
    };
  },
};
