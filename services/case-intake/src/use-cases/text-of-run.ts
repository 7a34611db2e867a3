import {
  type CandidateFinding,
  candidateFindings,
  type CaseText,
  caseTexts,
  type CompiledVocabulary,
  MAX_READ_CHARACTERS,
} from '@openrounds/clinical-language';
import { DomainError, type EngineFacts, type Language } from '@openrounds/contracts';
import { type CaseStore } from '../ports/case-store';
import { type Vocabularies } from '../ports/vocabularies';

/** A run whose texts another reader reads. */
export interface RunToRead {
  readonly tenantId: string;
  readonly runId: string;
  readonly knowledge: string;
}

/** The texts of a run's case, with all that a reading of them is made and checked with. */
export interface TextOfRun {
  readonly language: Language;
  readonly texts: readonly CaseText[];
  readonly candidates: readonly CandidateFinding[];
  readonly facts: EngineFacts;
  readonly vocabulary: CompiledVocabulary;
}

/**
 * The same each time that it is asked for: what is offered before the reading is what it is checked against.
 *
 * @throws DomainError `case-erased` where there is nothing of the run any more
 * @throws BundleError when the knowledge version is not (yet) in the bundle store
 */
export async function textOfRun(
  { tenantId, runId, knowledge }: RunToRead,
  cases: Pick<CaseStore, 'findResult' | 'find'>,
  vocabularies: Vocabularies,
): Promise<TextOfRun | 'no-text' | 'too-long'> {
  const result = await cases.findResult(tenantId, runId);
  if (result === undefined) throw new DomainError('case-erased');
  const version = await cases.find(tenantId, result.caseId, result.caseVersion);
  if (version === undefined) throw new DomainError('case-erased');
  const { codedCase, facts } = result;
  const texts = caseTexts(version.input);
  if (texts.length === 0) return 'no-text';
  if (texts.reduce((sum, { text }) => sum + text.length, 0) > MAX_READ_CHARACTERS) return 'too-long';
  const vocabulary = await vocabularies.of(knowledge);
  const { language } = codedCase;
  const candidates = candidateFindings(
    texts.map(({ text }) => text),
    language,
    vocabulary,
    facts.patient,
  );
  return { language, texts, candidates, facts, vocabulary };
}
