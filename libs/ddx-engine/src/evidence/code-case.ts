import { ABSENT, PRESENT, type CompiledKnowledge } from '../compile/compiled-knowledge';
import { type EngineCase, type ObservedFinding } from '../model/case';
import { saysSomething } from './case-rejection';
import { type CodedCase, type CodedObservation, type FamilyCase } from './coded-case';
import { keepTellingPresent } from './is-a-rules';

/** Codes a case that nothing speaks against (`caseRejection`). */
export function codeCase(compiled: CompiledKnowledge, engineCase: EngineCase): CodedCase {
  const observations = engineCase.observed
    .filter(saysSomething)
    .flatMap((observed) => codeObservation(compiled, observed) ?? []);
  return caseOf(compiled, engineCase.patient, observations);
}

/** The same case with some observations set, replacing what was observed, and others forgotten. */
export function changeCase(
  compiled: CompiledKnowledge,
  coded: CodedCase,
  set: readonly CodedObservation[],
  remove: readonly number[] = [],
): CodedCase {
  const observations = new Map(coded.observations);
  for (const finding of remove) observations.delete(finding);
  for (const observation of set) observations.set(observation.finding, observation);
  const changed = new Set(
    [...remove, ...set.map(({ finding }) => finding)].map((finding) => familyOf(compiled, finding)),
  );
  const families = new Map(coded.families);
  for (const family of changed) {
    const members = [...observations.values()].filter(
      ({ finding }) => familyOf(compiled, finding) === family,
    );
    if (members.length === 0) families.delete(family);
    else families.set(family, familyCase(compiled, family, members));
  }
  return { patient: coded.patient, observations, families, workedOut: {} };
}

/** The family of a finding, by the index that names it: only findings of one family influence one another. */
export function familyOf(compiled: CompiledKnowledge, finding: number): number {
  return compiled.findings[finding]?.family ?? finding;
}

/** An observation by indices; undefined where the finding or its outcome is not in the knowledge. Certainty defaults to 1. */
export function codeObservation(
  compiled: CompiledKnowledge,
  observed: ObservedFinding,
): CodedObservation | undefined {
  const index = compiled.findingIndex.get(observed.findingId) ?? -1;
  const outcome = compiled.findings[index]?.outcomes.indexOf(observed.state ?? observed.presence ?? '') ?? -1;
  return outcome < 0 ? undefined : { finding: index, outcome, certainty: observed.certainty ?? 1 };
}

function caseOf(
  compiled: CompiledKnowledge,
  patient: EngineCase['patient'],
  observations: readonly CodedObservation[],
): CodedCase {
  const members = new Map<number, CodedObservation[]>();
  for (const observation of observations) {
    const family = familyOf(compiled, observation.finding);
    members.set(family, [...(members.get(family) ?? []), observation]);
  }
  return {
    patient,
    observations: new Map(observations.map((observation) => [observation.finding, observation])),
    families: new Map([...members].map(([family, list]) => [family, familyCase(compiled, family, list)])),
    workedOut: {},
  };
}

function familyCase(
  compiled: CompiledKnowledge,
  family: number,
  members: readonly CodedObservation[],
): FamilyCase {
  const ordered = [...members].sort((a, b) => a.finding - b.finding);
  const isBinary = ({ finding }: CodedObservation): boolean => compiled.findings[finding]?.binary ?? false;
  const demands = ({ finding, outcome }: CodedObservation): boolean =>
    compiled.findings[finding]?.mustExplain[outcome] ?? false;
  const present = ordered.filter((one) => isBinary(one) && one.outcome === PRESENT);
  const states = ordered.filter((one) => !isBinary(one));
  const lone = ordered.length === 1 ? ordered.find((one) => !hasRelatives(compiled, one.finding)) : undefined;
  return {
    family,
    present,
    absent: ordered.filter((one) => isBinary(one) && one.outcome === ABSENT),
    states,
    demanding: [...keepTellingPresent(present.filter(demands), compiled.taxonomy), ...states.filter(demands)],
    lone,
  };
}

function hasRelatives(compiled: CompiledKnowledge, finding: number): boolean {
  return (compiled.findings[finding]?.line.length ?? 1) > 1;
}
