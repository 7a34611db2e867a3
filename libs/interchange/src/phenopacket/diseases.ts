import { type Terminology } from '@openrounds/clinical-language';
import { type Gathering } from '../gather/gathering';
import { below } from '../gather/pointer';
import { codeOfCurie, written } from '../terminology/codes';
import { conceptOf } from '../terminology/concept';
import { diseaseAsFinding } from '../terminology/disease-as-finding';
import { Disease } from './schemas';

/**
 * Diseases: a diagnosis is the key of a case, not a finding of it. Only one that the vocabulary knows as a comorbidity,
 * and that is not excluded, is taken.
 */
export function readDiseases(
  diseases: readonly unknown[],
  gathering: Gathering,
  vocabulary: Terminology,
): void {
  diseases.forEach((given, index) => {
    const pointer = below('/diseases', index);
    const read = Disease.safeParse(given);
    if (!read.success) {
      gathering.reject(pointer, 'malformed');
      return;
    }
    const { term, excluded = false, resolution } = read.data;
    const code = codeOfCurie(term.id);
    const concept = code === undefined ? undefined : conceptOf([code], 1, vocabulary);
    const coding = code === undefined ? {} : { coding: written(code) };
    if (excluded || concept === undefined || concept.kind === 'none')
      gathering.reject(pointer, 'diagnosis', coding);
    else if (concept.kind === 'finding')
      gathering.finding({ pointer }, { ...concept.code, presence: 'present' });
    else {
      const as = diseaseAsFinding(concept.diseases, resolution === undefined ? 'known' : 'historical');
      if ('why' in as) gathering.reject(pointer, as.why, coding);
      else gathering.finding({ pointer }, { findingId: as.findingId, presence: 'present' });
    }
  });
}
