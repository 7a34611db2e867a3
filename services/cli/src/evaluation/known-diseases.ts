import { type KnownDisease } from '@openrounds/evaluation';
import { type KnowledgeBundle } from '@openrounds/knowledge';

/** The diseases of a bundle by the names and codes that a ranked line shows. */
export const knownDiseases = ({ diseases }: KnowledgeBundle): KnownDisease[] =>
  diseases.map(({ id, name, codes, mustNotMiss }) => ({
    diseaseId: id,
    name: name.en,
    nameZh: name.zh,
    icd10: codes.icd10 ?? [],
    mustNotMiss: mustNotMiss !== undefined,
  }));
