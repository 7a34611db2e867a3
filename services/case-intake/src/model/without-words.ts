import { withoutNarrative, type CaseInput, type Understood } from '@openrounds/contracts';
import { type CaseVersion } from '../ports/case-store';

/**
 * A version of a case with what is coded and without any free text: narrative, titles, notes, quotations, names of
 * laboratory values. What was understood becomes what was given, so that the case can still be ranked.
 */
export function withoutWords(version: CaseVersion): CaseVersion {
  const understood = withoutNarrative(version.understood);
  const { setting, region, language } = version.input;
  // A case whose narrative is gone may say nothing any more, which nobody could give.
  const input = { setting, region, language, ...codedInput(understood) } as CaseInput;
  return { ...version, input, understood };
}

/** A finding understood, as a finding given: its name is the vocabulary's, not the sender's. */
const asInput = ({ name: _name, ...finding }: Understood['findings'][number]) => finding;

/** A case made of what was understood of another, each finding where it was given. */
function codedInput({ patient, findings, stages }: Understood) {
  const staged = new Set(stages?.flatMap(({ findingIds }) => findingIds));
  const these = (wanted: (findingId: string) => boolean) =>
    findings.filter(({ findingId }) => wanted(findingId)).map(asInput);
  return {
    patient,
    findings: these((id) => !staged.has(id)),
    stages: stages?.map(({ name, findingIds }) => ({
      name,
      findings: these((id) => findingIds.includes(id)),
    })),
  };
}
