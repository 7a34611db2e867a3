import { languageOf } from '@openrounds/clinical-language';
import { type Case, type CaseInput, type Understood } from '@openrounds/contracts';
import { type CaseVersion } from '../ports/case-store';

/** A stored version in the shape of the public contract; the notice is added where it is shown. */
export function toCase({
  caseId,
  version,
  createdAt,
  input,
  understood,
  masked,
  corrections,
}: CaseVersion): Omit<Case, 'notice'> {
  return {
    id: caseId,
    version,
    createdAt: createdAt.toISOString(),
    language: input.language ?? languageOf(input.narrative ?? ''),
    title: input.title ?? null,
    narrative: input.narrative ?? null,
    patient: understood.patient,
    setting: input.setting ?? null,
    region: input.region ?? null,
    findings: understood.findings,
    labs: understood.labs,
    measurements: understood.measurements,
    ...(understood.laboratory === undefined ? {} : { laboratory: understood.laboratory }),
    stages: stagesOf(input, understood),
    corrections: [...corrections],
    unmatched: understood.unmatched,
    setAside: understood.setAside,
    warnings: understood.warnings,
    masked: [...masked],
  };
}

const stagesOf = (input: CaseInput, understood: Understood): Case['stages'] =>
  (input.stages ?? []).map(({ name, narrative }, place) => {
    const given = new Set(understood.stages?.[place]?.findingIds);
    return {
      name,
      ...(narrative === undefined ? {} : { narrative }),
      findings: understood.findings.filter(({ findingId }) => given.has(findingId)),
    };
  });
