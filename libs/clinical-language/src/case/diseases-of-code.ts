import { type Terminology } from '../vocabulary/terminology';
import { type VocabularyDisease } from '../model/vocabulary';

/** Codes are compared without the dot: ICD-10 is written with and without it. */
const bare = (code: string): string => code.replace('.', '').toUpperCase();

/**
 * The diseases that an ICD-10 code names: those of the longest code that it equals or lies under (I26.9 lies under
 * I26). Several diseases may share a code.
 */
export function diseasesOfIcd10(code: string, vocabulary: Terminology): VocabularyDisease[] {
  const given = bare(code);
  let longest = 0;
  let found: VocabularyDisease[] = [];
  for (const disease of vocabulary.diseases()) {
    const length = Math.max(
      0,
      ...(disease.codes?.icd10 ?? [])
        .map(bare)
        .filter((own) => given.startsWith(own))
        .map(({ length }) => length),
    );
    if (length === 0 || length < longest) continue;
    if (length > longest) found = [];
    longest = length;
    found.push(disease);
  }
  return found;
}
