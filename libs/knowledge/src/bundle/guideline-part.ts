import { type Disease } from '../schema/disease';
import { type Finding } from '../schema/finding';
import { type BundlePart } from './bundle-part';
import { type KnowledgeContent } from './knowledge-bundle';

/** What finding passages needs of a bundle: a tenth of it. */
export interface GuidelinePart {
  readonly guidelines: KnowledgeContent['guidelines'];
  /** By their names readers search, also for what no passage is on: then it is seen that there is none. */
  readonly diseases: readonly Pick<Disease, 'id' | 'name' | 'synonyms'>[];
  readonly findings: readonly Pick<Finding, 'id' | 'name' | 'synonyms'>[];
}

const named = ({ id, name, synonyms }: Pick<Finding, 'id' | 'name' | 'synonyms'>) => ({ id, name, synonyms });

export const GUIDELINES: BundlePart<GuidelinePart> = {
  ending: 'passages',
  of: ({ guidelines, diseases, findings }) => ({
    guidelines,
    diseases: diseases.map(named),
    findings: findings.map(named),
  }),
};
