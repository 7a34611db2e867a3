import { type EngineFacts } from '@openrounds/contracts';
import { type CaseForLlm, type FactForLlm } from './case-for-llm';

/** What findings and their states are called in the language of the question. */
export interface FindingNames {
  finding(findingId: string): string;
  state(findingId: string, state: string): string;
}

/** What a language model is told of a case: its coded facts by name. */
export function caseForLlm(
  { patient, setting, observed }: EngineFacts,
  language: CaseForLlm['language'],
  names: FindingNames,
): CaseForLlm {
  return { language, patient, setting, facts: observed.map((each) => factForLlm(each, names)) };
}

const factForLlm = (
  { findingId, presence, state, certainty }: EngineFacts['observed'][number],
  names: FindingNames,
): FactForLlm => ({
  findingId,
  name: names.finding(findingId),
  presence: presence ?? 'present',
  ...(state === undefined ? {} : { value: names.state(findingId, state) }),
  ...(certainty === undefined ? {} : { certainty }),
});
