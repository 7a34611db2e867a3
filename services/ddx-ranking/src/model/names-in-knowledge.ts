import { type KnowledgeBundle } from '@openrounds/knowledge';

type Named = Pick<KnowledgeBundle['diseases'][number], 'name' | 'synonyms'>;

const namesOf = (named: readonly Named[]): string[] =>
  named.flatMap(({ name, synonyms }) => [name.en, name.zh, ...synonyms.en, ...synonyms.zh]);

/** By which the diseases of a knowledge version go: names and synonyms, in both languages. */
export const namesOfDiseases = ({ diseases }: Pick<KnowledgeBundle, 'diseases'>): string[] =>
  namesOf(diseases);

/** The same of its findings. */
export const namesOfFindings = ({ findings }: Pick<KnowledgeBundle, 'findings'>): string[] =>
  namesOf(findings);
