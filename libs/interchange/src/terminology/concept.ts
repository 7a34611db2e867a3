import {
  diseasesOfIcd10,
  findingOf,
  type Terminology,
  type VocabularyDisease,
  type VocabularyFinding,
} from '@openrounds/clinical-language';
import { type RejectionCode } from '@openrounds/contracts';
import { type RejectionDetail } from '../model/imported';
import { written, type Code } from './codes';

/** What codes stand for in the vocabulary: a finding, or diseases; else why they stand for nothing. */
export type Concept =
  | { readonly kind: 'finding'; readonly finding: VocabularyFinding; readonly code: Code }
  | { readonly kind: 'disease'; readonly diseases: readonly VocabularyDisease[]; readonly code: Code }
  | { readonly kind: 'none'; readonly why: RejectionCode; readonly detail: RejectionDetail };

/**
 * The concept that any of several codings names; they are translations of one another. A finding counts for more than
 * a disease.
 *
 * @param given how many codings there were, of whatever terminology
 */
export function conceptOf(codes: readonly Code[], given: number, vocabulary: Terminology): Concept {
  for (const code of codes) {
    const finding = findingOf(code, vocabulary);
    if (finding !== undefined) return { kind: 'finding', finding, code };
  }
  for (const code of codes.filter(({ system }) => system === 'ICD-10')) {
    const diseases = diseasesOfIcd10(code.code, vocabulary);
    if (diseases.length > 0) return { kind: 'disease', diseases, code };
  }
  const [first] = codes;
  if (first !== undefined) return { kind: 'none', why: 'unknown-code', detail: { coding: written(first) } };
  return { kind: 'none', why: given > 0 ? 'unread-system' : 'no-code', detail: {} };
}
