import { type EngineFacts, type Language } from '@openrounds/contracts';
import { type CaseForLlm, type FactForLlm } from '@openrounds/llm';
import { type Names } from '@openrounds/presentation';

/** What a language model is told of a case: its coded facts by name. */
export function caseForLlm(
  { patient, setting, observed }: EngineFacts,
  language: Language,
  names: Names,
): CaseForLlm {
  return { language, patient, setting, facts: observed.map((each) => factForLlm(each, names)) };
}

const factForLlm = (
  { findingId, presence, state, certainty }: EngineFacts['observed'][number],
  names: Names,
): FactForLlm => ({
  findingId,
  name: names.finding(findingId),
  presence: presence ?? 'present',
  ...(state === undefined ? {} : { value: names.state(findingId, state) }),
  ...(certainty === undefined ? {} : { certainty }),
});
