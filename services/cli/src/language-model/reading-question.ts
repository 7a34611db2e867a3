import {
  candidateFindings,
  type CaseText,
  caseTexts,
  deidentifyCase,
  identifiersIn,
  MAX_READ_CHARACTERS,
} from '@openrounds/clinical-language';
import { type ReadingBlock } from '@openrounds/contracts';
import { type LlmReadingRequest } from '@openrounds/llm';
import { type CaseRanker } from '../ranking/case-ranker';
import { type RankedInput } from './questions';

/** What a reader is asked of a case, with the texts that its answer is checked against. */
export interface ReadingQuestion {
  readonly request: LlmReadingRequest;
  readonly texts: readonly CaseText[];
}

/** The question as the product asks it, or why it does not. */
export function readingQuestion(
  { input, ranked }: RankedInput,
  { vocabulary }: CaseRanker,
): ReadingQuestion | ReadingBlock | 'no-text' {
  const read = caseTexts(deidentifyCase(input).input);
  const texts = read.map(({ text }) => text);
  if (texts.length === 0) return 'no-text';
  if (texts.reduce((sum, { length }) => sum + length, 0) > MAX_READ_CHARACTERS) return 'too-long';
  if (texts.some((text) => identifiersIn(text).length > 0)) return 'identity';
  const { language = 'en' } = input;
  const candidates = candidateFindings(texts, language, vocabulary, ranked.ready.patient);
  return { request: { language, texts, candidates }, texts: read };
}
