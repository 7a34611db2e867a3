import { type KnowledgeBundle } from '@openrounds/knowledge';

/** By which the diseases of a knowledge version go: names and synonyms, in both languages. */
export const namesOfDiseases = ({ diseases }: Pick<KnowledgeBundle, 'diseases'>): string[] =>
  diseases.flatMap(({ name, synonyms }) => [name.en, name.zh, ...synonyms.en, ...synonyms.zh]);
